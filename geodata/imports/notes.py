"""Readings of the departments written, replaced and withdrawn, each as one line of the journal."""

from __future__ import annotations

import datetime
import re

from geodata.german_count import german_count
from geodata.imports.note_refusals import NoNote, UnknownNotePlace, WrongNote
from geodata.imports.plain_line import visible
from geodata.notes import (
    MOST_CHARACTERS,
    MOST_CHARACTERS_OF_DEPARTMENT,
    STAGES,
    Note,
    NoteKey,
    Stage,
)
from geodata.period import Period, UnknownPeriod
from geodata.store import Reader, Store

# A tag, a comment, or an entity that a browser would turn into one.
_MARKUP = re.compile(r"<\s*[a-z/!?]|&(?:[a-z]+|#x?[0-9a-f]+);", re.IGNORECASE)


def put_note(
    store: Store, key: NoteKey, text: str, *, stage: Stage = "draft", on: datetime.date
) -> int:
    """Write a department's note, in place of its earlier one in the same place.

    Returns the journal number, by which it can be undone. `on` is the day it was written. Raises
    `WrongNote` for a text that is empty, too long or has markup, `UnknownNotePlace` where there is
    no such indicator, area or period.
    """
    note = Note(_plain_key(key), _plain_text(text), _known_stage(stage), on)
    with store.writing("note") as writer:
        _refuse_unknown(writer.before, note.key)
        writer.put_note(note)
        # The journal says what was done and where; the text stays with the note.
        writer.report = {"schema": 1, "note": "written", **_told(note.key), "stage": stage}
        return writer.number


def withdraw_note(store: Store, key: NoteKey, *, on: datetime.date) -> int:
    """Take a department's note back; an undo brings it back. Raises `NoNote`."""
    key = _plain_key(key)
    with store.writing("note") as writer:
        if all(note.key != key for note in writer.before.notes()):
            titles = writer.before.indicators()
            title = titles[key.indicator].title if key.indicator in titles else key.indicator
            raise NoNote(department=key.department, indicator=title, period=key.period)
        writer.withdraw_note(key, on=on)
        writer.report = {"schema": 1, "note": "withdrawn", **_told(key)}
        return writer.number


def _plain_key(key: NoteKey) -> NoteKey:
    department = " ".join(key.department.split())
    if not department:
        raise WrongNote(problem="Bitte angeben, welcher Fachdienst sie schreibt")
    if len(department) > MOST_CHARACTERS_OF_DEPARTMENT or _MARKUP.search(department):
        raise WrongNote(
            problem="Der Name des Fachdienstes darf höchstens "
            f"{MOST_CHARACTERS_OF_DEPARTMENT} Zeichen haben und keine Auszeichnungen wie <b>"
        )
    return NoteKey(key.indicator, key.system, key.area_id, key.period, department)


def _plain_text(text: str) -> str:
    """The text as it is kept: lines stay, other control characters and outer blanks go."""
    plain = visible(text).strip()
    if not plain:
        raise WrongNote(problem="Der Text ist leer. Zum Entfernen gibt es die Rücknahme")
    if len(plain) > MOST_CHARACTERS:
        count, most = german_count(len(plain)), german_count(MOST_CHARACTERS)
        raise WrongNote(problem=f"Der Text hat {count} Zeichen. Bitte auf {most} kürzen")
    if found := _MARKUP.search(plain):
        shown = plain[found.start() : found.start() + 20].split("\n")[0]
        raise WrongNote(
            problem=f"„{shown}“ sieht nach HTML aus. Bitte nur einfachen Text schreiben"
        )
    return plain


def _known_stage(stage: str) -> Stage:
    if stage not in STAGES:
        raise WrongNote(problem=f"Den Stand „{stage}“ gibt es nicht; möglich: draft, approved")
    return stage


def _refuse_unknown(before: Reader, key: NoteKey) -> None:
    if key.indicator not in before.indicators():
        raise UnknownNotePlace(what="Einen Indikator", given=key.indicator)
    systems = {system.id: system for system in before.area_systems(context=False)}
    if key.area_id or key.system:
        if key.system not in systems:
            raise UnknownNotePlace(what="Eine Raumebene", given=key.system)
        if key.area_id not in systems[key.system].position:
            raise UnknownNotePlace(what="Ein Gebiet", given=key.area_id)
    known = {state.period.text for state in before.states()}
    if not _is_period(key.period) or key.period not in known:
        raise UnknownNotePlace(what="Einen Stand", given=key.period)


def _is_period(text: str) -> bool:
    try:
        Period(text)
    except UnknownPeriod:
        return False
    return True


def _told(key: NoteKey) -> dict[str, str]:
    return {
        "indicator": key.indicator,
        "system": key.system,
        "area_id": key.area_id,
        "period": key.period,
        "department": key.department,
    }
