"""Change maps: differences that are honest about gaps, breaks and model data."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from geodata.catalogue import Indicator
from geodata.markers import Flag, Status
from indicators.comparison.change import changed
from indicators.comparison.refusals import (
    AcrossBreak,
    NoPercentOfPercent,
    OtherSystem,
    RealToModel,
    SinceNotEarlier,
)
from indicators.portrait import county_value
from indicators.published import Published, published
from indicators.query import Query
from indicators.refusals import NoSuchPeriod
from tests.villages import AHAUSEN, BEDORF, CETAL, FOREST

SINCE = Query("kinder", "gemeinde", "2022", since="2020")


@pytest.fixture
def two_years(world: Any) -> Any:
    """Ahausen grows from 40 to 50, Bedorf has nothing and then 5, Cetal falls from 8 to 6."""
    world.tell("kinder", {AHAUSEN: 40, BEDORF: "-", CETAL: 8, FOREST: 1}, "2020")
    world.tell("kinder", {AHAUSEN: 50, BEDORF: 5, CETAL: 6, FOREST: 1}, "2022")
    return world


def values(figures: Published) -> list[float | None]:
    return [None if np.isnan(v) else round(v, 6) for v in figures.values.tolist()]


def test_absolute_change_is_now_minus_before(two_years: Any) -> None:
    found = published(two_years.now(), SINCE)
    assert values(found) == [10, 5, -2, 0]
    assert (found.indicator.kind, found.indicator.middle, found.indicator.unit) == (
        "change",
        0.0,
        "Kinder",
    )


def test_percent_of_an_earlier_nothing_is_no_figure(two_years: Any) -> None:
    found = published(two_years.now(), Query("kinder", "gemeinde", "2022", "2020", "percent"))
    assert values(found) == [25, None, -25, 0]
    assert found.status[1] == Status.MISSING
    assert found.indicator.unit == "%"


def test_the_change_of_a_share_is_in_percentage_points(world: Any) -> None:
    for period, cared in (("2020", 10), ("2022", 30)):
        world.tell("betreut", {AHAUSEN: cared}, period)
        world.tell("kinder", {AHAUSEN: 100}, period)
    found = published(world.now(), Query("quote", "gemeinde", since="2020"))
    assert (values(found)[0], found.indicator.unit) == (20, "Prozentpunkte")


@pytest.mark.parametrize(
    ("cell", "status"), [(".", Status.SUPPRESSED), ("x", Status.MISSING), ("/", Status.UNRELIABLE)]
)
@pytest.mark.parametrize("gap_is_now", [True, False])
def test_a_gap_in_either_year_is_a_gap_in_the_change(
    world: Any, cell: str, status: Status, *, gap_is_now: bool
) -> None:
    cells = [{AHAUSEN: 4, BEDORF: 1}, {AHAUSEN: cell, BEDORF: 1}]
    for period, told in zip(("2020", "2022"), cells if gap_is_now else cells[::-1], strict=True):
        world.tell("kinder", told, period)
    found = published(world.now(), SINCE)
    assert values(found)[0] is None
    assert found.status[0] == status


def test_across_two_censuses_every_figure_is_flagged_or_all_are_refused(world: Any) -> None:
    world.tell("kinder", {AHAUSEN: 40}, "2020", base="Zensus 2011")
    world.tell("kinder", {AHAUSEN: 38}, "2022", base="Zensus 2022")
    now = world.now()
    found = published(now, SINCE)
    assert (found.flags & Flag.ACROSS_BREAK).all()
    assert found.base == "Zensus 2011, Zensus 2022"
    both = (published(now, Query("kinder", "gemeinde", year)) for year in ("2022", "2020"))
    with pytest.raises(AcrossBreak, match=r"Bruch in der Reihe \(Zensus 2011, Zensus 2022\)"):
        changed(*both, how="absolute", refuse_breaks=True)


def test_without_bases_the_breaks_of_the_indicator_tell(world: Any) -> None:
    breaks = ({"after": "2021-06-30", "label": "neue Zählung"},)
    world.know(Indicator("kinder", "Kinder", breaks=breaks))
    for period in ("2020", "2021", "2022"):
        world.tell("kinder", {AHAUSEN: 40}, period)
    now = world.now()
    assert published(now, SINCE).flags[0] & Flag.ACROSS_BREAK
    later = published(now, Query("kinder", "gemeinde", "2022", since="2021"))
    assert not later.flags[0] & Flag.ACROSS_BREAK


def test_real_figures_never_turn_into_model_ones(world: Any) -> None:
    world.tell("kinder", {AHAUSEN: 40}, "2020")
    world.tell("kinder", {AHAUSEN: 50}, "2022", model=True)
    with pytest.raises(RealToModel, match="Modelldaten"):
        published(world.now(), SINCE)


def test_where_only_one_village_became_a_model_the_others_are_compared(world: Any) -> None:
    world.tell("kinder", {AHAUSEN: 40, BEDORF: 1}, "2020")
    world.tell("kinder", {AHAUSEN: 50}, "2022", model=True)
    world.tell("kinder", {BEDORF: 3}, "2022")
    found = published(world.now(), SINCE)
    assert values(found)[:2] == [None, 2]
    assert found.status[0] == Status.MISSING


def test_a_later_year_is_no_earlier_one(two_years: Any) -> None:
    with pytest.raises(SinceNotEarlier, match=r"2022 liegt nicht vor 2020"):
        published(two_years.now(), Query("kinder", "gemeinde", "2020", since="2022"))


def test_a_period_without_data_is_refused_by_name(two_years: Any) -> None:
    with pytest.raises(NoSuchPeriod, match="2019"):
        published(two_years.now(), Query("kinder", "gemeinde", "2022", since="2019"))


def test_a_change_in_percent_has_no_percent(world: Any) -> None:
    world.know(Indicator("wandel", "Wandel", kind="change", unit="%"))
    for period in ("2020", "2022"):
        world.tell("wandel", {AHAUSEN: 4}, period)
    with pytest.raises(NoPercentOfPercent, match="Prozentpunkten"):
        published(world.now(), Query("wandel", "gemeinde", "2022", "2020", "percent"))


def test_figures_of_other_areas_are_not_subtracted(two_years: Any) -> None:
    now = two_years.now()
    gemeinden = published(now, Query("kinder", "gemeinde"))
    with pytest.raises(OtherSystem, match="Raumebene"):
        changed(gemeinden, published(now, Query("kinder", "kreis")), how="absolute")


def test_the_county_changes_too(two_years: Any) -> None:
    assert county_value(two_years.now(), SINCE).value == 62 - 49


def test_the_answer_is_kept_with_both_periods_in_its_query(two_years: Any) -> None:
    now = two_years.now()
    found = published(now, Query("kinder", "gemeinde", since="2020"))
    assert (found.query.period, found.query.since, found.query.change) == (
        "2022",
        "2020",
        "absolute",
    )
    assert published(now, found.query).values.tolist() == found.values.tolist()
