"""How often something leaves each stop on a day, and which lines lead from where to where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geodata.timetables.connections import DAY_BEGINS_S, DAY_ENDS_S, Connections
from geodata.timetables.timetable import Timetable
from geodata.workspace import Workspace
from indicators.kept import kept
from indicators.reach.networks import rides_on, timetable_of


@dataclass(frozen=True, eq=False)
class StationDay:
    """Arrays (n,) by station: where it is in metres, departures of the day, seconds of the first
    and the last of them (-1 where there is none), and the lines that leave it."""

    names: tuple[str, ...]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    departures: NDArray[np.int64]
    first_s: NDArray[np.int64]
    last_s: NDArray[np.int64]
    lines: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class LineDay:
    """A line on a day: how many runs, and every pair of stops that follow one another on it."""

    name: str
    kind: int
    runs: int
    pairs: tuple[tuple[int, int], ...]


@kept(4)
def station_day(workspace: Workspace, day: str) -> StationDay:
    """All stations with the departures of a traffic day (3 to 27 o'clock) on which people may get
    on; raises `NoTimetable` and `NoServiceThatDay`."""
    plan, rides = timetable_of(workspace), rides_on(workspace, day)
    n = len(plan.station_names)
    leaving = _of_the_day(rides) & rides.board
    at, when = plan.station[rides.from_stop[leaving]], rides.departure_s[leaving]
    first, last = np.full(n, DAY_ENDS_S + 1), np.full(n, -1)
    np.minimum.at(first, at, when)
    np.maximum.at(last, at, when)
    stops = np.bincount(plan.station, minlength=n)
    line = plan.trip_line[rides.run_trip[rides.run[leaving]]]
    pairs = np.unique(np.column_stack([at, line]), axis=0)
    return StationDay(
        names=tuple(str(name) for name in plan.station_names),
        x=np.bincount(plan.station, plan.x, minlength=n) / stops,
        y=np.bincount(plan.station, plan.y, minlength=n) / stops,
        departures=np.bincount(at, minlength=n).astype(np.int64),
        first_s=np.where(last >= 0, first, -1).astype(np.int64),
        last_s=last.astype(np.int64),
        lines=_lines_at(plan, pairs, n),
    )


@kept(4)
def line_day(workspace: Workspace, day: str) -> tuple[LineDay, ...]:
    """The lines of a day, by name; raises what `station_day` raises."""
    plan, rides = timetable_of(workspace), rides_on(workspace, day)
    today = _of_the_day(rides)
    line = plan.trip_line[rides.run_trip[rides.run]]
    found = []
    for number in np.unique(line[today]).tolist():
        own = today & (line == number)
        pairs = np.unique(np.column_stack([rides.from_stop[own], rides.to_stop[own]]), axis=0)
        found.append(
            LineDay(
                str(plan.line_names[number]),
                int(plan.line_kinds[number]),
                len(np.unique(rides.run[own])),
                tuple((int(start), int(end)) for start, end in pairs),
            )
        )
    return tuple(sorted(found, key=lambda one: (len(one.name), one.name)))


def _of_the_day(rides: Connections) -> NDArray[np.bool_]:
    """Rides of runs that set out on the traffic day: those of the next morning are another's."""
    first = rides.run_first_s[rides.run]
    found: NDArray[np.bool_] = (first >= DAY_BEGINS_S) & (first < DAY_ENDS_S)
    return found


def _lines_at(plan: Timetable, pairs: NDArray[Any], n: int) -> tuple[tuple[str, ...], ...]:
    names: list[set[str]] = [set() for _ in range(n)]
    for station, line in pairs.tolist():
        names[station].add(str(plan.line_names[line]))
    return tuple(tuple(sorted(found, key=lambda name: (len(name), name))) for found in names)
