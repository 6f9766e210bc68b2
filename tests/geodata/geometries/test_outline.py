"""Outlines for the browser: small, in order, neighbours still neighbours."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from shapely.geometry import Polygon, box, shape

from geodata.geometries.outline import geometry_hash, outline
from geodata.geometries.read import read_areas
from geodata.geometries.reading import AreaReading

EAST, NORTH = 650_000, 5_870_000


def drawn(ids: list[str], geometries: NDArray[np.object_], **options: Any) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(outline(ids, geometries, **options))
    return document


def corners(feature: dict[str, Any]) -> set[tuple[float, float]]:
    return {tuple(pair) for pair in shapely.get_coordinates(shape(feature["geometry"]))}


def county(shared_data: Path) -> tuple[list[str], NDArray[np.object_]]:
    name = "luechow_dannenberg_gemeinden_29.geojson"
    areas = read_areas(shared_data / "may-ship" / "vg250_2016" / name).areas
    return list(areas["area_id"]), areas.geometry.to_numpy()


def test_the_county_is_small_and_carries_nothing_but_positions(shared_data: Path) -> None:
    ids, geometries = county(shared_data)
    content = outline(ids, geometries)
    document = json.loads(content)
    assert len(content) < 60_000
    assert [feature["id"] for feature in document["features"]] == list(range(29))
    assert all(set(f) == {"type", "id", "properties", "geometry"} for f in document["features"])
    assert all(feature["properties"] == {} for feature in document["features"])
    assert b"03354" not in content


def test_the_drawn_county_covers_the_real_one(shared_data: Path) -> None:
    ids, geometries = county(shared_data)
    shapes = [shape(feature["geometry"]) for feature in drawn(ids, geometries)["features"]]
    metric = gpd.GeoSeries(shapes, crs=4326).to_crs(25832)
    assert metric.area.sum() == pytest.approx(shapely.area(geometries).sum(), rel=0.001)
    assert metric.is_valid.all()


def test_labels_lie_in_their_areas_and_weigh_their_km2(shared_data: Path) -> None:
    ids, geometries = county(shared_data)
    document = drawn(ids, geometries)
    for feature, (lon, lat, _) in zip(document["features"], document["labels"], strict=True):
        assert shape(feature["geometry"]).contains(shapely.Point(lon, lat))
    assert sum(label[2] for label in document["labels"]) == pytest.approx(1226.1, abs=0.2)


def test_all_gemeinden_of_germany_stay_below_five_megabytes(germany: AreaReading) -> None:
    areas = germany.areas
    content = outline(list(areas["area_id"]), areas.geometry.to_numpy())
    document = json.loads(content)
    assert len(content) <= 5_000_000
    assert len(document["features"]) == len(document["labels"]) == 11_299
    assert all(len(corners(feature)) >= 3 for feature in document["features"])


def test_overlapping_areas_are_still_drawn() -> None:
    """Catchment areas overlap on purpose; a broken coverage must not break the map."""
    circles = shapely.buffer(shapely.points([EAST, EAST + 500], [NORTH, NORTH]), 1000)
    document = drawn(["a", "b"], circles)
    areas = gpd.GeoSeries([shape(f["geometry"]) for f in document["features"]], crs=4326)
    assert areas.is_valid.all()
    assert np.allclose(areas.to_crs(25832).area, shapely.area(circles), rtol=0.02)


def test_nothing_to_draw_is_an_empty_collection() -> None:
    document = drawn([], np.array([], dtype=object))
    assert document == {"type": "FeatureCollection", "features": [], "labels": []}


def test_ids_without_geometries_are_an_error() -> None:
    with pytest.raises(ValueError, match="length"):
        outline(["a"], np.array([], dtype=object))


def crooked_grid(wobbles: list[int], columns: int) -> NDArray[np.object_]:
    """A row of areas of 1 km² whose common borders have a corner every 10 m, moved sideways."""
    heights = np.arange(0, 1001, 10)
    moves = np.resize(wobbles, len(heights) * (columns + 1)).reshape(columns + 1, -1)
    lines = [
        [(EAST + 1000 * n + moves[n, i], NORTH + height) for i, height in enumerate(heights)]
        for n in range(columns + 1)
    ]
    return np.array(
        [Polygon([*lines[n], *reversed(lines[n + 1])]) for n in range(columns)], dtype=object
    )


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(-40, 40), min_size=5, max_size=60), st.integers(2, 5))
def test_neighbours_keep_their_common_border(wobbles: list[int], columns: int) -> None:
    geometries = crooked_grid(wobbles, columns)
    features = drawn([str(n) for n in range(columns)], geometries, tolerance_m=60)["features"]
    assert [feature["id"] for feature in features] == list(range(columns))
    assert sum(len(corners(f)) for f in features) < sum(shapely.get_num_coordinates(geometries))
    for left, right in pairwise(features):
        border = shape(left["geometry"]).intersection(shape(right["geometry"]))
        assert border.area == 0
        assert border.length > 0
        assert len(corners(left) & corners(right)) >= 2


def test_the_hash_tells_every_change() -> None:
    squares = np.array([box(0, 0, 1, 1), box(1, 0, 2, 1)], dtype=object)
    known = geometry_hash(["a", "b"], squares)
    assert len(known) == 16
    assert geometry_hash(["a", "b"], squares.copy()) == known
    assert geometry_hash(["a", "c"], squares) != known
    assert geometry_hash(["a", "b"], squares[::-1]) != known
