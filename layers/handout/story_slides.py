"""A story as slides: a picture of each map, and all that is said as text that can be changed."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_PATTERN_TYPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Mm, Pt

from geodata.stories import Story
from geodata.workspace import Workspace
from layers.german_number import german_number
from layers.handout.facts import ClassRow, GapRow, Handout
from layers.handout.map_picture import gap_colour, map_png
from layers.handout.map_sheet import described, title_with_unit
from layers.handout.story_pages import StoryPage, story_footer, story_pages
from layers.handout.typeface import readable
from layers.theme import INK, INK_SOFT
from layers.words import words

MIMETYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
# The same at every making, so that the same story is the same file.
_DATE = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - the library takes no zone
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_WIDTH, _HEIGHT, _EDGE = Inches(13.333), Inches(7.5), Inches(0.5)
_MAP_MM = (190.0, 128.0)
# A longer statement is written smaller.
_SHORT = 220
_HEAD_SIGNS = 36
_TITLE_ONLY = 5
_LANGUAGE = "de-DE"
_GAP_GROUND, _GAP_INK, _CUT_OFF, _EMPTY = "#f3f1ec", "#8a857b", "#6b665c", "#e2ded5"
_PATTERNS = {
    "missing": (MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL, _GAP_INK, _GAP_GROUND),
    "suppressed": (MSO_PATTERN_TYPE.PERCENT_20, "#5c574e", _GAP_GROUND),
}


def story_slides(
    workspace: Workspace, story: Story, *, base: str = "", notes: bool = True
) -> bytes:
    """The PPTX; `notes` says whether what only the speaker reads goes with it.

    Raises `EmptyStory`.
    """
    pages = story_pages(workspace, story, base=base)
    deck = Presentation()
    deck.slide_width, deck.slide_height = _WIDTH, _HEIGHT
    told = deck.core_properties
    told.title, told.author = story.title, f"{words('app.name')} · {workspace.title}"
    told.comments, told.language = story_footer(workspace), _LANGUAGE
    told.created = told.modified = _DATE
    told.last_modified_by, told.revision = words("app.name"), 1
    for page in pages:
        _slide(deck, workspace, page, notes=notes)
    out = io.BytesIO()
    deck.save(out)
    return _with_fixed_dates(out.getvalue())


def _slide(deck: Any, workspace: Workspace, page: StoryPage, *, notes: bool) -> None:  # noqa: ANN401 - pptx has no hints
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = _box(0.5, 0.3, 12.333, 0.95)
    title.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    _write(title.text_frame, page.chapter.question, size=34, bold=True)
    map_width, map_height = (Mm(mm) for mm in _MAP_MM)
    right = Emu(_EDGE + map_width + Inches(0.35))
    wide = Emu(_WIDTH - right - _EDGE)
    text = slide.shapes.add_textbox(right, Inches(1.35), wide, Inches(2.3))
    said = page.chapter.text or page.refused
    _write(text.text_frame, said, size=18 if len(said) <= _SHORT else 15)
    if page.told is not None:
        picture = map_png(workspace, page.told, width_mm=_MAP_MM[0], height_mm=_MAP_MM[1], dpi=200)
        drawn = slide.shapes.add_picture(
            io.BytesIO(picture), _EDGE, Inches(1.4), map_width, map_height
        )
        drawn.name = words("handout.slide_map")
        drawn._element._nvXxPr.cNvPr.set("descr", readable(described(page.told)))
        _legend(slide, page.told, right, wide)
        _foot(slide, page.told)
    if notes and page.chapter.note:
        slide.notes_slide.notes_text_frame.text = readable_lines(page.chapter.note)


def _legend(slide: Any, told: Handout, left: Emu, wide: Emu) -> None:  # noqa: ANN401
    rows: list[ClassRow | GapRow] = [*reversed(told.classes), *told.gaps]
    count, height = len(rows) + 1, Inches(0.29)
    heads = (words("handout.document.colour"), title_with_unit(told), told.counted)
    head_height = Inches(0.1 + 0.19 * (1 + len(heads[1]) // _HEAD_SIGNS))
    whole = height * len(rows) + head_height
    top = Inches(1.4) + Mm(_MAP_MM[1]) - whole
    frame = slide.shapes.add_table(count, 3, left, top, wide, whole)
    frame.name = words("handout.slide_legend")
    table = frame.table
    style = table._tbl.tblPr
    style.set("bandRow", "0")
    for column, width in enumerate((Inches(0.6), wide - Inches(1.5), Inches(0.9))):
        table.columns[column].width = width
    for column, head in enumerate(heads):
        cell = table.cell(0, column)
        cell.fill.background()
        _cell(cell, head, bold=True, size=11)
    for number, row in enumerate(rows, start=1):
        table.rows[number].height = height
        label = table.cell(number, 1)
        _swatch(table.cell(number, 0), row, told)
        for cell in (label, table.cell(number, 2)):
            cell.fill.background()
        _cell(label, row.label)
        _cell(table.cell(number, 2), german_number(row.count))
    table.rows[0].height = head_height


def _swatch(cell: Any, row: ClassRow | GapRow, told: Handout) -> None:  # noqa: ANN401
    """The colour of a class, or the look of a gap as far as slides know it."""
    code = row.code if isinstance(row, GapRow) else ""
    _cell(cell, "○" if code == "zero" else "")
    if code in _PATTERNS:
        pattern, ink, ground = _PATTERNS[code]
        cell.fill.patterned()
        cell.fill.pattern = pattern
        cell.fill.fore_color.rgb, cell.fill.back_color.rgb = _rgb(ink), _rgb(ground)
    elif code == "unreliable":
        cell.fill.patterned()
        cell.fill.pattern = MSO_PATTERN_TYPE.LIGHT_HORIZONTAL
        cell.fill.fore_color.rgb, cell.fill.back_color.rgb = _rgb(gap_colour(told)), _rgb("#ffffff")
    else:
        plain = {"zero": "#ffffff", "no_connection": _CUT_OFF, "uninhabited": _EMPTY}
        colour = row.colour if isinstance(row, ClassRow) else plain[row.code]
        cell.fill.solid()
        cell.fill.fore_color.rgb = _rgb(colour)


def _foot(slide: Any, told: Handout) -> None:  # noqa: ANN401
    """Kind of figure, sources, where the view is found again, and with what it was made."""
    found = words("handout.view", link=told.link) if told.link else ""
    badge = told.badge.text if told.badge else ""
    first = (badge, told.period, told.level)
    box = slide.shapes.add_textbox(*_box(0.4, 6.52, 12.5, 0.9))
    box.name = words("handout.slide_sources")
    parts = [*first, *told.source_lines, found, told.made_with]
    _write(box.text_frame, " · ".join(part for part in parts if part), size=9, colour=INK_SOFT)


def _write(
    frame: Any,  # noqa: ANN401
    text: str,
    *,
    size: float,
    bold: bool = False,
    colour: str = INK,
) -> None:
    """Text in paragraphs, one a line, in German."""
    frame.word_wrap = True
    for number, line in enumerate(readable_lines(text).split("\n")):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = line
        run.font.size, run.font.bold, run.font.name = Pt(size), bold, "Calibri"
        run.font.color.rgb = _rgb(colour)
        run._r.get_or_add_rPr().set("lang", _LANGUAGE)


def _cell(cell: Any, text: str, *, bold: bool = False, size: float = 12) -> None:  # noqa: ANN401
    cell.margin_top = cell.margin_bottom = Inches(0.02)
    cell.margin_left = cell.margin_right = Inches(0.06)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    _write(cell.text_frame, text, size=size, bold=bold)


def readable_lines(text: str) -> str:
    """Lines as they are, without signs that an XML file may not hold."""
    return "\n".join(readable(line) for line in text.split("\n"))


def _box(
    left: float, top: float, width: float, height: float
) -> tuple[Inches, Inches, Inches, Inches]:
    return Inches(left), Inches(top), Inches(width), Inches(height)


def _rgb(colour: str) -> RGBColor:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]


def _with_fixed_dates(content: bytes) -> bytes:
    """The same parts in the same order, without the time at which they were written."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as made,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed,
    ):
        for name in made.namelist():
            part = zipfile.ZipInfo(name, _ZIP_DATE)
            part.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(part, made.read(name))
    return out.getvalue()
