"""Lists as offices and OpenStreetMap make them, and what is taken from them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import openpyxl
import pytest
import shapely

from geodata.facilities.read import FacilityFile, read_facilities
from geodata.tables.refusals import SheetNeeded
from tests.villages import EAST, NORTH

OFFICE = """Kindertagesstätten im Landkreis, Stand 01.03.2024;;;;;;;;;
;;;;;;;;;
lfd. Nr.;Name der Einrichtung;Träger;Straße;PLZ;Ort;Plätze;belegt;Ganztag;Öffnungszeiten
Samtgemeinde Nord;;;;;;;;;
1;Kita Sonne;DRK;Dorfstr. 1;29439;Ahausen;50;48;ja;Mo-Fr 7:00-16:00 Uhr
2;Kita Mond;Kirche;Weg 2;29439;Bedorf;ca. 20;;nein;7-14 Uhr
3;Kita Stern;Stadt;Am Markt 3;29439;Cetal;k. A.;25;–;
Summe;;;;;;70;73;;
Quelle: Landkreis;;;;;;;;;
"""


def written(tmp_path: Path, text: str, name: str = "liste.csv", encoding: str = "cp1252") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding=encoding)
    return path


def read(path: Path, **options: Any) -> FacilityFile:
    return read_facilities(path, kind="kita", **options)


def test_an_office_list_with_titles_headings_sums_and_notes(tmp_path: Path) -> None:
    found = read(written(tmp_path, OFFICE))
    told = [(f.name, f.capacity, f.occupancy, f.all_day, f.row) for f in found.facilities]
    assert told == [
        ("Kita Sonne", 50, 48, True, 5),
        ("Kita Mond", None, None, False, 6),
        ("Kita Stern", None, 25, False, 7),
    ]
    assert found.facilities[0].address == "Dorfstr. 1, 29439 Ahausen"
    assert [row for row, _ in found.listing.left_out] == [4, 8, 9]
    assert [(cell.row, cell.text) for cell in found.unread] == [(6, "ca. 20")]


def test_a_missing_capacity_stays_missing_and_zero_is_zero(tmp_path: Path) -> None:
    rows = "Name;Ort;Plätze\nA;X;\nB;X;0\nC;X;-\nD;X;1.200\nE;X;12,5\nF;X;95 %\nG;X;-4\n"
    found = read(written(tmp_path, rows))
    assert [f.capacity for f in found.facilities] == [None, 0, 0, 1200, None, None, None]
    assert [cell.text for cell in found.unread] == ["12,5", "95 %", "-4"]


def test_all_places_are_the_sum_of_both_parts_only_where_nothing_else_says_so(
    tmp_path: Path,
) -> None:
    parts = read(written(tmp_path, "Name;Ort;Plätze U3;Plätze Ü3\nA;X;10;25\nB;X;10;\n"))
    assert [f.capacity for f in parts.facilities] == [35, None]
    assert "Summe aus „Plätze U3“ und „Plätze Ü3“" in parts.warnings[0]
    whole = read(written(tmp_path, "Name;Ort;Plätze;U3;Ü3\nA;X;;10;25\n"))
    assert whole.facilities[0].capacity is None


def test_a_merged_head_of_two_rows_in_a_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Einrichtung", "Anschrift", "Plätze", None],
        [None, None, "U3", "Ü3"],
        ["Kita Sonne", "Dorfstr. 1", 10, 25],
    ):
        sheet.append(row)
    sheet.merge_cells("C1:D1")
    book.create_sheet("Hinweise").append(["Bitte beachten"])
    book.save(tmp_path / "liste.xlsx")
    (kita,) = read(tmp_path / "liste.xlsx").facilities
    assert (kita.name, kita.places_under_3, kita.places_from_3) == ("Kita Sonne", 10, 25)


def test_two_sheets_with_lists_must_be_chosen_between(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title in ("Nord", "Süd"):
        sheet = book.create_sheet(title)
        sheet.append(["Name", "Anschrift"])
        sheet.append([f"Kita {title}", "Dorfstr. 1"])
    book.save(tmp_path / "liste.xlsx")
    with pytest.raises(SheetNeeded, match="„Nord“, „Süd“"):
        read(tmp_path / "liste.xlsx")
    assert read(tmp_path / "liste.xlsx", sheet="Süd").facilities[0].name == "Kita Süd"


def test_school_forms_and_pupils_by_year(tmp_path: Path) -> None:
    text = (
        "Schulname;Ort;Schulform;Schüler 2021/22;Schüler 2022/23\n"
        'A;X;"Grundschule\nGanztagsschule";100;98\nB;X;Haupt- und Realschule;;.\n'
    )
    first, second = read(written(tmp_path, text)).facilities
    assert (first.school_forms, first.all_day) == (("Grundschule", "Ganztagsschule"), True)
    assert dict(first.pupils) == {"2021/2022": 100, "2022/2023": 98}
    assert (dict(second.pupils), second.all_day) == ({}, None)


@pytest.mark.parametrize("name", ["kitas.geojson", "kitas.gpkg", "kitas.shp"])
def test_points_and_areas_of_a_layer(tmp_path: Path, name: str) -> None:
    # A ring without a middle of its own: the middle must lie on it.
    ring = shapely.box(EAST, NORTH, EAST + 90, NORTH + 90) - shapely.box(
        EAST + 10, NORTH + 10, EAST + 90, NORTH + 90
    )
    frame = gpd.GeoDataFrame(
        {"Name": ["Sonne", "Mond"], "plaetze": [20, None]},
        geometry=[shapely.box(EAST, NORTH, EAST + 100, NORTH + 100), ring],
        crs="EPSG:25832",
    )
    frame.to_file(tmp_path / name)
    found = read(tmp_path / name)
    sonne, mond = found.facilities
    assert (round(sonne.x - EAST), round(sonne.y - NORTH), sonne.capacity) == (50, 50, 20)
    assert shapely.intersects_xy(ring.buffer(0.01), mond.x, mond.y)
    assert mond.capacity is None


def test_a_feature_without_a_geometry_has_no_place(tmp_path: Path) -> None:
    frame = gpd.GeoDataFrame(
        {"name": ["Sonne", "Mond"], "anschrift": ["", "Weg 2"]},
        geometry=[shapely.Point(EAST, NORTH), None],
        crs="EPSG:25832",
    )
    frame.to_file(tmp_path / "kitas.gpkg")
    assert [f.is_placed for f in read(tmp_path / "kitas.gpkg").facilities] == [True, False]


def test_nodes_ways_and_relations_of_openstreetmap(tmp_path: Path) -> None:
    corners = [(11.0, 53.0), (11.001, 53.0), (11.001, 53.001), (11.0, 53.001)]
    nodes = "".join(
        f'<node id="{at}" lon="{lon}" lat="{lat}" version="1"/>'
        for at, (lon, lat) in enumerate(corners, 1)
    )
    tags = '<tag k="amenity" v="kindergarten"/><tag k="name" v="{}"/><tag k="capacity" v="40"/>'
    refs = "".join(f'<nd ref="{at}"/>' for at in (1, 2, 3, 4, 1))
    path = written(
        tmp_path,
        f'<osm version="0.6">{nodes}<node id="9" lon="11.2" lat="53.1" version="1">'
        f'{tags.format("Punkt")}<tag k="operator" v="DRK"/></node>'
        f'<way id="5" version="1">{refs}{tags.format("Fläche")}</way>'
        f'<way id="6" version="1">{refs}<tag k="amenity" v="school"/></way></osm>',
        "karte.osm",
        "utf-8",
    )
    found = read(path, tag="amenity=kindergarten")
    assert found.given == ("node/9", "way/5")
    point, area = found.facilities
    assert (point.name, point.provider, point.capacity) == ("Punkt", "DRK", 40)
    assert area.is_placed
    assert found.crs_from == ("EPSG:4326",)


def test_the_real_kindergartens_of_heidelberg(shared_data: Path) -> None:
    path = shared_data / "test-only/osm/heidelberg.test.pbf"
    found = read(path, tag="amenity=kindergarten")
    assert len(found.facilities) == 25
    assert all(f.is_placed for f in found.facilities)
    assert len(set(found.given)) == 25


def test_the_real_schools_of_the_county(shared_data: Path) -> None:
    path = shared_data / "test-only/schools_2016/schools_luechow_dannenberg.csv"
    found = read(path)
    assert len(found.facilities) == 28
    assert sum(f.all_day is True for f in found.facilities) == 7
    assert not np.any(found.swapped)
