"""Stories as the mode „Präsentation“ lists, edits and shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from geodata.store import JournalEntry
from geodata.stories import (
    LONGEST_NOTE,
    LONGEST_QUESTION,
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_CHAPTERS,
    Chapter,
    Story,
)
from geodata.story_age import newer_figures, told_number
from geodata.workspace import Workspace
from indicators.kept import kept
from layers.fitting_view import fitting_view
from layers.left_out import left_out
from layers.unbroken import unbroken
from layers.view import View
from layers.what_is_gone import what_is_gone
from layers.words import section, words

LIMITS = {
    "title": LONGEST_TITLE,
    "question": LONGEST_QUESTION,
    "text": LONGEST_TEXT,
    "note": LONGEST_NOTE,
    "chapters": MOST_CHAPTERS,
}


def stories_told(
    stories: Sequence[dict[str, Any]], *, editor: bool, sign_in: bool, base: str
) -> Any:  # noqa: ANN401 - JSON
    """The answer that panel, stage and the speaker's window draw from.

    `base` is what links for others begin with, "" where only this machine reaches the atlas.
    """
    return {
        "stories": sorted(stories, key=lambda told: told["title"].casefold()),
        "editor": editor,
        "may_sign_in": sign_in and not editor,
        "base": base,
        "limits": LIMITS,
        "words": section("stories.scripts"),
    }


def story_told(story: Story, now: Workspace, *, frozen: bool, editor: bool) -> dict[str, Any]:
    """A story, of which state its figures are, and whether there are newer ones.

    `frozen`: its figures are those of its day, not the newest. Notes are for those who may write.
    """
    journal = now.journal()
    newer = newer_figures(journal, story.number)
    return {
        "id": story.id,
        "title": story.title,
        "number": story.number,
        "entry": story.number if frozen else 0,
        "about": words(
            "stories.about_one" if len(story.chapters) == 1 else "stories.about",
            count=len(story.chapters),
        ),
        "stamp": _stamp(_shown_number(story, now, frozen=frozen), journal),
        "banner": _banner(story.number, journal, is_newer=bool(newer), frozen=frozen),
        "newer": bool(newer),
        "chapters": [_chapter(chapter, now, editor=editor) for chapter in story.chapters],
    }


def chapters_of(search: str, workspace: Workspace) -> tuple[Chapter, ...]:
    """A chapter from what is on the screen; its question is that of the map. Of two maps beside
    one another each is a chapter, the right one in the classes that it has there.
    """
    view = View.from_search(search)
    if not view.right or view.reach.asked:
        return (_chapter_from(search, view, workspace),)
    left = replace(view, right="", same_classes=False, acts_on_right=False)
    right = replace(View.from_search(view.right).drawn, areas=view.areas)
    if view.same_classes:
        # "?" is the usual view.
        right = replace(right, like=left.drawn.search or "?")
    return tuple(_chapter_from(one.search, one, workspace) for one in (left, right))


def _chapter_from(search: str, view: View, workspace: Workspace) -> Chapter:
    question = _question(fitting_view(view, workspace), workspace)
    return Chapter(question[:LONGEST_QUESTION], search, "")


def _question(view: View, workspace: Workspace) -> str:
    if view.reach.asked or not view.indicator:
        return words("stories.reach_question" if view.reach.asked else "stories.any_question")
    indicator = workspace.indicators[view.indicator]
    return indicator.question or indicator.title


def _chapter(chapter: Chapter, now: Workspace, *, editor: bool) -> dict[str, Any]:
    told = asdict(chapter)
    if not editor:
        del told["note"]
    shown = {"question": unbroken(chapter.question), "text": unbroken(chapter.text)}
    remarks = [*_gone(now, chapter.search), *left_out(View.from_search(chapter.search))]
    return {**told, "shown": shown, "gone": remarks}


@kept(200)
def _gone(workspace: Workspace, search: str) -> tuple[str, ...]:
    return tuple(what_is_gone(search, workspace))


def _shown_number(story: Story, now: Workspace, *, frozen: bool) -> int:
    return told_number(now.journal(), story.number, shown=story.number if frozen else now.number)


def _stamp(number: int, journal: Sequence[JournalEntry]) -> str:
    return unbroken(words("stories.stamp", number=number, day=_day(number, journal)))


def _banner(number: int, journal: Sequence[JournalEntry], *, is_newer: bool, frozen: bool) -> str:
    if not is_newer:
        return ""
    return words("stories.newer" if frozen else "stories.not_kept", day=_day(number, journal))


def _day(number: int, journal: Sequence[JournalEntry]) -> str:
    found = next((entry for entry in journal if entry.number == number), None)
    return found.at.astimezone().strftime("%d.%m.%Y") if found else ""
