"""Which area of a larger system holds each area of a smaller one, and which are held whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

# Two generalisations of one border differ by slivers.
WHOLE = 0.98

Areas = tuple[Sequence[str], NDArray[np.object_]]


def nesting(child: Areas, parent: Areas) -> dict[str, str] | None:
    """The parent id of every child id, if each child lies in one parent with 98 % of its area.

    Both are ids with geometries in one metric CRS. None where the systems do not nest.
    """
    child_ids, children = child
    parent_ids, parents = parent
    candidates = _candidates(children, parents)
    if candidates is None:
        return None
    if not _hold(children, parents[candidates]):
        return None
    return {
        str(child_id): str(parent_ids[position])
        for child_id, position in zip(child_ids, candidates, strict=True)
    }


def covered_shares(child: Areas, parent: Areas, held: Mapping[str, str]) -> dict[str, float]:
    """Which share of a parent's area (0 to 1) the children that it holds cover together.

    `held` is what `nesting` found. A parent that holds no child is left out.
    """
    children = dict(zip(*child, strict=True))
    inside: dict[str, list[shapely.Geometry]] = {}
    for child_id, parent_id in held.items():
        inside.setdefault(parent_id, []).append(children[child_id])
    return {
        parent_id: _share(inside[parent_id], geometry)
        for parent_id, geometry in zip(*parent, strict=True)
        if parent_id in inside
    }


def _share(parts: Sequence[shapely.Geometry], whole: shapely.Geometry) -> float:
    """Children that overlap count once, and only with what lies in the parent."""
    return float(shapely.intersection(shapely.union_all(parts), whole).area / whole.area)


def _candidates(
    children: NDArray[np.object_], parents: NDArray[np.object_]
) -> NDArray[np.intp] | None:
    """For each child the parent that can hold it: around a point of it, else most overlapped."""
    tree = shapely.STRtree(parents)
    points = shapely.point_on_surface(children)
    position, holder = tree.query(points, predicate="intersects")
    found = np.full(len(children), -1, dtype=np.intp)
    found[position] = holder
    unclear = (np.bincount(position, minlength=len(children)) != 1).nonzero()[0]
    for number in unclear:
        near = tree.query(children[number], predicate="intersects")
        if not len(near):
            return None
        found[number] = near[
            shapely.area(shapely.intersection(children[number], parents[near])).argmax()
        ]
    return found


def _hold(children: NDArray[np.object_], holders: NDArray[np.object_]) -> bool:
    """Whether each child lies in its holder; only what is not plainly covered is cut."""
    shapely.prepare(holders)
    cut = ~shapely.covers(holders, children)
    pieces = [
        shapely.intersection(child, shapely.clip_by_rect(holder, *child.bounds))
        for child, holder in zip(children[cut], holders[cut], strict=True)
    ]
    return bool((shapely.area(pieces) >= WHOLE * shapely.area(children[cut])).all())
