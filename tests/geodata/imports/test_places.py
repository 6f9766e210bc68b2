"""Places with people, from every kind of file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from pyproj import Transformer

from geodata.imports.places import import_places
from geodata.imports.refusals import NoPeopleColumn, NotPoints, PlacesElsewhere
from geodata.imports.undo import undo_import
from geodata.store import Store
from geodata.workspace import Workspace
from tests.villages import EAST, NORTH, village_store

LON, LAT = Transformer.from_crs("EPSG:25832", "EPSG:4326", always_xy=True).transform(
    EAST + 500, NORTH + 1500
)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Store]:
    with village_store(tmp_path / "w") as store:
        yield store


def points_of(store: Store) -> list[tuple[str, int, int, float]]:
    found = Workspace(store).points("Orte")
    east = [round(x - EAST) for x in found.x]
    north = [round(y - NORTH) for y in found.y]
    return list(zip(found.names, east, north, found.population.tolist(), strict=True))


def test_a_csv_in_degrees(village: Store, tmp_path: Path) -> None:
    path = tmp_path / "orte.csv"
    lon, lat = (f"{degrees:.6f}".replace(".", ",") for degrees in (LON, LAT))
    path.write_text(f"Ort;lon;lat;Einwohner\nAhausen;{lon};{lat};1.234\n", encoding="cp1252")
    report = import_places(village, path)
    assert points_of(village) == [("Ahausen", 500, 1500, 1234)]
    assert (report["name_column"], report["population_column"]) == ("Ort", "Einwohner")
    assert report["crs_from"] == "EPSG:4326"


def test_a_csv_in_metres(village: Store, tmp_path: Path) -> None:
    path = tmp_path / "orte.csv"
    path.write_text(f"Name;x;y;Einwohner\nAhausen;{EAST + 500};{NORTH + 1500};12\n")
    import_places(village, path)
    assert points_of(village) == [("Ahausen", 500, 1500, 12)]


def test_metres_of_another_system_are_named(village: Store, tmp_path: Path) -> None:
    x, y = Transformer.from_crs("EPSG:25832", "EPSG:25833", always_xy=True).transform(
        EAST + 500, NORTH + 1500
    )
    path = tmp_path / "orte.csv"
    path.write_text(f"Name;x;y;Einwohner\nAhausen;{x:.3f};{y:.3f};12\n")
    assert import_places(village, path, crs="EPSG:25833")["crs_from"] == "EPSG:25833"
    assert points_of(village) == [("Ahausen", 500, 1500, 12)]


@pytest.mark.parametrize("name", ["orte.geojson", "orte.gpkg"])
def test_layers_of_points(village: Store, tmp_path: Path, name: str) -> None:
    frame = gpd.GeoDataFrame(
        {"GEN": ["Ahausen", "Bedorf"], "bewohner": [100.0, 300.0]},
        geometry=shapely.points([[EAST + 500, NORTH + 1500], [EAST + 1500, NORTH + 1500]]),
        crs="EPSG:25832",
    )
    frame.to_file(tmp_path / name)
    import_places(village, tmp_path / name, population="Bewohner")
    assert points_of(village) == [("Ahausen", 500, 1500, 100), ("Bedorf", 1500, 1500, 300)]


def test_areas_are_no_places(village: Store, tmp_path: Path) -> None:
    square = shapely.box(EAST, NORTH, EAST + 1, NORTH + 1)
    frame = gpd.GeoDataFrame({"einwohner": [1]}, geometry=[square], crs="EPSG:25832")
    frame.to_file(tmp_path / "orte.gpkg")
    with pytest.raises(NotPoints, match=r"Objekt 1: .* eine Fläche"):
        import_places(village, tmp_path / "orte.gpkg")


def test_places_without_people_or_outside_are_counted(village: Store, tmp_path: Path) -> None:
    rows = [("A", 500, "10"), ("B", 600, "0"), ("C", 700, "–"), ("D", 800, "."), ("E", 9999, "7")]
    lines = [f"{name};{EAST + x};{NORTH + 500};{people}" for name, x, people in rows]
    path = tmp_path / "orte.csv"
    path.write_text("\n".join(["Name;x;y;Einwohner", *lines]), encoding="utf-8")
    report = import_places(village, path, title="Ortslagen")
    assert points_of(village) == [("A", 500, 500, 10)]
    told = ("rows", "kept", "outside", "inhabited", "without_figure", "secret", "population")
    assert [report[name] for name in told] == [5, 4, 1, 1, 2, 1, 10]


def test_places_of_few_people_are_named_unless_they_were_made_up(
    village: Store, tmp_path: Path
) -> None:
    path = tmp_path / "orte.csv"
    rows = [
        f"{n};{EAST + x};{NORTH + 500};{people}" for n, x, people in (("A", 1, 9), ("B", 9, 10))
    ]
    path.write_text("\n".join(["Name;x;y;Einwohner", *rows]), encoding="utf-8")
    warnings = import_places(village, path, attribution="Gemeinde")["warnings"]
    assert "Orte mit weniger als 10 Einwohnern: A. " in warnings[-1]
    assert not any("A." in w for w in import_places(village, path, nature="model")["warnings"])


def test_only_places_whose_owner_is_not_told_are_warned_of(village: Store, tmp_path: Path) -> None:
    path = tmp_path / "orte.csv"
    path.write_text(f"Name;x;y;Einwohner\nAhausen;{EAST + 500};{NORTH + 1500};12\n")
    unnamed = "Kein Quellenvermerk angegeben (--attribution): er fehlt."
    assert unnamed in import_places(village, path)["warnings"]
    assert unnamed not in import_places(village, path, attribution="© Amt")["warnings"]


def test_new_places_replace_the_former_and_undo_brings_them_back(
    village: Store, tmp_path: Path
) -> None:
    path = tmp_path / "orte.csv"
    path.write_text(f"Name;x;y;Einwohner\nAhausen;{EAST + 500};{NORTH + 1500};12\n")
    import_places(village, path, title="Ortslagen 2020")
    path.write_text(f"Name;x;y;Einwohner\nBedorf;{EAST + 1500};{NORTH + 1500};30\n")
    report = import_places(village, path)
    assert report["warnings"] == [
        "„orte.csv“ nennt kein Koordinatensystem: Die Meter wurden als EPSG:25832 (UTM 32) "
        "gelesen. Falls das falsch ist, bitte mit --crs EPSG:… angeben.",
        "Ersetzt: die bisherigen Orte „Ortslagen 2020“ (1).",
        "Kein Quellenvermerk angegeben (--attribution): er fehlt.",
    ]
    undo_import(village, report["import_id"])
    assert points_of(village) == [("Ahausen", 500, 1500, 12)]
    assert Workspace(village).point_sets["Orte"].title == "Ortslagen 2020"


def test_real_stops_say_nothing_of_people(village: Store, shared_data: Path) -> None:
    stops = shared_data / "may-ship/stops/stops_luechow_dannenberg.csv"
    with pytest.raises(NoPeopleColumn, match="--population"):
        import_places(village, stops)


def test_places_of_another_county_are_refused(village: Store, tmp_path: Path) -> None:
    path = tmp_path / "orte.csv"
    path.write_text(f"Name;x;y;Einwohner\nFern;{EAST + 90_000};{NORTH};12\n")
    with pytest.raises(PlacesElsewhere, match=r"Kein Ort .*in der Datei: 1"):
        import_places(village, path)
