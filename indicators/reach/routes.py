"""The way from one place to another, with its course."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geodata.streets.graph import Mode, StreetGraph
from indicators.reach.doors import Doors, Moorings, doors_in, doors_out, moorings
from indicators.reach.same_street import on_same_street
from indicators.reach.snapping import Snaps
from indicators.reach.street_rows import LIMIT, edge_between, with_doors

Metres = NDArray[np.float64]
# An edge, from one share of its length to another; backwards where the first is greater.
_Part = tuple[int, float, float]


@dataclass(frozen=True, eq=False)
class Route:
    """A way: its minutes with the walk at both ends, its metres by street, and the points of its
    course, from the true place to the true place."""

    minutes: float
    length_m: float
    x: Metres
    y: Metres


def route(graph: StreetGraph, mode: Mode, origin: Snaps, destination: Snaps) -> Route | None:
    """The quickest way from the one origin to the one destination; None where there is none."""
    from scipy.sparse.csgraph import dijkstra

    here, out = moorings(graph, origin), doors_out(graph, mode, origin)
    there, doors = moorings(graph, destination), doors_in(graph, mode, destination)
    network, n = with_doors(graph, mode, here, out, back=False), len(graph.x)
    found, before = dijkstra(network, indices=n, limit=LIMIT, return_predecessors=True)
    by_end = [found[there.start[0]] + doors.start[0], found[there.end[0]] + doors.end[0]]
    _, _, direct = on_same_street(graph, mode, destination, origin)
    minutes = min(*by_end, *direct)
    if minutes > LIMIT:
        return None
    if minutes in direct:
        parts = [(int(here.street[0]), float(here.share[0]), float(there.share[0]))]
        return _drawn(graph, parts, minutes, origin, destination)
    end = by_end.index(minutes)
    nodes = _nodes(before, int((there.start, there.end)[end][0]), n)
    parts = [
        (int(here.street[0]), float(here.share[0]), _left_at(here, out, nodes[0])),
        *((edge_between(graph, mode, a, b), 0.0, 1.0) for a, b in pairwise(nodes)),
        (int(there.street[0]), float(end), float(there.share[0])),
    ]
    return _drawn(graph, parts, minutes, origin, destination)


def _nodes(before: NDArray[np.int32], last: int, origin: int) -> list[int]:
    nodes = [last]
    while (node := int(before[nodes[-1]])) != origin:
        nodes.append(node)
    return nodes[::-1]


def _left_at(here: Moorings, out: Doors, node: int) -> float:
    """At which end of its street the origin is left: 0 its start, 1 its end."""
    ends = ((here.start[0], out.start[0], 0.0), (here.end[0], out.end[0], 1.0))
    return min((minutes, share) for place, minutes, share in ends if place == node)[1]


def _drawn(
    graph: StreetGraph, parts: list[_Part], minutes: float, origin: Snaps, destination: Snaps
) -> Route:
    courses = [_cut(*graph.course(edge), a, b) for edge, a, b in parts]
    x, y = (
        np.concatenate([true_origin, *along, true_end])
        for true_origin, along, true_end in (
            (origin.x, [course[0] for course in courses], destination.x),
            (origin.y, [course[1] for course in courses], destination.y),
        )
    )
    moved = np.ones(len(x), bool)
    moved[1:] = (np.diff(x) != 0) | (np.diff(y) != 0)
    length = sum(abs(b - a) * float(graph.length_m[edge]) for edge, a, b in parts)
    return Route(float(minutes), length, x[moved], y[moved])


def _cut(x: Metres, y: Metres, first: float, last: float) -> tuple[Metres, Metres]:
    """The part of a course between two shares of its length, in that order."""
    far = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    a, b = sorted((first * far[-1], last * far[-1]))
    inner = (far > a) & (far < b)
    at = np.concatenate([[a], far[inner], [b]])
    step = 1 if first <= last else -1
    return np.interp(at, far, x)[::step], np.interp(at, far, y)[::step]
