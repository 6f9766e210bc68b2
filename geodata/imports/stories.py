"""Stories written, replaced and removed, each as one line of the journal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Sequence
from dataclasses import replace

from geodata.german_count import german_count
from geodata.imports.plain_line import plain_line, plain_text
from geodata.imports.story_refusals import NoSuchStory, WrongStory
from geodata.store import Store
from geodata.stories import (
    LONGEST_ADDRESS,
    LONGEST_NOTE,
    LONGEST_QUESTION,
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_CHAPTERS,
    MOST_STORIES,
    Chapter,
    Story,
)

_LONGEST_ID = 40


def put_story(store: Store, story: Story) -> Story:
    """Write a story, in place of the one with its id; "" as id makes a new one.

    Returns the story as it is kept. Raises `WrongStory` where a text is missing or too long, or
    where there are too many chapters or stories; `NoSuchStory` for an id that is not there.
    """
    checked = checked_story(story)
    with store.writing("story") as writer:
        known = writer.before.stories()
        if checked.id and checked.id not in known:
            raise NoSuchStory
        if not checked.id:
            if len(known) >= MOST_STORIES:
                raise WrongStory(problem=f"Es gibt schon {MOST_STORIES}. Bitte eine alte löschen")
            checked = replace(checked, id=_free_id(checked.title, known))
        # A story can be about no later state than the one it is written in.
        number = checked.number if 0 < checked.number < writer.number else writer.number
        checked = replace(checked, number=number)
        writer.put_story(checked)
        writer.report = {"schema": 1, "story": "written", **_told(checked)}
    return checked


def remove_story(store: Store, story_id: str) -> int:
    """Take a story away; an undo brings it back. Returns the journal number.

    Raises `NoSuchStory`.
    """
    with store.writing("story") as writer:
        story = writer.before.stories().get(story_id)
        if story is None:
            raise NoSuchStory
        writer.remove_story(story)
        writer.report = {"schema": 1, "story": "removed", **_told(story)}
        return writer.number


def checked_story(story: Story) -> Story:
    """The story with its texts as they are kept; raises `WrongStory`."""
    title = plain_line(story.title)
    if not title:
        raise WrongStory(problem="Bitte einen Titel eingeben")
    _refuse_longer(title, LONGEST_TITLE, "Der Titel")
    if len(story.chapters) > MOST_CHAPTERS:
        many = german_count(len(story.chapters))
        raise WrongStory(problem=f"{many} Kapitel sind zu viele; möglich sind {MOST_CHAPTERS}")
    return replace(story, title=title, chapters=_checked_chapters(story.chapters))


def _checked_chapters(chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
    return tuple(_checked(chapter, number) for number, chapter in enumerate(chapters, start=1))


def _checked(chapter: Chapter, number: int) -> Chapter:
    kept = Chapter(
        question=plain_line(chapter.question),
        search=chapter.search if chapter.search.isprintable() else "",
        text=plain_text(chapter.text),
        note=plain_text(chapter.note),
    )
    if not kept.question:
        raise WrongStory(problem=f"Kapitel {number} braucht eine Frage")
    _refuse_longer(kept.question, LONGEST_QUESTION, f"Die Frage von Kapitel {number}")
    _refuse_longer(kept.search, LONGEST_ADDRESS, f"Die Ansicht von Kapitel {number}")
    _refuse_longer(kept.text, LONGEST_TEXT, f"Der Satz von Kapitel {number}")
    _refuse_longer(kept.note, LONGEST_NOTE, f"Die Notiz von Kapitel {number}")
    return kept


def _refuse_longer(text: str, most: int, what: str) -> None:
    if len(text) > most:
        count, limit = german_count(len(text)), german_count(most)
        raise WrongStory(problem=f"{what} hat {count} Zeichen. Bitte auf {limit} kürzen")


def _free_id(title: str, known: Container[str]) -> str:
    """The title in plain letters, with a number where another story is called so."""
    spelled = title.casefold()
    for umlaut, letters in {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}.items():
        spelled = spelled.replace(umlaut, letters)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_ID].strip("-") or "geschichte"
    names = [stem, *(f"{stem}-{number}" for number in range(2, MOST_STORIES + 2))]
    return next(name for name in names if name not in known)


def _told(story: Story) -> dict[str, object]:
    return {"id": story.id, "title": story.title, "chapters": len(story.chapters)}
