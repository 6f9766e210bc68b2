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
    order, streets = here.by_street
    first = np.searchsorted(streets, there.street, side="left")
    last = np.searchsorted(streets, there.street, side="right")
    place = np.repeat(np.arange(len(places)), last - first)
    origin = order[spans(first, last - first)]
    ahead = there.share[place] - here.share[origin]
    along, against = both_ways(graph, mode, there.street[place])
    ridden = np.maximum(ahead, 0.0) * along + np.maximum(-ahead, 0.0) * against
    return origin, place, ridden + there.walk[place] + here.walk[origin]
