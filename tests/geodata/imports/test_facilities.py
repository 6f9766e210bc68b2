"""Facilities imported: where they lie, what replaces what, and the list to complete."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geodata.facilities.facility import Facility
from geodata.imports.facilities import import_facilities
from geodata.imports.undo import undo_import
from geodata.store import Store
from geodata.workspace import Workspace
from tests.villages import EAST, NORTH, village_store


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Store]:
    with village_store(tmp_path / "w") as store:
        yield store


def list_of(tmp_path: Path, *rows: str, head: str = "Name;Anschrift;x;y;Plätze") -> Path:
    path = tmp_path / "kitas.csv"
    path.write_text("\n".join([head, *rows]), encoding="utf-8")
    return path


def row(name: str, x: float, y: float, places: str = "20", address: str = "") -> str:
    return f"{name};{address};{EAST + x};{NORTH + y};{places}"


def kitas_of(store: Store) -> dict[str, Facility]:
    return {facility.name: facility for facility in Workspace(store).facilities}


def test_every_row_is_told_of(village: Store, tmp_path: Path) -> None:
    path = list_of(
        tmp_path,
        row("Innen", 500, 500),
        row("Auf der Grenze", 2000, 500),
        row("Neben dem Kreis", 5000, 500),
        f"Verdreht;;{NORTH + 700};{EAST + 700};20",
        "Ohne Lage;Dorfstr. 1;;;",
        row("Innen", 500, 500),
    )
    report = import_facilities(village, path, kind="kita", title="Bedarfsplan")
    told = ("rows", "kept", "placed", "without_place", "swapped", "outside", "doubles")
    assert [report[name] for name in told] == [6, 5, 4, 1, 1, 1, 1]
    found = kitas_of(village)
    assert [f.inside for f in found.values()] == [True, True, False, True, False]
    assert (found["Ohne Lage"].x, found["Ohne Lage"].capacity) == (None, None)
    whats = [(line["row"], line["what"]) for line in report["look_at"]]
    assert whats == [(4, "outside"), (5, "swapped"), (6, "without_place"), (7, "double")]


def test_a_second_list_replaces_the_kind_and_an_undo_brings_it_back(
    village: Store, tmp_path: Path
) -> None:
    import_facilities(village, list_of(tmp_path, row("Alt", 1, 1), row("A", 9, 9)), kind="kita")
    import_facilities(village, list_of(tmp_path, row("Schule", 1, 1)), kind="schule")
    report = import_facilities(village, list_of(tmp_path, row("Neu", 1, 1)), kind="kita")
    assert sorted(kitas_of(village)) == ["Neu", "Schule"]
    assert "Ersetzt: die bisherige Liste „Kitas“ (2 Einrichtungen" in report["warnings"][-1]
    undo_import(village, report["import_id"])
    assert sorted(kitas_of(village)) == ["A", "Alt", "Schule"]


def test_an_id_is_the_same_again_in_the_next_file(village: Store, tmp_path: Path) -> None:
    import_facilities(village, list_of(tmp_path, row("A", 1, 1), row("B", 2, 2)), kind="kita")
    before = {name: facility.id for name, facility in kitas_of(village).items()}
    path = list_of(tmp_path, row("B", 2, 2, "30"), row("C", 3, 3), row("A", 1, 1, "25"))
    import_facilities(village, path, kind="kita")
    after = {name: facility.id for name, facility in kitas_of(village).items()}
    assert {name: after[name] for name in before} == before


def test_ids_of_the_file_are_taken_where_all_have_one(village: Store, tmp_path: Path) -> None:
    head = "Schulnummer;Name;Ort"
    import_facilities(village, list_of(tmp_path, "7/a;A;X", "8;B;X", head=head), kind="schule")
    assert [f.id for f in Workspace(village).facilities] == ["schule:7/a", "schule:8"]
    import_facilities(village, list_of(tmp_path, "7;A;X", "7;B;X", head=head), kind="schule")
    assert len({f.id for f in Workspace(village).facilities}) == 2


def test_places_may_be_model_where_the_site_is_real(village: Store, tmp_path: Path) -> None:
    path = list_of(tmp_path, row("A", 1, 1))
    import_facilities(village, path, kind="schule", capacity_nature="model")
    (school,) = Workspace(village).facilities
    assert (school.nature, school.capacity_nature) == ("real", "model")
    import_facilities(village, path, kind="schule", nature="model")
    (school,) = Workspace(village).facilities
    assert (school.nature, school.capacity_nature) == ("model", "model")


def test_the_list_to_complete_comes_back_whole(village: Store, tmp_path: Path) -> None:
    rows = (row("Mit", 500, 500), "=cmd();Dorfstr. 1;;;", "-;Dorfstr. 2;;;7")
    missing = tmp_path / "fehlt.csv"
    path = list_of(tmp_path, *rows)
    report = import_facilities(village, path, kind="kita", missing=missing)
    assert report["missing_file"] == "fehlt.csv"
    text = missing.read_bytes().decode("utf-8-sig")
    head, first, *_ = text.splitlines()
    assert (head, first) == ("Name;Anschrift;Plätze;lon;lat", "'=cmd();Dorfstr. 1;;;")
    completed = tmp_path / "fertig.csv"
    completed.write_text(text.replace("Dorfstr. 1;;;", "Dorfstr. 1;;11,24;52,98"))
    again = import_facilities(village, completed, kind="kita")
    assert (again["kept"], again["placed"], again["without_place"]) == (3, 2, 1)
    assert round(kitas_of(village)["Mit"].x or 0) == EAST + 500


def test_no_file_is_written_where_every_facility_has_its_place(
    village: Store, tmp_path: Path
) -> None:
    missing = tmp_path / "fehlt.csv"
    path = list_of(tmp_path, row("A", 1, 1))
    report = import_facilities(village, path, kind="kita", missing=missing)
    assert report["missing_file"] is None
    assert not missing.exists()


def test_openstreetmap_is_named_as_the_owner(village: Store, tmp_path: Path) -> None:
    path = tmp_path / "karte.osm"
    path.write_text(
        '<osm version="0.6"><node id="1" lat="52.97" lon="11.24" version="1">'
        '<tag k="amenity" v="kindergarten"/></node></osm>'
    )
    report = import_facilities(village, path, kind="kita", tag="amenity=kindergarten")
    assert report["attribution"] == "© OpenStreetMap-Mitwirkende (ODbL)"
    assert Workspace(village).facility_sets["kita"].attribution == report["attribution"]
    assert report["row_is"] == "Objekt"
