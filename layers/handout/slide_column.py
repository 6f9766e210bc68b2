"""What stands beside the map of a slide: statement, badge, figures of chosen areas, legend."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from layers.german_number import german_number
from layers.handout.facts import Badge, ClassRow, GapRow, Handout
from layers.handout.looks import CUT_OFF, EMPTY, GAP_DOT, GAP_GROUND, GAP_INK, WHITE
from layers.handout.map_picture import gap_colour
from layers.handout.map_sheet import title_with_unit
from layers.handout.slide_text import rgb, without_margins, write, write_cell
from layers.theme import INK, INK_SOFT
from layers.words import words

_PATTERNS = {
    "missing": (MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL, GAP_INK, GAP_GROUND),
    "suppressed": (MSO_PATTERN_TYPE.PERCENT_20, GAP_DOT, GAP_GROUND),
}
# Sizes in points where there is room; all shrink together where there is not.
_TEXT_PT, _FACT_PT, _ROW_PT, _HEAD_PT, _NOTE_PT, _BADGE_PT = 20.0, 15.0, 13.0, 12.0, 10.0, 12.0
_SCALES = (1.0, 0.93, 0.87, 0.8, 0.74, 0.68, 0.62, 0.56)
_LINE, _CELL_IN, _BETWEEN_IN = 1.22, 0.05, 0.14
# How wide a letter is, as a part of its size.
_LETTER = 0.48


@dataclass(frozen=True)
class Column:
    """Where it stands on the slide, in inches."""

    left: float
    top: float
    width: float
    bottom: float


@dataclass(frozen=True)
class _Heights:
    """In inches, of each part; 0 for one that is not there."""

    text: float
    badge: float
    facts: tuple[float, ...]
    head: float
    row: float
    rows: int

    @property
    def legend(self) -> float:
        return self.head + self.rows * self.row

    @property
    def whole(self) -> float:
        parts = (self.text, self.badge, sum(self.facts), self.legend)
        return sum(part + _BETWEEN_IN for part in parts if part)


def fill_column(slide: Any, column: Column, text: str, told: Handout | None) -> None:  # noqa: ANN401 - pptx has no hints
    """The statement above, the rest from below; all as large as there is room for."""
    scale, heights = _fitting(column, text, told)
    box = slide.shapes.add_textbox(
        Inches(column.left), Inches(column.top), Inches(column.width), Inches(heights.text)
    )
    without_margins(box.text_frame)
    write(box.text_frame, text, size=_TEXT_PT * scale)
    if told is None:
        return
    top = column.bottom - heights.legend
    _legend(slide, column, told, top, heights, scale)
    if heights.facts:
        top -= _BETWEEN_IN + sum(heights.facts)
        _facts(slide, column, told, top, heights, scale)
    if told.badge:
        _badge(slide, column, told.badge, top - _BETWEEN_IN / 2 - heights.badge, heights, scale)


def _fitting(column: Column, text: str, told: Handout | None) -> tuple[float, _Heights]:
    room = column.bottom - column.top
    for scale in _SCALES:
        heights = _heights(column, text, told, scale)
        if heights.whole <= room:
            break
    return scale, heights


def _heights(column: Column, text: str, told: Handout | None, scale: float) -> _Heights:
    said = _high(text, column.width, _TEXT_PT * scale)
    if told is None:
        return _Heights(said, 0, (), 0, 0, 0)
    return _Heights(
        text=said,
        badge=_high(".", 1, _BADGE_PT * scale) + 0.1 if told.badge else 0,
        facts=tuple(
            _high(fact.name, 0.62 * column.width, _FACT_PT * scale)
            + (_high(fact.notes, 0.62 * column.width, _NOTE_PT * scale) if fact.notes else 0)
            + _CELL_IN
            for fact in told.chosen
        ),
        head=_high(title_with_unit(told), column.width - 1.6, _HEAD_PT * scale)
        + _high(told.period, column.width - 1.6, _NOTE_PT * scale)
        + _CELL_IN,
        row=_high(".", 1, _ROW_PT * scale) + _CELL_IN,
        rows=len(told.classes) + len(told.gaps),
    )


def _high(text: str, width: float, size: float) -> float:
    """About how high a text is in a width, in inches."""
    signs = max(1, int(width * 72 / (size * _LETTER)))
    lines = sum(max(1, ceil(len(line) / signs)) for line in text.split("\n")) if text else 0
    return lines * size * _LINE / 72


def _badge(
    slide: Any,  # noqa: ANN401
    column: Column,
    badge: Badge,
    top: float,
    heights: _Heights,
    scale: float,
) -> None:
    """A dashed frame with a sign and the word: a model figure never looks like a counted one."""
    text = f"{'◆' if badge.code == 'model' else '≈'} {badge.text}"
    wide = len(text) * _BADGE_PT * scale * 0.62 / 72 + 0.3
    shape = slide.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE,
        Inches(column.left),
        Inches(top),
        Inches(wide),
        Inches(heights.badge),
    )
    shape.name = words("handout.slide_badge")
    shape.adjustments[0] = 0.5
    shape.shadow.inherit = False
    shape.fill.background()
    shape.line.color.rgb, shape.line.width = rgb(INK_SOFT), Pt(1.25)
    shape.line.dash_style = MSO_LINE_DASH_STYLE.DASH
    without_margins(shape.text_frame)
    shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    write(shape.text_frame, text, size=_BADGE_PT * scale, bold=True, side=PP_ALIGN.CENTER)


def _facts(
    slide: Any,  # noqa: ANN401
    column: Column,
    told: Handout,
    top: float,
    heights: _Heights,
    scale: float,
) -> None:
    widths = (0.62 * column.width, 0.38 * column.width)
    table = _table(slide, column, top, heights.facts, widths, words("handout.slide_facts"))
    table._tbl.tblPr.set("firstRow", "0")
    for number, fact in enumerate(told.chosen):
        look: dict[str, Any] = {"bold": not fact.beside, "colour": INK_SOFT if fact.beside else INK}
        name, figure = table.cell(number, 0), table.cell(number, 1)
        write_cell(name, fact.name, size=_FACT_PT * scale, **look)
        if fact.notes:
            write(name.text_frame, fact.notes, size=_NOTE_PT * scale, colour=INK_SOFT)
        write_cell(figure, fact.figure, size=_FACT_PT * scale, side=PP_ALIGN.RIGHT, **look)


def _legend(
    slide: Any,  # noqa: ANN401
    column: Column,
    told: Handout,
    top: float,
    heights: _Heights,
    scale: float,
) -> None:
    rows: list[ClassRow | GapRow] = [*reversed(told.classes), *told.gaps]
    widths = (0.7, column.width - 1.6, 0.9)
    high = (heights.head, *[heights.row] * len(rows))
    table = _table(slide, column, top, high, widths, words("handout.slide_legend"))
    swatch, title, counted = (table.cell(0, number) for number in range(3))
    write_cell(swatch, words("handout.document.colour"), size=_NOTE_PT * scale, colour=INK_SOFT)
    write_cell(title, title_with_unit(told), size=_HEAD_PT * scale, bold=True)
    write(title.text_frame, told.period, size=_NOTE_PT * scale, colour=INK_SOFT)
    write_cell(counted, told.counted, size=_NOTE_PT * scale, colour=INK_SOFT, side=PP_ALIGN.RIGHT)
    for number, row in enumerate(rows, start=1):
        _swatch(table.cell(number, 0), row, told, size=_ROW_PT * scale)
        write_cell(table.cell(number, 1), row.label, size=_ROW_PT * scale)
        count = german_number(row.count)
        write_cell(table.cell(number, 2), count, size=_ROW_PT * scale, side=PP_ALIGN.RIGHT)


def _table(
    slide: Any,  # noqa: ANN401
    column: Column,
    top: float,
    heights: tuple[float, ...],
    widths: tuple[float, ...],
    name: str,
) -> Any:  # noqa: ANN401
    """A table without a look of its own."""
    frame = slide.shapes.add_table(
        len(heights),
        len(widths),
        Inches(column.left),
        Inches(top),
        Inches(column.width),
        Inches(sum(heights)),
    )
    frame.name = name
    table = frame.table
    table._tbl.tblPr.set("bandRow", "0")
    for number, width in enumerate(widths):
        table.columns[number].width = Emu(round(Inches(1) * width))
    for number, height in enumerate(heights):
        table.rows[number].height = Emu(round(Inches(1) * height))
        for cell in table.rows[number].cells:
            cell.fill.background()
    return table


def _swatch(cell: Any, row: ClassRow | GapRow, told: Handout, *, size: float) -> None:  # noqa: ANN401
    """The colour of a class, or the look of a gap as far as slides know it."""
    code = row.code if isinstance(row, GapRow) else ""
    write_cell(cell, "○" if code == "zero" else "", size=size, side=PP_ALIGN.CENTER)
    if code in _PATTERNS:
        pattern, ink, ground = _PATTERNS[code]
        cell.fill.patterned()
        cell.fill.pattern = pattern
        cell.fill.fore_color.rgb, cell.fill.back_color.rgb = rgb(ink), rgb(ground)
    elif code == "unreliable":
        cell.fill.patterned()
        cell.fill.pattern = MSO_PATTERN_TYPE.LIGHT_HORIZONTAL
        cell.fill.fore_color.rgb, cell.fill.back_color.rgb = rgb(gap_colour(told)), rgb("#ffffff")
    else:
        plain = {"zero": WHITE, "no_connection": CUT_OFF, "uninhabited": EMPTY}
        colour = row.colour if isinstance(row, ClassRow) else plain[row.code]
        cell.fill.solid()
        cell.fill.fore_color.rgb = rgb(colour)
