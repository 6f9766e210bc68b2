"""The list asks how far chance may have moved its figures."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from callbacks import draw_map

ASKED = "?indikator=kinder&ebene=gemeinde"


def test_counts_of_children_have_spans_and_tied_ranks(visitor: FlaskClient) -> None:
    """8, 4 and none: 3.5 to 15.8, 1.1 to 10.2 and 0 to 3.7 overlap, so only chance ranks them."""
    told = visitor.get("/karte/streuung" + ASKED).json
    assert told is not None
    assert told["low"][:2] == [1.1, 3.5]
    assert told["high"][:2] == [10.2, 15.8]
    assert (told["first"][:2], told["last"][:2]) == ([1, 1], [3, 3])
    assert told["small"][:2] == "11"


def test_a_secret_figure_has_no_span_and_no_rank(visitor: FlaskClient) -> None:
    told = visitor.get("/karte/streuung" + ASKED).json
    assert told is not None
    cetal = told["ids"].index("03354003")
    assert (told["low"][cetal], told["high"][cetal], told["first"][cetal]) == (None, None, 0)


def test_how_many_people_live_somewhere_is_no_chance(visitor: FlaskClient) -> None:
    assert visitor.get("/karte/streuung?indikator=einwohner&ebene=gemeinde").json == {}


def test_a_change_and_a_strange_question_have_no_marks(visitor: FlaskClient) -> None:
    assert visitor.get("/karte/streuung" + ASKED + "&zeit=2022&seit=2020").json == {}
    assert visitor.get("/karte/streuung?indikator=%FF").status_code == 200


def test_of_few_areas_the_marks_come_along_with_the_figures(
    visitor: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart = visitor.get("/karte/streuung" + ASKED).json
    told = visitor.get("/karte/werte" + ASKED).json
    assert told is not None
    assert told["marks"] == apart
    monkeypatch.setattr(draw_map, "_FEW_AREAS", 3)
    many = visitor.get(f"/karte/werte{ASKED}&zeit=2020").json
    assert many is not None
    assert (len(many["ids"]), "marks" in many) == (4, False)
