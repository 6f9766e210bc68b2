"""Small timetables written down as halts, for tests of what is asked of them."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence

import numpy as np

from geodata.timetables.timetable import Timetable

# A stop, when the vehicle arrives and when it leaves, in seconds.
Halt = tuple[int, int, int]
DAY = datetime.date(2026, 6, 2)


def timetable_of(
    trips: Sequence[Sequence[Halt]],
    *,
    stops: int,
    stations: Sequence[int] | None = None,
    transfers: Sequence[tuple[int, int, int]] = (),
    change_s: int = 120,
    closed: Sequence[tuple[int, int]] = (),
    places: Sequence[tuple[float, float]] | None = None,
    kinds: Sequence[int] | None = None,
) -> Timetable:
    """Trips on one line each that run on every day around `DAY`.

    `closed` are pairs of a trip and the number of its halt where nobody gets on or off; stops
    stand a kilometre apart in a row where no `places` are given.
    """
    closed = set(closed)
    rides = [
        (a[0], b[0], a[2], b[1], (trip, n) not in closed, (trip, n + 1) not in closed)
        for trip, halts in enumerate(trips)
        for n, (a, b) in enumerate(itertools.pairwise(halts))
    ]
    columns = list(zip(*rides, strict=True)) if rides else [()] * 6
    numbers = [np.array(column, np.int32) for column in columns[:4]]
    told = np.array(list(transfers), np.int32).reshape(-1, 3)
    where = np.array(places if places is not None else [(1000.0 * n, 0.0) for n in range(stops)])
    station = np.array(stations if stations is not None else range(stops), np.int32)
    names = np.array([f"Halt {n}" for n in range(stops)])
    return Timetable(
        stop_ids=np.array([f"h{n}" for n in range(stops)]),
        stop_names=names,
        x=where[:, 0].astype(np.float64),
        y=where[:, 1].astype(np.float64),
        station=station,
        station_names=np.array([f"Station {n}" for n in range(int(station.max()) + 1)]),
        line_names=np.array([f"Linie {n}" for n in range(len(trips))]),
        line_kinds=np.array(kinds if kinds is not None else [3] * len(trips), np.int32),
        trip_line=np.arange(len(trips), dtype=np.int32),
        trip_headsign=np.array([f"Halt {halts[-1][0]}" for halts in trips]),
        trip_service=np.zeros(len(trips), np.int32),
        trip_start=np.r_[0, np.cumsum([len(halts) - 1 for halts in trips])].astype(np.int64),
        from_stop=numbers[0],
        to_stop=numbers[1],
        departure_s=numbers[2],
        arrival_s=numbers[3],
        board=np.array(columns[4], bool),
        alight=np.array(columns[5], bool),
        days=np.arange(DAY.toordinal() - 1, DAY.toordinal() + 2, dtype=np.int32),
        runs=np.ones((3, 1), bool),
        transfer_from=told[:, 0],
        transfer_to=told[:, 1],
        transfer_s=told[:, 2],
        change_s=change_s,
        title="Kleiner Fahrplan",
    )


def clock(hours: int, minutes: int) -> int:
    """Seconds since the day began."""
    return hours * 3600 + minutes * 60


def trip(*halts: tuple[int, int, int]) -> list[Halt]:
    """Halts given as stop, hour and minute; vehicles leave in the minute they come."""
    return [(stop, clock(h, m), clock(h, m)) for stop, h, m in halts]
