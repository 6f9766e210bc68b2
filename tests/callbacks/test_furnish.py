"""The page opens with the map alone; panels and table bring their own scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from dash import Dash, no_update
from dash.development.base_component import ComponentRegistry
from flask.testing import FlaskClient

from callbacks.furnish import furnish, open_table
from callbacks.page import create_app
from geodata.workspace_holder import WorkspaceHolder
from layers.ids import Id
from layers.late_libraries import LATE, PANELS, TABLE
from tests.villages import village_store


@pytest.fixture
def app(counted_villages: Path) -> Dash:
    return create_app(WorkspaceHolder(counted_villages))


def test_the_page_carries_no_late_library_before_and_after_the_panels(
    app: Dash, told_villages: WorkspaceHolder
) -> None:
    reader = app.server.test_client()
    before = reader.get("/").text
    furnish(1, "", app, told_villages)
    after = reader.get("/").text
    assert "/dash_leaflet/" in after
    assert not [name for name in LATE if f"/{name}/" in before + after]


def test_the_panels_come_with_a_script_that_is_served(
    app: Dash, told_villages: WorkspaceHolder
) -> None:
    sent = furnish(1, "", app, told_villages)
    (address,) = sent["scripts"]
    assert PANELS in address
    assert app.server.test_client().get(address).status_code == 200
    assert {"question", "area"} <= set(sent)


def test_a_link_finds_its_switches_set(app: Dash, told_villages: WorkspaceHolder) -> None:
    sent = furnish(1, "?liste=thema&namen=0&grund=grau", app, told_villages)
    assert sent["area"][Id.LIST].value == "thema"
    assert sent["question"][Id.NAMES].checked is False
    assert sent["question"][Id.BASEMAP_SWITCH].checked is True


def test_where_there_is_no_question_nothing_else_can_be_chosen(app: Dash, tmp_path: Path) -> None:
    village_store(tmp_path / "leer").close()
    with WorkspaceHolder(tmp_path / "leer") as holder:
        question = furnish(1, "", app, holder)["question"]
    *_, rest = question.children
    assert rest.hidden
    assert [name for name in (Id.PERIOD, Id.SINCE, Id.SYSTEM) if name in rest] == [
        Id.PERIOD,
        Id.SINCE,
        Id.SYSTEM,
    ]


def test_a_late_library_is_kept_out_and_others_are_not(visitor: FlaskClient) -> None:
    ComponentRegistry.registry.add(TABLE)
    assert TABLE not in ComponentRegistry.registry
    assert "dash_leaflet" in ComponentRegistry.registry


def test_the_ranking_needs_no_table(app: Dash) -> None:
    assert open_table("rangliste", None, app) is no_update
    assert open_table(None, None, app) is no_update


def test_the_table_is_made_when_it_is_first_opened(app: Dash) -> None:
    sent = open_table("tabelle", None, app)
    (address,) = sent["scripts"]
    assert app.server.test_client().get(address).status_code == 200
    assert sent["table"].id == Id.TABLE
    assert sent["table"].dangerously_allow_code is False
    assert open_table("tabelle", sent, app) is no_update
