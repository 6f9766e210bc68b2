"""How often a stop is served on a day, and which class of service that makes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geodata.timetables.connections import DAY_BEGINS_S, DAY_ENDS_S, Connections
from geodata.timetables.timetable import Timetable

_CLASSES = Path(__file__).with_name("service_classes.toml")
NO_CATEGORY, NO_CLASS = 0, ""


@dataclass(frozen=True)
class ServiceClasses:
    """The tables of the method: `categories` by means and interval, `classes` by distance.

    Each row of `intervals` is the longest interval in minutes of its column; 0 in `categories`
    means that the service is too rare to count. `classes` are letters by category and distance.
    """

    source: str
    from_s: int
    until_s: int
    intervals: tuple[float, ...]
    categories: dict[str, tuple[int, ...]]
    kinds: dict[int, str]
    distances_m: tuple[float, ...]
    classes: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=1)
def service_classes() -> ServiceClasses:
    plain: dict[str, Any] = tomllib.loads(_CLASSES.read_text(encoding="utf-8"))
    return ServiceClasses(
        source=plain["source"],
        from_s=3600 * plain["from_hour"],
        until_s=3600 * plain["until_hour"],
        intervals=tuple(plain["intervals"]),
        categories={name: tuple(row) for name, row in plain["categories"].items()},
        kinds={int(kind): means for kind, means in plain["kinds"].items()},
        distances_m=tuple(plain["distances_m"]),
        classes=tuple(tuple(row) for row in plain["classes"]),
    )


def departures(
    connections: Connections, *, since_s: int = DAY_BEGINS_S, until_s: int = DAY_ENDS_S
) -> NDArray[np.int64]:
    """How often one can leave each stop (s,) from `since_s` on and before `until_s`.

    Without bounds that is the traffic day, from three o'clock to three o'clock.
    """
    late, early = connections.departure_s >= since_s, connections.departure_s < until_s
    fine = connections.board & late & early
    return np.bincount(connections.from_stop[fine], minlength=connections.stops).astype(np.int64)


def stop_categories(timetable: Timetable, connections: Connections) -> NDArray[np.int8]:
    """The category of each station (g,), 1 (best) to 8; 0 where service is too rare to have one.

    ÖV-Güteklassen of the Austrian conference on spatial planning (ÖROK, "Umsetzungskonzept
    österreichweite ÖV-Güteklassen", final report of April 2017), after the Swiss method of the
    ARE, because they reach down to the service of the country: the interval is the length of the
    window (6 to 20 o'clock) divided by half of the departures, as half of them lead back. The best
    means of transport at the station counts, with all departures.
    Simplified: trains are not told apart, and all count as regional trains.
    """
    method = service_classes()
    station = timetable.station
    inside = (connections.departure_s >= method.from_s) & (connections.departure_s < method.until_s)
    fine = np.flatnonzero(connections.board & inside)
    groups = len(timetable.station_names)
    at = station[connections.from_stop[fine]]
    count = np.bincount(at, minlength=groups)
    kinds = timetable.line_kinds[timetable.trip_line[connections.run_trip[connections.run[fine]]]]
    found = np.zeros(groups, np.int8)
    # The means are listed from the worst to the best: the better one overwrites.
    window_min = (method.until_s - method.from_s) / 60
    interval = window_min / np.maximum(count / 2, 1e-9)
    column = np.searchsorted(method.intervals, interval, "left")
    for means, row in method.categories.items():
        has = np.zeros(groups, bool)
        has[at[np.isin(kinds, [kind for kind in np.unique(kinds) if _means(kind) == means])]] = True
        found[has] = np.array([*row, NO_CATEGORY], np.int8)[column[has]]
    return found


def classes_at(
    timetable: Timetable,
    categories: NDArray[np.int8],
    x: NDArray[np.float64],
    y: NDArray[np.float64],
) -> list[str]:
    """The class of each place (n,), A (best) to G, "" where no stop is near enough.

    The best class that any stop gives by its category and its distance counts; distances as the
    crow flies, in metres of EPSG:25832.
    """
    from scipy.spatial import cKDTree

    method = service_classes()
    if not len(x):
        return []
    stops = cKDTree(np.column_stack([timetable.x, timetable.y]))
    near = cKDTree(np.column_stack([x, y])).sparse_distance_matrix(
        stops, method.distances_m[-1], output_type="ndarray"
    )
    letters = sorted({letter for row in method.classes for letter in row} - {NO_CLASS})
    table = np.array(
        [[letters.index(v) if v else len(letters) for v in row] for row in method.classes]
    )
    category = categories[timetable.station[near["j"]]]
    known = category != NO_CATEGORY
    distance = np.searchsorted(method.distances_m, near["v"][known], "left")
    best = np.full(len(x), len(letters))
    np.minimum.at(best, near["i"][known], table[category[known] - 1, distance])
    return [letters[at] if at < len(letters) else NO_CLASS for at in best]


def _means(kind: int) -> str:
    """Which means a GTFS route_type is; the hundreds of the extended ones say it too."""
    method = service_classes()
    return method.kinds.get(int(kind), method.kinds.get(int(kind) // 100 * 100, "bus"))
