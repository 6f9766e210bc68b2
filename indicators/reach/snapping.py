"""From a true place to the nearest street that a mode may travel, by its course."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.streets.graph import Mode, StreetGraph, StreetShape, spans
from geodata.streets.mode_table import mode_table

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

# So many sets of places are kept for each mode: homes, and the facilities of the latest filters.
_MOST_KEPT = 16


@dataclass(frozen=True, eq=False)
class Snaps:
    """Places (k,) on the streets: `edge`, and how far along it as a `share` of its length.

    `x`, `y` are the true places in metres; `distance_m` is walked from there to the edge. Where it
    is farther than anyone walks to a street (`farthest_m` of the modes), `reachable` is False.
    """

    x: Floats
    y: Floats
    edge: Integers
    share: Floats
    distance_m: Floats
    reachable: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.edge)

    def chosen(self, places: Sequence[int] | NDArray[np.bool_] | Integers) -> Snaps:
        """Some of the places, in the order asked for."""
        at = np.asarray(places) if len(places) else np.zeros(0, np.int64)
        return Snaps(
            self.x[at],
            self.y[at],
            self.edge[at],
            self.share[at],
            self.distance_m[at],
            self.reachable[at],
        )


@dataclass(frozen=True, eq=False)
class _Courses:
    """The courses of the streets that a mode may travel, to be searched; whose edges they are."""

    edge: Integers
    lines: NDArray[np.object_]
    tree: shapely.STRtree


@dataclass(frozen=True, eq=False)
class _Kept:
    """What is kept of a mode for a network: its courses, and the places asked for of late."""

    courses: _Courses
    found: OrderedDict[bytes, Snaps]


_kept: WeakKeyDictionary[StreetShape, dict[Mode, _Kept]] = WeakKeyDictionary()
_lock = threading.Lock()


def snapped(graph: StreetGraph, mode: Mode, x: Floats, y: Floats) -> Snaps:
    """The nearest point of the nearest street for places (k,) in metres of EPSG:25832.

    A street that is closed in a copy of the network still counts: people go on living there.
    The same places asked for again are the same object, on which more is kept.
    """
    across, up = np.array(x, np.float64), np.array(y, np.float64)
    kept = _kept_for(graph, mode)
    spots = across.tobytes() + up.tobytes()
    with _lock:
        if spots in kept.found:
            kept.found.move_to_end(spots)
            return kept.found[spots]
    found = _searched(kept.courses, across, up)
    with _lock:
        kept.found[spots] = found
        if len(kept.found) > _MOST_KEPT:
            kept.found.popitem(last=False)
    return found


def _searched(courses: _Courses, x: Floats, y: Floats) -> Snaps:
    if not len(courses.edge):
        return _nowhere(x, y)
    points = shapely.points(x, y)
    (_, at), distance = courses.tree.query_nearest(points, all_matches=False, return_distance=True)
    share = shapely.line_locate_point(courses.lines[at], points, normalized=True)
    near = distance <= mode_table().farthest_m
    return Snaps(x, y, courses.edge[at], np.clip(share, 0.0, 1.0), distance, near)


def _nowhere(x: Floats, y: Floats) -> Snaps:
    k = len(x)
    return Snaps(x, y, np.zeros(k, np.int64), np.zeros(k), np.full(k, np.inf), np.zeros(k, bool))


def _kept_for(graph: StreetGraph, mode: Mode) -> _Kept:
    by_mode = _kept.setdefault(graph.shape, {})
    if mode not in by_mode:
        by_mode[mode] = _Kept(_laid_out(graph, mode), OrderedDict())
    return by_mode[mode]


def _laid_out(graph: StreetGraph, mode: Mode) -> _Courses:
    """One of an edge and its twin: the first, whichever of the two may be travelled."""
    twin = graph.shape.twin
    number = np.arange(len(twin))
    usable = graph.shape.usable[mode]
    usable = usable | ((twin >= 0) & usable[twin])
    edge = np.flatnonzero(usable & ((twin < 0) | (twin > number)))
    counts = np.diff(graph.line_offsets)[edge]
    points = spans(graph.line_offsets[edge], counts)
    lines = shapely.linestrings(
        np.column_stack([graph.line_x[points], graph.line_y[points]]),
        indices=np.repeat(np.arange(len(edge)), counts),
    )
    return _Courses(edge, lines, shapely.STRtree(lines))
