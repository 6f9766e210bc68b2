"""Somebody asks how far it is: what the page's scripts get, and what may be kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from callbacks.page import create_app
from geodata.imports.mobility import import_mobility
from geodata.imports.timetable import import_timetable
from geodata.store import Store
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.reach import work
from indicators.reach.progress import tell
from layers.in_degrees import geojson_of
from tests.feeds import write_feed
from tests.village_roads import kita, put_kitas, put_streets
from tests.villages import EAST, NORTH, put_points, village_store

HOUSES = (("Ahausen", 500, 1500, 100), ("Bedorf", 1500, 1500, 300), ("Cetal", 500, 500, 50))
ASKED = "modus=erreichbarkeit"
PAGE = {"Origin": "http://localhost"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with village_store(tmp_path / "w") as store:
        put_points(store, HOUSES)
        put_streets(store, nature="model")
        put_kitas(store, kita("<b>Kita</b>", "Ahausen", capacity=20))
        import_timetable(store, write_feed(tmp_path / "dorf.zip"))
        benches = tmp_path / "baenke.csv"
        benches.write_text("Name;x;y;Richtung\nAm Markt;650500;5871500;Bedorf\n")
        import_mobility(store, benches, kind="mitfahrbank", model=True)
    return tmp_path / "w"


@pytest.fixture
def visitor(folder: Path) -> Iterator[FlaskClient]:
    with WorkspaceHolder(folder) as holder:
        yield create_app(holder).server.test_client()


def told(visitor: FlaskClient, address: str) -> Any:
    response = visitor.get(address)
    assert response.status_code == 200, response.text
    assert response.headers["Cache-Control"] == "no-store"
    return response.json


def settled(visitor: FlaskClient, address: str) -> Any:
    """The map once it is reckoned, however long that takes."""
    while "working" in (answer := told(visitor, address)):
        assert 0 <= answer["working"] <= 1
    return answer


def origin(x: float, y: float) -> str:
    from shapely import Point

    lon, lat = geojson_of(Point(EAST + x, NORTH + y))["coordinates"]
    return f"von={lon},{lat}"


def test_the_map_colours_each_place_by_its_minutes(visitor: FlaskClient) -> None:
    answer = settled(visitor, f"/karte/klassen?weg=fuss&{ASKED}")
    assert answer["search"] == f"?weg=fuss&{ASKED}"
    assert answer["classes"] == "022"
    assert answer["legend"]["title"] == "Kitas: Minuten zu Fuß"
    assert answer["legend"]["counted"] == "Orte"
    assert answer["legend"]["badge"]["code"] == "model"
    values = told(visitor, f"/karte/werte?weg=fuss&{ASKED}")
    assert (values["names"], values["values"]) == (["Ahausen", "Bedorf", "Cetal"], [0, 12, 12])
    places = visitor.get(answer["geometry"]).json
    assert len(places["features"]) == 3
    # The places lie on areas that belong to somebody.
    assert answer["source"].endswith("Karte: © Vermessung")
    assert places["ground"]


def test_no_connection_has_a_look_and_a_word_of_its_own(visitor: FlaskClient) -> None:
    answer = settled(visitor, f"/karte/klassen?weg=auto&{ASKED}")
    assert answer["classes"] == "00n"
    assert answer["legend"]["gaps"] == [
        {"code": "no_connection", "label": "keine Verbindung", "count": 1}
    ]


def test_areas_take_the_place_of_places(visitor: FlaskClient) -> None:
    answer = settled(visitor, f"/karte/klassen?weg=auto&mass=anteil&wo=gemeinde&{ASKED}")
    assert answer["legend"]["counted"] == "Gebiete"
    assert "/gemeinde-" in answer["geometry"]


def test_the_address_asks_for_an_indicator_unless_the_mode_is_told(visitor: FlaskClient) -> None:
    assert "Minuten" not in told(visitor, "/karte/klassen?weg=fuss")["legend"].get("title", "")
    assert visitor.get("/erreichbarkeit/tafel?weg=fuss").status_code == 400


def test_the_panel_offers_what_there_is(visitor: FlaskClient) -> None:
    board = told(visitor, f"/erreichbarkeit/tafel?weg=bus&{ASKED}")
    assert board["values"]["arten"] == ["kita"]
    assert [mode["missing"] for mode in board["modes"]] == [""] * 5
    assert board["days"]["kinds"][0]["title"] == "Schultag"
    assert board["values"]["um"] == "07:45"
    assert board["surfaces"][0] == {"value": "Orte", "title": "Orte"}


def test_the_result_says_who_is_there_and_who_is_not(visitor: FlaskClient) -> None:
    result = told(visitor, f"/erreichbarkeit/ergebnis?weg=auto&{ASKED}")
    reached = "89\u00a0% der Menschen brauchen mit dem Auto höchstens 15\u00a0Minuten."
    assert result["headline"] == reached
    assert result["inside"] == "rund 400 von 450\u00a0Menschen"
    assert result["unreached"].startswith("11,1\u00a0% haben keine Verbindung")
    assert result["left_out"] == [{"name": "Cetal", "text": "keine Verbindung"}]
    assert result["id"] == "kitas_minuten_mit_dem_auto"
    assert result["editor"] is True


def test_the_way_by_street_and_by_bus_in_words(visitor: FlaskClient) -> None:
    way = told(visitor, f"/erreichbarkeit/weg?weg=fuss&{origin(500, 500)}&{ASKED}")
    assert way["sentences"] == ["Zu Fuß über 1,0\u00a0km bis <b>Kita</b>."]
    assert way["legs"][0]["course"]["type"] == "LineString"
    none = told(visitor, f"/erreichbarkeit/weg?weg=auto&{origin(500, 500)}&{ASKED}")
    assert none["headline"] == "keine Verbindung"
    far = told(visitor, f"/erreichbarkeit/weg?weg=fuss&{origin(500, 9500)}&{ASKED}")
    assert far["sentences"][0].startswith("Die nächste Straße ist 8,0\u00a0km entfernt")


def test_what_is_reached_is_lines(visitor: FlaskClient) -> None:
    bands = told(visitor, f"/erreichbarkeit/flaeche?weg=fuss&{ASKED}")["bands"]
    assert [band["label"] for band in bands] == [
        "in 15\u00a0min erreicht",
        "in 10\u00a0min erreicht",
        "in 5\u00a0min erreicht",
    ]
    assert {band["lines"]["type"] for band in bands} <= {"LineString", "MultiLineString"}


@pytest.mark.parametrize("name", ["linien", "halte", "gueteklassen", "mitfahrbank", "mobil"])
def test_each_layer_comes_with_its_words_and_its_table(visitor: FlaskClient, name: str) -> None:
    layer = told(visitor, f"/erreichbarkeit/schicht?schichten={name}&schicht={name}&{ASKED}")
    assert layer["title"]
    assert all(len(row) <= len(layer["head"]) for row in layer["rows"])
    if name in ("linien", "halte", "gueteklassen"):
        assert layer["source"] == "Dorfbus GmbH"
    if name == "mitfahrbank":
        assert (layer["rows"], layer["model"]) == ([["Am Markt", "Bedorf"]], True)
    assert told(visitor, f"/erreichbarkeit/schicht?schicht={name}&{ASKED}") == {}


def test_a_day_without_service_is_said(visitor: FlaskClient) -> None:
    answer = settled(visitor, f"/karte/klassen?weg=bus&tag=2031-01-01&{ASKED}")
    assert "01.01.2031" in answer["legend"]["sentence"]
    result = told(visitor, f"/erreichbarkeit/ergebnis?weg=bus&tag=2031-01-01&{ASKED}")
    assert "01.01.2031" in result["refusal"]


def test_a_question_is_kept_as_an_indicator(visitor: FlaskClient, folder: Path) -> None:
    address = f"/schreiben/erreichbarkeit?weg=fuss&mass=anteil&{ASKED}"
    sent = {"id": "kita_zu_fuss", "title": "Kita zu Fuß"}
    assert visitor.post(address, json=sent).status_code == 403
    answer = visitor.post(address, json=sent, headers=PAGE).json
    assert answer["said"] == "Gesichert: „Kita zu Fuß“ steht jetzt unter „Mobilität“."
    with Store.open(folder) as store:
        assert Workspace(store).indicators["kita_zu_fuss"].reach["measure"] == "share"
    rows = told(visitor, "/daten/kita_zu_fuss?system=gemeinde&format=json")
    assert [row["value"] for row in rows][:3] == [100, 100, 100]
    refused = visitor.post(address, json={"id": "Kita!", "title": "x"}, headers=PAGE)
    assert refused.status_code == 400


def test_long_work_tells_how_far_it_is_and_can_be_stopped(
    visitor: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, goes_on = threading.Event(), threading.Event()

    def slow(*_: object) -> None:
        tell(0.25)
        begun.set()
        goes_on.wait(30)
        tell(0.5)

    monkeypatch.setattr(work, "answer", slow)
    monkeypatch.setattr(work, "PATIENCE_S", 0.01)
    address = f"/karte/klassen?weg=rad&{ASKED}"
    assert "working" in told(visitor, address)
    assert begun.wait(30)
    assert told(visitor, address)["working"] == 0.25
    stop = f"/erreichbarkeit/anhalten?weg=rad&{ASKED}"
    assert visitor.post(stop, json={}).status_code == 403
    assert visitor.post(stop, json={}, headers=PAGE).status_code == 200
    goes_on.set()
    assert settled(visitor, address)["stopped"].startswith("Angehalten")
