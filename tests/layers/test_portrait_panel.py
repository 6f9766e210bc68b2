"""The panel of an area: a figure that nobody counted never looks like a counted one."""

from __future__ import annotations

from plotly.io.json import to_json_plotly

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from indicators.choices import PeriodChoice
from indicators.portrait import NO_CELL, Portrait
from indicators.published import Cell, Published
from layers.portrait import others, portrait

COUNTED = Cell(4.0, Status.SHOWN, Nature.REAL, Flag(0))
MODELLED = Cell(4.0, Status.SHOWN, Nature.MODEL, Flag(0))
ESTIMATED = Cell(4.0, Status.SHOWN, Nature.ESTIMATED, Flag(0))
MODELLED_GAP = Cell(None, Status.SUPPRESSED, Nature.MODEL, Flag(0))
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
    assert badges(others(found(other=COUNTED), "Bildung")) == []
    assert badges(others(found(other=MODELLED), "Bildung")) == ["model"]
    assert badges(others(found(other=ESTIMATED), "Bildung")) == ["estimated"]


def test_a_gap_has_no_badge() -> None:
    assert badges(others(found(other=MODELLED_GAP), "Bildung")) == []


def test_the_figure_of_the_county_has_its_badge(one_of_each: Published) -> None:
    assert badges(portrait(found(county=COUNTED), one_of_each, chosen=True)) == []
    assert badges(portrait(found(county=MODELLED), one_of_each, chosen=True)) == ["model"]
