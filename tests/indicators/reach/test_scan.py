"""The scan against an independent search, and what it promises by hand."""

from __future__ import annotations

import datetime
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.timetables.connections import connections_on
from geodata.timetables.timetable import Timetable
from indicators.reach.footpaths import footpaths
from indicators.reach.scan import earliest_arrivals, latest_departures
from indicators.reach.walking import beeline_walks
from tests.indicators.reach.independent import Search
from tests.indicators.reach.worlds import (
    HOUR,
    a_world,
    after_some,
    array_of,
    asked,
    at,
    before_some,
    bounds_of,
    near,
    plain_changes,
)
from tests.timetables import DAY, clock, timetable_of, trip


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_forwards_the_scan_finds_what_dijkstra_finds(seed: int) -> None:
    rng = np.random.default_rng(seed)
    timetable, ways, stops = a_world(rng)
    connections, changes = asked(timetable, ways, stops)
    access, start, bounds = near(rng, stops), before_some(rng, connections), bounds_of(rng)
    found = earliest_arrivals(connections, changes, array_of(access, stops), start, **bounds)
    search = Search(connections, plain_changes(timetable, ways))
    expected = search.arrivals(access, start, **bounds)
    assert found.seconds.tolist() == [expected.get(stop, np.inf) for stop in range(stops)]


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_backwards_the_scan_finds_what_trying_every_departure_finds(seed: int) -> None:
    rng = np.random.default_rng(seed)
    timetable, ways, stops = a_world(rng)
    connections, changes = asked(timetable, ways, stops)
    egress, by, bounds = near(rng, stops), after_some(rng, connections), bounds_of(rng)
    found = latest_departures(connections, changes, array_of(egress, stops), by, **bounds)
    search = Search(connections, plain_changes(timetable, ways))
    expected = search.departures(egress, by, **bounds)
    assert found.seconds.tolist() == [expected.get(stop, -np.inf) for stop in range(stops)]


def test_the_random_worlds_have_changes_and_ways_on_foot_that_matter() -> None:
    """Else the two tests above would prove little."""
    changed = walked = 0
    for seed in range(200):
        rng = np.random.default_rng(seed)
        timetable, ways, stops = a_world(rng)
        connections, changes = asked(timetable, ways, stops)
        access = array_of(near(rng, stops), stops)
        start = before_some(rng, connections)
        found = earliest_arrivals(connections, changes, access, start)
        without = earliest_arrivals(connections, footpaths(timetable), access, start)
        changed += int((found.changes > 0).any())
        walked += int((found.seconds != without.seconds).any())
    assert changed > 80
    assert walked > 10


def test_the_last_bus_that_is_in_time_counts_and_not_the_first() -> None:
    timetable = timetable_of([trip((0, 7, 0), (1, 7, 20)), trip((0, 7, 10), (1, 7, 30))], stops=2)
    found = latest_departures(
        connections_on(timetable, DAY), footpaths(timetable), at(2, h1=300), clock(7, 35)
    )
    assert found.seconds.tolist() == [clock(7, 10), -np.inf]
    assert found.changes.tolist() == [0, -1]
    # Five minutes on foot from the stop: one minute less, and it is the bus before.
    earlier = latest_departures(
        connections_on(timetable, DAY), footpaths(timetable), at(2, h1=300), clock(7, 34)
    )
    assert earlier.seconds[0] == clock(7, 0)


@pytest.mark.parametrize(("change_s", "arrival"), [(120, (7, 40)), (121, (8, 40))])
def test_a_change_takes_its_time(change_s: int, arrival: tuple[int, int]) -> None:
    timetable = timetable_of(
        [
            trip((0, 7, 0), (1, 7, 18)),
            trip((1, 7, 20), (2, 7, 40)),
            trip((1, 8, 20), (2, 8, 40)),
        ],
        stops=3,
        change_s=change_s,
    )
    found = earliest_arrivals(
        connections_on(timetable, DAY), footpaths(timetable), at(3, h0=0), clock(7, 0)
    )
    assert found.seconds[2] == clock(*arrival)
    assert found.changes[2] == 1


def test_staying_on_board_is_no_change() -> None:
    timetable = timetable_of([trip((0, 7, 0), (1, 7, 10), (2, 7, 20))], stops=3, change_s=3600)
    found = earliest_arrivals(
        connections_on(timetable, DAY),
        footpaths(timetable),
        at(3, h0=0),
        clock(7, 0),
        most_changes=0,
    )
    assert found.seconds.tolist() == [np.inf, clock(7, 10), clock(7, 20)]


def test_changes_are_bounded() -> None:
    chain = [trip((n, 7, 10 * n), (n + 1, 7, 10 * n + 5)) for n in range(4)]
    timetable = timetable_of(chain, stops=5)
    day, ways = connections_on(timetable, DAY), footpaths(timetable)
    three = earliest_arrivals(day, ways, at(5, h0=0), clock(7, 0), most_changes=3)
    two = earliest_arrivals(day, ways, at(5, h0=0), clock(7, 0), most_changes=2)
    assert (three.seconds[4], three.changes[4]) == (clock(7, 35), 3)
    assert (two.seconds[4], two.changes[4]) == (np.inf, -1)


def test_what_takes_too_long_is_no_connection() -> None:
    timetable = timetable_of([trip((0, 7, 0), (1, 9, 0))], stops=2)
    day, ways = connections_on(timetable, DAY), footpaths(timetable)
    for longest, departure in ((2 * HOUR, clock(7, 0)), (2 * HOUR - 1, -np.inf)):
        found = latest_departures(day, ways, at(2, h1=0), clock(9, 0), longest_s=longest)
        assert found.seconds[0] == departure


def test_the_night_bus_of_the_evening_before_is_caught_after_midnight() -> None:
    timetable = timetable_of([trip((0, 24, 10), (1, 24, 30))], stops=2)
    day, ways = connections_on(timetable, DAY), footpaths(timetable)
    assert latest_departures(day, ways, at(2, h1=0), clock(1, 0)).seconds[0] == clock(0, 10)
    assert earliest_arrivals(day, ways, at(2, h0=0), clock(23, 0)).seconds[1] == clock(24, 30)


def test_on_foot_from_the_place_and_to_it() -> None:
    timetable = timetable_of([trip((0, 7, 0), (1, 7, 20))], stops=2)
    day, ways = connections_on(timetable, DAY), footpaths(timetable)
    by_foot = beeline_walks(
        np.array([400.0, 50_000.0]), np.zeros(2), timetable.x, timetable.y, limit_s=600
    )
    found = latest_departures(day, ways, at(2, h1=0), clock(7, 45)).from_points(by_foot)
    # 400 m are 520 m on foot, six and a half minutes.
    assert found.tolist() == [clock(7, 0) - 390, -np.inf]
    back = earliest_arrivals(day, ways, at(2, h0=0), clock(6, 0))
    there = beeline_walks(np.array([1400.0]), np.zeros(1), timetable.x, timetable.y, limit_s=600)
    assert back.at_points(there).tolist() == [clock(7, 20) + 390]


def test_nobody_gets_on_where_that_is_not_allowed() -> None:
    timetable = timetable_of([trip((0, 7, 0), (1, 7, 10), (2, 7, 20))], stops=3, closed=[(0, 0)])
    found = latest_departures(
        connections_on(timetable, DAY), footpaths(timetable), at(3, h2=0), clock(8, 0)
    )
    assert found.seconds.tolist() == [-np.inf, clock(7, 10), -np.inf]


def test_twenty_questions_of_the_real_feed_agree_with_dijkstra(vrn: Any) -> None:
    timetable: Timetable = vrn.timetable
    day = connections_on(timetable, datetime.date(2022, 6, 21))
    by_foot = beeline_walks(timetable.x, timetable.y, timetable.x, timetable.y, limit_s=300)
    changes = footpaths(timetable, by_foot)
    search = Search(day, changes.between)
    rng = np.random.default_rng(1)
    stops, served = len(timetable.stop_ids), np.unique(day.from_stop)
    for _ in range(20):
        start, end = (int(stop) for stop in rng.choice(served, 2))
        time = int(rng.integers(5 * HOUR, 22 * HOUR))
        bounds = {"most_changes": 3, "longest_s": 2 * HOUR}
        forwards = earliest_arrivals(day, changes, at(stops, **{f"h{start}": 0}), time, **bounds)
        expected = search.arrivals({start: 0}, time, **bounds)
        assert forwards.seconds.tolist() == [expected.get(stop, np.inf) for stop in range(stops)]
        backwards = latest_departures(day, changes, at(stops, **{f"h{end}": 0}), time, **bounds)
        leave = backwards.seconds[start]
        if np.isfinite(leave):
            reached = search.arrivals({start: 0}, int(leave), most_changes=3, longest_s=2 * HOUR)
            assert reached[end] <= time
        later = max(leave, time - 2 * HOUR - 1) + 1
        missed = search.arrivals({start: 0}, int(later), most_changes=3, longest_s=2 * HOUR)
        assert missed.get(end, np.inf) > time
