"""A department reads, writes or takes back its note on a figure."""

from __future__ import annotations

import unicodedata
from typing import Any, cast

from flask import Response, request

from callbacks.plain_answer import asked_search, plain_answer
from callbacks.recognise_editor import comes_from_the_page, may_sign_in, may_write
from callbacks.this_day import today
from geodata.imports.notes import put_note, withdraw_note
from geodata.notes import NoteKey, Stage
from geodata.refusals import Refusal
from geodata.store import Store
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.notes import notes_on
from indicators.published import published
from layers.fitting_view import fitting_view
from layers.note_panel import members_notes_told, notes_told
from layers.shown_area import ShownArea, shown_area
from layers.view import View
from layers.words import words


class NoPlaceForNotes(Refusal):
    sentence = words("notes.no_place")


class IncompleteNote(Refusal):
    sentence = words("notes.incomplete")


def read_notes(holder: WorkspaceHolder) -> Response:
    """The notes on the figure of an address, drafts for those who write."""
    workspace = holder.current()
    try:
        return plain_answer(notes_of(workspace, _shown(workspace)))
    except Refusal as refusal:
        return plain_answer({"error": str(refusal)}, status=400)


def write_note(holder: WorkspaceHolder) -> Response:
    """Store the note sent, or take it back; the answer has all notes and the new journal number."""
    if not comes_from_the_page():
        return plain_answer({"error": words("editor.foreign")}, status=403)
    if not may_write():
        return plain_answer({"error": words("editor.readers_only")}, status=403)
    try:
        workspace = holder.current()
        number = _store(workspace, _shown(workspace), request.get_json(silent=True))
        newest = holder.current()
        return plain_answer({**notes_of(newest, _shown(newest)), "number": number})
    except Refusal as refusal:
        return plain_answer({"error": str(refusal)}, status=400)


def notes_of(workspace: Workspace, shown: ShownArea) -> dict[str, Any]:
    """The notes on what is shown, as the page draws them; of several areas, those on each."""
    if len(shown.area_ids) > 1:
        return _notes_of_members(workspace, shown)
    figures = published(workspace, shown.query)
    area_id = "" if shown.is_county else shown.area_ids[0]
    editor = may_write()
    name = workspace.title if shown.is_county else figures.system.name_of(area_id)
    return notes_told(
        notes_on(workspace, shown.query, area_id, drafts=editor),
        figures.indicator,
        place=f"{name}, {words('area.state', period=figures.period.german)}",
        editor=editor,
        may_sign_in=may_sign_in(),
    )


def _notes_of_members(workspace: Workspace, shown: ShownArea) -> dict[str, Any]:
    editor = may_write()
    system = published(workspace, shown.query).system
    found = [
        (system.name_of(area_id), note)
        for area_id in shown.area_ids
        for note in notes_on(workspace, shown.query, area_id, drafts=editor)
    ]
    return members_notes_told(found, says_where=editor or may_sign_in())


def _shown(workspace: Workspace) -> ShownArea:
    view = fitting_view(View.from_search(asked_search()), workspace)
    found = shown_area(view, workspace, view.areas) if view.indicator else None
    if found is None:
        raise NoPlaceForNotes
    return found


def _store(workspace: Workspace, shown: ShownArea, sent: object) -> int:
    """One change of the store.

    Raises what writing notes raises, `NoPlaceForNotes` for several areas, and `IncompleteNote`.
    """
    if len(shown.area_ids) > 1:
        raise NoPlaceForNotes
    given = sent if isinstance(sent, dict) else {}
    department, text, stage = (_text(given, name) for name in ("department", "text", "stage"))
    period = published(workspace, shown.query).period.text
    place = ("", "") if shown.is_county else (shown.query.system, shown.area_ids[0])
    key = NoteKey(shown.query.indicator, *place, period, department)
    day = today()
    # A note hides and tells no figure: nothing has to be reckoned before it is kept.
    with Store.open(workspace.path) as store:
        if given.get("withdraw") is True:
            return withdraw_note(store, key, on=day)
        # An unknown stage is refused there, in a sentence.
        return put_note(store, key, text, stage=cast("Stage", stage), on=day)


def _text(given: dict[str, Any], name: str) -> str:
    """A text that was sent; signs that cannot be seen stay in no field, lines only in the text."""
    found = given.get(name, "")
    if not isinstance(found, str):
        raise IncompleteNote
    return "".join(
        sign for sign in found if sign in "\r\n\t" or unicodedata.category(sign)[0] != "C"
    )
