"""The trips of a feed: on which line, where to, on which days, and how often they repeat."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geodata.german_count import german_count
from geodata.timetables.feed import Feed
from geodata.timetables.fields import clock_times, whole_numbers
from geodata.timetables.refusals import (
    DoubledId,
    TooManyConnections,
    UnknownLine,
    UnknownTrip,
    WrongNumber,
)

MOST_CONNECTIONS = 30_000_000


@dataclass(frozen=True, eq=False)
class Trips:
    """Trips (t,) by id with positions of line and service, and the lines (l,) themselves."""

    ids: pd.Index
    line: NDArray[np.int32]
    headsign: NDArray[np.str_]
    service: NDArray[np.int32]
    line_names: NDArray[np.str_]
    line_kinds: NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Repeats:
    """Runs (r,): which trip, and by how many seconds its times are shifted; `rows` of the file."""

    trip: NDArray[np.intp]
    shift_s: NDArray[np.int64]
    rows: int


def read_trips(feed: Feed, services: tuple[str, ...]) -> Trips:
    """Raises `DoubledId`, `UnknownLine`, `WrongNumber`."""
    trips, lines = feed.tables["trips"], feed.tables["routes"]
    for table, name, column in ((trips, "trips", "trip_id"), (lines, "routes", "route_id")):
        for at in np.flatnonzero(table[column].duplicated()):
            told = {"row": table.index[at], "id": table[column].iloc[at], "column": column}
            raise DoubledId(file=feed.file, table=f"{name}.txt", **told)
    line = pd.Index(lines["route_id"]).get_indexer(pd.Index(trips["route_id"]))
    for at in np.flatnonzero(line < 0):
        told = {"row": trips.index[at], "line": trips["route_id"].iloc[at]}
        raise UnknownLine(file=feed.file, **told)
    kinds = whole_numbers(lines["route_type"], file=feed.file, table="routes", empty=3)
    short, long = lines["route_short_name"], lines["route_long_name"]
    names = short.where(short != "", long).where((short != "") | (long != ""), lines["route_id"])
    return Trips(
        ids=pd.Index(trips["trip_id"]),
        line=line.astype(np.int32),
        headsign=np.array(trips["trip_headsign"].tolist(), dtype=np.str_),
        service=pd.Index(services).get_indexer(pd.Index(trips["service_id"])).astype(np.int32),
        line_names=np.array(names.tolist(), dtype=np.str_),
        line_kinds=kinds.astype(np.int32),
    )


def read_repeats(
    feed: Feed,
    ids: pd.Index,
    first_departure_s: NDArray[np.int64],
    rides: NDArray[np.int64],
) -> Repeats:
    """Every trip once, or, where frequencies.txt names it, as often as it leaves by that table.

    `first_departure_s` and `rides` (t,) say when a trip sets out and how many rides it has.

    Where only a headway is promised and no minute (exact_times 0), trips are taken to leave from
    the start of the stretch on. Raises `UnknownTrip`, `WrongTime`, `WrongNumber`,
    `TooManyConnections`.
    """
    table = feed.tables["frequencies"]
    told = {"file": feed.file, "table": "frequencies"}
    trip = ids.get_indexer(pd.Index(table["trip_id"]))
    for at in np.flatnonzero(trip < 0):
        row, name = table.index[at], table["trip_id"].iloc[at]
        raise UnknownTrip(file=feed.file, table="frequencies.txt", row=row, trip=name)
    start = clock_times(table["start_time"], **told)
    end = clock_times(table["end_time"], **told)
    headway = whole_numbers(table["headway_secs"], **told, empty=0)
    for at in np.flatnonzero(headway == 0):
        said = {"row": table.index[at], "value": table["headway_secs"].iloc[at]}
        wanted = "kein Takt in Sekunden"
        raise WrongNumber(
            file=feed.file, table="frequencies.txt", column="headway_secs", wanted=wanted, **said
        )
    times = np.maximum(np.ceil((end - start) / np.maximum(headway, 1)), 0)
    times = np.nan_to_num(times).astype(np.int64)
    plain = np.setdiff1d(np.arange(len(ids)), trip)
    count = int(rides[plain].sum() + (times * rides[trip]).sum())
    if count > MOST_CONNECTIONS:
        most = german_count(MOST_CONNECTIONS)
        raise TooManyConnections(file=feed.file, count=german_count(count), most=most)
    which = np.repeat(np.arange(len(table)), times)
    turn = np.arange(len(which)) - np.repeat(np.cumsum(times) - times, times)
    leaves = np.nan_to_num(start)[which].astype(np.int64) + turn * headway[which]
    repeated = trip[which]
    return Repeats(
        trip=np.concatenate([plain, repeated]).astype(np.intp),
        shift_s=np.concatenate(
            [np.zeros(len(plain), np.int64), leaves - first_departure_s[repeated]]
        ),
        rows=len(table),
    )
