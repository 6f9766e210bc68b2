"""What becomes of a GTFS feed, in good order and with what real feeds leave out."""

from __future__ import annotations

import doctest
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from geodata.timetables import stations, stop_times
from geodata.timetables.reading import TimetableFile, read_timetable
from geodata.timetables.timetable import Timetable, timetable
from tests.feeds import STOPS, VILLAGE_FEED, degrees, stop, write_feed

Feed = Callable[..., TimetableFile]


@pytest.fixture
def read(tmp_path: Path) -> Feed:
    """`read(stops=…)` reads the village feed with that table in place of its own."""
    return lambda **tables: read_timetable(write_feed(tmp_path / "dorf.zip", **tables))


def rides(found: Timetable) -> list[tuple[str, str, int, int]]:
    """Every ride from halt to halt: from where, to where, and when in minutes."""
    columns = (found.from_stop, found.to_stop, found.departure_s // 60, found.arrival_s // 60)
    return [
        (str(found.stop_ids[a]), str(found.stop_ids[b]), int(d), int(e))
        for a, b, d, e in zip(*columns, strict=True)
    ]


def test_trips_become_rides_from_halt_to_halt(read: Feed) -> None:
    found = read().timetable
    assert rides(found) == [
        ("a", "b", 480, 485),
        ("b", "c", 486, 495),
        ("a", "b", 420, 425),
        ("b", "c", 426, 435),
        ("a", "c", 1470, 1480),
    ]
    assert found.trip_start.tolist() == [0, 2, 4, 5]
    assert found.line_names.tolist() == ["1"]
    assert np.allclose([found.x[1] - found.x[0], found.y[1] - found.y[0]], [1000, 0], atol=0.1)


def test_where_the_feed_names_no_headsign_the_last_stop_stands_for_it(read: Feed) -> None:
    assert read().timetable.trip_headsign.tolist() == ["Cetal", "Cetal", "Cetal"]


def test_a_feed_comes_back_from_the_store_as_it_was(read: Feed) -> None:
    found = read().timetable
    again = timetable(found.stored())
    assert rides(again) == rides(found)
    assert (again.days == found.days).all()
    assert (again.change_s, again.first_day) == (120, found.first_day)


def test_a_stop_outside_the_county_is_kept(read: Feed) -> None:
    assert "Weit weg" in read().timetable.stop_names


def test_a_feed_may_lie_in_a_folder_beside_what_a_mac_leaves_there(tmp_path: Path) -> None:
    path = write_feed(tmp_path / "dorf.zip", folder="export/gtfs/", **{"__MACOSX/._stops": "x"})
    assert len(rides(read_timetable(path).timetable)) == 5


def test_byte_order_mark_windows_text_blank_lines_and_capital_headers_are_understood(
    read: Feed,
) -> None:
    windows = STOPS.replace("Bedorf", "Bödorf").encode("cp1252")
    routes = "\ufeff Route_ID , route_short_name,route_type\n\n1,1,3\n"
    found = read(stops=windows, routes=routes)
    assert "Bödorf" in found.timetable.stop_names
    assert found.warnings == (
        "Nicht in UTF-8 geschrieben und als Windows-Text gelesen: stops.txt.",
    )


def test_halts_in_disorder_are_put_in_order(read: Feed) -> None:
    head, *lines = VILLAGE_FEED["stop_times"].splitlines()
    shuffled = "\n".join([head, *sorted(lines, key=lambda line: line[::-1])])
    assert rides(read(stop_times=shuffled).timetable) == rides(read().timetable)


def test_missing_times_between_two_timed_halts_are_filled_in_by_the_way(read: Feed) -> None:
    times = (
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
        "t1,08:00:00,08:00:00,a,1\nt1,,,b,5\nt1,08:24:00,08:24:00,c,9\n"
        "t2,07:00:00,,a,1\nt2,,07:10:00,b,2"
    )
    found = read(stop_times=times)
    # From Ahausen to Bedorf it is 1 km, on to Cetal 1.4 km: 24 minutes in these parts.
    assert rides(found.timetable)[0] == ("a", "b", 480, 489)
    assert found.timetable.arrival_s[0] == 8 * 3600 + round(24 * 60 / (1 + 2**0.5))
    assert rides(found.timetable)[2] == ("a", "b", 420, 430)
    assert found.warnings[0].startswith("1 Halt ohne Uhrzeit")


def test_halts_in_one_spot_are_filled_in_evenly(read: Feed) -> None:
    times = (
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
        "t1,08:00:00,08:00:00,a,1\nt1,,,a,2\nt1,08:24:00,08:24:00,a,3"
    )
    assert rides(read(stop_times=times).timetable)[0] == ("a", "a", 480, 492)


def test_frequencies_become_trips_and_their_pattern_does_not_run(read: Feed) -> None:
    often = "trip_id,start_time,end_time,headway_secs\nt1,10:00:00,11:00:00,1200"
    found = read(frequencies=often)
    leaving = [ride[2] for ride in rides(found.timetable) if ride[:2] == ("a", "b")]
    assert sorted(leaving) == [420, 600, 620, 640]
    assert "1 Angabe in frequencies.txt" in found.warnings[0]


def test_a_day_may_be_added_and_removed_one_by_one(read: Feed) -> None:
    only = "service_id,date,exception_type\nwerktags,20260601,1\nwerktags,20260603,1"
    found = read(calendar_dates=only, without=("calendar",)).timetable
    assert [len(found.trips_on(found.first_day.replace(day=day))) for day in (1, 2, 3)] == [1, 0, 1]
    assert found.last_day.isoformat() == "2026-06-03"


def test_a_trip_on_no_day_is_counted(read: Feed) -> None:
    only = "service_id,date,exception_type\nwerktags,20260601,1"
    found = read(calendar_dates=only, without=("calendar",))
    assert "2 Fahrten ohne einen einzigen Tag im Kalender: Sie kommen nie vor." in found.warnings


def test_stops_of_one_name_that_lie_near_are_one_station(read: Feed) -> None:
    more = [stop("b2", "BEDORF", 1540, 1500), stop("b3", "Bedorf", 9_000, 1500)]
    found = read(stops="\n".join([STOPS, *more])).timetable
    of = dict(zip(found.stop_ids.tolist(), found.station.tolist(), strict=True))
    assert of["b"] == of["b2"] != of["b3"]
    assert len(found.station_names) == 5


def test_stops_of_one_parent_are_one_station_whatever_they_are_called(read: Feed) -> None:
    stops = "\n".join(
        [
            "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station",
            stop("bahnhof", "Dreidorf Bahnhof", 500, 1500, "1", ""),
            stop("a", "Steig 1", 500, 1500, "0", "bahnhof"),
            "b,Steig 2,,,,bahnhof",
            stop("c", "Cetal", 500, 500, "", ""),
            "nirgends,Ohne Ort,,,,",
            stop("tor", "Eingang", 500, 1500, "2", "bahnhof"),
        ]
    )
    found = read(stops=stops)
    assert found.timetable.stop_ids.tolist() == ["a", "b", "c"]
    assert found.timetable.station.tolist() == [0, 0, 1]
    assert found.timetable.station_names.tolist() == ["Dreidorf Bahnhof", "Cetal"]
    assert found.timetable.x[1] == found.timetable.x[0]
    assert found.warnings == (
        "1 Haltestelle ohne Koordinaten: am Ort ihrer Station.",
        "1 Haltestelle ohne Koordinaten, an denen nichts fährt: weggelassen.",
    )


def test_what_the_feed_says_of_changes_holds_for_all_stops_of_a_station(read: Feed) -> None:
    stops = "\n".join(
        [
            "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station",
            stop("h", "Halt", 500, 1500, "1", ""),
            stop("a", "Halt", 500, 1500, "", "h"),
            stop("b", "Halt", 520, 1500, "", "h"),
            stop("c", "Cetal", 500, 500, "", ""),
        ]
    )
    transfers = (
        "from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_trip_id\n"
        "h,c,2,300,\nc,c,3,,\na,b,1,,\nb,a,2,60,t1\na,c,4,,\nunbekannt,c,2,60,"
    )
    found = read(stops=stops, transfers=transfers)
    told = found.timetable
    pairs = zip(told.transfer_from, told.transfer_to, told.transfer_s, strict=True)
    assert {(int(a), int(b)): int(s) for a, b, s in pairs} == {
        (0, 2): 300,
        (1, 2): 300,
        (2, 2): -1,
        (0, 1): 0,
    }
    assert [said.split(" in ")[0] for said in found.warnings] == ["1 Angabe", "1 Angabe"]


def test_getting_on_only_after_a_call_is_no_part_of_the_timetable(read: Feed) -> None:
    times = (
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type\n"
        "t1,08:00:00,08:00:00,a,1,2,\nt1,08:05:00,08:06:00,b,2,0,1\nt1,08:15:00,08:15:00,c,3,1,0"
    )
    found = read(stop_times=times)
    assert found.timetable.board.tolist() == [False, True]
    assert found.timetable.alight.tolist() == [False, True]
    assert found.warnings[0].startswith("1 Halt nur nach Anruf")


def test_a_bus_that_comes_to_the_house_is_counted_and_left_out(read: Feed) -> None:
    times = (
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence,location_id\n"
        "t1,08:00:00,08:00:00,a,1,\nt1,08:15:00,08:15:00,c,3,\nt2,,,,1,zone\nt2,,,,2,zone"
    )
    found = read(stop_times=times)
    assert len(rides(found.timetable)) == 1
    assert found.warnings[0].startswith("2 Halte ohne feste Haltestelle (Rufbus)")


def test_bays_of_one_station_are_known_by_their_name(read: Feed) -> None:
    more = [stop("b2", "Bedorf Bstg C", 1540, 1500), stop("b3", '"Bedorf, Steig 12"', 1540, 1520)]
    found = read(stops="\n".join([STOPS.replace("Bedorf", "Bedorf Bussteig A"), *more])).timetable
    assert found.station.tolist() == [0, 1, 2, 3, 1, 1]
    assert found.station_names[1] == "Bedorf"


def test_the_examples_of_the_reading_are_true() -> None:
    assert doctest.testmod(stations).failed == doctest.testmod(stop_times).failed == 0


def test_names_from_a_feed_stay_text(read: Feed) -> None:
    name = "<script>alert(1)</script>"
    found = read(stops=STOPS.replace("Bedorf", name)).timetable
    assert name in found.stop_names
    assert degrees(0, 0)[0].startswith("52.")


def test_the_real_feed_around_heidelberg(vrn: Any) -> None:
    found = vrn.timetable
    assert len(found.trip_line) == 1_480
    assert len(found.from_stop) == 46_269 - 1_480
    assert (found.first_day.isoformat(), found.last_day.isoformat()) == ("2022-06-12", "2022-12-10")
    assert int(found.arrival_s.max()) > 28 * 3600
