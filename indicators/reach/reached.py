"""Which parts of streets lie within so many minutes of what is meant: nothing between them does."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.streets.graph import Mode, StreetGraph, spans
from indicators.reach.doors import Doors, doors_in, moorings
from indicators.reach.snapping import Snaps
from indicators.reach.street_rows import LIMIT, with_doors

Floats = NDArray[np.float64]
Lines = NDArray[np.object_]


def minutes_at_nodes(graph: StreetGraph, mode: Mode, places: Snaps, extra: Floats) -> Floats:
    """How long it takes from every node (n,) to the nearest of the places (f,); inf where no way
    leads to any. `extra` (f,) minutes are needed on from each of them, inf where it leads nowhere.

    One search from all places at once, against the direction of the streets (Dijkstra 1959).
    """
    from scipy.sparse.csgraph import dijkstra

    onward = np.isfinite(extra)
    if not onward.any():
        return np.full(len(graph.x), np.inf)
    there = places.chosen(onward)
    doors, on = doors_in(graph, mode, there), extra[onward]
    network = with_doors(
        graph, mode, moorings(graph, there), Doors(doors.start + on, doors.end + on), back=True
    )
    sources = np.arange(len(graph.x), len(graph.x) + len(there))
    found: Floats = dijkstra(network, indices=sources, min_only=True, limit=LIMIT)
    return found[: len(graph.x)]


def reached_lines(graph: StreetGraph, mode: Mode, at_nodes: Floats, *, limit: float) -> Lines:
    """The courses of all edges from which one is there within `limit` minutes, cut where it ends.

    `at_nodes` (n,) are minutes from the nodes. From a point of an edge one goes on to its end; the
    part of it that is near enough to its end is reached.
    """
    minutes = graph.minutes[mode].astype(np.float64)
    left = limit - at_nodes[graph.end]
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(minutes > 0, left / minutes, np.where(left >= 0, 1.0, 0.0))
    share = np.where(np.isfinite(minutes), np.clip(np.nan_to_num(share), 0.0, 1.0), 0.0)
    edges = np.flatnonzero(share > 0)
    whole = share[edges] >= 1.0
    # What a twin covers whole needs not be drawn twice.
    twin = graph.shape.twin[edges]
    doubled = whole & (twin >= 0) & (twin < edges) & (share[twin] >= 1.0)
    edges, whole = edges[~doubled], whole[~doubled]
    lines = _courses(graph, edges)
    for at in np.flatnonzero(~whole).tolist():
        lines[at] = _last_part(lines[at], float(share[edges[at]]))
    found: Lines = lines[~shapely.is_missing(lines)]
    return found


def joined(lines: Lines, *, tolerance_m: float) -> shapely.Geometry:
    """All lines as one geometry, with no more corners than can be seen."""
    return shapely.line_merge(shapely.multilinestrings(shapely.simplify(lines, tolerance_m)))


def _courses(graph: StreetGraph, edges: NDArray[np.int64]) -> Lines:
    counts = np.diff(graph.line_offsets)[edges]
    points = spans(graph.line_offsets[edges], counts)
    places = np.column_stack([graph.line_x[points], graph.line_y[points]])
    lines: Lines = shapely.linestrings(places, indices=np.repeat(np.arange(len(edges)), counts))
    return lines


def _last_part(line: shapely.Geometry, share: float) -> shapely.Geometry | None:
    from shapely.ops import substring

    part = substring(line, 1.0 - share, 1.0, normalized=True)
    return part if part.geom_type == "LineString" else None
