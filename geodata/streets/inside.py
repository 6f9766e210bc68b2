"""Which of many points lie in a polygon: whole squares of them are answered at once."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

Metres = NDArray[np.float64]

_SIDE_M = 2000.0


def inside(polygon: Polygon, x: Metres, y: Metres) -> NDArray[np.bool_]:
    """Whether each point (n,) lies in the polygon; NaN lies nowhere.

    Squares that the polygon holds whole, or does not touch, need no look at their points.
    """
    west, south, east, north = polygon.bounds
    found: NDArray[np.bool_] = (x >= west) & (x <= east) & (y >= south) & (y <= north)
    near = np.flatnonzero(found)
    across = ((x[near] - west) // _SIDE_M).astype(np.int64)
    up = ((y[near] - south) // _SIDE_M).astype(np.int64)
    columns = int((east - west) // _SIDE_M) + 1
    square = up * columns + across
    used = np.flatnonzero(np.bincount(square))
    left, low = west + used % columns * _SIDE_M, south + used // columns * _SIDE_M
    squares = shapely.box(left, low, left + _SIDE_M, low + _SIDE_M)
    shapely.prepare(polygon)
    whole = np.zeros(used.max(initial=0) + 1, bool)
    whole[used] = shapely.contains_properly(polygon, squares)
    cut = near[~whole[square]]
    found[cut] = shapely.contains_xy(polygon, x[cut], y[cut])
    return found
