"""Ways of a file become the edges of a graph."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from geodata.streets.graph import street_graph
from tests.roads import edges_of, put_together
from tests.villages import EAST, NORTH

STREET = {"highway": "residential"}
# 25 km/h: 100 m in 0.24 minutes.
PER_100_M = 0.24


def test_points_where_nothing_branches_off_go_and_the_course_stays(tmp_path: Path) -> None:
    points = {"A": (0, 0), "B": (100, 0), "C": (100, 100), "D": (200, 100), "E": (100, 200)}
    graph = put_together(tmp_path, points, [("ABC", STREET), ("DCE", STREET)]).graph
    assert edges_of(graph, "car") == {
        pair: pytest.approx(minutes, abs=1e-3)
        for (a, b), minutes in {
            ("0,0", "100,100"): 2 * PER_100_M,
            ("100,100", "200,100"): PER_100_M,
            ("100,100", "100,200"): PER_100_M,
        }.items()
        for pair in ((a, b), (b, a))
    }
    long = int(np.flatnonzero(np.round(graph.length_m) == 200)[0])
    x, y = graph.course(long)
    course = [(round(a - EAST), round(b - NORTH)) for a, b in zip(x, y, strict=True)]
    assert course in ([(0, 0), (100, 0), (100, 100)], [(100, 100), (100, 0), (0, 0)])


def test_two_ways_in_opposite_directions_are_one_street(tmp_path: Path) -> None:
    points = {"A": (0, 0), "B": (100, 0), "C": (200, 0)}
    one_way = {**STREET, "oneway": "yes"}
    against = {**STREET, "oneway": "-1"}
    graph = put_together(tmp_path, points, [("AB", one_way), ("CB", against)]).graph
    assert edges_of(graph, "foot") == {
        ("0,0", "200,0"): pytest.approx(2.4, abs=1e-3),
        ("200,0", "0,0"): pytest.approx(2.4, abs=1e-3),
    }
    # A way there without a way back is left out.
    assert edges_of(graph, "car") == {}


def test_a_street_is_parted_where_its_speed_changes(tmp_path: Path) -> None:
    points = {"A": (0, 0), "B": (100, 0), "C": (200, 0)}
    ways = [("AB", STREET), ("BC", {**STREET, "maxspeed": "50"})]
    graph = put_together(tmp_path, points, ways).graph
    assert edges_of(graph, "car")["100,0", "200,0"] == pytest.approx(0.15, abs=1e-3)
    assert len(graph.x) == 3


def test_a_one_way_street_goes_one_way_and_feet_both(tmp_path: Path) -> None:
    points = {"A": (0, 0), "B": (100, 0), "C": (100, 100)}
    ways = [("AB", {**STREET, "oneway": "yes"}), ("BCA", STREET)]
    graph = put_together(tmp_path, points, ways).graph
    assert ("0,0", "100,0") in edges_of(graph, "car")
    assert sum(1 for pair in edges_of(graph, "car") if pair == ("100,0", "0,0")) == 1
    by_hand = {e for e in range(len(graph.start)) if round(float(graph.length_m[e])) == 100}
    assert sorted(np.isfinite(graph.minutes["car"][e]) for e in by_hand) == [False, True]
    assert all(np.isfinite(graph.minutes["foot"][e]) for e in by_hand)


def test_what_is_not_connected_with_most_is_left_out_and_counted(tmp_path: Path) -> None:
    points = {"A": (0, 0), "B": (300, 0), "C": (300, 300), "X": (5000, 0), "Y": (5400, 0)}
    built = put_together(tmp_path, points, [("AB", STREET), ("CB", STREET), ("XY", STREET)])
    assert {name for pair in edges_of(built.graph, "foot") for name in pair} == {
        "0,0",
        "300,300",
    }
    assert built.left_out_m["foot"] == pytest.approx(400, abs=0.5)


def test_a_bollard_stops_cars_and_nobody_else(tmp_path: Path) -> None:
    points = {"A": (0, 0), "B": (100, 0), "C": (200, 0), "D": (100, 300)}
    ways = [("ABC", STREET), ("CDA", STREET)]
    barriers = {"B": {"barrier": "bollard"}}
    graph = put_together(tmp_path, points, ways, barriers).graph
    drivable = edges_of(graph, "car")
    assert sum(drivable.values()) == pytest.approx(
        2 * PER_100_M * (1.98 + 2 * np.hypot(100, 300) / 100), abs=0.01
    )
    closed = np.isfinite(graph.minutes["foot"]) & ~np.isfinite(graph.minutes["car"])
    assert graph.length_m[closed].tolist() == [pytest.approx(2, abs=0.01)] * 2


def test_a_barrier_in_the_middle_of_a_crossing_closes_every_arm(tmp_path: Path) -> None:
    points = {"A": (0, 0), "B": (100, 0), "C": (200, 0), "D": (100, 100)}
    ways = [("ABC", STREET), ("BD", STREET)]
    barriers = {"B": {"barrier": "bollard"}}
    graph = put_together(tmp_path, points, ways, barriers).graph
    assert len(edges_of(graph, "car")) == 2
    assert sum(minutes < np.inf for minutes in graph.minutes["foot"]) == 12


def test_a_ferry_takes_as_long_as_it_says(tmp_path: Path) -> None:
    points = {"A": (0, 0), "B": (100, 0), "C": (400, 0), "D": (500, 0), "E": (600, 0)}
    ferry = {"route": "ferry", "duration": "00:06", "motor_vehicle": "yes"}
    ways = [("AB", STREET), ("BCD", ferry), ("DE", STREET)]
    graph = put_together(tmp_path, points, ways).graph
    for mode in ("foot", "car"):
        assert edges_of(graph, mode)["100,0", "500,0"] == pytest.approx(6, abs=1e-3)


def test_a_ferry_with_a_stop_on_the_way_spreads_its_time(tmp_path: Path) -> None:
    points = {"A": (0, 0), "B": (300, 0), "C": (400, 0), "D": (300, 100)}
    ferry = {"route": "ferry", "duration": "8"}
    graph = put_together(tmp_path, points, [("ABC", ferry), ("BD", STREET)]).graph
    assert edges_of(graph, "foot")["0,0", "300,0"] == pytest.approx(6, abs=1e-3)


def test_a_point_that_the_file_does_not_have_cuts_the_way(tmp_path: Path) -> None:
    points = {"A": (0, 0), "B": (100, 0), "D": (300, 0), "E": (350, 0)}
    built = put_together(tmp_path, points, [("ABCDE", STREET)])
    assert set(edges_of(built.graph, "foot")) == {("0,0", "100,0"), ("100,0", "0,0")}
    assert built.left_out_m["foot"] == pytest.approx(50, abs=0.5)


def test_a_ring_without_a_branch_is_a_street_too(tmp_path: Path) -> None:
    points = {"A": (0, 0), "B": (100, 0), "C": (100, 100), "D": (0, 100)}
    graph = put_together(tmp_path, points, [("ABCDA", STREET)]).graph
    assert len(graph.x) == 1
    assert graph.length_m.tolist() == [pytest.approx(400, abs=0.1)] * 2
    assert graph.shape.twin.tolist() == [1, 0]


def test_a_ring_on_a_stem(tmp_path: Path) -> None:
    points = {"A": (0, 0), "B": (100, 0), "C": (100, 100), "D": (0, 100), "E": (-50, 0)}
    graph = put_together(tmp_path, points, [("ABCDA", STREET), ("AE", STREET)]).graph
    assert sorted(np.round(graph.length_m).tolist()) == [50, 50, 400, 400]


def test_a_graph_comes_back_from_the_store_as_it_went(tmp_path: Path) -> None:
    points = {"A": (0, 0), "B": (100, 0), "C": (100, 100), "D": (0, 100), "E": (-50, 0)}
    ways = [("ABC", {**STREET, "oneway": "yes"}), ("CDA", STREET), ("AE", STREET)]
    graph = put_together(tmp_path, points, ways).graph
    back = street_graph(graph.stored())
    for name in ("x", "y", "start", "end", "length_m", "line_offsets", "line_x", "line_y"):
        assert np.array_equal(getattr(back, name), getattr(graph, name)), name
    for mode, minutes in graph.minutes.items():
        assert np.array_equal(back.minutes[mode], minutes)
    assert np.array_equal(back.shape.twin, graph.shape.twin)
    assert (back.title, back.attribution, back.nature) == ("Welt", "© Wir", "real")
