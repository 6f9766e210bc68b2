"""Zones on call, benches and mobile offices, from every kind of file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from geodata.geometries.refusals import NoAreas
from geodata.imports.mobility import import_mobility
from geodata.imports.refusals import NotPoints
from geodata.imports.undo import purge_import, undo_import
from geodata.mobility.refusals import NoSuchTime, OffersElsewhere, ZonesFromATable
from geodata.store import Store
from geodata.workspace import Workspace
from tests.villages import EAST, NORTH, village_store

NORTHERN_HALF = shapely.box(EAST, NORTH + 1000, EAST + 2000, NORTH + 2000)
BENCH = f"{EAST + 500};{NORTH + 1500}"


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Store]:
    with village_store(tmp_path / "w") as store:
        yield store


def benches(folder: Path, *rows: str, head: str = "Name;x;y;Richtungen") -> Path:
    path = folder / "baenke.csv"
    path.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    return path


def zones(folder: Path, file: str, shapes: list[shapely.Geometry], **columns: list[str]) -> Path:
    frame = gpd.GeoDataFrame(columns, geometry=shapes, crs="EPSG:25832")
    frame.to_file(folder / file)
    return folder / file


@pytest.mark.parametrize("name", ["zonen.geojson", "zonen.gpkg", "zonen.shp"])
def test_a_zone_is_kept_with_its_hours(village: Store, tmp_path: Path, name: str) -> None:
    path = zones(tmp_path, name, [NORTHERN_HALF], Name=["Rufbus Nord"], Zeiten=["Mo–Fr 6:00–20:00"])
    report = import_mobility(village, path, kind="rufbus", attribution="© Verkehrsbetrieb")
    (zone,) = Workspace(village).mobility
    assert (zone.name, zone.hours, zone.nature) == ("Rufbus Nord", "Mo–Fr 6:00–20:00", "real")
    assert zone.attribution == "© Verkehrsbetrieb"
    assert round(zone.place.area) == 2_000_000
    assert (report["hours_column"], report["without_hours"]) == ("Zeiten", 0)


def test_a_bench_knows_where_to(village: Store, tmp_path: Path) -> None:
    path = benches(tmp_path, f"Am Markt;{BENCH};Lüchow, Dannenberg", f"Süd;{BENCH};")
    report = import_mobility(village, path, kind="mitfahrbank", model=True)
    first, second = Workspace(village).mobility
    assert first.directions == ("Lüchow", "Dannenberg")
    assert (first.place.x, first.place.y) == (EAST + 500, NORTH + 1500)
    assert (second.directions, second.nature) == ((), "model")
    assert report["without_directions"] == 1


def test_a_stop_of_a_mobile_office_beyond_the_border_is_kept_and_counted(
    village: Store, tmp_path: Path
) -> None:
    head = "Ort;x;y;Uhrzeit"
    path = benches(
        tmp_path,
        f"Ahausen;{BENCH};jeden 1. Dienstag 9:00–11:00",
        f"Drüben;{EAST + 9000};{NORTH};",
        head=head,
    )
    report = import_mobility(village, path, kind="mobil")
    assert [offer.name for offer in Workspace(village).mobility] == ["Ahausen", "Drüben"]
    assert (report["kept"], report["outside"], report["without_hours"]) == (2, 1, 1)


def test_each_kind_stands_by_itself_and_undo_brings_the_former_back(
    village: Store, tmp_path: Path
) -> None:
    import_mobility(village, benches(tmp_path, f"Alt;{BENCH};"), kind="mitfahrbank")
    import_mobility(village, benches(tmp_path, f"Halt;{BENCH};"), kind="mobil")
    report = import_mobility(village, benches(tmp_path, f"Neu;{BENCH};"), kind="mitfahrbank")
    assert report["warnings"][-1] == "Ersetzt: die bisherigen Einträge dieser Art (1)."
    assert {offer.name for offer in Workspace(village).mobility} == {"Halt", "Neu"}
    undo_import(village, report["import_id"])
    assert {offer.name for offer in Workspace(village).mobility} == {"Halt", "Alt"}


def test_a_snapshot_keeps_its_offers(village: Store, tmp_path: Path) -> None:
    import_mobility(village, benches(tmp_path, f"Alt;{BENCH};"), kind="mitfahrbank")
    before = Workspace(village)
    import_mobility(village, benches(tmp_path, f"Neu;{BENCH};"), kind="mitfahrbank")
    assert [offer.name for offer in before.mobility] == ["Alt"]


def test_purge_leaves_no_name(village: Store, tmp_path: Path) -> None:
    report = import_mobility(village, benches(tmp_path, f"Geheimbank;{BENCH};"), kind="mitfahrbank")
    purge_import(village, report["import_id"], reason="gehört nicht hierher")
    village.close()
    assert b"Geheimbank" not in village.path.read_bytes()


def test_qgis_sees_zones_and_benches(village: Store, tmp_path: Path) -> None:
    import_mobility(
        village, zones(tmp_path, "z.gpkg", [NORTHERN_HALF], Name=["Nord"]), kind="rufbus"
    )
    import_mobility(village, benches(tmp_path, f"Bank;{BENCH};"), kind="mitfahrbank")
    village.close()
    layer = gpd.read_file(village.path, layer="mobilitaet")
    assert set(layer["name"]) == {"Nord", "Bank"}
    assert layer.total_bounds.tolist() == [EAST, NORTH + 1000, EAST + 2000, NORTH + 2000]


def test_points_are_no_zones(village: Store, tmp_path: Path) -> None:
    path = zones(tmp_path, "z.gpkg", [shapely.Point(EAST, NORTH)], Name=["Punkt"])
    with pytest.raises(NoAreas):
        import_mobility(village, path, kind="rufbus")
    with pytest.raises(ZonesFromATable, match="GeoPackage"):
        import_mobility(village, benches(tmp_path, f"Bank;{BENCH};"), kind="rufbus")


def test_zones_are_no_benches(village: Store, tmp_path: Path) -> None:
    path = zones(tmp_path, "z.gpkg", [NORTHERN_HALF], Name=["Nord"])
    with pytest.raises(NotPoints, match="eine Fläche"):
        import_mobility(village, path, kind="mitfahrbank")


@pytest.mark.parametrize("text", ["25:61", "Mo 8:00–24:30", "von 9.75 Uhr an"])
def test_a_time_that_there_is_not_is_refused(village: Store, tmp_path: Path, text: str) -> None:
    path = benches(tmp_path, f"Ahausen;{BENCH};{text}", head="Ort;x;y;Uhrzeit")
    with pytest.raises(NoSuchTime, match="Objekt 2"):
        import_mobility(village, path, kind="mobil")
    assert Workspace(village).mobility == ()


@pytest.mark.parametrize("text", ["0:00–24:00", "am 3.12. und 24.12.2026", "täglich", "7.30 Uhr"])
def test_what_is_no_wrong_time_is_kept_as_it_is(village: Store, tmp_path: Path, text: str) -> None:
    import_mobility(
        village, benches(tmp_path, f"Ahausen;{BENCH};{text}", head="Ort;x;y;Uhrzeit"), kind="mobil"
    )
    assert Workspace(village).mobility[0].hours == text


def test_offers_of_another_county_are_refused(village: Store, tmp_path: Path) -> None:
    path = benches(tmp_path, f"Fern;{EAST + 90_000};{NORTH};")
    with pytest.raises(OffersElsewhere, match=r"Nichts aus .*in der Datei: 1"):
        import_mobility(village, path, kind="mitfahrbank")
