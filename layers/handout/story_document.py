"""A story as a document: a page for each chapter, and the values behind its map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from geodata.stories import Story
from geodata.workspace import Workspace
from layers.handout.document import document
from layers.handout.facts import Handout
from layers.handout.map_picture import map_svg
from layers.handout.map_sheet import described, legend_facts, table_facts
from layers.handout.story_pages import StoryPage, story_footer, story_pages
from layers.words import words

# Where little is said above it, a map is larger; its legend needs the rest of the width.
_MAP_MM, _LARGE_MAP_MM = (176.0, 118.0), (190.0, 128.0)
_SHORT_QUESTION, _SHORT_TEXT = 70, 260
_MOST_SOURCES = 5
# A longer table is no hand-out any more; the table of the view has all of it.
_MOST_ROWS = 400


def story_document(workspace: Workspace, story: Story, *, base: str = "") -> bytes:
    """The PDF; raises `EmptyStory`."""
    pages = story_pages(workspace, story, base=base)
    owner = f"{words('app.name')} · {workspace.title}"
    told = {
        "title": story.title,
        "owner": owner,
        "author": owner,
        "footer": story_footer(workspace, story),
        "description": words("handout.story_description", count=len(pages)),
        "chapters": [_chapter(page, number) for number, page in enumerate(pages, start=1)],
        "tables": _tables(pages),
    }
    pictures = {}
    for number, page in enumerate(pages, start=1):
        if page.told:
            width, height = _map_mm(page)
            pictures[f"map{number}"] = map_svg(
                workspace, page.told, width_mm=width, height_mm=height
            )
    return document("story", told, pictures)


def _map_mm(page: StoryPage) -> tuple[float, float]:
    """As large as all that is said leaves room for on one page."""
    told = page.told
    is_short = (
        told is not None
        and len(page.chapter.question) <= _SHORT_QUESTION
        and len(page.chapter.text) <= _SHORT_TEXT
        and page.chapter.text.count("\n") < 2
        and len(told.source_lines) <= _MOST_SOURCES
    )
    return _LARGE_MAP_MM if is_short else _MAP_MM


def _chapter(page: StoryPage, number: int) -> dict[str, Any]:
    said = {"number": str(number), "question": page.chapter.question, "text": page.chapter.text}
    if page.told is None:
        return {**said, "picture": "", "refused": page.refused}
    told = page.told
    return {
        **said,
        "picture": f"map{number}",
        "map_width": _map_mm(page)[0],
        "facts": [asdict(fact) for fact in told.chosen],
        "line": _line(told),
        "badge": {"code": told.badge.code, "text": told.badge.text} if told.badge else None,
        "alt": described(told),
        "legend": {**legend_facts(told), "histogram": None},
        "sources": list(told.source_lines),
        "link": told.link,
    }


def _line(told: Handout) -> str:
    return " · ".join(part for part in (told.title, told.period, told.level) if part)


def _tables(pages: Sequence[StoryPage]) -> list[dict[str, Any]]:
    """The values behind each map; a table that an earlier chapter has is named, not repeated."""
    tables = []
    first: dict[str, tuple[int, str]] = {}
    for number, page in enumerate(pages, start=1):
        if page.told is None:
            continue
        question = page.chapter.question
        facts = {"line": _line(page.told), **table_facts(page.told, most_rows=_MOST_ROWS)}
        at, earlier = first.setdefault(repr(facts), (number, question))
        same = words("handout.same_table", number=at, question=earlier) if at < number else ""
        tables.append({"question": question, "same": same, **facts})
    return tables
