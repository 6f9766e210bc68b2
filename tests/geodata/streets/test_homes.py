"""Nodes of residential streets, and how much street each stands for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from geodata.streets.homes import HomeStreets, home_streets
from tests.roads import EVERYWHERE, Points, Way, osm_text
from tests.villages import EAST, NORTH

HOMES = {"highway": "residential", "name": "Dorfstraße"}


def read(folder: Path, points: Points, *ways: Way) -> HomeStreets:
    path = folder / "dorf.osm"
    path.write_text(osm_text(points, ways), encoding="utf-8")
    return home_streets(path, EVERYWHERE)


def nodes(found: HomeStreets) -> dict[tuple[int, int], float]:
    spots = zip(found.x - EAST, found.y - NORTH, found.length_m, strict=True)
    return {(round(x), round(y)): round(length) for x, y, length in spots}


def test_a_short_street_is_told_by_its_middle_node(tmp_path: Path) -> None:
    found = read(tmp_path, {"A": (0, 0), "B": (80, 0), "C": (150, 0)}, ("ABC", HOMES))
    assert nodes(found) == {(80, 0): 150}
    assert found.names == ("Dorfstraße",)


def test_a_long_street_is_cut_into_equal_pieces(tmp_path: Path) -> None:
    points = {name: (100 * at, 0) for at, name in enumerate("ABCDE")}
    assert nodes(read(tmp_path, points, ("ABCDE", HOMES))) == {(100, 0): 200, (300, 0): 200}


def test_where_streets_meet_one_node_stands_for_both(tmp_path: Path) -> None:
    points = {"A": (0, 0), "B": (60, 0), "C": (120, 0), "D": (60, 50), "E": (60, -50)}
    found = read(tmp_path, points, ("ABC", HOMES), ("DBE", {"highway": "living_street"}))
    assert nodes(found) == {(60, 0): 220}
    assert found.names == ("Dorfstraße",)


def test_nobody_lives_on_a_main_road(tmp_path: Path) -> None:
    points = {"A": (0, 0), "B": (150, 0)}
    assert len(read(tmp_path, points, ("AB", {"highway": "primary"})).x) == 0


def test_in_heidelberg_all_the_street_is_stood_for(shared_data: Path) -> None:
    path = shared_data / "test-only" / "osm" / "heidelberg.test.pbf"
    found = home_streets(path, EVERYWHERE)
    assert found.length_m.sum() / 1000 == pytest.approx(584.4, abs=0.1)
    assert len(np.unique(np.column_stack([found.x, found.y]), axis=0)) == len(found.x)
