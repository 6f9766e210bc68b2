"""Rings brought in, changed, undone, and the tables of their members."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geodata.imports.ring import import_ring
from geodata.imports.ring_refusals import NoRingValues, NoSuchRing
from geodata.imports.table import import_table
from geodata.imports.undo import undo_import
from geodata.join.kreise import kreise
from geodata.store import Store
from geodata.store.refusals import RingInUse
from geodata.workspace import Workspace
from tests.villages import village_store

RING = """
id = "nachbarn"
title = "Nachbarn"
definition = "grenzen an"
members = ["03354", "03355", "03360"{more}]
"""
TABLE = "Kreis;Betten 2022;Plätze 2022\n03354;4;-\n3355;5;.\n03360;6;-\n03401;9;-\n03354001;7;3\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with village_store(tmp_path / "w") as made:
        yield made


def ring_file(folder: Path, *, more: str = "") -> Path:
    path = folder / "ring.toml"
    path.write_text(RING.format(more=more), encoding="utf-8")
    return path


def table_file(folder: Path, text: str = TABLE) -> Path:
    path = folder / "kreise.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_ring_has_the_names_of_its_members_from_their_keys(store: Store, tmp_path: Path) -> None:
    report = import_ring(store, ring_file(tmp_path))
    assert [m["name"] for m in report["members"]] == ["Lüchow-Dannenberg", "Lüneburg", "Uelzen"]
    assert Workspace(store).rings["nachbarn"].title == "Nachbarn"


def test_a_dry_run_keeps_no_ring(store: Store, tmp_path: Path) -> None:
    assert import_ring(store, ring_file(tmp_path), dry_run=True)["stored"] is False
    assert Workspace(store).rings == {}


def test_a_table_keeps_the_rows_of_the_members_only(store: Store, tmp_path: Path) -> None:
    import_ring(store, ring_file(tmp_path))
    report, _ = import_table(store, table_file(tmp_path), ring="nachbarn")
    found = Workspace(store).slice("betten", "ring:nachbarn", "2022")
    assert found.values.tolist() == [4, 5, 6]
    assert (report["matched"], report["repaired"]) == (2, 1)


def test_a_column_without_a_number_for_any_member_is_left_out_by_name(
    store: Store, tmp_path: Path
) -> None:
    import_ring(store, ring_file(tmp_path))
    report, _ = import_table(store, table_file(tmp_path), ring="nachbarn")
    assert any("„Plätze“" in warning for warning in report["warnings"])
    assert {s.variable for s in Workspace(store).states} == {"betten"}


def test_a_table_that_serves_no_county_is_refused(store: Store, tmp_path: Path) -> None:
    import_ring(store, ring_file(tmp_path))
    path = table_file(tmp_path, "Kreis;Plätze 2022\n03354;-\n03355;.\n03360;-\n")
    with pytest.raises(NoRingValues, match="keinen der 3 Kreise"):
        import_table(store, path, ring="nachbarn")


def test_a_ring_that_is_not_there_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NoSuchRing, match="noch keine"):
        import_table(store, table_file(tmp_path), ring="nachbarn")


def test_a_ring_under_its_tables_cannot_be_undone(store: Store, tmp_path: Path) -> None:
    number = import_ring(store, ring_file(tmp_path))["import_id"]
    table = import_table(store, table_file(tmp_path), ring="nachbarn")[0]["import_id"]
    with pytest.raises(RingInUse, match=r"kreise\.csv"):
        undo_import(store, number)
    undo_import(store, table)
    undo_import(store, number)
    assert Workspace(store).rings == {}


def test_undoing_a_change_brings_the_earlier_ring_back(store: Store, tmp_path: Path) -> None:
    import_ring(store, ring_file(tmp_path))
    import_table(store, table_file(tmp_path), ring="nachbarn")
    changed = import_ring(store, ring_file(tmp_path, more=', "12070"'))
    assert "Prignitz" in changed["warnings"][0]
    undo_import(store, changed["import_id"])
    members = Workspace(store).rings["nachbarn"].members
    assert [m.key for m in members] == ["03354", "03355", "03360"]


def test_an_own_county_outside_the_ring_is_pointed_out(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "ring.toml"
    text = RING.format(more="").replace('"03354"', '"03401"')
    path.write_text(text, encoding="utf-8")
    assert "03354" in import_ring(store, path)["warnings"][0]


def test_the_list_of_kreise_is_that_of_the_office(shared_data: Path) -> None:
    import csv

    path = next((shared_data / "may-ship" / "genesis").glob("12411-01-01-4*"))
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    lived_in = {row["1_variable_attribute_code"] for row in rows if row["value"].isdigit()}
    assert {key for key in lived_in if len(key) == 5} == set(kreise())


@pytest.mark.parametrize("table", ["12411-01-01-4", "73111-01-01-4", "11111-02-01-4"])
def test_the_files_of_the_office_come_in_whole(
    store: Store, tmp_path: Path, shared_data: Path, table: str
) -> None:
    import_ring(store, ring_file(tmp_path))
    path = next((shared_data / "may-ship" / "genesis").glob(f"{table}*"))
    report, _ = import_table(store, path, ring="nachbarn", dry_run=True)
    assert report["matched"] % 3 == 0
    assert report["unmatched_count"] == 0
    assert report["markers"]["nothing"] == 0


def test_the_table_of_the_employed_has_no_kreise(
    store: Store, tmp_path: Path, shared_data: Path
) -> None:
    import_ring(store, ring_file(tmp_path))
    path = next((shared_data / "may-ship" / "genesis").glob("13111-01-03-4*"))
    with pytest.raises(NoRingValues, match="Vermutlich gibt es diese Tabelle nicht für Kreise"):
        import_table(store, path, ring="nachbarn")
