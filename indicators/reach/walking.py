"""On foot between points and stops: over the streets, or as the crow flies where there are none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

# People walk this far to a stop, and less far from one to another.
TO_STOP_S = 20 * 60
BETWEEN_STOPS_S = 8 * 60
# As the crow flies: a way on foot is about 1.3 times as long, at 4.8 km/h (1.33 m/s).
DETOUR, METRES_PER_S = 1.3, 4.8 / 3.6
_CHUNK = 256

# Minutes on foot from every point (n,) to each of some stops, given by position: (len, n), inf
# where there is no way.
MinutesTo = Callable[[NDArray[np.intp]], NDArray[np.float64]]


@dataclass(frozen=True, eq=False)
class Walks:
    """Ways (m,) between points and stops that are short enough, in whole seconds, sorted by point.

    `points` is how many points there are; one without a way has no stop near. `by` says whether
    the ways follow streets or are reckoned as the crow flies.
    """

    points: int
    point: NDArray[np.intp]
    stop: NDArray[np.intp]
    seconds: NDArray[np.int32]
    by: Literal["streets", "beeline"]


def beeline_walks(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    stop_x: NDArray[np.float64],
    stop_y: NDArray[np.float64],
    *,
    limit_s: int = TO_STOP_S,
) -> Walks:
    """Ways of at most `limit_s` where there is no street network; x and y in metres.

    t = d · 1.3 / 1.33 m/s.

    >>> walks = beeline_walks(*np.array([[0.0], [0.0]]), *np.array([[400.0, 9e3], [0.0, 0.0]]))
    >>> walks.stop.tolist(), walks.seconds.tolist()
    ([0], [390])
    """
    from scipy.spatial import cKDTree

    reach_m = limit_s * METRES_PER_S / DETOUR
    stops = cKDTree(np.column_stack([stop_x, stop_y]))
    near = cKDTree(np.column_stack([x, y])).sparse_distance_matrix(
        stops, reach_m, output_type="ndarray"
    )
    return _walks(near["i"], near["j"], near["v"] * DETOUR / METRES_PER_S, len(x), "beeline")


def street_walks(
    minutes_to: MinutesTo, points: int, stops: int, *, limit_s: int = TO_STOP_S
) -> Walks:
    """Ways of at most `limit_s` over the streets; `minutes_to` is asked for some stops at a time.

    Ways on foot are taken to be as long there as back.
    """
    found = []
    for first in range(0, stops, _CHUNK):
        some = np.arange(first, min(first + _CHUNK, stops))
        seconds = 60 * minutes_to(some)
        stop, point = np.nonzero(seconds <= limit_s)
        found.append((point, some[stop], seconds[stop, point]))
    point, stop, way_s = (np.concatenate(column) for column in zip(*found, strict=True))
    return _walks(point, stop, way_s, points, "streets")


def nearest_by_stop(walks: Walks, stops: int) -> NDArray[np.float64]:
    """For each stop the seconds to the nearest of all points, inf where none is near (s,)."""
    seconds = np.full(stops, np.inf)
    np.minimum.at(seconds, walks.stop, walks.seconds)
    return seconds


def _walks(
    point: NDArray[np.intp],
    stop: NDArray[np.intp],
    seconds: NDArray[np.float64],
    points: int,
    by: Literal["streets", "beeline"],
) -> Walks:
    order = np.lexsort((stop, point))
    # Whole seconds, rounded up: nobody catches a bus in a fraction of one.
    whole = np.ceil(seconds[order] - 1e-6).astype(np.int32)
    return Walks(points, point[order].astype(np.intp), stop[order].astype(np.intp), whole, by)
