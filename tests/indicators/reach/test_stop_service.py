"""Departures per stop, and the class of service that they make."""

from __future__ import annotations

import numpy as np

from geodata.timetables.connections import connections_on
from indicators.reach.stop_service import classes_at, departures, service_classes, stop_categories
from tests.timetables import DAY, clock, timetable_of, trip


def test_departures_are_those_of_the_traffic_day() -> None:
    timetable = timetable_of(
        [trip((0, 6, 0), (1, 6, 10), (0, 6, 20)), trip((0, 25, 0), (1, 25, 10))], stops=2
    )
    day = connections_on(timetable, DAY)
    # The night bus of the evening before stands in the day too, and is not counted again.
    assert (day.departure_s == clock(1, 0)).sum() == 1
    assert departures(day).tolist() == [2, 1]
    assert departures(day, since_s=clock(6, 0), until_s=clock(6, 10)).tolist() == [1, 0]


def every(minutes: int, start: int, end: int) -> list[list[tuple[int, int, int]]]:
    """Back and forth between two stops from 6 to 20 o'clock."""
    return [
        [(one, 60 * minute, 60 * minute), (other, 60 * minute + 300, 60 * minute + 300)]
        for minute in range(6 * 60, 20 * 60, minutes)
        for one, other in ((start, end), (end, start))
    ]


def test_a_bus_every_hour_each_way_makes_its_stops_category_six() -> None:
    courses = [(3600 * hour, ends) for hour in range(6, 20) for ends in ((0, 2), (2, 0))]
    middle = [
        [(start, t, t), (1, t + 60, t + 60), (end, t + 120, t + 120)] for t, (start, end) in courses
    ]
    timetable = timetable_of(middle, stops=4)
    found = stop_categories(timetable, connections_on(timetable, DAY))
    # In the middle it leaves 28 times in 14 hours, at the ends 14 times; the last stop has nothing.
    assert found.tolist() == [7, 6, 7, 0]


def test_a_train_makes_more_of_a_stop_than_a_bus() -> None:
    trips = [*every(30, 0, 1), *every(30, 2, 3)]
    kinds = [3] * len(every(30, 0, 1)) + [2] * len(every(30, 2, 3))
    timetable = timetable_of(trips, stops=4, kinds=kinds)
    assert stop_categories(timetable, connections_on(timetable, DAY)).tolist() == [6, 6, 5, 5]


def test_three_buses_a_day_make_no_category() -> None:
    timetable = timetable_of([trip((0, hour, 0), (1, hour, 10)) for hour in (7, 13, 16)], stops=2)
    assert stop_categories(timetable, connections_on(timetable, DAY)).tolist() == [0, 0]


def test_the_class_falls_with_the_distance_and_ends() -> None:
    timetable = timetable_of([trip((0, 7, 0), (1, 7, 10))], stops=2, places=[(0, 0), (9000, 0)])
    categories = np.array([6, 0], np.int8)
    x = np.array([0.0, 300.0, 301.0, 751.0, 9000.0])
    assert classes_at(timetable, categories, x, np.zeros(5)) == ["E", "E", "F", "", ""]


def test_the_tables_of_the_method_are_whole() -> None:
    method = service_classes()
    assert len(method.classes) == 8
    assert {len(row) for row in method.classes} == {len(method.distances_m)}
    assert {len(row) for row in method.categories.values()} == {len(method.intervals)}
    assert list(method.categories) == ["bus", "tram", "rail"]
    for better, worse in zip(method.classes[:-1], method.classes[1:], strict=True):
        assert all((b or "Z") <= (w or "Z") for b, w in zip(better, worse, strict=True))
