"""On foot from stop to stop: what a change takes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from geodata.timetables.timetable import FORBIDDEN_S, Timetable
from indicators.reach.walking import Walks

# Longer than any journey: the way exists in the arrays, and nobody arrives.
IMPASSABLE_S = 2**28


@dataclass(frozen=True, eq=False)
class Footpaths:
    """Changes (m,) from a stop where people get off to one where they get on, in whole seconds.

    Sorted by the stop they start from; `begins` (s,) says where those of each stop begin, and
    every stop has at least the one to itself.
    """

    from_stop: NDArray[np.intp]
    to_stop: NDArray[np.intp]
    seconds: NDArray[np.int32]
    begins: NDArray[np.intp]

    @cached_property
    def mirrored(self) -> Footpaths:
        """The same ways walked backwards."""
        return _sorted(self.to_stop, self.from_stop, self.seconds, len(self.begins))

    @cached_property
    def between(self) -> dict[tuple[int, int], int]:
        """Seconds by pair of stops."""
        ends = zip(self.from_stop.tolist(), self.to_stop.tolist(), strict=True)
        return dict(zip(ends, self.seconds.tolist(), strict=True))


def footpaths(timetable: Timetable, walks: Walks | None = None) -> Footpaths:
    """All changes that a timetable allows.

    Within a station a change takes the timetable's change time; between stations (`walks`, from
    stops as points to stops) as long as the way, and at least the change time. What the feed says
    of two stops goes before both.
    """
    n = len(timetable.stop_ids)
    start, end = _within_stations(timetable.station)
    known = dict.fromkeys(zip(start.tolist(), end.tolist(), strict=True), timetable.change_s)
    if walks is not None:
        ways = zip(walks.point.tolist(), walks.stop.tolist(), walks.seconds.tolist(), strict=True)
        for one, other, seconds in ways:
            known.setdefault((one, other), max(int(seconds), timetable.change_s))
    told = (timetable.transfer_from, timetable.transfer_to, timetable.transfer_s)
    for one, other, seconds in zip(*(column.tolist() for column in told), strict=True):
        known[one, other] = IMPASSABLE_S if seconds == FORBIDDEN_S else seconds
    pairs = np.array(list(known), np.intp).reshape(-1, 2)
    return _sorted(pairs[:, 0], pairs[:, 1], np.array(list(known.values()), np.int32), n)


def _within_stations(station: NDArray[np.int32]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """All pairs of stops of one station, each with itself too."""
    order = np.argsort(station, kind="stable")
    size = np.bincount(station)
    first = np.cumsum(size) - size
    many = size[station[order]]
    start = np.repeat(order, many)
    within = np.arange(len(start)) - np.repeat(np.cumsum(many) - many, many)
    return start, order[np.repeat(first[station[order]], many) + within]


def _sorted(
    start: NDArray[np.intp], end: NDArray[np.intp], seconds: NDArray[np.int32], stops: int
) -> Footpaths:
    order = np.lexsort((end, start))
    start, end, seconds = start[order], end[order], seconds[order]
    return Footpaths(start, end, seconds, np.searchsorted(start, np.arange(stops)))
