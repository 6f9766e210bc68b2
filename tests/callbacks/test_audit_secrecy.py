"""The data officer's check: counts for editors, nothing for anybody else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from flask.testing import FlaskClient

from callbacks.page import create_app
from geodata.store import Store
from geodata.workspace_holder import WorkspaceHolder
from indicators.secrecy.guard import keep_secret
from tests.villages import CHILDREN, put_records

HERE = {"Host": "127.0.0.1:8050"}


def test_readers_learn_nothing(visitor: FlaskClient) -> None:
    answer = visitor.get("/geheimhaltung", environ_overrides={"REMOTE_ADDR": "10.0.0.9"})
    assert answer.status_code == 403
    assert answer.json is not None
    assert set(answer.json) == {"error"}


def test_without_a_rule_nothing_is_hidden(visitor: FlaskClient) -> None:
    answer = visitor.get("/geheimhaltung", headers=HERE).json
    assert answer is not None
    assert answer["rows"] == []
    assert "Es ist nichts verborgen" in answer["sentence"]


def test_hidden_figures_are_counted_by_indicator_and_no_area_is_named(
    counted_villages: Path,
) -> None:
    """A minimum of 5 hides Ahausen's 4 of 2022 and 3 of 2020."""
    with Store.open(counted_villages) as store:
        store.ask_before_commit(keep_secret)
        put_records(store, [replace(CHILDREN, minimum=5)])
    client = create_app(WorkspaceHolder(counted_villages)).server.test_client()
    answer = client.get("/geheimhaltung", headers=HERE)
    assert answer.json is not None
    (row,) = answer.json["rows"]
    assert row[0] == "Kinder"
    assert int(row[1]) >= 2
    assert answer.json["safe"] is True
    assert "Ahausen" not in answer.text
    assert "03354" not in answer.text
