"""Which of many points are neighbours: graphs without crossings."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import Delaunay, cKDTree

Metres = NDArray[np.float64]
Pairs = NDArray[np.int64]

# A point exactly on a circle is not inside, whatever the last digit says.
_INSIDE = 1 - 1e-9


def gabriel(x: Metres, y: Metres) -> Pairs:
    """Pairs (m, 2) of points between which no third one lies: none within the circle that has
    both on its rim (Gabriel & Sokal 1969). No two of their lines cross.

    >>> gabriel(np.array([0.0, 2.0, 1.0]), np.array([0.0, 0.0, 0.5])).tolist()
    [[0, 2], [1, 2]]
    """
    points = np.column_stack([x, y])
    corners = Delaunay(points).simplices
    sides = np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [2, 0]]])
    pairs = np.unique(np.sort(sides, axis=1), axis=0).astype(np.int64)
    start, end = points[pairs[:, 0]], points[pairs[:, 1]]
    radius = np.hypot(*(end - start).T) / 2
    nearest, _ = cKDTree(points).query((start + end) / 2)
    free = np.asarray(nearest >= radius * _INSIDE, bool)
    found: Pairs = pairs[free]
    return found


def is_relative(x: Metres, y: Metres, pairs: Pairs) -> NDArray[np.bool_]:
    """Whether no third point is nearer to both than they are to each other (Toussaint 1980).

    >>> x, y = np.array([0.0, 2.0, 1.0]), np.array([0.0, 0.0, 1.5])
    >>> is_relative(x, y, np.array([[0, 1], [0, 2]])).tolist()
    [False, True]
    """
    points = np.column_stack([x, y])
    apart = np.hypot(*(points[pairs[:, 0]] - points[pairs[:, 1]]).T)
    tree = cKDTree(points)
    found = np.ones(len(pairs), bool)
    for number, (a, b) in enumerate(pairs.tolist()):
        near = tree.query_ball_point(points[a], apart[number] * _INSIDE)
        away = np.hypot(*(points[near] - points[b]).T)
        # The point a itself is as far from b as b is.
        found[number] = not (away < apart[number] * _INSIDE).any()
    return found
