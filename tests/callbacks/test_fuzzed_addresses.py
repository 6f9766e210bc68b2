"""Whatever somebody writes into the address: a page, never a traceback, never a hidden figure."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from callbacks.page import create_app
from geodata.imports.stories import put_story
from geodata.stories import Chapter, Story
from geodata.workspace_holder import WorkspaceHolder
from indicators.secrecy.guard import keep_secret
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    CHILDREN,
    FOREST,
    NORTHERN,
    put_records,
    put_table,
    village_store,
)

HERE = {"Host": "127.0.0.1:8050"}
# Hidden by a rule: 3 children, and whichever neighbour hides them.
SECRET = 3.0
# As a number of 2022 and of 2021, and as the change between them.
SECRET_TEXTS = {"3", "4", "3.0", "4.0", "3,0", "4,0", "-1", "−1", "-25.0", "-25,0"}
FIGURES = {AHAUSEN: 411.0, BEDORF: 523.0, CETAL: 637.0, FOREST: SECRET}
ADDRESSES = (
    *("/karte/klassen", "/karte/werte", "/karte/streuung", "/karte/daneben", "/zahl/herkunft"),
    *("/lesarten", "/praesentation/gebiete", "/praesentation/zeichen"),
    *("/vergleich/tafel", "/einrichtungen/liste", "/einrichtungen/auswahl", "/teilen"),
    *("/teilen/qr.svg", "/ansicht/hinweis", "/geschichten/datei", "/daten/kinder"),
    *("/geschichten/kapitel", "/ausgabe/tabelle.csv", "/ausgabe/angebot", "/geschichten", "/hilfe"),
    *("/erreichbarkeit/tafel", "/erreichbarkeit/ergebnis", "/erreichbarkeit/weg"),
)
NAMES = (
    *("indikator", "zeit", "seit", "aenderung", "ebene", "art", "klassen", "palette", "grenzen"),
    *("fest", "gebiet", "name", "liste", "rechts", "gleich", "wie", "seite", "a", "b", "tafel"),
    *("mit", "nach", "ring", "arten", "traeger", "frei", "offen", "suche", "einrichtung", "teil"),
    *("versorgt", "weg", "tag", "um", "grenze", "mass", "gruppe", "wo", "von", "flaeche"),
    *("schichten", "modus", "geschichte", "kapitel", "eintrag", "pfad", "adresse", "fremd"),
)
SENSIBLE = (
    *("kinder", "einwohner", "gemeinde", "samtgemeinde", "kreis", "2022", "2021", "prozent", "1"),
    *("own", "quantile", "natural", "deviation", "equal", "4", "99", "10;20", "rechts", AHAUSEN),
    *(f"{AHAUSEN};{FOREST}", f"gemeinde:{FOREST}", f"samtgemeinde:{NORTHERN}", "profil", "muster"),
    *("zusammenhang", "aehnlich", "ring", "kita", "fuss", "bus", "07:45", "erreichbarkeit"),
    *(
        "11.1,53.0",
        "?indikator=kinder",
        "?indikator=kinder&zeit=2022",
        "anteil",
        "minuten",
        "kinder-im-dorf",
    ),
)
STRANGE = st.text(max_size=24) | st.sampled_from(
    ["<script>", "%", "%FF", "\x00", "../..", "nan", "1e999", "-1", "9" * 40, "=cmd()", "ä" * 900]
)
PAIR = st.tuples(st.sampled_from(NAMES) | st.text(max_size=8), st.sampled_from(SENSIBLE) | STRANGE)
RAW = st.text(max_size=60)


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    folder = tmp_path_factory.mktemp("dorf") / "w"
    with village_store(folder) as store:
        store.ask_before_commit(keep_secret)
        people = dict.fromkeys(FIGURES, 5000.0)
        put_table(store, "einwohner", "2022", people)
        put_table(store, "kinder", "2021", {area: n + 1 for area, n in FIGURES.items()})
        put_table(store, "kinder", "2022", FIGURES)
        chapter = Chapter("Wo?", "?indikator=kinder", "")
        # It stands at the last number before the rule.
        put_story(store, Story("", "Kinder im Dorf", (chapter,), 0))
        put_records(store, [replace(CHILDREN, minimum=5)])
    with WorkspaceHolder(folder) as holder:
        yield create_app(holder).server.test_client()


def search_of(pairs: list[tuple[str, str]], raw: str) -> str:
    named = "&".join(f"{quote(k, errors='replace')}={quote(v, errors='replace')}" for k, v in pairs)
    return f"{named}&{quote(raw, safe='=&;%?', errors='replace')}" if raw else named


def figures_in(told: Any) -> Iterator[tuple[str, float | None]]:
    """Areas and values of an answer that the map is drawn from."""
    if isinstance(told, dict) and told.get("indicator") == "kinder" and "values" in told:
        yield from zip(told["ids"], told["values"], strict=True)


def rows_of(text: str) -> list[list[str]]:
    between = ";" if ";" in text.splitlines()[0] else ","
    return list(csv.reader(text.removeprefix("\ufeff").splitlines(), delimiter=between))


def cells_of_forest(text: str) -> set[str]:
    return {cell for row in rows_of(text) if FOREST in row for cell in row}


def check(visitor: FlaskClient, address: str, search: str) -> None:
    answer = visitor.get(f"{address}?{search}", headers=HERE)
    assert answer.status_code in (200, 400, 404)
    assert "Traceback" not in answer.text
    if answer.mimetype == "text/csv":
        assert not cells_of_forest(answer.text) & SECRET_TEXTS
    if answer.mimetype != "application/json":
        return
    told = json.loads(answer.text)
    hidden = [value for area, value in figures_in(told) if area == FOREST]
    assert all(value is None for value in hidden)


ANY = given(address=st.sampled_from(ADDRESSES), pairs=st.lists(PAIR, max_size=7), raw=RAW)
CALM = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@settings(max_examples=200, deadline=None, suppress_health_check=CALM)
@ANY
def test_no_address_breaks_an_answer_or_opens_a_hidden_figure(
    visitor: FlaskClient, address: str, pairs: list[tuple[str, str]], raw: str
) -> None:
    check(visitor, address, search_of(pairs, raw))


@pytest.mark.long
@settings(max_examples=1000, deadline=None, suppress_health_check=CALM)
@ANY
def test_no_address_of_a_thousand_does(
    visitor: FlaskClient, address: str, pairs: list[tuple[str, str]], raw: str
) -> None:
    check(visitor, address, search_of(pairs, raw))


@pytest.mark.parametrize("entry", range(12))
def test_no_journal_number_opens_a_hidden_figure(visitor: FlaskClient, entry: int) -> None:
    for period in ("2021", "2022"):
        search = f"indikator=kinder&ebene=gemeinde&zeit={period}&eintrag={entry}"
        told = visitor.get(f"/karte/werte?{search}", headers=HERE).json
        assert told is not None
        assert dict(figures_in(told))[FOREST] is None
        for address in ("/daten/kinder?system=gemeinde&", "/ausgabe/tabelle.csv?"):
            cells = cells_of_forest(visitor.get(f"{address}{search}", headers=HERE).text)
            assert "Dornwald" in cells
            assert not cells & SECRET_TEXTS
