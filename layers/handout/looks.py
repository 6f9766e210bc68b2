"""How areas are filled on paper: class colours, and for each kind of gap the look of the screen."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from layers.handout.paper import Paper, Shapes

GAP_GROUND, GAP_INK, GAP_DOT, CUT_OFF, EMPTY, WHITE = (
    "#f3f1ec",
    "#8a857b",
    "#5c574e",
    "#6b665c",
    "#e2ded5",
    "#ffffff",
)
TILE_MM = 1.6
HATCH_MM = 0.2
DOT_MM = 0.22
STRIPE_MM = 0.18
RING_MM, RING_LINE_MM = 0.8, 0.28
_PALE = 0.5
# Closes the hairlines that show between areas of one colour.
_SEAM_MM = 0.08


def fill_class(paper: Paper, shapes: Shapes, colour: str) -> None:
    """Areas (n,) in mm in the colour of their class."""
    paper.area(shapes, fill=colour, line=colour, width_mm=_SEAM_MM)


def fill_gap(paper: Paper, shapes: Shapes, code: str, *, colour: str = GAP_INK) -> None:
    """Areas (n,) in mm in the look of a gap; `colour` is the class that an unreliable one has."""
    plain = {"no_connection": CUT_OFF, "uninhabited": EMPTY}
    if code in plain:
        fill_class(paper, shapes, plain[code])
        return
    ground = {"zero": WHITE, "unreliable": paler(colour)}.get(code, GAP_GROUND)
    fill_class(paper, shapes, ground)
    if code == "zero" or not len(shapes):
        return
    whole = shapely.union_all(shapely.make_valid(shapes))
    if code == "missing":
        paper.area(_cut(_slanted(whole), whole), line=GAP_INK, width_mm=HATCH_MM)
    elif code == "suppressed":
        paper.dots(_dots(whole), colour=GAP_DOT, width_mm=2 * DOT_MM)
    elif code == "unreliable":
        paper.area(_cut(_level(whole), whole), line=colour, width_mm=STRIPE_MM)


def ring(paper: Paper, points: Shapes) -> None:
    """The ring of „nichts vorhanden“ at points (n,) in mm."""
    circles = shapely.buffer(points, RING_MM, quad_segs=12)
    paper.area(circles, line=GAP_DOT, width_mm=RING_LINE_MM)


def paler(colour: str) -> str:
    """A colour half way to white.

    >>> paler("#204060")
    '#90a0b0'
    """
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(part + (255 - part) * _PALE):02x}" for part in parts)


def _cut(lines: shapely.Geometry, whole: shapely.Geometry) -> shapely.Geometry:
    return shapely.intersection(lines, whole)


def _slanted(whole: shapely.Geometry) -> shapely.Geometry:
    """Lines rising to the right, on one grid for the whole sheet."""
    west, north, east, south = shapely.bounds(whole)
    starts = np.arange(np.floor((west + north) / TILE_MM), np.ceil((east + south) / TILE_MM) + 1)
    sums = starts * TILE_MM
    ends = np.stack(
        [
            np.column_stack([sums - south, np.full(len(sums), south)]),
            np.column_stack([sums - north, np.full(len(sums), north)]),
        ],
        axis=1,
    )
    return shapely.multilinestrings(shapely.linestrings(ends))


def _level(whole: shapely.Geometry) -> shapely.Geometry:
    west, north, east, south = shapely.bounds(whole)
    step = TILE_MM / 2
    heights = np.arange(np.floor(north / step), np.ceil(south / step) + 1) * step + step / 4
    ends = np.stack(
        [
            np.column_stack([np.full(len(heights), west), heights]),
            np.column_stack([np.full(len(heights), east), heights]),
        ],
        axis=1,
    )
    return shapely.multilinestrings(shapely.linestrings(ends))


def _dots(whole: shapely.Geometry) -> NDArray[np.float64]:
    """The middles (n, 2) of two dots a tile, on one grid for the whole sheet; whole dots only."""
    west, north, east, south = shapely.bounds(whole)
    shapely.prepare(whole)
    columns = np.arange(np.floor(west / TILE_MM), np.ceil(east / TILE_MM) + 1)
    rows = np.arange(np.floor(north / TILE_MM), np.ceil(south / TILE_MM) + 1)
    x, y = (grid.ravel() * TILE_MM for grid in np.meshgrid(columns, rows))
    quarter = TILE_MM / 4
    x, y = np.concatenate([x + quarter, x - quarter]), np.concatenate([y + quarter, y - quarter])
    inside = shapely.contains_xy(whole, x, y)
    return np.column_stack([x[inside], y[inside]])
