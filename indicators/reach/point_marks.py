"""How inhabited points are drawn on a map: as discs, on which ground, under which names."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from geodata.area_system import AreaSystem
from geodata.workspace import Workspace
from indicators.reach.points import areas_of_points, finest_level, inhabited

# How far the disc of a place reaches at most; where two are nearer, each goes half the way. Along
# streets it reaches over the gap to the next point and no farther: there nobody lives.
_REACH_M, _SHORTEST_M = 600.0, 150.0
_GAPS = 2.0
_MOST_GAPS = 0.9


def point_shapes(workspace: Workspace) -> NDArray[np.object_]:
    """What is coloured for each point (k,): a disc that ends where that of a neighbour begins."""
    points = inhabited(workspace)
    spots = shapely.points(points.x, points.y)
    discs: NDArray[np.object_] = shapely.buffer(spots, _reach_m(spots), quad_segs=8)
    if len(spots) < 2:
        return discs
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(spots)))
    cell, at = shapely.STRtree(spots).query(cells, predicate="contains")
    discs[at] = shapely.intersection(discs[at], cells[cell])
    return discs


def _reach_m(spots: NDArray[np.object_]) -> float:
    """Twice the way to the next point that nine of ten are nearer than."""
    if len(spots) < 2:
        return _REACH_M
    places = shapely.get_coordinates(spots)
    gaps = cKDTree(places).query(places, k=2)[0][:, 1]
    return float(np.clip(_GAPS * np.quantile(gaps, _MOST_GAPS), _SHORTEST_M, _REACH_M))


def ground_of_points(workspace: Workspace) -> NDArray[np.object_]:
    """The areas on which the points are drawn: those of the coarsest level."""
    return workspace.geometries(_ground(workspace).id)


def point_labels(workspace: Workspace) -> list[str] | None:
    """What stands beside each point on the map, "" for nothing; None where it is their names.

    Cells have ids and streets are many: there each area of the finest level is named once, in the
    middle of its points.
    """
    points = inhabited(workspace)
    if points.basis in ("places", "areas"):
        return None
    finest = finest_level(workspace)
    areas = areas_of_points(workspace, finest.id)
    labels = [""] * len(points)
    for area in np.unique(areas[areas >= 0]).tolist():
        own = np.flatnonzero(areas == area)
        x, y = points.x[own], points.y[own]
        nearest = np.hypot(x - x.mean(), y - y.mean()).argmin()
        labels[own[nearest]] = finest.names[area]
    return labels


def _ground(workspace: Workspace) -> AreaSystem:
    return next(iter(workspace.systems.values()))
