"""A story as it is handed out: each chapter with what its map says, or why it says nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geodata.refusals import Refusal
from geodata.stories import Chapter, Story
from geodata.story_age import told_number
from geodata.workspace import Workspace
from layers.handout.facts import Handout, handout, program_version
from layers.handout.refusals import EmptyStory
from layers.view import View
from layers.words import words


@dataclass(frozen=True, eq=False)
class StoryPage:
    """A chapter and its map; `told` is None where there is none, and `refused` says why."""

    chapter: Chapter
    told: Handout | None
    refused: str = ""


def story_pages(workspace: Workspace, story: Story, *, base: str = "") -> list[StoryPage]:
    """The chapters in their order; raises `EmptyStory` where there are none."""
    if not story.chapters:
        raise EmptyStory(title=story.title)
    # A story stands at a number before its own entry: the newest snapshot never has that number.
    entry = story.number if workspace.number == story.number else 0
    number = _number(workspace, story)
    return [_page(workspace, chapter, entry, number, base) for chapter in story.chapters]


def story_footer(workspace: Workspace, story: Story) -> str:
    """Program, version and the journal number that all figures stand on."""
    number = _number(workspace, story)
    return words("handout.made_with", version=program_version(), number=number)


def _number(workspace: Workspace, story: Story) -> int:
    """The one that the stage names, too."""
    return told_number(workspace.journal(), story.number, shown=workspace.number)


def _page(workspace: Workspace, chapter: Chapter, entry: int, number: int, base: str) -> StoryPage:
    view = replace(View.from_search(chapter.search), entry=entry)
    try:
        told = handout(workspace, view, base=base)
    except Refusal as refusal:
        return StoryPage(chapter, None, str(refusal))
    return StoryPage(chapter, replace(told, number=number))
