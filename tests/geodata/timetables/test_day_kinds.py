"""Which days are school days, holidays, Saturdays and Sundays, by what runs on them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geodata.timetables.day_kinds import day_kinds
from geodata.timetables.reading import read_timetable
from geodata.timetables.timetable import Timetable
from tests.feeds import VILLAGE_FEED, write_feed

Feed = Callable[..., Timetable]
CALENDAR = VILLAGE_FEED["calendar"]


@pytest.fixture
def read(tmp_path: Path) -> Feed:
    return lambda **tables: read_timetable(write_feed(tmp_path / "dorf.zip", **tables)).timetable


def test_a_holiday_is_a_stretch_where_trips_pause_and_come_back(read: Feed) -> None:
    kinds = day_kinds(read())
    assert list(kinds) == ["school", "holiday", "saturday"]
    assert kinds["school"].day == datetime.date(2026, 6, 2)
    assert kinds["holiday"].day == datetime.date(2026, 7, 1)
    assert [kinds[kind].trips for kind in ("school", "holiday", "saturday")] == [2, 1, 1]
    # The pause lasts from Wednesday 1 July to Tuesday 14 July: ten working days.
    assert len(kinds["holiday"].days) == 10
    assert max(kinds["holiday"].days) == datetime.date(2026, 7, 14)


def test_trips_of_another_service_on_the_same_course_are_the_same_trips(read: Feed) -> None:
    trips = VILLAGE_FEED["trips"] + "1,ferien,t4,Cetal\n"
    times = VILLAGE_FEED["stop_times"] + (
        "t4,07:00:00,07:00:00,a,1\nt4,07:05:00,07:06:00,b,2\nt4,07:15:00,07:15:00,c,3\n"
    )
    replaced = VILLAGE_FEED["calendar_dates"] + "\n" + "\n".join(
        f"ferien,202607{day:02d},1" for day in range(1, 15)
    )  # fmt: skip
    kinds = day_kinds(read(trips=trips, stop_times=times, calendar_dates=replaced))
    assert "holiday" not in kinds
    assert kinds["school"].trips == 2


def test_a_change_of_timetable_is_no_holiday(read: Feed) -> None:
    until = "service_id,date,exception_type\n" + "\n".join(
        f"schule,202607{day:02d},2" for day in range(1, 32)
    )
    assert "holiday" not in day_kinds(read(calendar_dates=until))


def test_a_bridge_day_is_no_week_of_holidays(read: Feed) -> None:
    once = "service_id,date,exception_type\nschule,20260616,2"
    assert "holiday" not in day_kinds(read(calendar_dates=once))


def test_a_public_holiday_counts_as_the_sunday_that_it_is_like(read: Feed) -> None:
    sunday = CALENDAR + "\nsonntags,0,0,0,0,0,0,1,20260601,20260731"
    trips = VILLAGE_FEED["trips"] + "1,sonntags,t4,Cetal\n"
    times = VILLAGE_FEED["stop_times"] + "t4,10:00:00,10:00:00,a,1\nt4,10:10:00,10:10:00,c,2\n"
    dates = (
        "service_id,date,exception_type\n"
        "werktags,20260617,2\nschule,20260617,2\nsonntags,20260617,1"
    )
    kinds = day_kinds(read(calendar=sunday, trips=trips, stop_times=times, calendar_dates=dates))
    assert datetime.date(2026, 6, 17) in kinds["sunday"].days
    assert "holiday" not in kinds


def test_around_heidelberg_the_holidays_of_2022_are_found(vrn: Any) -> None:
    kinds = day_kinds(vrn.timetable)
    assert {kind: found.trips for kind, found in kinds.items()} == {
        "school": 748,
        "holiday": 739,
        "saturday": 572,
        "sunday": 375,
    }
    # Summer holidays in Baden-Württemberg: 28 July to 10 September 2022.
    assert kinds["holiday"].day == datetime.date(2022, 7, 28)
    assert datetime.date(2022, 9, 8) in kinds["holiday"].days
    assert datetime.date(2022, 9, 13) in kinds["school"].days
