"""Which areas of a system are neighbours, from their geometries."""

from __future__ import annotations

from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.workspace import Workspace
from indicators.kept import kept

Contiguity = Literal["queen", "border"]
# Borders that were rounded apart by less than this still meet.
_APART_M = 1.0


@kept(16)
def neighbours(
    workspace: Workspace, system: str, contiguity: Contiguity = "queen"
) -> tuple[tuple[int, ...], ...]:
    """For each area of a system the places of its neighbours, ascending.

    queen    areas that touch anywhere, also in a single point
    border   areas that share a piece of border
    """
    return touching(workspace.geometries(system), contiguity)


def touching(
    polygons: NDArray[np.object_], contiguity: Contiguity = "queen"
) -> tuple[tuple[int, ...], ...]:
    """The same for polygons in metres, an array (n,).

    Three squares in a row and one that meets the last at a corner:

    >>> squares = np.array([shapely.box(x, y, x + 9, y + 9) for x, y in
    ...                     [(0, 0), (9, 0), (18, 0), (27, 9)]])
    >>> touching(squares)
    ((1,), (0, 2), (1, 3), (2,))
    >>> touching(squares, "border")
    ((1,), (0, 2), (1,), ())
    """
    tree = shapely.STRtree(polygons)
    left, right = tree.query(polygons, predicate="dwithin", distance=_APART_M)
    different = left != right
    left, right = left[different], right[different]
    if contiguity == "border":
        near = shapely.buffer(polygons, _APART_M, cap_style="flat", join_style="mitre")
        shared = shapely.intersection(shapely.boundary(polygons[left]), near[right])
        # A mere corner leaves a rest as long as the tolerance on both sides of it.
        long_enough = shapely.length(shared) > 4 * _APART_M
        left, right = left[long_enough], right[long_enough]
    pairs = {(int(a), int(b)) for a, b in zip(left, right, strict=True)}
    both = pairs | {(b, a) for a, b in pairs}
    found: list[list[int]] = [[] for _ in polygons]
    for a, b in sorted(both):
        found[a].append(b)
    return tuple(tuple(places) for places in found)
