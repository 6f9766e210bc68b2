"""From a true place to the nearest street."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings

from geodata.streets.graph import StreetGraph
from indicators.reach.snapping import snapped
from tests.indicators.reach.networks import INF, network, networks, places

# A street that swings far out, and a straight one.
BOW = network([(0.0, 0.0), (1000.0, 0.0)], [(0, 1, 5, 5)])


def at(*xy: tuple[float, float]) -> tuple[np.ndarray, np.ndarray]:
    points = np.array(xy, np.float64)
    return points[:, 0], points[:, 1]


def test_the_course_counts_and_not_the_line_between_its_ends() -> None:
    (bend_x,), (bend_y,) = BOW.line_x[1:2], BOW.line_y[1:2]
    found = snapped(BOW, "foot", *at((bend_x, bend_y)))
    assert found.distance_m.tolist() == [0]
    assert found.share[0] == pytest.approx(0.5, abs=0.01)


def test_far_places_are_named_with_their_distance() -> None:
    found = snapped(BOW, "foot", *at((500, 1000), (500, 8000)))
    assert found.reachable.tolist() == [True, False]
    assert found.distance_m.tolist() == [pytest.approx(1002, abs=1), pytest.approx(8002, abs=1)]


def test_only_streets_that_the_mode_may_travel_count() -> None:
    two = network([(0, 0), (900, 0), (0, 200), (900, 200)], [(0, 1, 5, 5), (2, 3, 5, 5)])
    closed = two.with_minutes("car", [0, 1], INF)
    fresh = StreetGraph(**{**_fields(two), "minutes": closed.minutes})
    assert snapped(fresh, "foot", *at((400, 40))).edge.tolist() == [0]
    assert snapped(fresh, "car", *at((400, 40))).edge.tolist() == [2]


def test_a_street_closed_in_a_copy_keeps_those_who_live_there() -> None:
    two = network([(0, 0), (900, 0), (0, 200), (900, 200)], [(0, 1, 5, 5), (2, 3, 5, 5)])
    before = snapped(two, "car", *at((400, 40)))
    closed = two.with_minutes("car", [0, 1], INF)
    assert snapped(closed, "car", *at((400, 40))).edge.tolist() == before.edge.tolist()


def test_the_same_places_are_looked_up_once() -> None:
    first = snapped(BOW, "foot", *at((100, 20), (500, 20)))
    assert snapped(BOW, "foot", *at((100, 20), (500, 20))) is first
    assert snapped(BOW, "foot", *at((100, 20), (500, 21))) is not first
    assert snapped(BOW, "car", *at((100, 20), (500, 20))) is not first


def test_some_of_the_places_in_another_order() -> None:
    found = snapped(BOW, "foot", *at((0, 10), (500, 20), (1000, 30)))
    some = found.chosen([2, 0])
    assert some.x.tolist() == [1000, 0]
    assert len(some) == 2


@settings(max_examples=80, deadline=None)
@given(networks(), places())
def test_nothing_is_nearer(graph: StreetGraph, spots: tuple[np.ndarray, np.ndarray]) -> None:
    found = snapped(graph, "foot", *spots)
    lines = [
        shapely.LineString(np.column_stack(graph.course(edge))) for edge in range(len(graph.start))
    ]
    for number, point in enumerate(shapely.points(*spots)):
        assert found.distance_m[number] == pytest.approx(shapely.distance(lines, point).min())
        foot = lines[found.edge[number]].interpolate(found.share[number], normalized=True)
        assert foot.distance(point) == pytest.approx(found.distance_m[number], abs=1e-6)


def _fields(graph: StreetGraph) -> dict[str, object]:
    return {name: getattr(graph, name) for name in graph.__dataclass_fields__}
