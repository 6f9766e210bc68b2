"""How a place on a street is joined to the nodes at both ends of that street."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from geodata.streets.graph import Alteration, Mode, StreetGraph, spans
from geodata.streets.mode_table import mode_table
from indicators.reach.snapping import Snaps

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

# What no way leads to. Unlike inf it is nothing when taken zero times: at a node itself no street
# is needed. Everything above the limit of a search is no way.
NO_WAY = 1e300


@dataclass(frozen=True, eq=False)
class Moorings:
    """What stays the same of places (k,) however long the streets take: the nodes where their edge
    starts and ends, the `street` (the first of an edge and its twin), the share along that, and the
    minutes walked to it."""

    start: Integers
    end: Integers
    street: Integers
    share: Floats
    walk: Floats

    @cached_property
    def by_street(self) -> tuple[Integers, Integers]:
        """The places in the order of their streets, and these."""
        order = np.argsort(self.street, kind="stable")
        return order, self.street[order]


@dataclass(frozen=True, eq=False)
class Doors:
    """Minutes between places (k,) and the start and the end of their edge, walking included;
    `NO_WAY` where the street may not be travelled that way."""

    start: Floats
    end: Floats


_moorings: WeakKeyDictionary[Snaps, Moorings] = WeakKeyDictionary()
_leaving: WeakKeyDictionary[StreetGraph, WeakKeyDictionary[Snaps, dict[Mode, Doors]]] = (
    WeakKeyDictionary()
)


def moorings(graph: StreetGraph, places: Snaps) -> Moorings:
    """Kept for the places: these belong to one network, and to its copies with other minutes."""
    if places not in _moorings:
        twin = graph.shape.twin[places.edge]
        street = np.where((twin >= 0) & (twin < places.edge), twin, places.edge).astype(np.int64)
        share = np.where(street == places.edge, places.share, 1.0 - places.share)
        walk = np.where(places.reachable, walking_minutes(places.distance_m), NO_WAY)
        ends = (graph.start[street].astype(np.int64), graph.end[street].astype(np.int64))
        _moorings[places] = Moorings(*ends, street, share, walk)
    return _moorings[places]


def doors_in(graph: StreetGraph, mode: Mode, places: Snaps) -> Doors:
    """From the nodes to the places."""
    at = moorings(graph, places)
    along, against = both_ways(graph, mode, at.street)
    return Doors(at.share * along + at.walk, (1.0 - at.share) * against + at.walk)


def doors_out(graph: StreetGraph, mode: Mode, places: Snaps) -> Doors:
    """From the places to the nodes; kept, as people leave the same homes whatever they look for."""
    kept = _leaving.setdefault(graph, WeakKeyDictionary()).setdefault(places, {})
    if mode not in kept:
        at, alteration = moorings(graph, places), graph.altered
        if alteration is None:
            kept[mode] = _out(graph, mode, at, np.arange(len(at.street)))
        else:
            kept[mode] = _out_anew(graph, alteration, mode, places)
    return kept[mode]


def _out(graph: StreetGraph, mode: Mode, at: Moorings, some: Integers) -> Doors:
    along, against = both_ways(graph, mode, at.street[some])
    share, walk = at.share[some], at.walk[some]
    return Doors(share * against + walk, (1.0 - share) * along + walk)


def _out_anew(graph: StreetGraph, alteration: Alteration, mode: Mode, places: Snaps) -> Doors:
    """As before, but where the street of a place has changed."""
    before = doors_out(alteration.before, mode, places)
    if mode != alteration.mode:
        return before
    at = moorings(graph, places)
    order, streets = at.by_street
    twins = graph.shape.twin[alteration.edges]
    changed = np.unique(np.where(twins >= 0, np.minimum(twins, alteration.edges), alteration.edges))
    first = np.searchsorted(streets, changed, side="left")
    last = np.searchsorted(streets, changed, side="right")
    some = order[spans(first, last - first)]
    start, end, anew = before.start.copy(), before.end.copy(), _out(graph, mode, at, some)
    start[some], end[some] = anew.start, anew.end
    return Doors(start, end)


def both_ways(graph: StreetGraph, mode: Mode, edge: Integers) -> tuple[Floats, Floats]:
    """The minutes along edges and back on the same course; `NO_WAY` where that is not allowed.

    A street that has been closed to the mode both ways is walked by those who live there.
    """
    minutes, twin = graph.minutes[mode], graph.shape.twin[edge]
    along = np.minimum(minutes[edge], NO_WAY, dtype=np.float64)
    against = np.minimum(minutes[twin], NO_WAY, dtype=np.float64)
    against[twin < 0] = NO_WAY
    closed = np.minimum(along, against) == NO_WAY
    if closed.any():
        walked = walking_minutes(graph.length_m[edge[closed]].astype(np.float64))
        along[closed] = against[closed] = walked
    return along, against


def walking_minutes(metres: Floats) -> Floats:
    """Minutes on foot, by the speed of the modes' table."""
    return metres * (60.0 / (1000.0 * mode_table().walking_kmh))
