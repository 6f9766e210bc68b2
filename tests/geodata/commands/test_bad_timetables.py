"""Every bad timetable of docs/SCHLECHTE-EINGABEN.md, through the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.feeds import STOPS, VILLAGE_FEED, stop, write_feed
from tests.geodata.commands.test_bad_input import (  # noqa: F401 - fixtures
    Door,
    accepted,
    packed,
    refused,
    spoken,
)

TIMES = VILLAGE_FEED["stop_times"]
Refuse = Callable[..., str]


@pytest.fixture
def feed_refused(refused: Door, tmp_path: Path) -> Refuse:  # noqa: F811
    """The village feed with some of its tables replaced, brought in and refused."""
    return lambda **tables: refused("timetable", write_feed(tmp_path / "dorf.zip", **tables))


def test_a_timetable_that_is_no_archive(refused: Door, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "dorf.zip").write_text("<html>404</html>")
    refused("timetable", tmp_path / "dorf.zip")


def test_a_timetable_cut_short(refused: Door, tmp_path: Path) -> None:  # noqa: F811
    path = write_feed(tmp_path / "dorf.zip")
    path.write_bytes(path.read_bytes()[:-40])
    refused("timetable", path)


def test_a_timetable_that_writes_outside_its_folder(refused: Door, packed: Any) -> None:  # noqa: F811
    refused("timetable", packed("dorf.zip", {**VILLAGE_FEED, "../../boese.txt": "x"}))


def test_a_timetable_that_is_a_zip_bomb(feed_refused: Refuse) -> None:
    feed_refused(stop_times=TIMES + "\n" * 60_000_000)


def test_a_timetable_without_stop_times(feed_refused: Refuse) -> None:
    feed_refused(without=("stop_times",))


def test_an_archive_of_something_else(refused: Door, packed: Any) -> None:  # noqa: F811
    refused("timetable", packed("dorf.zip", {"lies.mich": "Hallo", "bild.png": b"PNG"}))


def test_two_timetables_in_one_archive(refused: Door, packed: Any) -> None:  # noqa: F811
    members = {f"{folder}/{t}.txt": text for folder in "ab" for t, text in VILLAGE_FEED.items()}
    refused("timetable", packed("dorf.zip", members))


def test_a_timetable_without_calendar(feed_refused: Refuse) -> None:
    feed_refused(without=("calendar", "calendar_dates"))


def test_a_timetable_without_a_column(feed_refused: Refuse) -> None:
    feed_refused(stop_times=TIMES.replace("stop_sequence", "reihenfolge"))


def test_a_timetable_with_an_empty_table(feed_refused: Refuse) -> None:
    feed_refused(trips="route_id,service_id,trip_id\n")


def test_a_timetable_with_a_torn_table(feed_refused: Refuse) -> None:
    feed_refused(routes='route_id,route_short_name,route_type\n1,"Linie 1,3\n')


def test_a_stop_that_is_named_twice(feed_refused: Refuse) -> None:
    feed_refused(stops=STOPS + "\n" + stop("a", "Noch einmal", 0, 0))


def test_a_stop_without_coordinates(feed_refused: Refuse) -> None:
    feed_refused(stops=STOPS.replace(stop("b", "Bedorf", 1500, 1500), "b,Bedorf,0,0"))


def test_a_stop_with_exchanged_coordinates(feed_refused: Refuse) -> None:
    feed_refused(stops=STOPS.replace(stop("b", "Bedorf", 1500, 1500), "b,Bedorf,11.2,52.9"))


def test_a_stop_with_a_decimal_comma(feed_refused: Refuse) -> None:
    feed_refused(stops=STOPS.replace(stop("b", "Bedorf", 1500, 1500), 'b,Bedorf,"52,9",11.2'))


def test_a_stop_that_does_not_exist(feed_refused: Refuse) -> None:
    feed_refused(stop_times=TIMES.replace(",b,", ",bb,", 1))


def test_a_trip_that_does_not_exist(feed_refused: Refuse) -> None:
    feed_refused(stop_times=TIMES + "t9,08:00:00,08:00:00,a,1\n")


def test_a_line_that_does_not_exist(feed_refused: Refuse) -> None:
    feed_refused(trips=VILLAGE_FEED["trips"] + "9,werktags,t9,\n")


def test_a_time_that_is_none(feed_refused: Refuse) -> None:
    feed_refused(stop_times=TIMES.replace("24:40:00", "25:61:00", 1))


def test_times_that_run_backwards(feed_refused: Refuse) -> None:
    feed_refused(stop_times=TIMES.replace("08:15:00", "07:15:00"))


def test_a_departure_before_its_arrival(feed_refused: Refuse) -> None:
    feed_refused(stop_times=TIMES.replace("08:05:00,08:06:00", "08:05:00,08:04:00"))


def test_a_trip_without_its_last_time(feed_refused: Refuse) -> None:
    feed_refused(stop_times=TIMES.replace("08:15:00", ""))


def test_a_sequence_that_stands_twice(feed_refused: Refuse) -> None:
    feed_refused(stop_times=TIMES.replace(",c,3", ",c,2", 1))


def test_a_sequence_that_is_no_number(feed_refused: Refuse) -> None:
    feed_refused(stop_times=TIMES.replace(",c,3", ",c,drei", 1))


def test_a_day_that_does_not_exist(feed_refused: Refuse) -> None:
    feed_refused(calendar_dates="service_id,date,exception_type\nschule,20260231,1")


def test_a_calendar_in_which_nothing_runs(feed_refused: Refuse) -> None:
    dates = "service_id,date,exception_type\nwerktags,20260601,2"
    feed_refused(calendar_dates=dates, without=("calendar",))


def test_a_calendar_for_a_thousand_years(feed_refused: Refuse) -> None:
    services = "".join(f"1,s{number},x{number},\n" for number in range(200))
    head = VILLAGE_FEED["calendar"].splitlines()[0]
    weeks = "".join(f"s{number},1,1,1,1,1,1,1,20200101,29991231\n" for number in range(200))
    feed_refused(trips=VILLAGE_FEED["trips"] + services, calendar=f"{head}\n{weeks}")


def test_a_headway_of_nothing(feed_refused: Refuse) -> None:
    feed_refused(frequencies="trip_id,start_time,end_time,headway_secs\nt1,06:00:00,07:00:00,0")


def test_a_headway_that_never_ends(feed_refused: Refuse) -> None:
    often = "t1,00:00:00,999:00:00,1\n" * 5
    feed_refused(frequencies=f"trip_id,start_time,end_time,headway_secs\n{often}")


def test_trips_of_one_halt_each(feed_refused: Refuse) -> None:
    feed_refused(stop_times=TIMES.splitlines()[0] + "\nt1,08:00:00,08:00:00,a,1\n")


def test_a_timetable_of_another_county(feed_refused: Refuse) -> None:
    far = [stop(name, name, 90_000 + 100 * at, 0) for at, name in enumerate("abc")]
    feed_refused(stops="\n".join([STOPS.splitlines()[0], *far]))


def test_a_timetable_with_markup_in_its_names(accepted: Any, tmp_path: Path) -> None:  # noqa: F811
    stops = STOPS.replace("Bedorf", "<script>alert(1)</script>")
    path = write_feed(tmp_path / "dorf.zip", stops=stops)
    assert accepted("timetable", path)["stops"] == 4
