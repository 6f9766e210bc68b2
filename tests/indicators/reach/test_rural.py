"""What the timetable offers places: trips a day, in time, and back, against plain trying."""

from __future__ import annotations

import datetime
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.timetables.connections import Connections, connections_on
from geodata.timetables.day_kinds import day_kinds
from geodata.timetables.timetable import Timetable
from indicators.reach.day_journeys import DayJourneys, journeys_from, journeys_to
from indicators.reach.footpaths import footpaths
from indicators.reach.rural import Target, Times, best_arriving_by, home_again, offer, offers
from indicators.reach.scan import latest_departures
from indicators.reach.walking import Walks, beeline_walks, nearest_by_stop
from tests.indicators.reach.independent import Search
from tests.indicators.reach.worlds import HOUR, a_world, array_of, asked, at, near, plain_changes
from tests.timetables import DAY, clock, timetable_of, trip

# The village lies at the first stop, the school at the last; nothing stops in the hamlet.
VILLAGE, HAMLET = 0, 1


def country() -> Timetable:
    """Two buses to school and a slow third one; one back at noon, and one late at night."""
    return timetable_of(
        [
            trip((0, 6, 30), (1, 6, 50), (2, 7, 10)),
            trip((0, 7, 0), (1, 7, 20), (2, 7, 40)),
            trip((0, 7, 0), (1, 7, 30), (2, 8, 50)),
            trip((2, 13, 10), (1, 13, 30), (0, 13, 50)),
            trip((2, 25, 0), (0, 25, 40)),
        ],
        stops=3,
        places=[(0, 0), (15_000, 0), (30_000, 0)],
    )


def target(timetable: Timetable) -> Target:
    homes_x, homes_y = np.array([0.0, 7_500.0]), np.zeros(2)
    walks = beeline_walks(homes_x, homes_y, timetable.x, timetable.y)
    return Target(footpaths(timetable), walks, at(3, h2=300))


@pytest.fixture
def day() -> Connections:
    return connections_on(country(), DAY)


def test_the_best_way_to_school_leaves_last_and_is_in_time(day: Connections) -> None:
    found = best_arriving_by(day, target(country()), clock(7, 45))
    assert found.departure_s.tolist() == [clock(7, 0), -np.inf]
    assert found.arrival_s.tolist() == [clock(7, 45), np.inf]
    assert found.minutes.tolist() == [45, np.inf]


def test_of_two_buses_that_leave_together_the_faster_one_counts(day: Connections) -> None:
    found = best_arriving_by(day, target(country()), clock(9, 0))
    assert found.arrival_s[VILLAGE] == clock(7, 45)


def test_nothing_is_in_time_at_half_past_six(day: Connections) -> None:
    assert best_arriving_by(day, target(country()), clock(6, 30)).minutes.tolist() == [np.inf] * 2


def test_is_there_a_way_home_between_one_and_five(day: Connections) -> None:
    home = home_again(day, target(country()), clock(13, 0), clock(17, 0))
    assert home.tolist() == [clock(13, 50), np.inf]
    assert home_again(day, target(country()), clock(13, 6), clock(17, 0))[VILLAGE] == np.inf
    assert home_again(day, target(country()), clock(13, 0), clock(13, 49))[VILLAGE] == np.inf


def test_trips_a_day_and_the_first_and_last_of_them(day: Connections) -> None:
    found = offer(day, target(country()))
    assert found.trips_there().tolist() == [2, 0]
    assert found.times_there(VILLAGE) == Times(2, clock(6, 30), clock(7, 0))
    # The night bus of this day counts, that of the night before does not.
    assert found.times_back(VILLAGE) == Times(2, clock(13, 5), clock(24, 55))
    assert found.times_back(HAMLET) == Times(0, None, None)


def test_a_trip_that_takes_too_long_is_no_offer(day: Connections) -> None:
    for longest, trips in ((45, 2), (44, 0)):
        found = offer(day, target(country()), longest_s=longest * 60)
        assert found.trips_there().tolist() == [trips, 0]


def test_school_day_holiday_and_saturday_are_told_apart(vrn: Any) -> None:
    timetable: Timetable = vrn.timetable
    starts = [name.startswith("Heidelberg, Hauptbahnhof") for name in timetable.stop_names]
    home = (timetable.stop_names == "Viernheim, Kapellenberg").nonzero()[0]
    walks = Walks(1, np.zeros(len(home), np.intp), home, np.zeros(len(home), np.int32), "streets")
    goal = Target(footpaths(timetable), walks, np.where(starts, 0.0, np.inf))
    found = offers(timetable, goal, day_kinds(timetable), longest_s=2 * HOUR)
    trips = {kind: int(told.trips_there()[0]) for kind, told in found.items()}
    assert trips["school"] >= trips["holiday"] > trips["sunday"] > 0


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_the_journeys_of_a_day_are_those_that_plain_trying_finds(seed: int) -> None:
    rng = np.random.default_rng(seed)
    timetable, ways, stops = a_world(rng)
    connections, changes = asked(timetable, ways, stops)
    access, egress = near(rng, stops), near(rng, stops)
    longest = int(rng.choice([HOUR, 3 * HOUR]))
    stop, seconds = np.array(sorted(access.items())).T
    walks = Walks(1, np.zeros(len(stop), np.intp), stop, seconds.astype(np.int32), "streets")
    goal = array_of(egress, stops)
    search = Search(connections, plain_changes(timetable, ways))
    there = journeys_to(connections, changes, walks, goal, longest_s=longest, most_changes=2)
    expected = tried(connections, search, access, egress, longest)
    inside = {(d, a) for d, a in expected if 3 * HOUR < a <= 27 * HOUR}
    assert pairs(there) == inside
    home = nearest_by_stop(walks, stops)
    back = journeys_from(
        connections, changes, home, goal_walks(egress), longest_s=longest, most_changes=2
    )
    assert pairs(back) == {(d, a) for d, a in expected if 3 * HOUR <= d < 27 * HOUR}


def goal_walks(egress: dict[int, int]) -> Walks:
    stop, seconds = np.array(sorted(egress.items())).T
    return Walks(1, np.zeros(len(stop), np.intp), stop, seconds.astype(np.int32), "streets")


def pairs(found: DayJourneys) -> set[tuple[float, float]]:
    return set(zip(found.departure_s.tolist(), found.arrival_s.tolist(), strict=True))


def tried(
    connections: Connections,
    search: Search,
    access: dict[int, int],
    egress: dict[int, int],
    longest: int,
) -> set[tuple[float, float]]:
    """Every moment at which one can leave is tried; what another beats is left out."""
    leaving = {
        int(departure) - seconds
        for stop, seconds in access.items()
        for departure in connections.departure_s[connections.from_stop == stop]
    }
    best: set[tuple[float, float]] = set()
    earliest = np.inf
    for moment in sorted(leaving, reverse=True):
        reached = search.arrivals(access, moment, most_changes=2, longest_s=10**6)
        there = min(
            (reached[s] + walk for s, walk in egress.items() if s in reached), default=np.inf
        )
        if there < earliest:
            earliest = there
            best.add((float(moment), float(there)))
    return {(d, a) for d, a in best if a - d <= longest}


def test_minutes_by_the_scan_and_by_the_journeys_of_a_day_agree(vrn: Any) -> None:
    timetable: Timetable = vrn.timetable
    connections = connections_on(timetable, datetime.date(2022, 6, 21))
    stops = len(timetable.stop_ids)
    walks = beeline_walks(timetable.x, timetable.y, timetable.x, timetable.y, limit_s=600)
    goal = Target(footpaths(timetable), walks, at(stops, h40=0))
    found = best_arriving_by(connections, goal, clock(7, 45), longest_s=2 * HOUR)
    latest = latest_departures(
        connections, goal.footpaths, goal.near_s, clock(7, 45), longest_s=2 * HOUR
    ).from_points(walks)
    fine = latest >= clock(5, 45)
    assert fine.sum() > 50
    assert (found.departure_s[fine] == latest[fine]).all()
    assert np.isinf(found.minutes[~fine]).all()
