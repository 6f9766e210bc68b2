"""The scan of a day's connections: when to leave, to be there in time, and when one arrives.

Dibbelt, Pajor, Strasser and Wagner, "Intriguingly Simple and Fast Transit Routing" (SEA 2013),
keep a day's timetable as one flat array of connections and ask in one sweep over it whether a
connection is reached, by its run or by its stop: no graph and no queue. Here each sweep takes
all connections at once, and there is one sweep a boarding (as the rounds of Delling, Pajor and
Werneck, "Round-Based Public Transit Routing", 2012), so that changes can be bounded exactly.

Measured on the weekday of the benchmark, backwards to be there by 07:45: this 0.3 ms, the sweep
connection by connection 0.07 ms compiled by numba and 0.4 ms in plain Python. numba would have
brought 208 MB, 0.6 s of import and 4 s of compiling for a quarter of a millisecond.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geodata.timetables.connections import Connections
from indicators.reach.footpaths import Footpaths
from indicators.reach.walking import Walks

MOST_CHANGES = 4
# What takes longer than this, waiting included, is no connection.
LONGEST_S = 4 * 3600
# Earlier than any time of a day, and far from the end of int32.
NEVER = -(2**29)

Seconds = NDArray[np.int32]


class Round(NamedTuple):
    """What one more boarding brings (s,): `board` the latest departure from a stop, `alight` by
    when one must get off at a stop, to be in time with that."""

    alight: Seconds
    board: Seconds


@dataclass(frozen=True, eq=False)
class LatestDepartures:
    """When to leave each stop at the latest (s,), in seconds of the day; -inf: no connection.

    `rounds` are what it was found by, for journeys; `changes` how many changes it takes at least,
    -1 without connection.
    """

    seconds: NDArray[np.float64]
    changes: NDArray[np.int8]
    rounds: tuple[Round, ...]

    def from_points(self, walks: Walks) -> NDArray[np.float64]:
        """When to leave each point at the latest (n,), walking to a stop first; -inf: never."""
        found = np.full(walks.points, -np.inf)
        np.maximum.at(found, walks.point, self.seconds[walks.stop] - walks.seconds)
        return found


@dataclass(frozen=True, eq=False)
class EarliestArrivals:
    """When one arrives at each stop at the earliest (s,); inf: no connection.

    `changes` as above. The stop where one starts is only reached by coming back to it.
    """

    seconds: NDArray[np.float64]
    changes: NDArray[np.int8]

    def at_points(self, walks: Walks) -> NDArray[np.float64]:
        """When one arrives at each point at the earliest (n,), walking from a stop; inf: never."""
        found = np.full(walks.points, np.inf)
        np.minimum.at(found, walks.point, self.seconds[walks.stop] + walks.seconds)
        return found


def latest_departures(
    connections: Connections,
    footpaths: Footpaths,
    egress_s: NDArray[np.float64],
    arrive_by_s: int,
    *,
    most_changes: int = MOST_CHANGES,
    longest_s: int = LONGEST_S,
) -> LatestDepartures:
    """The latest departure from every stop that still arrives by a given time.

    `egress_s` (s,) are the seconds on foot from a stop to where one wants to be, inf where that
    is too far; the target is one or many, the nearest counts. All times are seconds since the day
    began. What sets out more than `longest_s` before `arrive_by_s` is no connection.

    Sweep k asks for every connection c, run by run: does a later ride of the same run (or c
    itself) end at a stop by its `alight` time? Then one may board c, and
    board_k(from) = max departure(c); alight_k+1(p) = max over stops q of board_k(q) - change(p, q).
    """
    rounds, floor = _swept(
        connections,
        footpaths,
        egress_s,
        arrive_by_s,
        most_changes=most_changes,
        longest_s=longest_s,
    )
    best = np.full(connections.stops, floor, np.int32)
    changes = np.full(connections.stops, -1, np.int8)
    for number, found in enumerate(rounds):
        changes[found.board > best] = number
        best = np.maximum(best, found.board)
    return LatestDepartures(np.where(best > floor, best, -np.inf), changes, tuple(rounds))


def earliest_arrivals(
    connections: Connections,
    footpaths: Footpaths,
    access_s: NDArray[np.float64],
    start_s: int,
    *,
    most_changes: int = MOST_CHANGES,
    longest_s: int = LONGEST_S,
) -> EarliestArrivals:
    """The earliest arrival at every stop for whoever sets out at a given time.

    `access_s` (s,) are the seconds on foot to each stop, inf where that is too far. Found as the
    latest departure in the mirrored day, where times are negative and rides lead backwards.
    """
    found = latest_departures(
        connections.mirrored,
        footpaths.mirrored,
        access_s,
        -start_s,
        most_changes=most_changes,
        longest_s=longest_s,
    )
    return EarliestArrivals(-found.seconds, found.changes)


def _swept(
    connections: Connections,
    footpaths: Footpaths,
    egress_s: NDArray[np.float64],
    arrive_by_s: int,
    *,
    most_changes: int,
    longest_s: int,
) -> tuple[list[Round], int]:
    """The rounds, each with what is better than all before, and the time that counts as never."""
    floor = arrive_by_s - longest_s - 1
    runs, part = _in_time(connections, floor, arrive_by_s)
    start, end = connections.from_stop[part], connections.to_stop[part]
    run = connections.run[part] - runs.start
    departure, arrival = connections.departure_s[part], connections.arrival_s[part]
    position = connections.position[part]
    may_board, may_alight = connections.board[part], connections.alight[part]
    alight = np.where(np.isfinite(egress_s), arrive_by_s - np.ceil(egress_s), NEVER).astype(
        np.int32
    )
    best = np.full(connections.stops, floor, np.int32)
    rounds: list[Round] = []
    for _ in range(most_changes + 1):
        off = ((arrival <= alight.take(end)) & may_alight).nonzero()[0]
        # The last place of each run where one may get off; positions rise, so the last one stays.
        last = np.full(runs.stop - runs.start, -1, np.intp)
        last[run.take(off)] = position.take(off)
        on = (position <= last.take(run)) & (departure > best.take(start)) & may_board
        boarded = on.nonzero()[0]
        if not len(boarded):
            break
        board = np.full(connections.stops, NEVER, np.int32)
        np.maximum.at(board, start.take(boarded), departure.take(boarded))
        rounds.append(Round(alight, board))
        best = np.maximum(best, board)
        ready = board.take(footpaths.to_stop) - footpaths.seconds
        alight = np.maximum.reduceat(ready, footpaths.begins)
    return rounds, floor


def _in_time(connections: Connections, floor: int, arrive_by_s: int) -> tuple[slice, slice]:
    """The runs that can set out late enough and in time, and their rides."""
    first = connections.run_first_s
    early = int(np.searchsorted(first, floor - connections.longest_run_s))
    late = int(np.searchsorted(first, arrive_by_s, "right"))
    rides = slice(int(connections.run_start[early]), int(connections.run_start[late]))
    return slice(early, late), rides
