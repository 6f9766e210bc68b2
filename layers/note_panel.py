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


def members_notes_told(notes: Sequence[tuple[str, Note]], *, says_where: bool) -> dict[str, Any]:
    """The notes on areas that are read as one, each with the name of its area.

    They are read there and not written: a note belongs to one area, and the next choice of areas
    would not find it. `says_where` is for those who would write.
    """
    return {
        "notes": [_told(note, area=name) for name, note in notes],
        "editor": False,
        "may_sign_in": False,
        "where": words("notes.no_place") if says_where else "",
    }


def _told(note: Note, *, area: str = "") -> dict[str, str]:
    day = note.written.strftime("%d.%m.%Y")
    writes = "notes.writes_on" if area else "notes.writes"
    return {
        "department": note.key.department,
        "heading": words(writes, department=note.key.department, area=area),
        "date": day,
        "text": note.text,
        "stage": note.stage,
        "stage_word": words(f"notes.stage_{note.stage}"),
    }
