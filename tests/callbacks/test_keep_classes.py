"""An editor keeps the classes on the screen with the indicator."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from callbacks.page import create_app
from geodata.workspace_holder import WorkspaceHolder

ADDRESS = "/schreiben/klassen?indikator=kinder&ebene=gemeinde&zeit=2022"
HERE = {"Host": "127.0.0.1:8050", "Origin": "http://127.0.0.1:8050"}


@pytest.fixture
def editor(counted_villages: Path) -> FlaskClient:
    client: FlaskClient = create_app(WorkspaceHolder(counted_villages)).server.test_client()
    return client


def keep(client: FlaskClient, search: str = "", **environ: str) -> Any:
    return client.post(ADDRESS + search, json={}, headers=HERE, environ_overrides=environ)


def test_own_limits_are_kept_and_drawn_from_then_on(
    editor: FlaskClient, told_villages: WorkspaceHolder
) -> None:
    answer = keep(editor, "&art=own&grenzen=5;10&palette=OrRd")
    assert answer.status_code == 200
    assert "gezeichnet" in answer.json["said"]
    record = told_villages.current().indicators["kinder"]
    assert record.classes == {"method": "own", "breaks": [5.0, 10.0], "palette": "OrRd"}
    legend = editor.get("/karte/klassen?indikator=kinder&ebene=gemeinde&zeit=2022", headers=HERE)
    assert next(row["label"] for row in legend.json["legend"]["classes"]) == "bis 5"


def test_it_is_one_line_of_the_journal_and_says_what_it_was(
    editor: FlaskClient, told_villages: WorkspaceHolder
) -> None:
    number = keep(editor, "&art=equal&klassen=4").json["number"]
    entry = told_villages.current().journal()[-1]
    assert (entry.number, entry.kind, entry.file) == (number, "catalogue", "Unsere Klassen: kinder")
    assert told_villages.current().indicators["kinder"].classes == {"method": "equal", "count": 4}


def test_readers_keep_nothing(editor: FlaskClient, told_villages: WorkspaceHolder) -> None:
    before = told_villages.current().number
    assert keep(editor, REMOTE_ADDR="10.0.0.9").status_code == 403
    assert told_villages.current().number == before


def test_another_page_keeps_nothing(editor: FlaskClient) -> None:
    answer = editor.post(ADDRESS, json={}, headers={**HERE, "Origin": "http://evil.example"})
    assert answer.status_code == 403
