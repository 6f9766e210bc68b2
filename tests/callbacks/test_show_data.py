"""The page „Daten“ tells what is in the workspace."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from dash import no_update
from plotly.io.json import to_json_plotly

from callbacks.show_data import show_data
from geodata.imports.timetable import import_timetable
from geodata.store import Store
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.facilities.filter import FacilityFilter
from indicators.reach.question import ReachQuestion
from indicators.reach.saving import save_question
from layers.data_page import data_page
from layers.data_sources import source_rows
from tests.feeds import write_feed
from tests.kitas import KITAS
from tests.village_roads import put_streets
from tests.villages import CHILDREN, put_facilities, put_points, put_records


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


def test_areas_places_and_networks_are_sources_too(
    told_villages: WorkspaceHolder, tmp_path: Path
) -> None:
    with Store.open(told_villages.current().path) as store:
        put_points(store, [("Ahausen", 500, 1500, 100)], title="Ortslagen 2020")
        put_streets(store)
        import_timetable(store, write_feed(tmp_path / "dorf.zip"))
    rows = {title: owner for title, owner, _ in source_rows(told_villages.current())}
    assert rows["Gebiete: Gemeinde"] == "© Vermessung"
    assert rows["Orte: Ortslagen 2020"] == "nicht angegeben"
    assert rows["Fahrplan: Dorfbus GmbH"] == "Dorfbus GmbH"
    assert any(title.startswith("Straßennetz") for title in rows)
    assert "Fahrplan: Dorfbus GmbH" in text_of(show_data(1, told_villages))


def test_a_kept_question_is_as_sure_as_on_the_map(told_villages: WorkspaceHolder) -> None:
    with Store.open(told_villages.current().path) as store:
        put_points(store, [("Ahausen", 500, 1500, 100)])
        put_streets(store, nature="model")
        put_facilities(store, "kita", KITAS)
        question = ReachQuestion(FacilityFilter(kinds=("kita",)), mode="foot")
        save_question(store, Workspace(store), "weg_zur_kita", question, title="Weg zur Kita")
    page = data_page(told_villages.current(), today=datetime.date(2026, 11, 22))
    row = next(row for row in text_of(page).split('"Tr"') if "Weg zur Kita" in row)
    assert '"Modell"' in row
    assert "erhoben" not in row
