"""What stands beside the map comes in one answer: portrait, topic, and what the controls show."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from geodata.imports.notes import put_note
from geodata.notes import NoteKey
from geodata.store import Store
from tests.villages import BEDORF

SEARCH = "?indikator=kinder&ebene=gemeinde"
ADDRESS = f"/karte/daneben{SEARCH}&gebiet={BEDORF}"


def test_portrait_topic_and_controls_come_together(visitor: FlaskClient) -> None:
    told = visitor.get(ADDRESS)
    assert told.headers["Cache-Control"] == "no-store"
    assert told.json is not None
    assert "Bedorf" in str(told.json["portrait"])
    assert (told.json["shown"]["values"]["zeit"], bool(told.json["others"])) == ("2022", True)


def test_who_asks_how_far_it_is_reads_that_elsewhere(visitor: FlaskClient) -> None:
    told = visitor.get("/karte/daneben?modus=erreichbarkeit&weg=fuss").json
    assert told is not None
    assert (told["others"], told["shown"]) == ([], None)


def test_a_draft_is_kept_for_who_may_write_and_shown_to_nobody_else(
    counted_villages: Path, visitor: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = NoteKey("kinder", "gemeinde", BEDORF, "2022", "Amt")
    with Store.open(counted_villages) as store:
        put_note(store, key, "Noch geheim.", on=datetime.date(2026, 11, 28))
    told = []
    for writes in (True, False, True):
        for module in ("show_beside", "write_note"):
            monkeypatch.setattr(f"callbacks.{module}.may_write", lambda writes=writes: writes)
        told.append("Noch geheim." in visitor.get(ADDRESS).text)
    assert told == [True, False, True]
