"""Help and declaration are pages of their own, which lead back to where somebody came from."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import DEMONSTRATION
from callbacks.page import create_app
from geodata.workspace_holder import WorkspaceHolder
from tests.villages import AHAUSEN, put_table, village_store


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[FlaskClient]:
    with village_store(tmp_path / "w") as store:
        put_table(store, "kinder", "2022", {AHAUSEN: 4})
    with WorkspaceHolder(tmp_path / "w") as holder:
        yield create_app(holder, contact="Frau Muster, Zimmer 1").server.test_client()


def test_help_begins_with_questions_and_explains_the_words(browser: FlaskClient) -> None:
    told = browser.get("/hilfe").text
    assert 'href="/?indikator=kinder"' in told
    assert 'id="begriff-median"' in told
    for heading in ("Womit anfangen?", "Der Atlas in einer Minute", "Ohne Maus", "Begriffe"):
        assert f">{heading}</h2>" in told
    assert "<dt>Pfeiltasten auf der Karte</dt>" in told


def test_a_page_leads_back_to_the_view_somebody_came_from(browser: FlaskClient) -> None:
    told = browser.get("/hilfe?indikator=kinder&gebiet=03354001&fremd=1").text
    assert 'href="/?indikator=kinder&amp;gebiet=03354001"' in told
    assert "fremd" not in told


@pytest.mark.parametrize("search", ["?name=%22%3E%3Cscript%3E1", "?indikator=%22onclick=1", "?%ff"])
def test_an_address_cannot_write_into_the_page(browser: FlaskClient, search: str) -> None:
    answer = browser.get(f"/hilfe{search}")
    assert answer.status_code == 200
    assert "<script" not in answer.text
    assert '"onclick' not in answer.text


def test_the_declaration_names_whom_to_tell(browser: FlaskClient) -> None:
    told = browser.get("/barrierefreiheit").text
    assert "Bitte wenden Sie sich an: Frau Muster, Zimmer 1" in told
    assert "<h1>Erklärung zur Barrierefreiheit</h1>" in told
    assert "noch nicht geprüft" in told


@pytest.mark.parametrize("path", ["/quatsch", "/vergleich/quatsch", "/karte", "/hilfe/nix"])
def test_an_address_that_is_none_says_so_and_leads_to_the_map(
    browser: FlaskClient, path: str
) -> None:
    answer = browser.get(path)
    assert answer.status_code == 404
    assert "<h1>Diese Seite gibt es hier nicht</h1>" in answer.text
    assert '<a class="button" href="/">Zur Karte</a>' in answer.text
    assert path not in answer.text


@pytest.mark.parametrize("path", ["/", "/?indikator=kinder", "/?fremd=1", "/vergleich?a=1"])
def test_the_page_answers_under_every_address_of_its_own(browser: FlaskClient, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 200
    assert "react-entry-point" in answer.text


def test_the_picture_that_browsers_ask_for_is_there(browser: FlaskClient) -> None:
    assert browser.get("/favicon.ico", follow_redirects=True).status_code == 200


def test_a_slash_too_many_is_taken_off(browser: FlaskClient) -> None:
    answer = browser.get("/vergleich/?indikator=kinder")
    assert (answer.status_code, answer.location) == (308, "/vergleich?indikator=kinder")


def test_the_styles_of_a_page_are_there(browser: FlaskClient) -> None:
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', browser.get("/hilfe").text)
    assert len(styles) == 2
    assert all(browser.get(address).status_code == 200 for address in styles)


def test_the_scripts_of_help_are_told_words_and_tour(browser: FlaskClient) -> None:
    told = browser.get("/hilfe/woerter").json
    assert told is not None
    assert told["terms"]["suppressed"]["word"] == "geheim gehalten"
    assert len(told["tour"]["steps"]) == 7


def test_every_question_of_the_demonstration_has_an_answer(tmp_path: Path) -> None:
    shutil.copytree(DEMONSTRATION, tmp_path / "w")
    with WorkspaceHolder(tmp_path / "w") as holder:
        atlas = create_app(holder).server.test_client()
        questions = re.findall(r'<li><a href="(/[^"]*)">', atlas.get("/hilfe").text)
        assert len(questions) >= 9
        for address in questions:
            path, _, search = address.replace("&amp;", "&").partition("?")
            mode = "&modus=erreichbarkeit" if path == "/erreichbarkeit" else ""
            told = atlas.get(f"/karte/klassen?{search}{mode}").json
            assert told is not None
            assert not (told.get("legend") or {}).get("sentence"), address
