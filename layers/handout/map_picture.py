"""The map alone: areas by class, gaps as they look, neighbours in grey, names, scale and north."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.markers import Flag, Status
from geodata.workspace import Workspace
from layers.handout.facts import Handout
from layers.handout.ground import Frame, Ground, ground_of
from layers.handout.looks import GAP_INK, fill_class, fill_gap, ring
from layers.handout.names import Name, names_on, spots_in
from layers.handout.overlay_marks import Box, draw_overlays
from layers.handout.paper import MM_PER_POINT, Paper
from layers.handout.scale_bar import north_arrow, scale_bar
from layers.legend import GAP_FLAGS
from layers.theme import INK

PAPER, LAND, LAND_LINE, BORDER, BARE = "#f4f3ef", "#e9e6df", "#cfcac0", "#6f6a60", "#fbfaf7"
_FRAME_LINE = "#d9d5cc"
_MOST_RINGS = 400
_CORNER_MM = 4.0
# Boxes in which scale and arrow stand, from the lower right corner.
_SCALE_BOX_MM = (42.0, 9.0)
_ARROW_BOX_MM = (10.0, 22.0)


def draw_map(
    paper: Paper,
    workspace: Workspace,
    told: Handout,
    frame: Frame,
    *,
    marked: Sequence[str] | None = None,
    zoomed_to: Sequence[str] = (),
    names: bool = True,
    over: bool = True,
) -> Ground:
    """Draw the view into a frame. `marked` areas are outlined, those of the view where None;
    `over` says whether what lies over the colours is drawn.
    """
    ground = ground_of(workspace, told, frame, zoomed_to=zoomed_to)
    paper.area(frame.box, fill=PAPER)
    paper.area(ground.neighbours, fill=LAND, line=LAND_LINE, width_mm=0.2)
    if ground.beneath is not None:
        paper.area(ground.beneath, fill=BARE, line="#e4e0d7", width_mm=0.2)
    _fill(paper, told, ground)
    _lines(paper, ground)
    ringed = np.flatnonzero(_ringed(told))
    if 0 < len(ringed) <= _MOST_RINGS:
        ring(paper, shapely.points(spots_in(ground.areas[ringed])))
    position = told.figures.system.position
    chosen = told.marked if marked is None else marked
    outlined = [position[area] for area in chosen if area in position]
    # What lies flat is under the outlines, signs are above.
    boxes = draw_overlays(paper, ground, told.overlays) if over else []
    _mark(paper, ground, outlined)
    if names and told.view.names:
        _write_names(paper, told, ground, outlined, boxes)
    _furnish(paper, ground)
    return ground


def map_svg(
    workspace: Workspace, told: Handout, *, width_mm: float, height_mm: float, **drawn: object
) -> bytes:
    """The map alone as SVG; options as `draw_map` takes them."""
    paper = Paper(width_mm, height_mm)
    draw_map(paper, workspace, told, Frame(0, 0, width_mm, height_mm), **drawn)  # type: ignore[arg-type]
    return paper.svg({"Creator": told.made_with, "Title": told.heading})


def map_png(
    workspace: Workspace,
    told: Handout,
    *,
    width_mm: float,
    height_mm: float,
    dpi: int = 300,
    **drawn: object,
) -> bytes:
    """The map alone as PNG; options as `draw_map` takes them."""
    paper = Paper(width_mm, height_mm)
    draw_map(paper, workspace, told, Frame(0, 0, width_mm, height_mm), **drawn)  # type: ignore[arg-type]
    return paper.png({"Software": told.made_with, "Title": told.heading}, dpi=dpi)


def gap_colour(told: Handout) -> str:
    """The colour that stands for all unreliable areas in a legend: the middle class, else grey."""
    has_unreliable_class = bool(
        ((told.figures.status == Status.UNRELIABLE) & (told.classification.indices >= 0)).any()
    )
    if not told.classes or not has_unreliable_class:
        return GAP_INK
    return told.classes[len(told.classes) // 2].colour


def _ringed(told: Handout) -> NDArray[np.bool_]:
    """Where a ring says „nichts vorhanden“ (n,)."""
    nobody = (told.figures.flags & np.uint16(Flag.UNINHABITED)) > 0
    ringed: NDArray[np.bool_] = (told.figures.status == Status.ZERO) & ~nobody
    return ringed


def _fill(paper: Paper, told: Handout, ground: Ground) -> None:
    figures, indices = told.figures, told.classification.indices
    reasons = {flag: (figures.flags & np.uint16(flag)) > 0 for flag in GAP_FLAGS}
    cut_off = np.any(list(reasons.values()), axis=0)
    unreliable = figures.status == Status.UNRELIABLE
    for number, colour in enumerate(told.classification.colours):
        inside = (indices == number) & ~cut_off
        fill_class(paper, ground.areas[inside & ~unreliable], colour)
        fill_gap(paper, ground.areas[inside & unreliable], "unreliable", colour=colour)
    fill_gap(paper, ground.areas[unreliable & (indices < 0) & ~cut_off], "unreliable")
    for status in (Status.ZERO, Status.MISSING, Status.SUPPRESSED):
        fill_gap(paper, ground.areas[(figures.status == status) & ~cut_off], status.code)
    for flag, flagged in reasons.items():
        fill_gap(paper, ground.areas[flagged], flag.codes[0])


def _lines(paper: Paper, ground: Ground) -> None:
    """White lines as thin as the areas are small; where they would hide the colours, none."""
    bounds = shapely.total_bounds(ground.areas)
    surface = float((bounds[2] - bounds[0]) * (bounds[3] - bounds[1]))
    side = np.sqrt(surface / max(len(ground.areas), 1))
    if side > 2.5:
        paper.area(ground.areas, line="#ffffff", width_mm=min(0.32, side / 60))
    paper.area(ground.border, line=BORDER, width_mm=0.38)


def _mark(paper: Paper, ground: Ground, positions: Sequence[int]) -> None:
    """A dark line with a white casing holds 3:1 against every colour under it."""
    if positions:
        paper.area(ground.areas[list(positions)], line="#ffffff", width_mm=1.35)
        paper.area(ground.areas[list(positions)], line=INK, width_mm=0.6)


def _write_names(
    paper: Paper, told: Handout, ground: Ground, first: Sequence[int], boxes: Sequence[Box]
) -> None:
    frame = ground.frame
    east, south = frame.x + frame.width, frame.y + frame.height
    taken = [
        (east - wide - _CORNER_MM, south - high - _CORNER_MM, east, south)
        for wide, high in (_SCALE_BOX_MM, _ARROW_BOX_MM)
    ] + list(boxes)
    ringed = _ringed(told)
    found = names_on(ground, told.figures.system.names, ringed=ringed, first=first, taken=taken)
    for name in found:
        _write(paper, name)


def _write(paper: Paper, name: Name) -> None:
    step = name.size_pt * 1.1 * MM_PER_POINT
    colour, halo = ("#77726a", LAND) if name.is_neighbour else ("#26231f", "#ffffff")
    for number, line in enumerate(name.lines):
        middle = name.y + (number - (len(name.lines) - 1) / 2) * step
        base = middle + name.size_pt * 0.34 * MM_PER_POINT
        paper.text(
            name.x, base, line, size_pt=name.size_pt, colour=colour, side="center", halo=halo
        )


def _furnish(paper: Paper, ground: Ground) -> None:
    frame = ground.frame
    east, south = frame.x + frame.width - _CORNER_MM, frame.y + frame.height - _CORNER_MM
    scale_bar(paper, east, south, ground.metres_per_mm)
    north_arrow(paper, east - 2.4, south - 7.0)
    paper.area(frame.box, line=_FRAME_LINE, width_mm=0.25)
