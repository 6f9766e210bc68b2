"""A way by bus leg by leg: what is told is really in the timetable, and is the best there is."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.timetables.connections import connections_on
from geodata.timetables.timetable import Timetable
from indicators.reach.footpaths import footpaths
from indicators.reach.journeys import (
    Journey,
    Ride,
    Walk,
    Ways,
    journey_arriving_by,
    journey_leaving_at,
)
from indicators.reach.scan import earliest_arrivals, latest_departures
from indicators.reach.walking import beeline_walks
from tests.indicators.reach.independent import Search
from tests.indicators.reach.worlds import (
    a_world,
    after_some,
    array_of,
    asked,
    at,
    bounds_of,
    near,
)
from tests.timetables import DAY, clock, timetable_of, trip


def school_way(**options: Any) -> Ways:
    """Bus to the junction, ten minutes on foot to the other stop there, train to the town."""
    timetable = timetable_of(
        [
            trip((0, 6, 50), (1, 7, 5)),
            trip((2, 7, 20), (3, 7, 40)),
            trip((2, 7, 10), (3, 7, 30)),
            trip((0, 7, 15), (3, 8, 20)),
        ],
        stops=4,
        places=[(0, 0), (9000, 0), (9450, 0), (20_000, 0)],
        kinds=[3, 2, 2, 3],
    )
    walks = beeline_walks(timetable.x, timetable.y, timetable.x, timetable.y, limit_s=600)
    return Ways(
        timetable,
        connections_on(timetable, DAY),
        footpaths(timetable, walks),
        options.get("access", at(4, h0=240)),
        options.get("egress", at(4, h3=300)),
    )


def test_the_way_to_school_by_0745() -> None:
    found = journey_arriving_by(school_way(), clock(7, 45))
    assert found is not None
    assert (found.departure_s, found.arrival_s, found.changes) == (clock(6, 46), clock(7, 45), 1)
    ride = {"trip": 0, "line": "Linie 0", "headsign": "Halt 1", "kind": 3}
    train = {"trip": 1, "line": "Linie 1", "headsign": "Halt 3", "kind": 2}
    assert found.legs == (
        Walk(None, 0, clock(6, 46), clock(6, 50)),
        Ride(0, 1, clock(6, 50), clock(7, 5), **ride),
        # 450 m are 585 m on foot.
        Walk(1, 2, clock(7, 5), clock(7, 5) + 439),
        Ride(2, 3, clock(7, 20), clock(7, 40), **train),
        Walk(3, None, clock(7, 40), clock(7, 45)),
    )


def test_who_has_time_until_half_past_eight_need_not_change() -> None:
    found = journey_arriving_by(school_way(), clock(8, 30))
    assert found is not None
    assert (found.departure_s, found.arrival_s, found.changes) == (clock(7, 11), clock(8, 25), 0)


def test_of_two_ways_that_leave_together_the_first_there_is_told() -> None:
    timetable = timetable_of(
        [trip((0, 7, 0), (1, 7, 5), (2, 7, 40)), trip((1, 7, 10), (2, 7, 20))], stops=3
    )
    day, changes = connections_on(timetable, DAY), footpaths(timetable)
    ways = Ways(timetable, day, changes, at(3, h0=0), at(3, h2=0))
    found = journey_arriving_by(ways, clock(8, 0))
    assert found is not None
    assert (found.departure_s, found.arrival_s, found.changes) == (clock(7, 0), clock(7, 20), 1)


def test_leaving_at_seven_the_first_arrival_counts() -> None:
    found = journey_leaving_at(school_way(), clock(7, 0))
    assert found is not None
    assert (found.departure_s, found.arrival_s) == (clock(7, 11), clock(8, 25))


def test_without_connection_there_is_no_journey() -> None:
    assert journey_arriving_by(school_way(), clock(6, 0)) is None
    assert journey_leaving_at(school_way(), clock(9, 0)) is None
    assert journey_arriving_by(school_way(access=at(4)), clock(9, 0)) is None


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_every_journey_can_be_made_and_none_is_better(seed: int) -> None:
    rng = np.random.default_rng(seed)
    timetable, ways, stops = a_world(rng)
    day, changes = asked(timetable, ways, stops)
    access, egress = near(rng, stops), near(rng, stops)
    by, bounds = after_some(rng, day), bounds_of(rng)
    asking = Ways(timetable, day, changes, array_of(access, stops), array_of(egress, stops))
    found = journey_arriving_by(asking, by, **bounds)
    latest = latest_departures(day, changes, asking.egress_s, by, **bounds)
    leave = (latest.seconds - asking.access_s).max()
    if found is None:
        assert not leave >= by - bounds["longest_s"]
        return
    assert found.departure_s == leave
    reached = earliest_arrivals(day, changes, asking.access_s, int(leave), **bounds)
    assert found.arrival_s == (reached.seconds + asking.egress_s).min()
    assert found.changes <= bounds["most_changes"]
    check(found, timetable, changes.between)


def check(found: Journey, timetable: Timetable, changes: dict[tuple[int, int], int]) -> None:
    """Rides run as told, changes leave enough time, and legs join."""
    rides = [leg for leg in found.legs if isinstance(leg, Ride)]
    for ride in rides:
        bounds = timetable.trip_start[ride.trip : ride.trip + 2]
        own = slice(*bounds)
        left, came = timetable.departure_s[own] % 86_400, timetable.arrival_s[own] % 86_400
        board = (timetable.from_stop[own] == ride.from_stop) & (left == ride.departure_s % 86_400)
        alight = (timetable.to_stop[own] == ride.to_stop) & (came == ride.arrival_s % 86_400)
        assert (board & timetable.board[own]).any()
        assert (alight & timetable.alight[own]).any()
        assert ride.departure_s <= ride.arrival_s
    for one, other in pairwise(rides):
        assert one.arrival_s + changes[one.to_stop, other.from_stop] <= other.departure_s
    for leg, onward in pairwise(found.legs):
        assert leg.arrival_s <= onward.departure_s
        assert isinstance(leg, Ride) or isinstance(onward, Ride)


def test_a_way_through_the_real_feed(vrn: Any) -> None:
    timetable: Timetable = vrn.timetable
    day = connections_on(timetable, datetime.date(2022, 6, 21))
    changes = footpaths(timetable)
    stops = len(timetable.stop_ids)
    served = np.unique(day.from_stop)
    rng, told = np.random.default_rng(7), 0
    search = Search(day, changes.between)
    for _ in range(10):
        start, end = (int(stop) for stop in rng.choice(served, 2, replace=False))
        ways = Ways(
            timetable, day, changes, at(stops, **{f"h{start}": 0}), at(stops, **{f"h{end}": 0})
        )
        found = journey_arriving_by(ways, clock(7, 45))
        if found is not None:
            told += 1
            check(found, timetable, changes.between)
            expected = search.arrivals(
                {start: 0}, found.departure_s, most_changes=4, longest_s=4 * 3600
            )
            assert found.arrival_s == expected[end]
    assert told >= 5
