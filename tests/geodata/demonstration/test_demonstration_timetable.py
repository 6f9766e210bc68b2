"""The model timetable: over real stops, repeatable, thin as in the country, and a feed like any."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest

from geodata import demonstration
from geodata.demonstration.model_lines import real_stops
from geodata.demonstration.model_timetable import NAME, model_feed, model_tables
from geodata.timetables.connections import connections_on
from geodata.timetables.day_kinds import day_kinds
from geodata.timetables.reading import TimetableFile, read_timetable
from indicators.reach.footpaths import footpaths
from indicators.reach.scan import latest_departures
from tests.timetables import clock

SOURCES = Path(demonstration.__file__).parent / "sources"
PLACES = (
    "ZOB, Lüchow (Wendland)",
    "ZOB, Dannenberg (Elbe)",
    "Bahnhof, Hitzacker (Elbe)",
    "Schule, Gartow (Elbe)",
    "Rathaus, Clenze",
)


@pytest.fixture(scope="module")
def read() -> TimetableFile:
    return read_timetable(SOURCES / NAME)


def test_the_committed_feed_is_what_the_model_makes() -> None:
    made = model_tables(SOURCES)
    for archive in (SOURCES / NAME, io.BytesIO(model_feed(SOURCES))):
        with zipfile.ZipFile(archive) as feed:
            assert {name: feed.read(name).decode() for name in feed.namelist()} == made
    assert (SOURCES / NAME).stat().st_size <= 200_000


def test_it_is_read_without_a_remark_and_calls_itself_a_model(read: TimetableFile) -> None:
    assert read.warnings == ()
    assert read.publisher == "Modelldaten des Sozialraumatlas"
    assert all(name.startswith("Modell") for name in read.timetable.line_names)


def test_every_stop_is_real_and_most_have_a_bus(read: TimetableFile) -> None:
    known, found = real_stops(SOURCES), read.timetable
    assert set(found.stop_ids) == set(known.ids)
    served = np.union1d(found.from_stop, found.to_stop)
    buses = np.flatnonzero(known.bus)
    assert 0.8 < np.isin(buses, served).mean() < 1


def test_lines_go_from_neighbour_to_neighbour_and_never_come_twice(read: TimetableFile) -> None:
    found = read.timetable
    hop_m = np.hypot(
        found.x[found.from_stop] - found.x[found.to_stop],
        found.y[found.from_stop] - found.y[found.to_stop],
    )
    assert np.median(hop_m) < 1500
    assert hop_m.max() < 10_000
    for start, end in zip(found.trip_start[:-1], found.trip_start[1:], strict=True):
        halts = [*found.from_stop[start:end], found.to_stop[end - 1]]
        assert len(set(halts)) == len(halts)


def test_buses_drive_as_fast_as_buses(read: TimetableFile) -> None:
    found = read.timetable
    first, last = found.trip_start[:-1], found.trip_start[1:] - 1
    minutes = (found.arrival_s[last] - found.departure_s[first]) / 60
    assert minutes.min() >= 5
    assert minutes.max() <= 100


def test_school_days_are_fullest_and_sundays_emptiest(read: TimetableFile) -> None:
    kinds = day_kinds(read.timetable)
    trips = [kinds[kind].trips for kind in ("school", "holiday", "saturday", "sunday")]
    assert trips == sorted(trips, reverse=True)
    assert trips[1] < 0.7 * trips[0]
    assert len(kinds["school"].days) > 180
    assert len(kinds["holiday"].days) > 50


def test_most_villages_reach_a_place_by_the_first_lesson_and_few_on_saturday(
    read: TimetableFile,
) -> None:
    found, kinds = read.timetable, day_kinds(read.timetable)
    near_s = np.where(np.isin(found.stop_names, PLACES), 0.0, np.inf)
    changes = footpaths(found)
    in_time = {
        kind: int(
            np.isfinite(
                latest_departures(
                    connections_on(found, kinds[kind].day), changes, near_s, clock(7, 45)
                ).seconds
            ).sum()
        )
        for kind in ("school", "holiday", "saturday")
    }
    assert in_time["school"] > 350
    assert in_time["saturday"] < in_time["holiday"] < in_time["school"]
