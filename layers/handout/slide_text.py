"""Text on slides: German, in one typeface, never larger than it was meant to be."""

from __future__ import annotations

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from layers.handout.typeface import readable
from layers.theme import INK

LANGUAGE = "de-DE"
_TYPEFACE = "Calibri"


def write(
    frame: Any,  # noqa: ANN401 - pptx has no hints
    text: str,
    *,
    size: float,
    bold: bool = False,
    colour: str = INK,
    side: PP_ALIGN = PP_ALIGN.LEFT,
    link: str = "",
) -> None:
    """Text in paragraphs, one a line; a frame that has text already gets further ones.

    Where a line names `link`, that address opens from there.
    """
    frame.word_wrap = True
    is_first = not frame.text
    for line in readable_lines(text).split("\n"):
        paragraph = frame.paragraphs[0] if is_first else frame.add_paragraph()
        is_first = False
        paragraph.alignment = side
        # Without it an empty line is as high as one of 18 points.
        paragraph._p.get_or_add_endParaRPr().set("sz", str(round(size * 100)))
        for part in line.partition(link) if link else (line,):
            if not part:
                continue
            run = paragraph.add_run()
            run.text = part
            run.font.size, run.font.bold, run.font.name = Pt(size), bold, _TYPEFACE
            run.font.color.rgb = rgb(colour)
            run._r.get_or_add_rPr().set("lang", LANGUAGE)
            if part == link:
                run.hyperlink.address = link


def write_cell(
    cell: Any,  # noqa: ANN401
    text: str,
    *,
    size: float,
    bold: bool = False,
    colour: str = INK,
    side: PP_ALIGN = PP_ALIGN.LEFT,
) -> None:
    """Text in the middle of a cell of a table."""
    cell.margin_top = cell.margin_bottom = Inches(0.02)
    cell.margin_left = cell.margin_right = Inches(0.06)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    write(cell.text_frame, text, size=size, bold=bold, colour=colour, side=side)


def without_margins(frame: Any) -> None:  # noqa: ANN401
    """Text begins where its frame does, in line with pictures and tables."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0


def readable_lines(text: str) -> str:
    """Lines as they are, without signs that an XML file may not hold."""
    return "\n".join(readable(line) for line in text.split("\n"))


def rgb(colour: str) -> RGBColor:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]
