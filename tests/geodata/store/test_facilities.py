"""Facilities in the store: read as they were written, replaced by kind, brought back by an undo."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

from geodata.facilities.facility import Facility
from geodata.imports.undo import purge_import, undo_import
from geodata.store import Store
from geodata.workspace import Workspace
from tests.villages import EAST, NORTH, put_facilities

KITA = Facility(
    "kita:1",
    "kita",
    "Kita <b>Sonne</b>",
    provider="DRK",
    address="Dorfstr. 1, 29439 Ahausen",
    x=EAST + 500.25,
    y=NORTH + 1500.5,
    inside=True,
    row=2,
    capacity=50,
    occupancy=48,
    places_under_3=15,
    places_from_3=35,
    hours="Mo-Fr 07:00-16:30",
    all_day=True,
    inclusion=False,
    capacity_nature="model",
)
NOWHERE = Facility("kita:2", "kita", "Kita ohne Lage", address="irgendwo", row=3)
SCHOOL = Facility(
    "schule:1",
    "schule",
    "Schule",
    x=EAST + 90_000.0,
    y=NORTH + 0.0,
    school_forms=("Grundschule", "Oberschule"),
    pupils={"2022/2023": 120},
)


def test_all_that_is_known_comes_back_and_what_is_not_known_stays_unknown(
    three_villages: Store,
) -> None:
    kitas = put_facilities(three_villages, "kita", [KITA, NOWHERE])
    schools = put_facilities(three_villages, "schule", [SCHOOL])
    assert Workspace(three_villages).facilities == (
        replace(KITA, import_id=kitas),
        replace(NOWHERE, import_id=kitas),
        replace(SCHOOL, import_id=schools),
    )


def test_a_kind_is_replaced_as_a_whole_and_an_undo_brings_it_back(three_villages: Store) -> None:
    put_facilities(three_villages, "kita", [KITA, NOWHERE], title="Kitas 2023")
    put_facilities(three_villages, "schule", [SCHOOL])
    number = put_facilities(three_villages, "kita", [KITA], title="Kitas 2024")
    kept = Workspace(three_villages)
    assert (kept.facility_sets["kita"].title, kept.facility_sets["kita"].count) == ("Kitas 2024", 1)
    undo_import(three_villages, number)
    now = Workspace(three_villages).facility_sets
    assert (now["kita"].title, now["kita"].count, now["kita"].without_place) == ("Kitas 2023", 2, 1)
    assert kept.facilities[-1].capacity == 50
    assert len(kept.facilities) == 2


def test_purged_facilities_are_gone_for_good(three_villages: Store) -> None:
    number = put_facilities(three_villages, "kita", [KITA])
    purge_import(three_villages, number, reason="falsche Datei")
    assert Workspace(three_villages).facilities == ()
    assert b"Kita <b>Sonne" not in three_villages.path.read_bytes()


def test_qgis_finds_the_placed_ones_where_they_are(three_villages: Store) -> None:
    put_facilities(three_villages, "kita", [KITA, NOWHERE])
    three_villages.close()
    with closing(sqlite3.connect(three_villages.path)) as connection:
        query = "SELECT min_x, max_y FROM gpkg_contents WHERE table_name = 'einrichtungen'"
        assert connection.execute(query).fetchone() == (KITA.x, KITA.y)
        assert connection.execute("SELECT COUNT(*) FROM einrichtungen").fetchone() == (2,)


def test_a_kind_that_no_catalogue_describes_bears_its_id(three_villages: Store) -> None:
    put_facilities(three_villages, "museum", [Facility("museum:1", "museum", "Archiv")])
    kinds = Workspace(three_villages).facility_kinds
    assert (kinds["museum"].title, kinds["museum"].letters) == ("museum", "M")
    assert kinds["kita"].many == "Kitas"
