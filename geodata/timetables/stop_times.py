"""The stop times of a feed, in order of trips and stops, with a time at every stop."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geodata.timetables.feed import Feed
from geodata.timetables.fields import clock_times, whole_numbers
from geodata.timetables.refusals import (
    DoubledSequence,
    NoTimeAtEnd,
    TimesBackwards,
    UnknownStop,
    UnknownTrip,
)
from geodata.timetables.stops import Stops

# pickup_type and drop_off_type: 0 regular, 1 none, 2 call the agency, 3 tell the driver.
_NONE, _CALL = 1, 2


@dataclass(frozen=True, eq=False)
class StopTimes:
    """Halts (m,), those of a trip together and in order; times in seconds of the service day.

    `start` (t+1,) says where the halts of each trip begin. `interpolated` counts halts whose time
    was reckoned, `on_call` those where one may only get on after a call (they are none here),
    `flexible` rows without a stop, where a bus comes to the house.
    """

    stop: NDArray[np.int32]
    arrival_s: NDArray[np.int32]
    departure_s: NDArray[np.int32]
    board: NDArray[np.bool_]
    alight: NDArray[np.bool_]
    start: NDArray[np.int64]
    interpolated: int
    on_call: int
    flexible: int


def read_stop_times(feed: Feed, stops: Stops, trips: pd.Index) -> StopTimes:
    """All halts of the trips, which are given by id.

    Raises `UnknownTrip`, `UnknownStop`, `WrongNumber`, `WrongTime`, `DoubledSequence`,
    `NoTimeAtEnd`, `TimesBackwards`.
    """
    table, flexible = _with_stops(feed.tables["stop_times"])
    trip = trips.get_indexer(pd.Index(table["trip_id"]))
    for at in np.flatnonzero(trip < 0):
        told = {"row": table.index[at], "trip": table["trip_id"].iloc[at]}
        raise UnknownTrip(file=feed.file, table="stop_times.txt", **told)
    stop = pd.Index(stops.ids).get_indexer(pd.Index(table["stop_id"]))
    for at in np.flatnonzero(stop < 0):
        raise UnknownStop(file=feed.file, row=table.index[at], stop=table["stop_id"].iloc[at])
    told = {"file": feed.file, "table": "stop_times"}
    sequence = whole_numbers(table["stop_sequence"], **told, empty=None)
    order = np.lexsort((sequence, trip))
    table, trip, stop, sequence = table.iloc[order], trip[order], stop[order], sequence[order]
    _refuse_doubled(table, trip, sequence, feed.file)
    arrival, departure = _times(table, trip, feed.file)
    known = ~np.isnan(arrival)
    arrival, departure = _interpolated(arrival, departure, stops.x[stop], stops.y[stop], trip)
    pickup = whole_numbers(table["pickup_type"], **told, empty=0)
    return StopTimes(
        stop=stop.astype(np.int32),
        arrival_s=arrival.astype(np.int32),
        departure_s=departure.astype(np.int32),
        board=(pickup != _NONE) & (pickup != _CALL),
        alight=whole_numbers(table["drop_off_type"], **told, empty=0) != _NONE,
        start=np.searchsorted(trip, np.arange(len(trips) + 1)).astype(np.int64),
        interpolated=int((~known).sum()),
        on_call=int((pickup == _CALL).sum()),
        flexible=flexible,
    )


def _with_stops(table: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Rows of a stop, without those of an area that a bus serves on call (GTFS-Flex)."""
    area = (table["location_id"] != "") | (table["location_group_id"] != "")
    on_call = (table["stop_id"] == "") & area
    return table[~on_call], int(on_call.sum())


def _refuse_doubled(
    table: pd.DataFrame, trip: NDArray[np.intp], sequence: NDArray[np.int64], file: str
) -> None:
    again = (trip[1:] == trip[:-1]) & (sequence[1:] == sequence[:-1])
    for at in np.flatnonzero(again) + 1:
        row, name = table.index[at], table["trip_id"].iloc[at]
        raise DoubledSequence(file=file, row=row, trip=name, sequence=sequence[at])


def _times(
    table: pd.DataFrame, trip: NDArray[np.intp], file: str
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Arrival and departure, one standing for the other where only one is given; NaN for neither.

    Both ends of a trip have a time, and none runs backwards.
    """
    told = {"file": file, "table": "stop_times"}
    arrival = clock_times(table["arrival_time"], **told)
    departure = clock_times(table["departure_time"], **told)
    arrival = np.where(np.isnan(arrival), departure, arrival)
    departure = np.where(np.isnan(departure), arrival, departure)
    change = trip[1:] != trip[:-1]
    end = np.r_[True, change] | np.r_[change, True]
    for at in np.flatnonzero(end & np.isnan(arrival)):
        raise NoTimeAtEnd(file=file, row=table.index[at], trip=table["trip_id"].iloc[at])
    given = np.flatnonzero(~np.isnan(arrival))
    before = np.r_[np.nan, departure[given][:-1]]
    before[np.r_[True, trip[given][1:] != trip[given][:-1]]] = np.nan
    for late, early in ((before, arrival[given]), (arrival[given], departure[given])):
        for at in np.flatnonzero(late > early):
            row, name = table.index[given[at]], table["trip_id"].iloc[given[at]]
            times = {"before": clock(late[at]), "after": clock(early[at])}
            raise TimesBackwards(file=file, row=row, trip=name, **times)
    return arrival, departure


def _interpolated(
    arrival: NDArray[np.float64],
    departure: NDArray[np.float64],
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    trip: NDArray[np.intp],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Times at the stops between two timed ones, by the way as the crow flies between the stops.

    GTFS leaves the filling in to who reads it; where all stops lie in one spot, they are spaced
    evenly.
    """
    missing = np.flatnonzero(np.isnan(arrival))
    if not len(missing):
        return arrival, departure
    given = np.flatnonzero(~np.isnan(arrival))
    after = given[np.searchsorted(given, missing)]
    before = given[np.searchsorted(given, missing) - 1]
    steps = np.hypot(np.diff(x), np.diff(y))
    steps[trip[1:] != trip[:-1]] = 0
    way = np.r_[0.0, np.cumsum(steps)]
    whole = way[after] - way[before]
    evenly = (missing - before) / (after - before)
    share = np.where(
        whole > 0, (way[missing] - way[before]) / np.where(whole > 0, whole, 1), evenly
    )
    filled = np.round(departure[before] + share * (arrival[after] - departure[before]))
    arrival, departure = arrival.copy(), departure.copy()
    arrival[missing], departure[missing] = filled, filled
    return arrival, departure


def clock(seconds: float) -> str:
    """Seconds of the service day as GTFS writes them: 25:10:00.

    >>> clock(90_600)
    '25:10:00'
    """
    whole = int(seconds)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"
