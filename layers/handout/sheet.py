"""The map as a picture to put into reports: title, map, legend, sources, all on one sheet."""

from __future__ import annotations

from geodata.workspace import Workspace
from layers.handout.facts import Handout
from layers.handout.ground import Frame
from layers.handout.legend_block import draw_badge, draw_legend
from layers.handout.map_picture import draw_map
from layers.handout.paper import LINE_HEIGHT, MM_PER_POINT, Paper, shortened_to, wrapped
from layers.theme import ACCENT, INK_SOFT
from layers.words import words

# A4 across.
_WIDTH, _HEIGHT = 297.0, 210.0
_EDGE, _BETWEEN, _LEGEND = 12.0, 8.0, 64.0
_HEADING_PT, _LINE_PT, _FOOT_PT = 19.0, 10.5, 7.5


def sheet_png(workspace: Workspace, told: Handout) -> bytes:
    """The sheet in 300 dots an inch."""
    return _sheet(workspace, told).png(
        {
            "Title": told.heading,
            "Description": _description(told),
            "Copyright": " · ".join(told.source_lines),
            "Source": told.link,
            "Software": told.made_with,
        }
    )


def sheet_svg(workspace: Workspace, told: Handout) -> bytes:
    """The sheet as shapes, for layout programs."""
    return _sheet(workspace, told).svg(
        {
            "Title": told.heading,
            "Description": _description(told),
            "Rights": " · ".join(told.source_lines),
            "Source": told.link,
            "Creator": told.made_with,
            "Language": "de",
        }
    )


def _description(told: Handout) -> str:
    """What is shown, and what its gaps mean, for programs that read no pictures."""
    gaps = [f"{gap.label}: {gap.meaning}" for gap in told.gaps]
    return " · ".join([told.title, told.period, told.level, *gaps])


def _sheet(workspace: Workspace, told: Handout) -> Paper:
    paper = Paper(_WIDTH, _HEIGHT)
    top = _head(paper, told) + 5.0
    lines = _foot_lines(told)
    step = _FOOT_PT * LINE_HEIGHT * MM_PER_POINT
    foot = _HEIGHT - 9.0 - len(lines) * step
    frame = Frame(_EDGE, top, _WIDTH - 2 * _EDGE - _LEGEND - _BETWEEN, foot - 5.0 - top)
    draw_map(paper, workspace, told, frame)
    left = frame.x + frame.width + _BETWEEN
    draw_legend(paper, told, left, top, _LEGEND, lowest=frame.y + frame.height)
    for number, line in enumerate(lines):
        base = foot + (number + 0.78) * step
        paper.text(_EDGE, base, line, size_pt=_FOOT_PT, colour=INK_SOFT)
    return paper


def _head(paper: Paper, told: Handout) -> float:
    """Who speaks, the question, and of what and when the map is; returns its lower edge."""
    wide = _WIDTH - 2 * _EDGE
    owner = f"{words('app.name')} · {told.workspace_title}"
    paper.text(_EDGE, _EDGE + 2.4, owner, size_pt=9, weight="bold", colour=ACCENT)
    y = paper.paragraph(
        _EDGE,
        _EDGE + 4.2,
        told.heading,
        width_mm=wide,
        size_pt=_HEADING_PT,
        weight="bold",
        most_lines=2,
    )
    parts = [told.subtitle, told.period, told.level]
    line = " · ".join(part for part in parts if part)
    base = y + 4.6
    right = draw_badge(paper, told, _EDGE, base)
    left = right + (3.0 if right > _EDGE else 0.0)
    line = shortened_to(line, _WIDTH - _EDGE - left, _LINE_PT)
    paper.text(left, base, line, size_pt=_LINE_PT, colour=INK_SOFT)
    return base


def _foot_lines(told: Handout) -> list[str]:
    """Sources, where the view is found again, and with what it was made."""
    found = words("handout.view", link=told.link) if told.link else ""
    parts = [*told.source_lines, told.method, found, told.made_with]
    wide = _WIDTH - 2 * _EDGE
    return [
        line for part in parts if part for line in wrapped(part, width_mm=wide, size_pt=_FOOT_PT)
    ]
