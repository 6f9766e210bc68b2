"""What lies over the coloured map, drawn on paper: surfaces, zones, lines, stops and signs."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely
from numpy.typing import NDArray

from layers.handout.ground import Ground
from layers.handout.looks import paler
from layers.handout.paper import MM_PER_POINT, Paper
from layers.overlays import Overlay

Box = tuple[float, float, float, float]
# Corners in a square of 28 as assets/signs/signs.js has them.
_CORNERS: Mapping[str, tuple[tuple[float, float], ...]] = {
    "square": ((3.5, 3.5), (24.5, 3.5), (24.5, 24.5), (3.5, 24.5)),
    "diamond": ((14, 0.8), (27.2, 14), (14, 27.2), (0.8, 14)),
    "hexagon": ((7.5, 2.6), (20.5, 2.6), (27, 14), (20.5, 25.4), (7.5, 25.4), (1, 14)),
    "triangle": ((14, 1.5), (27, 25), (1, 25)),
    "pentagon": ((14, 1.2), (27, 10.8), (22, 26), (6, 26), (1, 10.8)),
}
_SQUARE, _CIRCLE_RADIUS = 28.0, 12.0
_SIGN_MM, _SMALL_SIGN_MM, _MANY_SIGNS = 4.4, 2.6, 60
_MM_PER_PX = 0.16
_LINE_MM, _CASING_MM = 0.9, 1.4
_CASING = "#ffffff"


def draw_overlays(paper: Paper, ground: Ground, overlays: tuple[Overlay, ...]) -> list[Box]:
    """The lowest first; returns the boxes of signs, on which no name is written."""
    boxes: list[Box] = []
    for overlay in overlays:
        shapes = ground.placing.moved(np.array(overlay.geometries, object))
        inside = shapely.intersection(shapely.make_valid(shapes), ground.frame.box)
        if overlay.shape == "sign":
            boxes += _signs(paper, overlay, inside)
        elif overlay.shape == "circle":
            radii = np.array(overlay.radii_px) * _MM_PER_PX
            discs = shapely.buffer(inside, radii)
            paper.area(discs, fill=overlay.colour, line=_CASING, width_mm=0.15)
        elif overlay.shape == "line":
            paper.area(inside, line=_CASING, width_mm=_CASING_MM)
            paper.area(inside, line=overlay.colour, width_mm=_LINE_MM)
        elif overlay.shape == "zone":
            paper.area(inside, line=overlay.colour, width_mm=0.6, dash=(4, 2.5))
        else:
            paper.area(inside, fill=overlay.colour, line=paler(overlay.colour), width_mm=0.2)
    return boxes


def draw_mark(paper: Paper, overlay: Overlay, middle: tuple[float, float], box: Box) -> None:
    """How an overlay looks, in a box of the legend with that middle."""
    west, north, east, south = box
    if overlay.shape == "sign":
        sign(paper, overlay, middle, _SIGN_MM)
    elif overlay.shape == "circle":
        disc = shapely.buffer(shapely.Point(*middle), 1.3)
        paper.area(disc, fill=overlay.colour, line=_CASING, width_mm=0.15)
    elif overlay.shape == "line":
        line = shapely.LineString([(west, middle[1]), (east, middle[1])])
        paper.area(line, line=overlay.colour, width_mm=_LINE_MM)
    elif overlay.shape == "zone":
        paper.area(shapely.box(*box), line=overlay.colour, width_mm=0.5, dash=(4, 2.5))
    else:
        paper.area(shapely.box(west, north, east, south), fill=overlay.colour)


def sign(paper: Paper, overlay: Overlay, middle: tuple[float, float], size_mm: float) -> None:
    """A shape with its letters; hollow where it is a model, so that it never looks real."""
    x, y = middle
    shape = _shape(overlay.icon, size_mm)
    placed = shapely.transform(shape, lambda pairs: pairs + np.array([x, y]))
    paper.area(placed, line=_CASING, width_mm=0.7)
    fill, ink = ("#ffffff", overlay.colour) if overlay.is_model else (overlay.colour, "#ffffff")
    dash = (2.6, 1.6) if overlay.is_model else ()
    paper.area(placed, fill=fill)
    paper.area(placed, line=overlay.colour, width_mm=0.35, dash=dash)
    if size_mm < _SIGN_MM:
        return
    size_pt = 6.6 if len(overlay.letters) > 1 else 7.6
    lower = size_pt * 0.34 * MM_PER_POINT + (0.5 if overlay.icon == "triangle" else 0)
    paper.text(
        x, y + lower, overlay.letters, size_pt=size_pt, weight="bold", colour=ink, side="center"
    )


def _signs(paper: Paper, overlay: Overlay, points: NDArray[np.object_]) -> list[Box]:
    size = _SIGN_MM if len(points) <= _MANY_SIGNS else _SMALL_SIGN_MM
    half = size / 2
    boxes = []
    for point in points[~shapely.is_empty(points)]:
        middle = (float(point.x), float(point.y))
        sign(paper, overlay, middle, size)
        boxes.append((middle[0] - half, middle[1] - half, middle[0] + half, middle[1] + half))
    return boxes


def _shape(icon: str, size_mm: float) -> shapely.Geometry:
    """Around the origin."""
    scale = size_mm / _SQUARE
    corners = _CORNERS.get(icon)
    if corners is None:
        return shapely.buffer(shapely.Point(0, 0), _CIRCLE_RADIUS * scale, quad_segs=12)
    return shapely.Polygon([((x - 14) * scale, (y - 14) * scale) for x, y in corners])
