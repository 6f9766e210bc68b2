"""What runs on one day, with the night before and the next morning."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from geodata.timetables.connections import Connections, connections_on
from geodata.timetables.reading import read_timetable
from geodata.timetables.refusals import NoServiceThatDay
from geodata.timetables.timetable import Timetable
from tests.feeds import write_feed

MONDAY, SATURDAY, SUNDAY = (datetime.date(2026, 6, day) for day in (1, 6, 7))


@pytest.fixture
def villages(tmp_path: Path) -> Timetable:
    return read_timetable(write_feed(tmp_path / "dorf.zip")).timetable


def minutes(found: Connections) -> list[tuple[int, int]]:
    return [
        (int(d), int(a))
        for d, a in zip(found.departure_s // 60, found.arrival_s // 60, strict=True)
    ]


def test_runs_stand_in_the_order_in_which_they_set_out(villages: Timetable) -> None:
    found = connections_on(villages, MONDAY)
    assert minutes(found) == [(420, 425), (426, 435), (480, 485), (486, 495)]
    assert found.run.tolist() == [0, 0, 1, 1]
    assert found.run_trip.tolist() == [1, 0]
    assert found.longest_run_s == 15 * 60


def test_the_bus_after_midnight_belongs_to_both_days(villages: Timetable) -> None:
    assert minutes(connections_on(villages, SATURDAY)) == [(1470, 1480)]
    with pytest.raises(NoServiceThatDay):
        connections_on(villages, SUNDAY)


def test_the_night_before_comes_with_its_hours_after_midnight(tmp_path: Path) -> None:
    nights = (
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
        "t1,23:50:00,23:50:00,a,1\nt1,24:10:00,24:10:00,b,2\nt1,24:20:00,24:20:00,c,3\n"
        "t2,05:00:00,05:00:00,c,1\nt2,05:30:00,05:30:00,a,2"
    )
    read = read_timetable(write_feed(tmp_path / "n.zip", stop_times=nights))
    found = connections_on(read.timetable, MONDAY + datetime.timedelta(days=1))
    # The ride before midnight belongs to Monday alone; Wednesday's first bus is at 29 o'clock.
    assert minutes(found) == [
        *((10, 20), (300, 330)),
        *((1430, 1450), (1450, 1460), (1740, 1770)),
    ]


def test_a_day_without_service_names_one_that_has(villages: Timetable) -> None:
    with pytest.raises(NoServiceThatDay, match=r"vom 01\.06\.2026 bis zum 31\.07\.2026") as told:
        connections_on(villages, datetime.date(2027, 1, 1))
    assert "zum Beispiel den 31.07.2026" in str(told.value)
    with pytest.raises(NoServiceThatDay, match=r"zum Beispiel den 0\d\.06\.2026"):
        connections_on(villages, SUNDAY)


def test_the_mirror_of_the_mirror_is_the_day_itself(vrn: Any) -> None:
    found = connections_on(vrn.timetable, datetime.date(2022, 6, 21))
    again = found.mirrored.mirrored
    for name in ("from_stop", "to_stop", "departure_s", "arrival_s", "board", "alight"):
        own, mirrored = getattr(found, name), getattr(again, name)
        order, other = (
            np.lexsort((c.departure_s, c.arrival_s, c.from_stop, c.run_trip[c.run]))
            for c in (found, again)
        )
        assert (own[order] == mirrored[other]).all(), name
    assert (np.diff(found.mirrored.run_first_s) >= 0).all()


def test_the_weekday_of_the_benchmark_has_22221_rides_of_its_own(vrn: Any) -> None:
    day = datetime.date(2022, 6, 21)
    trips = vrn.timetable.trips_on(day)
    assert int(np.diff(vrn.timetable.trip_start)[trips].sum()) == 22_221
