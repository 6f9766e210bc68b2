"""What closing places changes: the nearest of those that stay open, from minutes that are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class KeptMinutes:
    """Minutes (f, k) from each of k origins to each of f places; the `shortest` (k,) of each
    origin, the `nearest` place (k,) that it leads to, -1 for none, and the same of the second."""

    minutes: Floats
    shortest: Floats
    nearest: Integers
    second_shortest: Floats
    second_nearest: Integers

    def without(self, closed: Sequence[int]) -> tuple[Floats, Integers]:
        """Minutes (k,) to the nearest open place, and which it is; inf and -1 where none is left.

        Only where a closed place was the nearest another one steps in.

        >>> held = kept_minutes(np.array([[1.0, 9.0], [4.0, 3.0]]))
        >>> minutes, nearest = held.without([0])
        >>> minutes.tolist(), nearest.tolist()
        ([4.0, 3.0], [1, 1])
        """
        # One more than there are places, for those that none was near.
        shut = np.zeros(len(self.minutes) + 1, bool)
        shut[list(closed)] = True
        moved = shut[self.nearest]
        shortest = np.where(moved, self.second_shortest, self.shortest)
        nearest = np.where(moved, self.second_nearest, self.nearest)
        if len(closed) > 1:
            again = np.flatnonzero(shut[nearest])
            still_open = np.flatnonzero(~shut[:-1])
            rest = self.minutes[np.ix_(still_open, again)]
            shortest[again], nearest[again] = _first(rest, still_open)
        return shortest, nearest


def kept_minutes(minutes: Floats) -> KeptMinutes:
    """Keep the minutes (f, k) that `minutes_per_facility` found."""
    places = np.arange(len(minutes))
    shortest, nearest = _first(minutes, places)
    others = minutes.copy()
    if len(places):
        others[nearest, np.arange(minutes.shape[1])] = np.inf
    return KeptMinutes(minutes, shortest, nearest, *_first(others, places))


def _first(minutes: Floats, places: Integers) -> tuple[Floats, Integers]:
    """The least of each column, and the place of its row."""
    k = minutes.shape[1]
    if not len(places):
        return np.full(k, np.inf), np.full(k, -1)
    row = minutes.argmin(axis=0)
    shortest = minutes[row, np.arange(k)]
    return shortest, np.where(np.isinf(shortest), -1, places[row])
