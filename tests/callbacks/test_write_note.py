"""A department writes its reading of a figure; everybody reads what is approved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from callbacks.page import create_app
from geodata.workspace_holder import WorkspaceHolder
from tests.villages import AHAUSEN, BEDORF

ADDRESS = f"/lesarten?indikator=kinder&ebene=gemeinde&zeit=2022&gebiet={AHAUSEN}"
HERE = {"Host": "127.0.0.1:8050", "Origin": "http://127.0.0.1:8050"}
FAR = {"REMOTE_ADDR": "10.0.0.9"}
NOTE = {"department": "Fachdienst Jugend", "text": "Ein Neubaugebiet.", "stage": "approved"}


@pytest.fixture
def editor(counted_villages: Path) -> FlaskClient:
    client: FlaskClient = create_app(WorkspaceHolder(counted_villages)).server.test_client()
    return client


def write(editor: FlaskClient, note: Any, address: str = ADDRESS, **headers: str) -> Any:
    return editor.post(address, json=note, headers={**HERE, **headers})


def read(client: FlaskClient, address: str = ADDRESS, **environ: str) -> Any:
    return client.get(address, headers={"Host": "127.0.0.1:8050"}, environ_overrides=environ).json


def test_a_note_is_stored_with_one_line_of_the_journal_and_read_by_everybody(
    editor: FlaskClient, told_villages: WorkspaceHolder
) -> None:
    before = told_villages.current().number
    answer = write(editor, NOTE)
    assert answer.status_code == 200
    assert answer.json["number"] == before + 1
    (note,) = read(editor, **FAR)["notes"]
    assert (note["heading"], note["text"]) == ("Fachdienst Jugend schreibt:", "Ein Neubaugebiet.")
    assert told_villages.current().journal()[-1].kind == "note"


def test_a_draft_is_seen_by_those_who_write_only(editor: FlaskClient) -> None:
    write(editor, {**NOTE, "stage": "draft"})
    assert [note["stage_word"] for note in read(editor)["notes"]] == ["Entwurf"]
    assert read(editor, **FAR)["notes"] == []


def test_a_note_belongs_to_its_area_and_state_alone(editor: FlaskClient) -> None:
    write(editor, NOTE)
    assert read(editor, ADDRESS.replace(AHAUSEN, BEDORF))["notes"] == []
    assert read(editor, ADDRESS.replace("2022", "2020"))["notes"] == []


def test_with_nothing_chosen_the_note_is_on_the_county(editor: FlaskClient) -> None:
    county = ADDRESS.split("&gebiet")[0]
    write(editor, NOTE, county)
    assert len(read(editor, county)["notes"]) == 1
    chosen = "/lesarten?indikator=kinder&ebene=kreis&zeit=2022&gebiet=03354"
    assert len(read(editor, chosen)["notes"]) == 1


def test_a_note_is_taken_back(editor: FlaskClient) -> None:
    write(editor, NOTE)
    assert write(editor, {**NOTE, "withdraw": True}).json["notes"] == []


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"text": ""}, "leer"),
        ({"text": "x" * 1001}, "1.001 Zeichen"),
        ({"text": "<b>fett</b>"}, "HTML"),
        ({"department": " "}, "welcher Fachdienst"),
        ({"stage": "secret"}, "gibt es nicht"),
        ({"text": 7}, "Bitte Fachdienst, Text und Stand angeben"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    editor: FlaskClient, wrong: dict[str, Any], sentence: str
) -> None:
    answer = write(editor, {**NOTE, **wrong})
    assert answer.status_code == 400
    assert sentence in answer.json["error"]
    assert read(editor)["notes"] == []


def test_nonsense_is_refused(editor: FlaskClient) -> None:
    assert write(editor, [1, 2]).status_code == 400
    several = f"{ADDRESS};{BEDORF}"
    assert "eines der Gebiete allein" in write(editor, NOTE, several).json["error"]


def test_readers_cannot_write(editor: FlaskClient) -> None:
    answer = editor.post(ADDRESS, json=NOTE, headers=HERE, environ_overrides=FAR)
    assert answer.status_code == 403
    assert read(editor)["notes"] == []


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:9999", "null", ""])
def test_another_page_cannot_write_through_the_browser(editor: FlaskClient, origin: str) -> None:
    assert write(editor, NOTE, Origin=origin).status_code == 403


def test_a_form_of_another_page_cannot_write(editor: FlaskClient) -> None:
    assert editor.post(ADDRESS, data=NOTE, headers=HERE).status_code == 403


def test_markup_in_a_name_stays_text(editor: FlaskClient) -> None:
    answer = write(editor, {**NOTE, "department": "<img src=x>"})
    assert answer.status_code == 400


def test_signs_that_cannot_be_seen_are_left_out(editor: FlaskClient) -> None:
    hidden = {"department": "Fach\u202edienst", "text": "Ein\ud800 Satz.\u0007", "stage": "draft"}
    (note,) = write(editor, hidden).json["notes"]
    assert (note["department"], note["text"]) == ("Fachdienst", "Ein Satz.")
    assert write(editor, {**NOTE, "stage": "\ud800"}).status_code == 400


def test_of_several_areas_the_notes_on_each_are_read_and_none_is_written(
    editor: FlaskClient,
) -> None:
    write(editor, NOTE)
    several = f"{ADDRESS};{BEDORF}"
    told = read(editor, several)
    assert [note["heading"] for note in told["notes"]] == ["Fachdienst Jugend schreibt zu Ahausen:"]
    assert (told["editor"], "allein auswählen" in told["where"]) == (False, True)
    assert read(editor, several, **FAR)["where"] == ""
