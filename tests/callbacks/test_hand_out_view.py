"""Files of a view over HTTP, as the links of the dialog ask for them."""

from __future__ import annotations

import io
import zipfile
from contextlib import ExitStack
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from callbacks.page import create_app
from geodata.imports.stories import put_story
from geodata.store import Store
from geodata.stories import Chapter, Story
from geodata.workspace_holder import WorkspaceHolder
from layers.handout import all_portraits
from layers.handout.drawing import file_asked
from layers.handout.products import PRODUCTS
from layers.words import words

SEARCH = "?indikator=kinder&zeit=2022&ebene=gemeinde"
STARTS = {
    "png": b"\x89PNG",
    "svg": b"<?xml",
    "pdf": b"%PDF",
    "zip": b"PK",
    "xlsx": b"PK",
    "csv": b"\xef\xbb\xbf",
    "gpkg": b"SQLite format 3",
}


@pytest.fixture
def told_story(counted_villages: Path) -> str:
    with Store.open(counted_villages) as store:
        return put_story(store, Story("", "Kinder", (Chapter("Wo?", SEARCH, "Hier."),), 1)).id


def make_portraits(visitor: FlaskClient) -> dict[str, object]:
    """Ask until they are ready, as the dialog does."""
    while True:
        told: dict[str, object] = visitor.get(f"/ausgabe/portraets/stand{SEARCH}").get_json()
        if told.get("ready") or told.get("error"):
            return told


@pytest.mark.parametrize("product", PRODUCTS)
def test_every_product_comes_as_a_file(visitor: FlaskClient, product: str) -> None:
    if product == "portraets.zip":
        make_portraits(visitor)
    answer = visitor.get(f"/ausgabe/{product}{SEARCH}&gebiet=03354002")
    ending = product.rpartition(".")[2]
    assert answer.status_code == 200
    assert answer.data.startswith(STARTS[ending])
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert answer.headers["Content-Disposition"].endswith(f"_Gemeinde_2022.{ending}")


def test_a_portrait_is_named_by_its_area(visitor: FlaskClient) -> None:
    answer = visitor.get(f"/ausgabe/portraet.pdf{SEARCH}&gebiet=03354002")
    assert "filename=Portraet-Bedorf_Gemeinde_2022.pdf" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (f"portraet.pdf{SEARCH}", "Bitte zuerst eines auf der Karte anklicken"),
        (f"portraet.pdf{SEARCH}&gebiet=03354001;03354002", "gewählt sind 2"),
        (f"karte.docx{SEARCH}", "karte.png"),
    ],
)
def test_what_cannot_be_handed_out_is_refused_with_a_sentence(
    visitor: FlaskClient, address: str, said: str
) -> None:
    answer = visitor.get(f"/ausgabe/{address}")
    assert answer.status_code == 400
    assert said in answer.text


@pytest.mark.parametrize("product", ["tabelle.csv", "karte.png", "portraets.zip"])
def test_a_file_never_answers_another_question(visitor: FlaskClient, product: str) -> None:
    gone = SEARCH.replace("kinder", "anteil_ab_65")
    answer = visitor.get(f"/ausgabe/{product}{gone}")
    assert (answer.status_code, answer.mimetype) == (404, "text/plain")
    assert "Zu „anteil_ab_65“ gibt es in diesem Atlas keine Zahlen." in answer.text
    state = visitor.get(f"/ausgabe/portraets/stand{gone}")
    assert "anteil_ab_65" in state.get_json()["error"]


def test_an_old_link_hands_out_what_its_screen_shows(visitor: FlaskClient) -> None:
    gone = SEARCH.replace("kinder", "anteil_ab_65")
    told = visitor.get(f"/ausgabe/angebot{gone}&pfad=/").get_json()
    addresses = [file["address"] for group in told["groups"] for file in group["files"]]
    addresses.append(visitor.get(f"/teilen{gone}&pfad=/").get_json()["pdf"])
    assert not [address for address in addresses if "anteil_ab_65" in address]
    table = next(address for address in addresses if "csv" in address)
    assert visitor.get(table).status_code == 200


def test_the_dialog_offers_what_can_be_fetched(visitor: FlaskClient) -> None:
    told = visitor.get(f"/ausgabe/angebot{SEARCH}&gebiet=03354002&pfad=/").get_json()
    addresses = [file["address"] for group in told["groups"] for file in group["files"]]
    addresses += [told["portrait"]["alone"]["address"], told["portrait"]["all"]["address"]]
    assert {address.partition("?")[0] for address in addresses} == {
        f"/ausgabe/{product}" for product in PRODUCTS
    }
    assert told["portrait"]["alone"]["title"] == "Bedorf"
    assert all("gebiet=03354002" in address for address in addresses)


def test_without_an_area_the_dialog_says_what_to_do(visitor: FlaskClient) -> None:
    told = visitor.get(f"/ausgabe/angebot{SEARCH}").get_json()
    assert told["portrait"]["alone"] is None
    assert "anklicken" in told["portrait"]["none"]


def test_all_portraits_are_made_while_somebody_waits(visitor: FlaskClient) -> None:
    first = visitor.get(f"/ausgabe/portraets/stand{SEARCH}").get_json()
    assert first["total"] == 4
    assert make_portraits(visitor) == {"done": 4, "total": 4, "ready": True}
    content = visitor.get(f"/ausgabe/portraets.zip{SEARCH}").data
    assert len(zipfile.ZipFile(io.BytesIO(content)).namelist()) == 4


def test_portraits_that_nobody_began_are_refused_at_once(visitor: FlaskClient) -> None:
    answer = visitor.get(f"/ausgabe/portraets.zip{SEARCH}")
    assert (answer.status_code, "noch nicht fertig" in answer.text) == (400, True)


def test_portraits_that_fail_are_not_called_ready(
    visitor: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> bytes:
        raise OSError("kein Platz")

    monkeypatch.setattr(all_portraits, "portraits_zip", broken)
    assert make_portraits(visitor) == {"error": words("handout.refused.portraits_failed")}
    assert "kein Platz" in caplog.text


@pytest.mark.parametrize(
    "product", ["karte.svg", "tabelle.csv", "geschichte.pdf", "geschichte.pptx"]
)
def test_many_who_wait_for_files_leave_room_for_the_map(
    visitor: FlaskClient, told_story: str, product: str
) -> None:
    address = f"/ausgabe/{product}{SEARCH}&geschichte={told_story}"
    with ExitStack() as waiting:
        for _ in range(4):
            waiting.enter_context(file_asked())
        refused = visitor.get(address)
        assert visitor.get("/healthz").status_code == 200
    assert (refused.status_code, "schon mehrere Dateien" in refused.text) == (400, True)
    assert b"schon mehrere Dateien" not in visitor.get(address).data


def test_the_files_of_the_dialog_are_found(visitor: FlaskClient) -> None:
    files = visitor.get("/ausgabe/dateien").get_json()
    assert any("handout/dialog.js" in file for file in files)


def test_the_link_in_a_file_is_the_one_that_others_can_follow(counted_villages: Path) -> None:
    holder = WorkspaceHolder(counted_villages)
    client = create_app(holder, hosts=("atlas.example",)).server.test_client()
    answer = client.get(f"/ausgabe/tabelle.csv{SEARCH}", base_url="http://atlas.example:8050")
    assert "http://atlas.example:8050/?indikator=kinder" in answer.data.decode("utf-8-sig")
