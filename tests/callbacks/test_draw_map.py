"""A choice reaches the map: over HTTP, as the browser asks."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import brotli
import pytest
from dash import Dash, html
from flask.testing import FlaskClient

from callbacks import addresses, draw_map
from geodata.workspace_holder import WorkspaceHolder
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    FOREST,
    put_areas,
    put_table,
    squares,
    village_store,
)

SEARCH = "?indikator=kinder&ebene=gemeinde&zeit=2022"


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[WorkspaceHolder]:
    """Villages with children: Ahausen 4, Bedorf 8, Cetal secret, the forest nothing."""
    store = village_store(tmp_path / "w")
    cells = {AHAUSEN: 4.0, BEDORF: 8.0, CETAL: ".", FOREST: "-"}
    put_table(store, "kinder", "2022", cells)
    put_areas(store, "kreis", {"03355": "Nachbarkreis"}, [squares()[0]], context=True)
    store.close()
    opened = WorkspaceHolder(tmp_path / "w")
    yield opened
    opened.close()


@pytest.fixture
def two_years(tmp_path: Path) -> Iterator[WorkspaceHolder]:
    """Villages with children in 2021 and 2022: Ahausen 2 and 4, Bedorf 10 and 8."""
    store = village_store(tmp_path / "zwei")
    put_table(store, "kinder", "2021", {AHAUSEN: 2.0, BEDORF: 10.0, CETAL: 3.0, FOREST: "-"})
    put_table(store, "kinder", "2022", {AHAUSEN: 4.0, BEDORF: 8.0, CETAL: 3.0, FOREST: "-"})
    store.close()
    opened = WorkspaceHolder(tmp_path / "zwei")
    yield opened
    opened.close()


@pytest.fixture
def browser(holder: WorkspaceHolder) -> FlaskClient:
    app = Dash(__name__)
    app.layout = html.Div()
    addresses.register(app, holder)
    return app.server.test_client()


def test_the_answer_has_one_letter_an_area_in_area_order(holder: WorkspaceHolder) -> None:
    told = draw_map.map_answer(SEARCH, holder)
    assert told["classes"][2:] == "sz"
    assert told["classes"][0] < told["classes"][1]


def test_the_values_follow_for_what_was_painted(holder: WorkspaceHolder) -> None:
    told = draw_map.map_values(SEARCH, holder)
    assert told is not None
    assert told["names"] == ["Ahausen", "Bedorf", "Cetal", "Dornwald"]
    assert told["values"] == [4, 8, None, 0]


def test_an_empty_workspace_has_no_values(tmp_path: Path) -> None:
    village_store(tmp_path / "leer", systems=()).close()
    empty = WorkspaceHolder(tmp_path / "leer")
    told = draw_map.map_values("", empty)
    empty.close()
    assert told is None


def test_the_page_asks_by_address_and_hears_its_own_words_again(
    holder: WorkspaceHolder, browser: FlaskClient
) -> None:
    search = SEARCH + "&grenzen=1;2,5&art=own"
    told = browser.get("/karte/klassen" + search)
    assert told.json == draw_map.map_answer(search, holder)
    assert told.json is not None
    assert told.json["search"] == search
    assert told.headers["Cache-Control"] == "no-store"
    assert browser.get("/karte/werte" + search).json == draw_map.map_values(search, holder)


def test_an_old_link_shows_something_near(holder: WorkspaceHolder) -> None:
    told = draw_map.map_answer("?indikator=weg&ebene=nirgends&zeit=1999", holder)
    assert told["colours"]


def test_an_empty_workspace_says_what_to_do_next(tmp_path: Path) -> None:
    village_store(tmp_path / "leer", systems=()).close()
    empty = WorkspaceHolder(tmp_path / "leer")
    told = draw_map.map_answer("", empty)
    empty.close()
    assert told["geometry"] == ""
    assert "Noch keine Daten" in told["legend"]["sentence"]


def test_geometry_comes_compressed_and_stays_for_good(
    holder: WorkspaceHolder, browser: FlaskClient
) -> None:
    address = draw_map.map_answer(SEARCH, holder)["geometry"]
    got = browser.get(address, headers={"Accept-Encoding": "gzip, br"})
    assert got.headers["Content-Encoding"] == "br"
    assert got.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert len(json.loads(brotli.decompress(got.data))["features"]) == 4


def test_geometry_comes_in_gzip_or_plain_where_brotli_is_unknown(
    holder: WorkspaceHolder, browser: FlaskClient
) -> None:
    address = draw_map.map_answer(SEARCH, holder)["geometry"]
    zipped = browser.get(address, headers={"Accept-Encoding": "gzip"})
    plain = browser.get(address)
    assert gzip.decompress(zipped.data) == plain.data


def test_neighbours_are_a_file_of_their_own(holder: WorkspaceHolder, browser: FlaskClient) -> None:
    address = draw_map.map_answer(SEARCH, holder)["context"]
    assert json.loads(browser.get(address).data)["names"] == ["Nachbarkreis"]


def test_a_geometry_that_is_not_there_is_not_found(browser: FlaskClient) -> None:
    assert browser.get("/geometrie/gemeinde-0000.json").status_code == 404


def test_the_figures_of_the_map_are_the_published_ones(holder: WorkspaceHolder) -> None:
    told: dict[str, Any] = draw_map.map_answer(SEARCH, holder)
    assert told["number"] == holder.current().number
    assert [gap["count"] for gap in told["legend"]["gaps"]] == [1, 1]


def test_the_source_line_names_the_owner_of_the_geometries(holder: WorkspaceHolder) -> None:
    assert draw_map.map_answer(SEARCH, holder)["source"].endswith("Karte: © Vermessung")


def test_a_change_is_drawn_around_zero_and_says_from_when(two_years: WorkspaceHolder) -> None:
    told = draw_map.map_answer(SEARCH + "&seit=2021", two_years)
    values = draw_map.map_values(SEARCH + "&seit=2021", two_years)
    assert values is not None
    assert (values["values"][:3], values["signed"]) == ([2, -2, 0], True)
    assert told["legend"]["period"] == "von 2021 bis 2022"


def test_a_change_in_percent(two_years: WorkspaceHolder) -> None:
    values = draw_map.map_values(SEARCH + "&seit=2021&aenderung=prozent", two_years)
    assert values is not None
    assert values["values"][:2] == [100.0, -20.0]


def test_no_change_is_shown_since_a_later_period(two_years: WorkspaceHolder) -> None:
    values = draw_map.map_values("?indikator=kinder&zeit=2021&seit=2022", two_years)
    assert values is not None
    assert values["signed"] is False


def test_classes_stay_while_time_moves(two_years: WorkspaceHolder) -> None:
    earlier, later = (
        draw_map.map_answer(f"?indikator=kinder&zeit={year}&ebene=gemeinde&fest=1", two_years)
        for year in (2021, 2022)
    )
    limits = [row["label"] for row in earlier["legend"]["classes"]]
    assert limits == [row["label"] for row in later["legend"]["classes"]]
    assert earlier["classes"] != later["classes"]


def test_a_map_beside_has_the_limits_of_the_first(two_years: WorkspaceHolder) -> None:
    left = "?indikator=kinder&zeit=2021&ebene=gemeinde"
    right = "?indikator=kinder&zeit=2022&ebene=gemeinde&wie=" + quote(left)
    told = [draw_map.map_answer(search, two_years) for search in (left, right)]
    first, second = ([row["label"] for row in t["legend"]["classes"]] for t in told)
    assert first == second
