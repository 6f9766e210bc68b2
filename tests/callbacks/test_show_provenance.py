"""Any figure tells where it comes from; a secret one does not tell its row."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient

from tests.villages import AHAUSEN, BEDORF, CETAL

ASKED = "/zahl/herkunft?indikator=kinder&ebene=gemeinde&zeit=2022"


def told(visitor: FlaskClient, address: str) -> dict[str, Any]:
    answer: Any = visitor.get(address).json
    return answer  # type: ignore[no-any-return]


def test_a_figure_names_file_row_source_and_licence(visitor: FlaskClient) -> None:
    found = told(visitor, f"{ASKED}&gebiet={BEDORF}")
    lines = dict(found["lines"])
    assert lines["Zahl"] == "Bedorf: Kinder, 8, Stand 2022"
    assert lines["Lizenz"] == "dl-de/by-2-0"
    (origin,) = found["origins"]
    assert {"Datei": "tabelle.csv", "Zeile": "3", "Quelle": "Kreisamt"}.items() <= dict(
        origin["lines"]
    ).items()


def test_a_secret_figure_names_its_file_and_no_row(visitor: FlaskClient) -> None:
    (origin,) = told(visitor, f"{ASKED}&gebiet={CETAL}")["origins"]
    assert "Datei" in dict(origin["lines"])
    assert "Zeile" not in dict(origin["lines"])


def test_with_nothing_chosen_the_county_is_told(visitor: FlaskClient) -> None:
    assert dict(told(visitor, ASKED)["lines"])["Zahl"] == "Dreidorf: Kinder, 20, Stand 2022"


def test_several_areas_name_the_rows_of_all(visitor: FlaskClient) -> None:
    found = told(visitor, f"{ASKED}&gebiet={AHAUSEN};{BEDORF}&name=Oben")
    lines = dict(found["lines"])
    assert lines["Zahl"] == "Oben: Kinder, 12, Stand 2022"
    assert "mehrerer Gebiete" in lines["Rechenweg"]
    (origin,) = found["origins"]
    assert dict(origin["lines"])["Zeile"] == "2, 3"


def test_a_change_names_both_its_states(visitor: FlaskClient) -> None:
    found = told(visitor, f"{ASKED}&seit=2020&gebiet={BEDORF}")
    assert dict(found["lines"])["Zahl"] == ("Bedorf: Veränderung: Kinder, −1, von 2020 bis 2022")
    assert "mit einem früheren Stand verglichen" in dict(found["lines"])["Rechenweg"]
    assert [origin["title"] for origin in found["origins"]] == [
        "Wert: Kinder, Stand 2022",
        "Früherer Stand: Kinder, Stand 2020",
    ]


def test_the_change_of_several_areas_names_all_rows_of_both_states(visitor: FlaskClient) -> None:
    found = told(visitor, f"{ASKED}&seit=2020&gebiet={AHAUSEN};{BEDORF}&name=Oben")
    assert dict(found["lines"])["Zahl"] == "Oben: Veränderung: Kinder, 0, von 2020 bis 2022"
    assert "mehrerer Gebiete" in dict(found["lines"])["Rechenweg"]
    assert [(o["title"], dict(o["lines"])["Zeile"]) for o in found["origins"]] == [
        ("Wert: Kinder, Stand 2022", "2, 3"),
        ("Früherer Stand: Kinder, Stand 2020", "2, 3"),
    ]


def test_a_change_of_several_areas_that_cannot_be_told_is_a_gap(visitor: FlaskClient) -> None:
    found = told(visitor, f"{ASKED}&seit=2020&gebiet={AHAUSEN};{CETAL}&name=Links")
    assert "keine Angabe" in dict(found["lines"])["Zahl"]


def test_an_unknown_ring_is_refused_with_a_sentence(visitor: FlaskClient) -> None:
    answer = visitor.get("/zahl/herkunft?indikator=kinder&ring=gibtesnicht")
    assert answer.status_code == 400
    assert "gibtesnicht" in (answer.json or {})["error"]
