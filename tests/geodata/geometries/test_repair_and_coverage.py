"""Geometries that are mended, left out, or reported with the names of their areas."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely.geometry import GeometryCollection, Polygon, box

from geodata.geometries import coverage
from geodata.geometries.read import read_areas

EAST, NORTH = 650_000, 5_870_000


def said(warnings: tuple[str, ...], words: str) -> bool:
    return any(words in sentence for sentence in warnings)


def test_a_bow_tie_is_repaired_and_named(
    village: gpd.GeoDataFrame, geojson: Callable[..., Path]
) -> None:
    x, y = EAST + 5000, NORTH
    village.loc[1, "geometry"] = Polygon(
        [(x, y), (x + 1000, y + 1000), (x + 1000, y), (x, y + 1000)]
    )
    reading = read_areas(geojson(village))
    assert reading.repaired == ("Clenze",)
    assert said(reading.warnings, "Ungültige Geometrien repariert: Clenze.")
    assert reading.areas.is_valid.all()
    # Two triangles of a quarter of the square each.
    assert reading.areas.area[1] == pytest.approx(500_000)


def test_missing_and_empty_geometries_are_left_out_and_named(
    village: gpd.GeoDataFrame, tmp_path: Path
) -> None:
    path = tmp_path / "dorf.gpkg"
    village.loc[1, "geometry"] = None
    village.loc[3, "geometry"] = Polygon()
    village.to_file(path)
    reading = read_areas(path)
    assert (reading.rows, len(reading.areas)) == (4, 2)
    assert said(reading.warnings, "weil ohne Geometrie: Objekt 2 (Clenze) und Objekt 4 (Göhrde).")


def test_points_among_areas_are_left_out_and_named(
    village: gpd.GeoDataFrame, tmp_path: Path
) -> None:
    path = tmp_path / "dorf.gpkg"
    village.loc[0, "geometry"] = village.geometry[0].centroid
    village.loc[1, "geometry"] = village.geometry[1].boundary
    village.to_file(path)
    reading = read_areas(path)
    assert list(reading.areas["name"]) == ["Lüchow (Wendland)", "Göhrde"]
    assert said(reading.warnings, "Objekt 1 (Küsten) und Objekt 2 (Clenze)")


def test_the_areas_of_a_collection_are_kept(
    village: gpd.GeoDataFrame, geojson: Callable[..., Path]
) -> None:
    square = village.geometry[0]
    village.loc[0, "geometry"] = GeometryCollection([square, square.centroid])
    assert read_areas(geojson(village)).areas.area[0] == pytest.approx(1e6)


def test_heights_are_dropped_and_said(village: gpd.GeoDataFrame, tmp_path: Path) -> None:
    path = tmp_path / "dorf.gpkg"
    village.set_geometry(shapely.force_3d(village.geometry.to_numpy(), 17.0), crs=25832).to_file(
        path
    )
    reading = read_areas(path)
    assert not reading.areas.has_z.any()
    assert said(reading.warnings, "3D")


def test_a_polygon_without_surface_is_left_out_and_named(
    village: gpd.GeoDataFrame, geojson: Callable[..., Path]
) -> None:
    village.loc[2, "geometry"] = Polygon([(EAST, NORTH), (EAST + 9, NORTH), (EAST, NORTH)])
    reading = read_areas(geojson(village))
    assert len(reading.areas) == 3
    assert said(reading.warnings, "weil ohne Fläche: Objekt 3 (Lüchow (Wendland)).")


def test_overlaps_are_measured_and_named(
    village: gpd.GeoDataFrame, geojson: Callable[..., Path]
) -> None:
    village.loc[0, "geometry"] = box(EAST, NORTH, EAST + 1100, NORTH + 1000)
    reading = read_areas(geojson(village))
    (first, second, area_m2), *others = reading.overlaps
    assert (first, second, others) == ("03354001", "03354002", [])
    assert area_m2 == pytest.approx(100 * 1000)
    assert said(reading.warnings, "Flächen überlappen sich: Küsten mit Clenze (0,1 km²).")


def test_an_area_inside_another_is_an_overlap(
    village: gpd.GeoDataFrame, geojson: Callable[..., Path]
) -> None:
    village.loc[0, "geometry"] = box(EAST + 1200, NORTH + 200, EAST + 1700, NORTH + 700)
    reading = read_areas(geojson(village))
    assert [round(overlap[2]) for overlap in reading.overlaps] == [250_000]


def test_the_same_area_twice_is_said_in_its_own_words(
    village: gpd.GeoDataFrame, geojson: Callable[..., Path]
) -> None:
    village.loc[0, "geometry"] = village.geometry[3]
    reading = read_areas(geojson(village))
    assert said(reading.warnings, "Dieselbe Fläche doppelt: Küsten und Göhrde.")


def test_slivers_are_not_reported(village: gpd.GeoDataFrame, geojson: Callable[..., Path]) -> None:
    village.loc[0, "geometry"] = box(EAST, NORTH, EAST + 1000.05, NORTH + 1000)
    assert read_areas(geojson(village)).overlaps == ()


def test_a_hole_between_areas_is_measured_and_placed(
    village: gpd.GeoDataFrame, geojson: Callable[..., Path]
) -> None:
    pond = box(EAST + 900, NORTH + 300, EAST + 1000, NORTH + 500)
    village.loc[0, "geometry"] = village.geometry[0].difference(pond)
    reading = read_areas(geojson(village))
    assert [round(gap_m2) for gap_m2 in reading.gaps] == [100 * 200]
    assert said(reading.warnings, "Lücken zwischen den Flächen: 20.000 m² bei Küsten und Clenze.")


def test_an_island_in_a_lake_makes_the_gap_smaller() -> None:
    ring = box(0, 0, 1000, 1000).difference(box(200, 200, 800, 800))
    island = box(400, 400, 600, 600)
    (gap,) = coverage.gaps(np.array([ring, island], dtype=object))
    assert gap.area == 600 * 600 - 200 * 200


def test_hundreds_of_areas_in_one_place_do_not_hang() -> None:
    pile = np.array([box(0, 0, 1000, 1000 + n) for n in range(300)], dtype=object)
    assert len(coverage.overlaps(pile)) > coverage.MOST_OVERLAPS
