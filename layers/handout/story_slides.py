"""A story as slides: a picture of each map, and all that is said as text that can be changed."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Inches, Mm

from geodata.stories import Story
from geodata.workspace import Workspace
from layers.handout.facts import Handout
from layers.handout.map_picture import map_png
from layers.handout.map_sheet import described
from layers.handout.slide_column import Column, fill_column
from layers.handout.slide_text import LANGUAGE, readable_lines, without_margins, write
from layers.handout.story_pages import StoryPage, story_footer, story_pages
from layers.handout.typeface import readable
from layers.theme import INK_SOFT
from layers.words import words

MIMETYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
# The same at every making, so that the same story is the same file.
_DATE = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - the library takes no zone
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
# Inches.
_WIDTH, _HEIGHT, _EDGE, _TOP, _BETWEEN = 13.333, 7.5, 0.5, 1.4, 0.35
_MAP_MM = (190.0, 128.0)
_MM_PER_INCH = 25.4
# A longer question is written smaller.
_LARGE_PT, _SMALL_PT, _LONG_QUESTION = 34, 26, 62
_FOOT_PT = 9.5
_TITLE_ONLY = 5


def story_slides(
    workspace: Workspace, story: Story, *, base: str = "", notes: bool = True
) -> bytes:
    """The PPTX; `notes` says whether what only the speaker reads goes with it.

    Raises `EmptyStory`.
    """
    pages = story_pages(workspace, story, base=base)
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(_WIDTH), Inches(_HEIGHT)
    told = deck.core_properties
    told.title, told.author = story.title, f"{words('app.name')} · {workspace.title}"
    told.comments, told.language = story_footer(workspace, story), LANGUAGE
    told.created = told.modified = _DATE
    told.last_modified_by, told.revision = words("app.name"), 1
    for page in pages:
        _slide(deck, workspace, page, notes=notes)
    out = io.BytesIO()
    deck.save(out)
    return _with_fixed_dates(out.getvalue())


def _slide(deck: Any, workspace: Workspace, page: StoryPage, *, notes: bool) -> None:  # noqa: ANN401 - pptx has no hints
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    _title(slide.shapes.title, page.chapter.question)
    wide, high = (mm / _MM_PER_INCH for mm in _MAP_MM)
    left = _EDGE + wide + _BETWEEN
    column = Column(left, _TOP, _WIDTH - left - _EDGE, _TOP + high)
    fill_column(slide, column, page.chapter.text or page.refused, page.told)
    if page.told is not None:
        picture = map_png(workspace, page.told, width_mm=_MAP_MM[0], height_mm=_MAP_MM[1], dpi=200)
        drawn = slide.shapes.add_picture(
            io.BytesIO(picture), Inches(_EDGE), Inches(_TOP), Mm(_MAP_MM[0]), Mm(_MAP_MM[1])
        )
        drawn.name = words("handout.slide_map")
        drawn._element._nvXxPr.cNvPr.set("descr", readable(described(page.told)))
        _foot(slide, page.told)
    if notes and page.chapter.note:
        slide.notes_slide.notes_text_frame.text = readable_lines(page.chapter.note)


def _title(title: Any, question: str) -> None:  # noqa: ANN401
    title.left, title.top = Inches(_EDGE), Inches(0.3)
    title.width, title.height = Inches(_WIDTH - 2 * _EDGE), Inches(0.95)
    title.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    without_margins(title.text_frame)
    size = _LARGE_PT if len(question) <= _LONG_QUESTION else _SMALL_PT
    write(title.text_frame, question, size=size, bold=True)


def _foot(slide: Any, told: Handout) -> None:  # noqa: ANN401
    """Level, sources, where the view is found again, and with what it was made."""
    found = words("handout.view", link=told.link) if told.link else ""
    box = slide.shapes.add_textbox(
        Inches(_EDGE), Inches(6.52), Inches(_WIDTH - 2 * _EDGE), Inches(0.9)
    )
    box.name = words("handout.slide_sources")
    without_margins(box.text_frame)
    parts = [told.level, *told.source_lines, found, told.made_with]
    text = " · ".join(part for part in parts if part)
    # Without the address of the atlas there is nothing that a click could open.
    link = told.link if told.link.startswith("http") else ""
    write(box.text_frame, text, size=_FOOT_PT, colour=INK_SOFT, link=link)


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
