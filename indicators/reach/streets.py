"""Minutes by street: to the nearest place, to each place, and from one place to everywhere."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from geodata.streets.graph import Mode, StreetGraph
from indicators.reach.doors import doors_in, doors_out, moorings
from indicators.reach.same_street import on_same_street
from indicators.reach.snapping import Snaps, snapped
from indicators.reach.street_rows import LIMIT, with_doors

__all__ = [
    "Snaps",
    "minutes_from",
    "minutes_per_facility",
    "minutes_to_nearest",
    "snapped",
]

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
# So many places are searched from at once: the minutes at all nodes stand in memory for each.
_AT_ONCE = 32


def minutes_to_nearest(
    graph: StreetGraph, mode: Mode, places: Snaps, origins: Snaps
) -> tuple[Floats, Integers]:
    """How long it takes from each origin (k,) to the nearest of the places, and which that is.

    One search for all origins: from all places at once, against the direction of the streets
    (Dijkstra 1959). Minutes are inf and the place is -1 where no way leads to any. Walking from the
    true places to their streets is counted.
    """
    from scipy.sparse.csgraph import dijkstra

    n, k = len(graph.x), len(origins)
    if not len(places):
        return np.full(k, np.inf), np.full(k, -1)
    at, out = moorings(graph, origins), doors_out(graph, mode, origins)
    there, doors = moorings(graph, places), doors_in(graph, mode, places)
    found, _, sources = dijkstra(
        with_doors(graph, mode, there, doors, back=True),
        indices=np.arange(n, n + len(places)),
        min_only=True,
        return_predecessors=True,
        limit=LIMIT,
    )
    by_start, by_end = out.start + found[at.start], out.end + found[at.end]
    minutes = np.minimum(by_start, by_end)
    nearest = sources[np.where(by_end < by_start, at.end, at.start)].astype(np.int64) - n
    pairs = on_same_street(graph, mode, places, origins)
    for origin, place, direct in zip(*(column.tolist() for column in pairs), strict=True):
        if direct < minutes[origin]:
            minutes[origin], nearest[origin] = direct, place
    none = minutes > LIMIT
    minutes[none], nearest[none] = np.inf, -1
    return minutes, nearest


def minutes_per_facility(
    graph: StreetGraph, mode: Mode, places: Snaps, origins: Snaps, *, within: float = LIMIT
) -> Floats:
    """How long it takes from each origin to each place: (f, k), inf where no way leads, and where
    it takes more minutes than `within`.

    Kept by whoever asks what closing one of them changes: see `closing`.
    """
    from scipy.sparse.csgraph import dijkstra

    at, out = moorings(graph, origins), doors_out(graph, mode, origins)
    there, doors = moorings(graph, places), doors_in(graph, mode, places)
    network, n = with_doors(graph, mode, there, doors, back=True), len(graph.x)
    minutes = np.empty((len(places), len(origins)))
    for first in range(0, len(places), _AT_ONCE):
        some = np.arange(first, min(first + _AT_ONCE, len(places)))
        searched = dijkstra(network, indices=n + some, limit=within)
        for row, found in zip(some.tolist(), searched, strict=True):
            np.minimum(out.start + found[at.start], out.end + found[at.end], out=minutes[row])
    origin, place, direct = on_same_street(graph, mode, places, origins)
    np.minimum.at(minutes, (place, origin), direct)
    minutes[minutes > within] = np.inf
    return minutes


def minutes_from(graph: StreetGraph, mode: Mode, origin: Snaps) -> Floats:
    """How long it takes from one origin to every node (n,) of the network; inf for no way."""
    from scipy.sparse.csgraph import dijkstra

    at, out = moorings(graph, origin), doors_out(graph, mode, origin)
    network = with_doors(graph, mode, at, out, back=False)
    found: Floats = dijkstra(network, indices=len(graph.x), limit=LIMIT)
    return found[: len(graph.x)]
