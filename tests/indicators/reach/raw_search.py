"""Ways of a file of OpenStreetMap searched as they stand there, point by point and uncut.

Independent of what it checks: osmium's own objects, lengths on the ellipsoid, no contraction, no
snapping to courses. Only the table of speeds is the same.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import osmium
from pyproj import Geod

from geodata.streets.access import stopped
from geodata.streets.mode_table import MODES, Mode, mode_table
from geodata.streets.way_speeds import way_speeds

ELLIPSOID = Geod(ellps="GRS80")
Place = tuple[float, float]


@dataclass
class RawStreets:
    """The ways that one mode may travel: minutes from point to point, and where points lie."""

    places: dict[int, Place] = field(default_factory=dict)
    leads: dict[int, list[tuple[int, float]]] = field(default_factory=dict)
    barred: set[int] = field(default_factory=set)

    def nearest(self, place: Place, among: Collection[int]) -> int:
        """The point next to a place, of some of those from which a way leads on."""
        open_ones = self.leads.keys() & set(among) - self.barred
        return min(open_ones, key=lambda n: _squared(self.places[n], place))

    def minutes(self, origin: int) -> dict[int, float]:
        best, heap = {origin: 0.0}, [(0.0, origin)]
        while heap:
            minutes, here = heapq.heappop(heap)
            if minutes > best[here] or (here in self.barred and here != origin):
                continue
            for there, takes in self.leads.get(here, []):
                if minutes + takes < best.get(there, float("inf")):
                    best[there] = minutes + takes
                    heapq.heappush(heap, (best[there], there))
        return best


def raw_streets(path: Path) -> dict[Mode, RawStreets]:
    found: dict[Mode, RawStreets] = {mode: RawStreets() for mode in MODES}
    table = mode_table()
    highways = osmium.filter.KeyFilter("highway", "barrier")
    for item in osmium.FileProcessor(str(path)).with_locations().with_filter(highways):
        tags = {tag.k: tag.v for tag in item.tags}
        if item.is_node() and "barrier" in tags:
            for mode, is_stopped in zip(MODES, stopped(tags, table), strict=True):
                if is_stopped:
                    found[mode].barred.add(item.id)
        if item.is_way():
            points = [(n.ref, (n.lon, n.lat)) for n in item.nodes if n.location.valid()]
            for mode, (along, against) in zip(MODES, way_speeds(tags, table), strict=True):
                _add(found[mode], points, along, against)
    return found


def _add(
    streets: RawStreets, points: list[tuple[int, Place]], along: float, against: float
) -> None:
    for (a, here), (b, there) in pairwise(points):
        _, _, metres = ELLIPSOID.inv(*here, *there)
        for start, end, kmh in ((a, b, along), (b, a, against)):
            if kmh and a != b:
                streets.places |= {a: here, b: there}
                streets.leads.setdefault(start, []).append((end, metres / kmh * 0.06))


def _squared(a: Place, b: Place) -> float:
    return ((a[0] - b[0]) * 0.65) ** 2 + (a[1] - b[1]) ** 2
