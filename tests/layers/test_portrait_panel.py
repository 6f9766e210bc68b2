"""The panel of an area: a figure that nobody counted never looks like a counted one."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

from plotly.io.json import to_json_plotly

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from indicators.choices import PeriodChoice
from indicators.freshness import Freshness, Light
from indicators.portrait import NO_CELL, Portrait
from indicators.published import Cell, Published
from layers.portrait import Beside, others, portrait

COUNTED = Cell(4.0, Status.SHOWN, Nature.REAL, Flag(0))
MODELLED = Cell(4.0, Status.SHOWN, Nature.MODEL, Flag(0))
ESTIMATED = Cell(4.0, Status.SHOWN, Nature.ESTIMATED, Flag(0))
MODELLED_GAP = Cell(None, Status.SUPPRESSED, Nature.MODEL, Flag(0))
LATE = Freshness(
    Light.OVERDUE, Period("2022"), datetime.date(2023, 1, 1), datetime.date(2024, 1, 1)
)
BESIDE = Beside(search="?indikator=kinder", freshness=Freshness(Light.NONE, None))
TOPIC = Indicator("kita", "Kinder in Kitas", kind="share")


def found(*, county: Cell = NO_CELL, other: Cell = NO_CELL) -> Portrait:
    return Portrait(
        area_id="0",
        name="Ahausen",
        cell=COUNTED,
        rank=1,
        rank_of=3,
        county=county,
        county_name="Landkreis Dreidorf",
        change=None,
        series=(),
        others=((TOPIC, PeriodChoice(Period("2022"), ""), other),),
    )


def badges(parts: object) -> list[str]:
    told = to_json_plotly(parts)
    return [nature for nature in ("model", "estimated") if f"nature-badge {nature}" in told]


def test_each_other_figure_of_the_topic_has_its_own_badge() -> None:
    assert badges(others(found(other=COUNTED), "Bildung", "")) == []
    assert badges(others(found(other=MODELLED), "Bildung", "")) == ["model"]
    assert badges(others(found(other=ESTIMATED), "Bildung", "")) == ["estimated"]


def test_a_gap_has_no_badge() -> None:
    assert badges(others(found(other=MODELLED_GAP), "Bildung", "")) == []


def test_the_figure_of_the_county_has_its_badge(one_of_each: Published) -> None:
    assert badges(portrait(found(county=COUNTED), one_of_each, chosen=True, beside=BESIDE)) == []
    assert badges(portrait(found(county=MODELLED), one_of_each, chosen=True, beside=BESIDE)) == [
        "model"
    ]


def test_the_freshness_light_is_a_sign_and_a_word(one_of_each: Published) -> None:
    told = said(one_of_each, replace(BESIDE, freshness=LATE))
    assert "▲" in told
    assert "überfällig" in told


def test_ranks_that_only_chance_tells_apart_are_said(one_of_each: Published) -> None:
    assert "von 1 bis 3 ist die Reihenfolge nicht sicher" in said(
        one_of_each, replace(BESIDE, tied=(1, 3))
    )


def test_what_the_figure_means_is_told_only_where_the_catalogue_says_it(
    one_of_each: Published,
) -> None:
    record = replace(one_of_each.indicator, definition="SGB II ist …")
    assert "SGB II ist …" in said(replace(one_of_each, indicator=record), BESIDE)
    assert "Was heißt das?" not in said(one_of_each, BESIDE)


def said(figures: Published, beside: Beside) -> str:
    """The portrait of Ahausen as JSON, umlauts readable."""
    parts = portrait(found(), figures, chosen=True, beside=beside)
    return json.dumps(json.loads(to_json_plotly(parts)), ensure_ascii=False)
