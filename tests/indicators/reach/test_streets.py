"""Minutes by street, against a plain search on random networks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from geodata.streets.graph import StreetGraph
from indicators.reach.closing import kept_minutes
from indicators.reach.routes import route
from indicators.reach.streets import (
    minutes_from,
    minutes_per_facility,
    minutes_to_nearest,
    snapped,
)
from tests.indicators.reach.networks import INF, network, networks, places
from tests.indicators.reach.plain_search import all_minutes

Spots = tuple[np.ndarray, np.ndarray]

# West to east, 1 km each, 6 minutes by the mode; the last street leads east only.
ROW = network(
    [(0, 0), (1000, 0), (2000, 0), (3000, 0)],
    [(0, 1, 6, 6), (1, 2, 6, 6), (2, 3, 6, INF)],
)
STRAIGHT = network([(0, 0), (1000, 0)], [(0, 1, 10, 10)])


@settings(max_examples=150, deadline=None)
@given(networks(), places(), places())
def test_minutes_are_those_of_a_plain_search(
    graph: StreetGraph, schools: Spots, homes: Spots
) -> None:
    there, here = snapped(graph, "bike", *schools), snapped(graph, "bike", *homes)
    expected = np.array(all_minutes(graph, "bike", there, here))
    matrix = minutes_per_facility(graph, "bike", there, here)
    assert np.allclose(matrix, expected, rtol=1e-5)
    minutes, nearest = minutes_to_nearest(graph, "bike", there, here)
    assert np.allclose(minutes, expected.min(axis=0), rtol=1e-5)
    for home, school in enumerate(nearest):
        if school < 0:
            assert np.isinf(expected[:, home]).all()
        else:
            assert expected[school, home] == pytest.approx(minutes[home], rel=1e-5)


@settings(max_examples=100, deadline=None)
@given(networks(), places(), places(most=1))
def test_from_one_place_and_along_the_route_it_is_the_same(
    graph: StreetGraph, schools: Spots, home: Spots
) -> None:
    there, here = snapped(graph, "car", *schools), snapped(graph, "car", *home)
    expected = np.array(all_minutes(graph, "car", there, here))[:, 0]
    for number in range(len(there)):
        found = route(graph, "car", here, there.chosen([number]))
        if np.isinf(expected[number]):
            assert found is None
            continue
        assert found is not None
        assert found.minutes == pytest.approx(expected[number], rel=1e-5)
        assert (found.x[0], found.y[0]) == (home[0][0], home[1][0])
        assert (found.x[-1], found.y[-1]) == (schools[0][number], schools[1][number])
        walked = here.distance_m[0] + there.distance_m[number]
        drawn = np.hypot(np.diff(found.x), np.diff(found.y)).sum()
        assert drawn == pytest.approx(found.length_m + walked, rel=1e-4, abs=0.01)


@settings(max_examples=60, deadline=None)
@given(networks(), places(most=1))
def test_from_one_place_to_every_node(graph: StreetGraph, home: Spots) -> None:
    here = snapped(graph, "foot", *home)
    nodes = snapped(graph, "foot", graph.x, graph.y)
    on_street = nodes.distance_m == 0
    found = minutes_from(graph, "foot", here)
    expected = minutes_per_facility(graph, "foot", nodes, here)[:, 0]
    assert np.allclose(found[on_street], expected[on_street], rtol=1e-5)


@settings(max_examples=60, deadline=None)
@given(networks(), places(), places())
def test_closing_a_place_is_as_if_it_had_never_been(
    graph: StreetGraph, schools: Spots, homes: Spots
) -> None:
    there, here = snapped(graph, "foot", *schools), snapped(graph, "foot", *homes)
    held = kept_minutes(minutes_per_facility(graph, "foot", there, here))
    assert np.allclose(held.shortest, minutes_to_nearest(graph, "foot", there, here)[0])
    for closed in range(len(there)):
        left = [number for number in range(len(there)) if number != closed]
        minutes, nearest = held.without([closed])
        again, _ = minutes_to_nearest(graph, "foot", there.chosen(left), here)
        assert np.allclose(minutes, again)
        assert closed not in nearest
    minutes, nearest = held.without(range(len(there)))
    assert np.isinf(minutes).all()
    assert (nearest == -1).all()


@settings(max_examples=60, deadline=None)
@given(networks(), places(), places())
def test_a_closed_street_is_closed_and_nothing_else_changes(
    graph: StreetGraph, schools: Spots, homes: Spots
) -> None:
    there, here = snapped(graph, "car", *schools), snapped(graph, "car", *homes)
    untouched = minutes_per_facility(graph, "car", there, here)
    slower = graph.with_minutes("car", [0], 99.0)
    slowest = slower.with_minutes("car", [0, len(graph.start) - 1], 50.0)
    for altered in (slowest, slower):
        expected = np.array(all_minutes(altered, "car", there, here))
        assert np.allclose(minutes_per_facility(altered, "car", there, here), expected, rtol=1e-5)
    shut = slowest.with_minutes("car", [0], INF)
    anew = replace(shut, altered=None)
    again = snapped(graph, "car", *homes)
    found = minutes_to_nearest(shut, "car", there, here)[0]
    assert np.allclose(found, minutes_to_nearest(anew, "car", there, again)[0], rtol=1e-5)
    bicycles = minutes_to_nearest(shut, "bike", there, here)[0]
    assert np.allclose(bicycles, minutes_to_nearest(graph, "bike", there, here)[0])
    assert np.array_equal(minutes_per_facility(graph, "car", there, here), untouched)


def test_a_school_one_street_ahead() -> None:
    homes = snapped(ROW, "car", np.array([500.0]), np.array([0.0]))
    schools = snapped(ROW, "car", np.array([1500.0, 2500.0]), np.array([0.0, 0.0]))
    minutes, nearest = minutes_to_nearest(ROW, "car", schools, homes)
    assert minutes[0] == pytest.approx(6, abs=0.2)
    assert nearest.tolist() == [0]


def test_on_one_street_nobody_goes_round_by_the_crossing() -> None:
    school = snapped(STRAIGHT, "bike", np.array([400.0]), np.array([0.0]))
    homes = snapped(STRAIGHT, "bike", np.array([300.0, 500.0]), np.array([0.0, 0.0]))
    minutes, _ = minutes_to_nearest(STRAIGHT, "bike", school, homes)
    assert minutes.tolist() == [pytest.approx(1, abs=0.15), pytest.approx(1, abs=0.15)]


def test_from_the_end_of_a_one_way_street_no_way_leads_back() -> None:
    school = snapped(ROW, "car", np.array([0.0]), np.array([0.0]))
    home = snapped(ROW, "car", np.array([3000.0]), np.array([0.0]))
    minutes, nearest = minutes_to_nearest(ROW, "car", school, home)
    assert (minutes.tolist(), nearest.tolist()) == ([INF], [-1])
    assert route(ROW, "car", home, school) is None
    assert route(ROW, "car", school, home) is not None


def test_the_walk_from_the_door_to_the_street_is_counted() -> None:
    school = snapped(STRAIGHT, "car", np.array([1000.0]), np.array([0.0]))
    beside = snapped(STRAIGHT, "car", np.array([1000.0]), np.array([500.0]))
    minutes, _ = minutes_to_nearest(STRAIGHT, "car", school, beside)
    # 500 m at 5 km/h.
    assert minutes[0] == pytest.approx(6, abs=0.01)


def test_without_a_place_there_is_no_nearest() -> None:
    home = snapped(ROW, "foot", np.array([0.0]), np.array([0.0]))
    none = home.chosen(np.zeros(0, np.int64))
    minutes, nearest = minutes_to_nearest(ROW, "foot", none, home)
    assert (minutes.tolist(), nearest.tolist()) == ([INF], [-1])
    assert minutes_per_facility(ROW, "foot", none, home).shape == (0, 1)


def test_who_lives_on_a_closed_street_walks_to_its_end() -> None:
    home = snapped(ROW, "car", np.array([250.0]), np.array([0.0]))
    school = snapped(ROW, "car", np.array([2000.0]), np.array([0.0]))
    closed = ROW.with_minutes("car", [0, 1], INF)
    minutes, _ = minutes_to_nearest(closed, "car", school, home)
    # About 750 m on foot, then 6 minutes by car.
    assert minutes[0] == pytest.approx(9 + 6, abs=0.2)


def test_a_street_that_opens_is_found_and_taken() -> None:
    detour = network([(0, 0), (1000, 0)], [(0, 1, 30, 30), (0, 1, INF, INF)])
    home = snapped(detour, "car", np.array([0.0]), np.array([0.0]))
    school = snapped(detour, "car", np.array([1000.0]), np.array([0.0]))
    before = minutes_to_nearest(detour, "car", school, home)[0]
    after = minutes_to_nearest(detour.with_minutes("car", [2], 3.0), "car", school, home)[0]
    again = minutes_to_nearest(detour, "car", school, home)[0]
    assert [before[0], after[0], again[0]] == [30, 3, 30]


def test_closing_what_is_closed_changes_nothing() -> None:
    half = network(
        [(0, 0), (1000, 0), (2000, 0)], [(0, 1, 10, 10), (1, 2, 5, INF), (1, 2, INF, INF)]
    )
    home = snapped(half, "car", np.array([0.0]), np.array([0.0]))
    school = snapped(half, "car", np.array([2000.0]), np.array([0.0]))
    shut = half.with_minutes("car", [3], INF)
    assert minutes_to_nearest(shut, "car", school, home)[0].tolist() == [15]
    assert minutes_to_nearest(shut.with_minutes("car", [2, 3], INF), "car", school, home)[0] > 20


def test_asking_first_after_a_closure_spoils_nothing() -> None:
    fresh = network([(0, 0), (1000, 0)], [(0, 1, 10, 10), (0, 1, 4, 4)])
    closed = fresh.with_minutes("car", [2, 3], INF)
    home = snapped(closed, "car", np.array([0.0]), np.array([0.0]))
    school = snapped(closed, "car", np.array([1000.0]), np.array([0.0]))
    assert minutes_to_nearest(closed, "car", school, home)[0].tolist() == [10]
    assert minutes_to_nearest(fresh, "car", school, home)[0].tolist() == [4]


def test_streets_of_no_mode_reach_nothing() -> None:
    shut = network([(0, 0), (1000, 0)], [(0, 1, INF, INF)])
    nowhere = snapped(shut, "bike", np.array([0.0]), np.array([0.0]))
    assert nowhere.reachable.tolist() == [False]
    assert minutes_to_nearest(shut, "bike", nowhere, nowhere)[0].tolist() == [INF]
