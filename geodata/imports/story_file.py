"""A story as one JSON file, to be handed to another atlas."""

from __future__ import annotations

import json
from typing import Any

from geodata.german_count import german_count
from geodata.imports.stories import checked_story
from geodata.imports.story_refusals import HugeStory, NewerStory, UnreadableStory
from geodata.stories import Chapter, Story

SCHEMA = 1
MOST_BYTES = 500_000
_KIND = "sozialraumatlas-geschichte"
_FIELDS = ("question", "view", "text", "note")


def story_as_file(story: Story) -> bytes:
    """The file; docs/schemas/story.schema.json says its form."""
    chapters = [
        {"question": c.question, "view": c.search, "text": c.text, "note": c.note}
        for c in story.chapters
    ]
    told = {"schema": SCHEMA, "kind": _KIND, "title": story.title, "chapters": chapters}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def story_from_file(content: bytes, *, file: str, number: int) -> Story:
    """The story of a file, as a new one about the figures of a journal number.

    What looks like markup stays text. Raises `HugeStory`, `UnreadableStory`, `NewerStory`,
    `WrongStory`.
    """
    if len(content) > MOST_BYTES:
        size = german_count(len(content) // 1000)
        raise HugeStory(file=file, size=size, most=MOST_BYTES // 1000)
    told = _parsed(content, file)
    found = told.get("schema")
    if told.get("kind") != _KIND or not isinstance(found, int) or isinstance(found, bool):
        raise UnreadableStory(file=file, reason="das Kennzeichen fehlt")
    if found > SCHEMA:
        raise NewerStory(file=file, found=found, known=SCHEMA)
    chapters = told.get("chapters")
    if not isinstance(chapters, list):
        raise UnreadableStory(file=file, reason="die Kapitel fehlen")
    title = told.get("title")
    if not isinstance(title, str):
        raise UnreadableStory(file=file, reason="der Titel fehlt")
    read = tuple(_chapter(chapter, at, file) for at, chapter in enumerate(chapters, start=1))
    return checked_story(Story("", title, read, number))


def _parsed(content: bytes, file: str) -> dict[str, Any]:
    try:
        told = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UnreadableStory(file=file, reason="kein vollständiges JSON") from None
    if not isinstance(told, dict):
        raise UnreadableStory(file=file, reason="das Kennzeichen fehlt")
    return told


def _chapter(told: object, number: int, file: str) -> Chapter:
    given = told if isinstance(told, dict) else {}
    texts = [given.get(name, "") for name in _FIELDS]
    if not given or not all(isinstance(text, str) for text in texts):
        raise UnreadableStory(file=file, reason=f"Kapitel {number} ist nicht vollständig")
    question, view, text, note = texts
    return Chapter(question, view, text, note)
