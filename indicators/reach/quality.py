"""ÖV-Güteklassen: how good public transport is around each stop, by its means, headway and
distance."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.workspace import Workspace
from indicators.kept import kept
from indicators.reach.networks import rides_on, timetable_of

Means = Literal["train", "tram", "bus"]
CLASSES = ("A", "B", "C", "D", "E", "F")
_TABLE = Path(__file__).with_name("quality.toml")
_HOUR_S, _HOUR_MIN = 3600, 60
# GTFS route types, the extended ones by their hundreds: rail and ferries; trams and metros.
_TRAINS, _TRAMS = (2, 1, *range(100, 118), 400, 401, 402), (0, *range(900, 907))


@dataclass(frozen=True)
class QualityTable:
    """The table of the method: see `quality.toml`."""

    from_hour: int
    to_hour: int
    intervals: tuple[int, ...]
    distances: tuple[int, ...]
    categories: Mapping[Means, tuple[int, ...]]
    classes: Mapping[int, tuple[str, ...]]


@dataclass(frozen=True)
class QualityArea:
    """Everything of a class and of no better one, in EPSG:25832; `stations` are its own."""

    name: str
    surface: shapely.Geometry
    stations: tuple[str, ...]


@cache
def quality_table() -> QualityTable:
    """The table as it stands in the file."""
    plain = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    categories: dict[Means, tuple[int, ...]] = {
        means: tuple(plain["categories"][means]) for means in ("train", "tram", "bus")
    }
    return QualityTable(
        from_hour=plain["from_hour"],
        to_hour=plain["to_hour"],
        intervals=tuple(plain["intervals"]),
        distances=tuple(plain["distances"]),
        categories=categories,
        classes={int(name): tuple(row) for name, row in plain["classes"].items()},
    )


def category(means: Means, departures: int) -> int | None:
    """The category, 1 to 7, of a station with so many departures in the hours of the table; None
    where there are too few for any.

    interval = hours * 60 / (departures / 2): both directions count as one.

    >>> category("bus", 28), category("bus", 13), category("train", 28)
    (6, None, 4)
    """
    table = quality_table()
    if not departures:
        return None
    interval = 2 * _HOUR_MIN * (table.to_hour - table.from_hour) / departures
    at = bisect_left(table.intervals, interval)
    return table.categories[means][at] if at < len(table.intervals) else None


@kept(4)
def quality_areas(workspace: Workspace, day: str) -> tuple[QualityArea, ...]:
    """The classes around the stations of a day, the best first, each without what a better one
    holds; raises `NoTimetable` and `NoServiceThatDay`.

    Discs as the crow flies, as the method has them: they say nothing of the way there.
    """
    plan, table = timetable_of(workspace), quality_table()
    n = len(plan.station_names)
    size = np.bincount(plan.station, minlength=n)
    x, y = (np.bincount(plan.station, at, minlength=n) / size for at in (plan.x, plan.y))
    rings: dict[str, list[shapely.Geometry]] = {name: [] for name in CLASSES}
    named: dict[str, list[str]] = {name: [] for name in CLASSES}
    for station, found in _categories(workspace, day).items():
        spot, row = shapely.Point(x[station], y[station]), table.classes[found]
        named[row[0]].append(str(plan.station_names[station]))
        for name, metres in zip(row, table.distances, strict=True):
            if name:
                rings[name].append(spot.buffer(metres, quad_segs=6))
    return tuple(_without_better(rings, named))


def _without_better(
    rings: Mapping[str, list[shapely.Geometry]], named: Mapping[str, list[str]]
) -> list[QualityArea]:
    better, found = shapely.Polygon(), []
    for name in CLASSES:
        if rings[name]:
            whole = shapely.union_all(rings[name])
            found.append(QualityArea(name, whole.difference(better), tuple(sorted(named[name]))))
            better = better.union(whole)
    return [area for area in found if not area.surface.is_empty]


def _categories(workspace: Workspace, day: str) -> dict[int, int]:
    """The best category of each station; better means count before more departures."""
    plan, rides, table = timetable_of(workspace), rides_on(workspace, day), quality_table()
    early, late = table.from_hour * _HOUR_S, table.to_hour * _HOUR_S
    counted = (rides.departure_s >= early) & (rides.departure_s < late) & rides.board
    station = plan.station[rides.from_stop[counted]]
    kind = plan.line_kinds[plan.trip_line[rides.run_trip[rides.run[counted]]]]
    found: dict[int, int] = {}
    for means in ("train", "tram", "bus"):
        own = station[_is(means, kind)]
        for at, number in zip(*np.unique(own, return_counts=True), strict=True):
            best = category(means, int(number))
            if best is not None:
                found[int(at)] = min(found.get(int(at), best), best)
    return found


def _is(means: str, kind: NDArray[np.int32]) -> NDArray[np.bool_]:
    trains, trams = np.isin(kind, _TRAINS), np.isin(kind, _TRAMS)
    return trains if means == "train" else trams if means == "tram" else ~(trains | trams)
