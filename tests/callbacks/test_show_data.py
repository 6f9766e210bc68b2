"""The page „Daten“ tells what is in the workspace."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any

from dash import no_update
from plotly.io.json import to_json_plotly

from callbacks.show_data import show_data
from geodata.store import Store
from geodata.workspace_holder import WorkspaceHolder
from layers.data_page import data_page
from tests.kitas import KITAS
from tests.villages import CHILDREN, put_facilities, put_records


def text_of(parts: Any) -> str:
    """Everything a reader sees, roughly: the components as JSON with their umlauts."""
    return json.dumps(json.loads(to_json_plotly(parts)), ensure_ascii=False)


def test_areas_indicators_sources_and_journal_are_listed(told_villages: WorkspaceHolder) -> None:
    told = to_json_plotly(show_data(1, told_villages))
    for word in ("Gemeinde", "Kinder", "Kreisamt", "tabelle.csv"):
        assert word in told


def test_before_it_is_opened_nothing_is_read(told_villages: WorkspaceHolder) -> None:
    assert show_data(None, told_villages) is no_update


def test_what_is_hidden_may_be_checked_by_editors_only(told_villages: WorkspaceHolder) -> None:
    day = datetime.date(2026, 11, 22)
    workspace = told_villages.current()
    assert "secrecy-check" not in to_json_plotly(data_page(workspace, today=day))
    assert "secrecy-check" in to_json_plotly(data_page(workspace, today=day, editor=True))


def test_what_is_due_stands_under_its_department(told_villages: WorkspaceHolder) -> None:
    with Store.open(told_villages.current().path) as store:
        kept = replace(CHILDREN, department="Jugendamt", update_interval="jährlich")
        put_records(store, [kept])
    told = text_of(data_page(told_villages.current(), today=datetime.date(2026, 11, 22)))
    assert "Jugendamt" in told
    assert "überfällig" in told
    fresh = text_of(data_page(told_villages.current(), today=datetime.date(2022, 12, 1)))
    assert "Nichts ist fällig." in fresh
    assert "aktuell" in fresh


def test_facilities_are_listed_by_kind_with_their_list(told_villages: WorkspaceHolder) -> None:
    assert "Noch keine Einrichtungen" in text_of(show_data(1, told_villages))
    model = [replace(facility, capacity_nature="model") for facility in KITAS]
    with Store.open(told_villages.current().path) as store:
        put_facilities(store, "kita", model, title="Bedarfsplan 2024")
    told = text_of(show_data(1, told_villages))
    for word in ("Kitas", "Bedarfsplan 2024", "erhoben, Plätze: Modelldaten", "kita.csv"):
        assert word in told
