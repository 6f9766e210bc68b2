"""What the departments write about a figure, as assets/notes.js draws it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from geodata.catalogue import Indicator
from geodata.notes import MOST_CHARACTERS, MOST_CHARACTERS_OF_DEPARTMENT, Note
from layers.words import words


def notes_told(
    notes: Sequence[Note], indicator: Indicator, *, place: str, editor: bool, may_sign_in: bool
) -> dict[str, Any]:
    """The notes in words; who writes and who may sign in. `place` names area and state."""
    return {
        "notes": [_told(note) for note in notes],
        "place": words("notes.place", title=indicator.title, place=place),
        "department": indicator.department,
        "editor": editor,
        "may_sign_in": may_sign_in and not editor,
        "most": MOST_CHARACTERS,
        "most_department": MOST_CHARACTERS_OF_DEPARTMENT,
    }


def _told(note: Note) -> dict[str, str]:
    day = note.written.strftime("%d.%m.%Y")
    return {
        "department": note.key.department,
        "heading": words("notes.writes", department=note.key.department),
        "date": day,
        "text": note.text,
        "stage": note.stage,
        "stage_word": words(f"notes.stage_{note.stage}"),
    }
