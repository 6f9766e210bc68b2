"""On foot to the stop, between stops and away from them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from indicators.reach.footpaths import IMPASSABLE_S, footpaths
from indicators.reach.walking import beeline_walks, nearest_by_stop, street_walks
from tests.timetables import timetable_of, trip


def test_as_the_crow_flies_a_way_is_longer_by_the_detour_and_ends_at_the_limit() -> None:
    x, zero = np.array([0.0, 5000.0]), np.zeros(2)
    found = beeline_walks(x, zero, np.array([100.0, 1000.0, 5000.0]), np.zeros(3), limit_s=900)
    assert found.by == "beeline"
    assert found.point.tolist() == [0, 1]
    # 100 m are 130 m on foot, at 4.8 km/h 97.5 s; 1,000 m take 975 s and are too far.
    assert list(zip(found.stop.tolist(), found.seconds.tolist(), strict=True)) == [(0, 98), (2, 0)]


def test_over_the_streets_the_minutes_are_asked_for_some_stops_at_a_time() -> None:
    minutes = np.full((600, 3), np.inf)
    minutes[[0, 599, 599], [1, 0, 2]] = [10.0, 20.0, 20.1]
    asked: list[int] = []

    def minutes_to(stops: NDArray[np.intp]) -> NDArray[np.float64]:
        asked.append(len(stops))
        return minutes[stops]

    found = street_walks(minutes_to, 3, 600)
    ways = zip(found.point.tolist(), found.stop.tolist(), found.seconds.tolist(), strict=True)
    assert list(ways) == [(0, 599, 1200), (1, 0, 600)]
    assert (found.by, found.points) == ("streets", 3)
    assert sum(asked) == 600
    assert max(asked) < 600


def test_of_several_places_the_nearest_to_a_stop_counts() -> None:
    walks = beeline_walks(np.array([0.0, 60.0]), np.zeros(2), np.array([80.0, 9e4]), np.zeros(2))
    assert nearest_by_stop(walks, 2).tolist() == [20, np.inf]


def test_a_change_takes_the_change_time_or_the_way_and_the_feed_has_the_last_word() -> None:
    timetable = timetable_of(
        [trip((0, 7, 0), (1, 7, 10))],
        stops=4,
        stations=[0, 0, 1, 2],
        places=[(0, 0), (200, 0), (240, 0), (700, 0)],
        transfers=[(0, 1, 60), (2, 2, -1)],
    )
    walks = beeline_walks(timetable.x, timetable.y, timetable.x, timetable.y, limit_s=480)
    found = footpaths(timetable, walks).between
    # Within the station the way is not walked again; to the near stop a change takes 120 s at
    # least, to the far one 449 s.
    assert (found[1, 0], found[1, 2], found[2, 3]) == (120, 120, 449)
    assert (found[0, 1], found[2, 2]) == (60, IMPASSABLE_S)
    assert (0, 3) not in found
    assert found[0, 0] == 120


def test_without_ways_on_foot_people_change_within_stations_only() -> None:
    timetable = timetable_of([trip((0, 7, 0), (1, 7, 10))], stops=3, stations=[0, 1, 0])
    found = footpaths(timetable)
    assert sorted(found.between) == [(0, 0), (0, 2), (1, 1), (2, 0), (2, 2)]
    assert found.begins.tolist() == [0, 2, 3]
