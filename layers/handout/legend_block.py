"""The legend on paper: classes, distribution, gaps with what they mean, badge, readings."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely

from layers.german_number import german_number
from layers.handout.facts import Handout
from layers.handout.histogram import draw_histogram
from layers.handout.looks import fill_class, fill_gap, ring
from layers.handout.map_picture import gap_colour
from layers.handout.overlay_marks import draw_mark
from layers.handout.paper import LINE_HEIGHT, MM_PER_POINT, Paper, width_of
from layers.handout.typeface import Weight
from layers.theme import INK, INK_SOFT
from layers.words import words

_SWATCH_WIDE, _SWATCH_HIGH, _SWATCH_LINE = 7.5, 4.4, "#9c9890"
_ROW_MM, _BESIDE_MM = 6.0, 10.0
_ROW_PT, _SMALL_PT, _TITLE_PT = 9.5, 7.8, 10.0
_GAP_MM = 4.0
_MOST_NOTE_LINES, _FEWEST_LINES = 14, 3


def draw_legend(
    paper: Paper, told: Handout, x: float, y: float, width: float, *, lowest: float
) -> float:
    """The legend from its upper left corner down to `lowest` at most; returns its lower edge.

    All in mm. Where room is short the distribution is left out, then the end of the readings:
    classes and gaps never.
    """
    # Drawn on a sheet that nobody sees, it tells how much room it needs.
    needed = _classes_and_gaps(Paper(1, 1), told, x, y, width, with_bars=True)
    y = _classes_and_gaps(paper, told, x, y, width, with_bars=needed <= lowest)
    return _readings(paper, told, x, y, width, lowest=lowest)


def _classes_and_gaps(
    paper: Paper, told: Handout, x: float, y: float, width: float, *, with_bars: bool
) -> float:
    y = _chosen(paper, told, x, y, width) if told.chosen else y
    y = _title(paper, told, x, y, width)
    if told.histogram is not None and with_bars:
        y = draw_histogram(paper, told, told.histogram, x, y + 1.5, width)
    y = _classes(paper, told, x, y + 1.5, width)
    y = _gaps(paper, told, x, y + 1.0, width)
    y = _overlays(paper, told, x, y + 1.0, width) if told.overlays else y
    for remark in told.remarks:
        y = paper.paragraph(x, y + 1.8, remark, width_mm=width, size_pt=_SMALL_PT, colour=INK_SOFT)
    return y


def draw_badge(paper: Paper, told: Handout, x: float, base: float) -> float:
    """A frame with a sign and the word: a model figure never looks like a counted one.

    Stands on a base line; returns its right edge, `x` where there is none.
    """
    if told.badge is None:
        return x
    wide = width_of(told.badge.text, size_pt=9, weight="bold") + 9.0
    round_box = shapely.buffer(
        shapely.box(x + 2.6, base - 1.5, x + wide - 2.6, base - 0.9), 2.5, quad_segs=12
    )
    paper.area(round_box, fill="#ffffff", line=INK_SOFT, width_mm=0.25)
    middle = (x + 3.8, base - 1.2)
    if told.badge.code == "model":
        corners = [(0, -1.15), (1.0, 0), (0, 1.15), (-1.0, 0)]
        diamond = shapely.polygons([(middle[0] + a, middle[1] + b) for a, b in corners])
        paper.area(diamond, fill=INK)
    else:
        paper.text(*middle_text(middle), "≈", size_pt=9, weight="bold", side="center")
    paper.text(x + 6.0, base, told.badge.text, size_pt=9, weight="bold")
    return x + wide


def middle_text(middle: tuple[float, float]) -> tuple[float, float]:
    """Where a sign stands so that its middle is there."""
    return middle[0], middle[1] + 1.1


def _chosen(paper: Paper, told: Handout, x: float, y: float, width: float) -> float:
    """The areas chosen with their figures, and the county beside them."""
    for fact in told.chosen:
        weight: Weight = "regular" if fact.beside else "bold"
        colour, right = INK_SOFT if fact.beside else INK, x + width
        room = width - 3.0 - width_of(fact.figure, size_pt=_ROW_PT, weight=weight)
        look: dict[str, Any] = {"size_pt": _ROW_PT, "weight": weight, "colour": colour}
        paper.text(right, y + 2.6, fact.figure, side="right", **look)
        y = paper.paragraph(x, y, fact.name, width_mm=room, **look)
        if fact.notes:
            small: dict[str, Any] = {"size_pt": _SMALL_PT, "colour": INK_SOFT}
            y = paper.paragraph(x, y, fact.notes, width_mm=width, **small)
        y += 1.2
    return y + _GAP_MM


def _title(paper: Paper, told: Handout, x: float, y: float, width: float) -> float:
    text = (
        f"{told.title} {words('legend.unit', unit=told.unit)}" if _needs_unit(told) else told.title
    )
    return paper.paragraph(x, y, text, width_mm=width, size_pt=_TITLE_PT, weight="bold")


def _needs_unit(told: Handout) -> bool:
    return bool(told.unit) and not told.title.endswith(told.unit)


def _classes(paper: Paper, told: Handout, x: float, y: float, width: float) -> float:
    paper.text(x + width, y + 2.8, told.counted, size_pt=_SMALL_PT, colour=INK_SOFT, side="right")
    y += 3.8
    if not told.classes:
        return paper.paragraph(
            x, y, words("legend.no_values"), width_mm=width, size_pt=_SMALL_PT, colour=INK_SOFT
        )
    for row in reversed(told.classes):
        fill_class(paper, _swatch(x, y), row.colour)
        _row(paper, x, y, width, row.label, row.count)
        y += _ROW_MM
    return y


def _gaps(paper: Paper, told: Handout, x: float, y: float, width: float) -> float:
    colour = gap_colour(told)
    for gap in told.gaps:
        fill_gap(paper, _swatch(x, y), gap.code, colour=colour)
        if gap.code == "zero":
            ring(paper, shapely.points([(x + _SWATCH_WIDE / 2, y + _SWATCH_HIGH / 2)]))
        _row(paper, x, y, width, gap.label, gap.count)
        y = paper.paragraph(
            x + _BESIDE_MM,
            y + _SWATCH_HIGH + 0.1,
            gap.meaning,
            width_mm=width - _BESIDE_MM,
            size_pt=_SMALL_PT,
            colour=INK_SOFT,
        )
        y += 1.4
    return y


def _overlays(paper: Paper, told: Handout, x: float, y: float, width: float) -> float:
    """What lies over the colours, the uppermost first."""
    for overlay in reversed(told.overlays):
        box = (x, y, x + _SWATCH_WIDE, y + _SWATCH_HIGH)
        draw_mark(paper, overlay, (x + _SWATCH_WIDE / 2, y + _SWATCH_HIGH / 2), box)
        below = paper.paragraph(
            x + _BESIDE_MM, y + 0.5, overlay.label, width_mm=width - _BESIDE_MM, size_pt=_ROW_PT
        )
        y = max(below, y + _SWATCH_HIGH) + _ROW_MM - _SWATCH_HIGH
    return y


def _row(paper: Paper, x: float, y: float, width: float, label: str, count: int) -> None:
    base = y + 3.3
    paper.area(_swatch(x, y), line=_SWATCH_LINE, width_mm=0.15)
    paper.text(x + _BESIDE_MM, base, label, size_pt=_ROW_PT)
    paper.text(
        x + width, base, german_number(count), size_pt=_ROW_PT, colour=INK_SOFT, side="right"
    )


def _swatch(x: float, y: float) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    return np.array([shapely.box(x, y, x + _SWATCH_WIDE, y + _SWATCH_HIGH)], object)


def _readings(
    paper: Paper, told: Handout, x: float, y: float, width: float, *, lowest: float
) -> float:
    """What departments write, as far as there is room; all of it stands in the documents."""
    step = _SMALL_PT * LINE_HEIGHT * MM_PER_POINT
    for reading in told.readings:
        heading = words(
            "notes.writes_on" if reading.area else "notes.writes",
            department=reading.department,
            area=reading.area,
        )
        room = int((lowest - y - _GAP_MM) / step) - 2
        if room < _FEWEST_LINES:
            return paper.paragraph(
                x,
                y + 1.8,
                words("handout.more_readings"),
                width_mm=width,
                size_pt=_SMALL_PT,
                colour=INK_SOFT,
            )
        y = paper.paragraph(
            x, y + _GAP_MM, heading, width_mm=width, size_pt=_SMALL_PT, weight="bold", most_lines=2
        )
        y = paper.paragraph(
            x,
            y,
            f"{reading.text} ({reading.date})",
            width_mm=width,
            size_pt=_SMALL_PT,
            most_lines=min(room, _MOST_NOTE_LINES),
        )
    return y
