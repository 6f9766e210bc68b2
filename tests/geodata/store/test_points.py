"""Inhabited points in the store: snapshots, undoing, purging, and what QGIS sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pyogrio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.imports.undo import purge_import, undo_import
from geodata.store import Store
from geodata.store.points import from_point_blobs, to_point_blobs
from geodata.workspace import Workspace
from tests.villages import EAST, NORTH, put_points, village_store

Asked = Callable[[Path, str], list[tuple[object, ...]]]

FIRST = [("Ahausen", 500, 1500, 100.0), ("Bedorf", 1500, 1500, 300.0)]
SECOND = [("Cetal", 500, 500, 7.0)]


@pytest.fixture
def places(tmp_path: Path) -> Iterator[Store]:
    with village_store(tmp_path / "w") as store:
        yield store


def names(store: Store, number: int | None = None) -> tuple[str, ...]:
    return Workspace(store, number).points("Orte").names


def test_points_come_back_as_they_were_stored(places: Store) -> None:
    put_points(places, FIRST)
    found = Workspace(places).points("Orte")
    assert found.names == ("Ahausen", "Bedorf")
    assert found.x.tolist() == [EAST + 500, EAST + 1500]
    assert found.y.tolist() == [NORTH + 1500] * 2
    assert found.population.tolist() == [100, 300]


def test_a_set_tells_its_title_and_its_people(places: Store) -> None:
    put_points(places, FIRST, title="Ortslagen 2024")
    (found,) = Workspace(places).point_sets.values()
    assert (found.id, found.title, found.points, found.people) == ("Orte", "Ortslagen 2024", 2, 400)


def test_a_snapshot_keeps_its_points(places: Store) -> None:
    first = put_points(places, FIRST)
    put_points(places, SECOND)
    assert names(places, first) == ("Ahausen", "Bedorf")
    assert names(places) == ("Cetal",)
    assert names(places, first - 1) == ()


def test_undo_brings_the_earlier_set_back_whole(places: Store) -> None:
    put_points(places, FIRST)
    second = put_points(places, SECOND)
    undo_import(places, second)
    assert names(places) == ("Ahausen", "Bedorf")
    third = put_points(places, SECOND)
    undo_import(places, third)
    assert names(places) == ("Ahausen", "Bedorf")
    assert Workspace(places).point_sets["Orte"].points == 2


def test_undo_of_the_only_set_leaves_none(places: Store) -> None:
    undo_import(places, put_points(places, FIRST))
    assert Workspace(places).point_sets == {}


def test_undo_of_an_earlier_set_changes_nothing(places: Store) -> None:
    first = put_points(places, FIRST)
    put_points(places, SECOND)
    undo_import(places, first)
    assert names(places) == ("Cetal",)


def test_sets_stand_beside_each_other(places: Store) -> None:
    put_points(places, FIRST)
    put_points(places, SECOND, point_set="raster", title="Raster")
    assert list(Workspace(places).point_sets) == ["Orte", "raster"]
    assert names(places) == ("Ahausen", "Bedorf")


def test_purge_leaves_no_name(places: Store) -> None:
    put_points(places, SECOND)
    number = put_points(places, [("Geheimhausen", 500, 500, 1.0)])
    purge_import(places, number, reason="gehört nicht hierher")
    assert names(places) == ("Cetal",)
    places.close()
    assert b"Geheimhausen" not in places.path.read_bytes()


def test_qgis_sees_the_points_that_hold(places: Store, asked: Asked) -> None:
    put_points(places, FIRST)
    put_points(places, SECOND)
    places.close()
    layer = pyogrio.read_dataframe(places.path, layer="bewohnte_punkte")
    assert layer["name"].tolist() == ["Cetal"]
    assert layer.crs.to_epsg() == 25832
    assert (layer.geometry.x[0], layer.geometry.y[0]) == (EAST + 500, NORTH + 500)
    frame = "SELECT min_x, max_y FROM gpkg_contents WHERE table_name = 'bewohnte_punkte'"
    assert asked(places.path, frame) == [(EAST + 500, NORTH + 500)]


@given(st.lists(st.tuples(st.floats(allow_nan=False), st.floats(allow_nan=False)), max_size=5))
def test_a_point_keeps_every_bit(points: list[tuple[float, float]]) -> None:
    x, y = np.array(points, np.float64).reshape(-1, 2).T
    back = from_point_blobs(to_point_blobs(x, y))
    assert (back[0].tobytes(), back[1].tobytes()) == (x.tobytes(), y.tobytes())
