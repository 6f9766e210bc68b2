"""The lines of the model timetable: through neighbouring real stops, in a sensible order."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer

from geodata.area_system import CRS

STOPS = "haltestellen.csv"
BUS, TRAIN = 3, 2


@dataclass(frozen=True, eq=False)
class RealStops:
    """The stops of the county (s,) as the list has them, x and y in metres of EPSG:25832."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    longitude: tuple[str, ...]
    latitude: tuple[str, ...]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    bus: NDArray[np.bool_]

    @cached_property
    def position(self) -> Mapping[str, int]:
        """By name; of two stops with one name, the one where a bus stops."""
        order = sorted(range(len(self.names)), key=lambda at: bool(self.bus[at]))
        return {self.names[at]: at for at in order}


@dataclass(frozen=True)
class Line:
    """A line with its stops in order, as positions; `kind` is the GTFS route_type."""

    name: str
    stops: tuple[int, ...]
    kind: int
    times: Mapping[str, Any]


def real_stops(sources: Path) -> RealStops:
    text = (sources / STOPS).read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    longitude, latitude = ([row[name] for row in rows] for name in ("lon", "lat"))
    x, y = Transformer.from_crs("EPSG:4326", CRS, always_xy=True).transform(
        [float(value) for value in longitude], [float(value) for value in latitude]
    )
    return RealStops(
        ids=tuple(row["id"] for row in rows),
        names=tuple(row["name"] for row in rows),
        longitude=tuple(longitude),
        latitude=tuple(latitude),
        x=np.asarray(x),
        y=np.asarray(y),
        bus=np.array([row["bus"] == "ja" for row in rows]),
    )


def lines(stops: RealStops, plan: Mapping[str, Any]) -> list[Line]:
    """The lines between the places, the train, and the lines from the villages to their place."""
    paths = _Paths(stops, plan)

    def named(entry: Mapping[str, Any]) -> list[int]:
        return [stops.position[name] for name in entry["via"]]

    trunks = [
        Line(entry["name"], paths.through(named(entry)), BUS, entry) for entry in plan["trunk"]
    ]
    trains = [Line(entry["name"], tuple(named(entry)), TRAIN, entry) for entry in plan["train"]]
    return [*trunks, *_branches(stops, paths, plan, trunks), *trains]


class _Paths:
    """Ways from stop to neighbouring stop, where many short hops are liked best."""

    def __init__(self, stops: RealStops, plan: Mapping[str, Any]) -> None:
        from scipy.spatial import Delaunay

        self._buses = np.flatnonzero(stops.bus)
        corners = Delaunay(np.column_stack([stops.x, stops.y])[self._buses]).simplices
        pairs = np.vstack([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [0, 2]]])
        one, other = self._buses[np.unique(np.sort(pairs), axis=0)].T
        length = np.hypot(stops.x[one] - stops.x[other], stops.y[one] - stops.y[other])
        short = length <= plan["longest_hop_m"]
        self._one, self._other = one[short], other[short]
        # Two stops in one spot would have no edge, as a weight of 0 is none.
        self._weight = np.maximum(length[short], 1.0) ** plan["through_stops"]
        self._village = plan["branches"]["village_share"]
        self._count = len(stops.ids)

    def far(self, start: int) -> NDArray[np.float64]:
        """How far each stop is from one (s,), in no unit that has a name."""
        return self._tree(start, ())[0]

    def way(self, start: int, end: int, wanted: Iterable[int] = ()) -> list[int]:
        """The stops from one to the other, with detours to `wanted` ones."""
        _, before = self._tree(start, wanted)
        found = [end]
        while found[-1] != start:
            found.append(int(before[found[-1]]))
        return found[::-1]

    def through(self, via: Sequence[int]) -> tuple[int, ...]:
        """The stops of a way through all of `via`; none comes twice."""
        found = [via[0]]
        for start, end in pairwise(via):
            found += self.way(start, end)[1:]
        return tuple(dict.fromkeys(found))

    def _tree(
        self, start: int, wanted: Iterable[int]
    ) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
        from scipy.sparse import coo_array
        from scipy.sparse.csgraph import dijkstra

        liked = np.zeros(self._count, bool)
        liked[list(wanted)] = True
        weight = self._weight * np.where(liked[self._one] | liked[self._other], self._village, 1.0)
        shape = (self._count, self._count)
        graph = coo_array((weight, (self._one, self._other)), shape=shape)
        far, before = dijkstra(graph, directed=False, indices=start, return_predecessors=True)
        return far, before


def _branches(
    stops: RealStops, paths: _Paths, plan: Mapping[str, Any], trunks: Sequence[Line]
) -> Iterator[Line]:
    """From the farthest stop that no line serves to its nearest hub, again and again."""
    rules = plan["branches"]
    hubs = [stops.position[name] for name in rules["hubs"]]
    far = np.array([paths.far(hub) for hub in hubs])
    served = {stop for line in trunks for stop in line.stops}
    unserved = set(np.flatnonzero(stops.bus).tolist()) - served
    number = rules["first_number"]
    for stop in sorted(unserved, key=lambda stop: (-float(far[:, stop].min()), stop)):
        if stop not in unserved:
            continue
        way = paths.way(stop, hubs[int(np.argmin(far[:, stop]))], wanted=unserved)
        new = unserved.intersection(way)
        if len(new) >= rules["least_new_stops"]:
            unserved -= new
            yield Line(f"Modell {number}", tuple(way), BUS, rules)
            number += 1
