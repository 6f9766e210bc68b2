"""Places on one and the same street: the way from one to the other needs no node."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from geodata.streets.graph import Mode, StreetGraph, spans
from indicators.reach.doors import both_ways, moorings
from indicators.reach.snapping import Snaps

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def on_same_street(
    graph: StreetGraph, mode: Mode, places: Snaps, origins: Snaps
) -> tuple[Integers, Integers, Floats]:
    """All pairs of an origin and a place on the same course, and the minutes along it."""
    there, here = moorings(graph, places), moorings(graph, origins)
    has_place = np.zeros(len(graph.start), bool)
    has_place[there.street] = True
    candidates = np.flatnonzero(has_place[here.street])
    by_street = np.argsort(there.street, kind="stable")
    streets = there.street[by_street]
    first = np.searchsorted(streets, here.street[candidates], side="left")
    last = np.searchsorted(streets, here.street[candidates], side="right")
    origin = np.repeat(candidates, last - first)
    place = by_street[spans(first, last - first)]
    ahead = there.share[place] - here.share[origin]
    along, against = both_ways(graph, mode, there.street[place])
    ridden = np.maximum(ahead, 0.0) * along + np.maximum(-ahead, 0.0) * against
    return origin, place, ridden + there.walk[place] + here.walk[origin]
