"""Isochrones hold what is reached and nothing else."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import shapely

from geodata.store import Store
from geodata.workspace import Workspace
from indicators.facilities.filter import FacilityFilter
from indicators.reach.isochrone import isochrone
from indicators.reach.question import ReachQuestion
from indicators.reach.reached import minutes_at_nodes, reached_lines
from indicators.reach.snapping import snapped
from tests.village_roads import kita, put_kitas, put_streets, village_streets
from tests.villages import EAST, NORTH, put_points

KITAS = FacilityFilter(kinds=("kita",))


def reached(limit: float, mode: str = "foot") -> shapely.Geometry:
    """What is reached of the Kita in Ahausen, as one geometry."""
    graph = village_streets()
    there = snapped(graph, mode, np.array([EAST + 500.0]), np.array([NORTH + 1500.0]))  # type: ignore[arg-type]
    at_nodes = minutes_at_nodes(graph, mode, there, np.zeros(1))  # type: ignore[arg-type]
    return shapely.union_all(reached_lines(graph, mode, at_nodes, limit=limit))  # type: ignore[arg-type]


def test_half_the_minutes_reach_half_of_each_street() -> None:
    assert reached(6.0).length == pytest.approx(1000)
    assert reached(6.0).bounds == (EAST + 500, NORTH + 1000, EAST + 1000, NORTH + 1500)


def test_a_street_is_drawn_once_though_it_leads_both_ways() -> None:
    assert reached(60.0).length == pytest.approx(2010)


def test_what_no_car_may_travel_no_car_reaches() -> None:
    assert reached(60.0, "car").length == pytest.approx(1000)


def test_bands_lie_within_one_another_and_fill_no_forest(villages: Store) -> None:
    put_points(villages, [("Ahausen", 500, 1500, 100)])
    put_streets(villages)
    put_kitas(villages, kita("Kita", "Ahausen"))
    bands = isochrone(Workspace(villages), ReachQuestion(KITAS, mode="foot", limit_minutes=12))
    assert [band.minutes for band in bands] == [12, 10, 5]
    for wide, narrow in pairwise(bands):
        assert wide.lines.buffer(1).covers(narrow.lines)
    # The corner between street and path is as far from both as a forest is.
    assert bands[0].lines.distance(shapely.Point(EAST + 1000, NORTH + 1000)) == 500
