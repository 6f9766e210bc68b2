"""The second voice: written, replaced, withdrawn, undone, and never markup."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from geodata.imports.note_refusals import NoNote, UnknownNotePlace, WrongNote
from geodata.imports.notes import put_note, withdraw_note
from geodata.imports.undo import undo_import
from geodata.notes import MOST_CHARACTERS, NoteKey
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.notes import notes_on
from indicators.query import Query
from tests.villages import AHAUSEN, BEDORF, put_table, village_store

DAY = datetime.date(2026, 11, 22)
KEY = NoteKey("kinder", "gemeinde", AHAUSEN, "2022", "Fachdienst Jugend")
COUNTY_KEY = NoteKey("kinder", "", "", "2022", "Fachdienst Jugend")
QUERY = Query("kinder", "gemeinde", "2022")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with village_store(tmp_path / "w") as made:
        put_table(made, "kinder", "2022", {AHAUSEN: 5, BEDORF: 7})
        yield made


def texts(store: Store) -> list[str]:
    return [note.text for note in Workspace(store).notes]


def test_a_note_is_kept_as_it_was_written(store: Store) -> None:
    put_note(store, KEY, "  Ein Neubaugebiet.\r\nViele Familien: 3 < 5 & mehr. ", on=DAY)
    (note,) = Workspace(store).notes
    assert note.text == "Ein Neubaugebiet.\nViele Familien: 3 < 5 & mehr."
    assert (note.key, note.stage, note.written) == (KEY, "draft", DAY)


def test_a_department_replaces_its_own_note_and_nobody_elses(store: Store) -> None:
    other = NoteKey(KEY.indicator, KEY.system, KEY.area_id, KEY.period, "Controlling")
    put_note(store, KEY, "erst", on=DAY)
    put_note(store, other, "daneben", on=DAY)
    put_note(store, KEY, "dann", stage="approved", on=DAY)
    assert texts(store) == ["daneben", "dann"]


def test_undoing_brings_the_earlier_text_back(store: Store) -> None:
    put_note(store, KEY, "erst", on=DAY)
    number = put_note(store, KEY, "dann", on=DAY)
    undo_import(store, number)
    assert texts(store) == ["erst"]


def test_a_withdrawn_note_is_gone_until_that_is_undone(store: Store) -> None:
    put_note(store, KEY, "erst", on=DAY)
    before = Workspace(store)
    number = withdraw_note(store, KEY, on=DAY)
    assert texts(store) == []
    assert [note.text for note in before.notes] == ["erst"]
    undo_import(store, number)
    assert texts(store) == ["erst"]


def test_what_was_never_written_cannot_be_withdrawn(store: Store) -> None:
    with pytest.raises(NoNote, match="Fachdienst Jugend"):
        withdraw_note(store, KEY, on=DAY)


def test_the_longest_note_goes_in_and_one_sign_more_does_not(store: Store) -> None:
    put_note(store, KEY, "ä" * MOST_CHARACTERS, on=DAY)
    with pytest.raises(WrongNote, match=r"hat 1\.001 Zeichen"):
        put_note(store, KEY, "ä" * (MOST_CHARACTERS + 1), on=DAY)
    assert len(texts(store)[0]) == 1000


@pytest.mark.parametrize(
    "text",
    [
        "<b>fett</b>",
        "vorher <script>alert(1)</script>",
        "</p>",
        "<!-- nichts -->",
        "< img src=x>",
        "&lt;b&gt;",
        "&#60;b",
        "",
        " \n ",
        "\u200b",
    ],
)
def test_markup_and_emptiness_are_refused(store: Store, text: str) -> None:
    with pytest.raises(WrongNote):
        put_note(store, KEY, text, on=DAY)
    assert texts(store) == []


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (NoteKey("schafe", "gemeinde", AHAUSEN, "2022", "A"), "Indikator „schafe“"),
        (NoteKey("kinder", "mond", AHAUSEN, "2022", "A"), "Raumebene „mond“"),
        (NoteKey("kinder", "gemeinde", "123", "2022", "A"), "Gebiet „123“"),
        (NoteKey("kinder", "gemeinde", AHAUSEN, "2019", "A"), "Stand „2019“"),
        (NoteKey("kinder", "gemeinde", AHAUSEN, "gestern", "A"), "Stand „gestern“"),
    ],
)
def test_an_unknown_place_is_refused_by_name(store: Store, key: NoteKey, said: str) -> None:
    with pytest.raises(UnknownNotePlace, match=said):
        put_note(store, key, "Text", on=DAY)


def test_a_note_needs_a_department(store: Store) -> None:
    nobody = NoteKey("kinder", "gemeinde", AHAUSEN, "2022", "  ")
    with pytest.raises(WrongNote, match="Fachdienst"):
        put_note(store, nobody, "Text", on=DAY)


def test_readers_see_what_is_approved_and_writers_the_drafts_too(store: Store) -> None:
    put_note(store, KEY, "Entwurf", on=DAY)
    put_note(store, COUNTY_KEY, "fertig", stage="approved", on=DAY)
    now = Workspace(store)
    assert notes_on(now, QUERY, AHAUSEN) == ()
    assert [note.text for note in notes_on(now, QUERY, AHAUSEN, drafts=True)] == ["Entwurf"]
    assert [note.text for note in notes_on(now, QUERY)] == ["fertig"]
    assert notes_on(now, QUERY, BEDORF, drafts=True) == ()


def test_the_journal_says_that_a_note_was_written_and_not_what(store: Store) -> None:
    put_note(store, KEY, "geheimer Gedanke", on=DAY)
    entry = Workspace(store).journal()[-1]
    assert (entry.kind, entry.report["department"]) == ("note", "Fachdienst Jugend")
    assert "Gedanke" not in str(entry.report)
