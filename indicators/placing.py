"""Which area each point lies in."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import shapely
from numpy.typing import NDArray

Coordinates = NDArray[np.float64]
Predicate = Callable[..., NDArray[np.bool_]]


def placed(areas: NDArray[np.object_], x: Coordinates, y: Coordinates) -> NDArray[np.int64]:
    """The position of the one area (m,) that holds each point (n,); -1 for points in none.

    A point on a border that areas share belongs to the first of them, and to no other.

    >>> left, right = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)
    >>> places = placed(np.array([left, right]), np.array([0.5, 1.0, 1.5, 9.0]), np.full(4, 0.5))
    >>> places.tolist()
    [0, 0, 1, -1]
    """
    found = _within(shapely.contains_xy, areas, x, y)
    left = np.flatnonzero(found < 0)
    if len(left):
        found[left] = _within(shapely.intersects_xy, areas, x[left], y[left])
    return found


def _within(
    predicate: Predicate, areas: NDArray[np.object_], x: Coordinates, y: Coordinates
) -> NDArray[np.int64]:
    """Each area looks only at the points in its frame that no earlier one has taken."""
    order = np.argsort(x, kind="stable")
    across, up = x[order], y[order]
    found = np.full(len(x), -1, np.int64)
    shapely.prepare(areas)
    bounds = shapely.bounds(areas)
    starts = np.searchsorted(across, bounds[:, 0], side="left")
    ends = np.searchsorted(across, bounds[:, 2], side="right")
    for number in np.flatnonzero(starts < ends):
        near = slice(starts[number], ends[number])
        framed = (
            (found[near] < 0) & (up[near] >= bounds[number, 1]) & (up[near] <= bounds[number, 3])
        )
        at = np.flatnonzero(framed) + near.start
        found[at[predicate(areas[number], across[at], up[at])]] = number
    result = np.empty_like(found)
    result[order] = found
    return result
