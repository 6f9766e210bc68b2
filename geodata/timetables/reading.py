"""A GTFS file read whole: its timetable, and what has to be said about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from geodata.timetables.calendars import read_calendar
from geodata.timetables.feed import Feed, read_feed
from geodata.timetables.refusals import NoRides
from geodata.timetables.remarks import remarks
from geodata.timetables.stop_times import StopTimes, read_stop_times
from geodata.timetables.stops import Stops, read_stops
from geodata.timetables.timetable import CHANGE_S, Timetable
from geodata.timetables.transfers import read_transfers
from geodata.timetables.trips import read_repeats, read_trips


@dataclass(frozen=True, eq=False)
class TimetableFile:
    """A timetable with the publisher that its feed names, and German remarks."""

    timetable: Timetable
    publisher: str
    warnings: tuple[str, ...]


def read_timetable(path: Path, *, change_s: int = CHANGE_S) -> TimetableFile:
    """The timetable of a feed; `change_s` is what a change takes where the feed is silent.

    Raises what `read_feed` raises, and the refusals of `geodata.timetables.refusals`.
    """
    feed = read_feed(path)
    stops, calendar = read_stops(feed), read_calendar(feed)
    trips = read_trips(feed, calendar.services)
    times = read_stop_times(feed, stops, trips.ids)
    transfers = read_transfers(feed, stops)
    halts = np.diff(times.start)
    # A trip without halts borrows the time of the next one; it is left out below.
    first = times.departure_s[np.minimum(times.start[:-1], len(times.stop) - 1)].astype(np.int64)
    repeats = read_repeats(feed, trips.ids, first, halts - 1)
    kept = halts[repeats.trip] > 1
    trip, shift = repeats.trip[kept], repeats.shift_s[kept]
    rides = halts[trip] - 1
    if not len(rides):
        raise NoRides(file=feed.file)
    at = _positions(times.start[trip], rides)
    late = np.repeat(shift, rides)
    found = Timetable(
        stop_ids=stops.ids,
        stop_names=stops.names,
        x=stops.x,
        y=stops.y,
        station=stops.station,
        station_names=stops.station_names,
        line_names=trips.line_names,
        line_kinds=trips.line_kinds,
        trip_line=trips.line[trip],
        trip_headsign=_headsigns(trips.headsign[trip], times, trip, stops),
        trip_service=trips.service[trip],
        trip_start=np.r_[0, np.cumsum(rides)].astype(np.int64),
        from_stop=times.stop[at],
        to_stop=times.stop[at + 1],
        departure_s=(times.departure_s[at] + late).astype(np.int32),
        arrival_s=(times.arrival_s[at + 1] + late).astype(np.int32),
        board=times.board[at],
        alight=times.alight[at + 1],
        days=np.arange(calendar.first, calendar.first + len(calendar.runs), dtype=np.int32),
        runs=calendar.runs,
        transfer_from=transfers.from_stop,
        transfer_to=transfers.to_stop,
        transfer_s=transfers.seconds,
        change_s=change_s,
    )
    never = int((found.runs[:, found.trip_service].any(axis=0) == 0).sum())
    short = int((halts < 2).sum())
    said = remarks(feed, stops, times, repeats, transfers, short=short, never=never)
    return TimetableFile(found, _publisher(feed), said)


def _positions(start: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """`start`, `start + 1` … for each, as many as it counts, one after the other."""
    before = np.cumsum(counts) - counts
    return np.repeat(start - before, counts) + np.arange(counts.sum())


def _headsigns(
    given: NDArray[np.str_], times: StopTimes, trip: NDArray[np.intp], stops: Stops
) -> NDArray[np.str_]:
    """What stands on the front of the vehicle; its last stop where the feed does not say."""
    last = stops.names[times.stop[times.start[trip + 1] - 1]]
    return np.where(given == "", last, given)


def _publisher(feed: Feed) -> str:
    """Who publishes the feed, else all its agencies, as it names them."""
    names = [*feed.tables["feed_info"]["feed_publisher_name"]]
    if not any(names):
        names = [*dict.fromkeys(feed.tables["agency"]["agency_name"])]
    return ", ".join(filter(None, names))
