"""A plain Dijkstra over small networks, as in the textbook: what the fast one must say.

Every place becomes a node of its own, cut into the street that it lies on, so that nothing of the
ways of the code under test is used again.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geodata.streets.graph import Mode, StreetGraph
from indicators.reach.snapping import Snaps

WALK_MINUTES_PER_M = 60 / 5000

Links = dict[object, list[tuple[object, float]]]


@dataclass(frozen=True)
class Spot:
    """A place: its name, its edge, the share along it, the metres walked, and if it counts."""

    name: object
    edge: int
    share: float
    distance_m: float
    reachable: bool


def spots(snaps: Snaps, kind: str) -> list[Spot]:
    return [
        Spot(
            (kind, number),
            int(snaps.edge[number]),
            float(snaps.share[number]),
            float(snaps.distance_m[number]),
            bool(snaps.reachable[number]),
        )
        for number in range(len(snaps))
    ]


def links(graph: StreetGraph, mode: Mode, places: Sequence[Spot]) -> Links:
    """Who leads where in how many minutes, with every street cut at the places on it."""
    found: Links = {}
    twins = graph.shape.twin.tolist()
    for edge, minutes in enumerate(graph.minutes[mode].tolist()):
        if minutes == float("inf"):
            continue
        on_it = [(p.share, p.name) for p in places if p.edge == edge and p.reachable]
        on_it += [
            (1 - p.share, p.name)
            for p in places
            if twins[edge] == p.edge and edge != p.edge and p.reachable
        ]
        stops = [
            (0.0, int(graph.start[edge])),
            *sorted(on_it, key=lambda s: s[0]),
            (1.0, int(graph.end[edge])),
        ]
        for (a, start), (b, end) in pairwise(stops):
            found.setdefault(start, []).append((end, (b - a) * minutes))
    # Two that stand at one spot are there at once, whichever way the street leads.
    for one in places:
        for other in places:
            at_once = (one.edge, one.share) == (other.edge, other.share)
            if at_once and one.reachable and other.reachable:
                found.setdefault(one.name, []).append((other.name, 0.0))
    # Who stands at a crossing stands on all its streets.
    for place in places:
        for share, node in ((0.0, graph.start[place.edge]), (1.0, graph.end[place.edge])):
            if place.share == share and place.reachable:
                found.setdefault(int(node), []).append((place.name, 0.0))
                found.setdefault(place.name, []).append((int(node), 0.0))
    return found


def minutes_from(found: Links, origin: object) -> Mapping[object, float]:
    best: dict[object, float] = {origin: 0.0}
    heap: list[tuple[float, int, object]] = [(0.0, 0, origin)]
    count = 0
    while heap:
        minutes, _, here = heapq.heappop(heap)
        if minutes > best[here]:
            continue
        for there, takes in found.get(here, []):
            if minutes + takes < best.get(there, float("inf")):
                count += 1
                best[there] = minutes + takes
                heapq.heappush(heap, (best[there], count, there))
    return best


def all_minutes(graph: StreetGraph, mode: Mode, places: Snaps, origins: Snaps) -> list[list[float]]:
    """Minutes by place and origin, with the walk at both ends."""
    targets, starts = spots(places, "place"), spots(origins, "origin")
    found = links(graph, mode, [*targets, *starts])
    from_each = [minutes_from(found, start.name) for start in starts]
    return [
        [
            best.get(target.name, float("inf"))
            + WALK_MINUTES_PER_M * (target.distance_m + start.distance_m)
            if target.reachable and start.reachable
            else float("inf")
            for start, best in zip(starts, from_each, strict=True)
        ]
        for target in targets
    ]
