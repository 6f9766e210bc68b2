"""Intervals of small numbers: from published counts only, and honest about what has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.catalogue import Indicator
from geodata.markers import Flag
from geodata.workspace import Workspace
from indicators.comparison import parts
from indicators.comparison.noise import (
    garwood,
    noise,
    rank_spans,
    tied_groups,
    wilson,
)
from indicators.query import Query
from tests.villages import AHAUSEN, BEDORF, CETAL, COUNTY, FOREST

QUOTA = Query("quote", "gemeinde")


def interval_of(workspace: Workspace, query: Query, area: str) -> tuple[float, float] | None:
    """The interval of one area; None where there is none."""
    found = noise(workspace, query)
    at = workspace.systems[query.system].position[area]
    low, high = float(found.low[at]), float(found.high[at])
    return None if np.isnan(low) or np.isnan(high) else (low, high)


@pytest.mark.parametrize(
    ("cases", "low", "high"),
    # Table of exact 95 % limits in Garwood (1936).
    [(0, 0.0, 3.689), (1, 0.0253, 5.572), (5, 1.623, 11.668), (100, 81.364, 121.627)],
)
def test_poisson_limits_are_those_of_the_printed_table(
    cases: float, low: float, high: float
) -> None:
    found = garwood(np.array([float(cases)]))
    assert [round(float(limit[0]), 3) for limit in found] == [round(low, 3), high]


@given(st.integers(0, 500), st.integers(1, 500))
def test_wilson_stays_between_0_and_1_and_holds_its_share(cases: int, base: int) -> None:
    low, high = wilson(np.array([float(cases)]), np.array([float(base)]))
    if cases > base:
        assert np.isnan(low[0])
    else:
        assert 0 <= low[0] <= cases / base <= high[0] <= 1


def test_a_quota_of_half_of_ten_children_has_wilsons_limits(
    counted: Callable[..., Workspace],
) -> None:
    now = counted(betreut={AHAUSEN: 5}, kinder={AHAUSEN: 10})
    low, high = interval_of(now, QUOTA, AHAUSEN) or (0, 0)
    assert (round(low, 2), round(high, 2)) == (23.66, 76.34)


def test_a_rate_has_poissons_limits_in_its_own_unit(counted: Callable[..., Workspace]) -> None:
    now = counted(unfaelle={AHAUSEN: 10}, kinder={AHAUSEN: 1000})
    low, high = interval_of(now, Query("unfaelle_je_1000", "gemeinde"), AHAUSEN) or (0, 0)
    assert (round(low, 2), round(high, 2)) == (4.80, 18.39)


@pytest.mark.parametrize("gap", [".", "x", "/"])
def test_where_the_numerator_is_not_shown_there_is_no_interval(
    counted: Callable[..., Workspace], gap: str
) -> None:
    now = counted(betreut={AHAUSEN: gap, BEDORF: 5}, kinder={AHAUSEN: 10, BEDORF: 10})
    assert interval_of(now, QUOTA, AHAUSEN) is None
    assert interval_of(now, QUOTA, BEDORF) is not None


def test_no_children_make_no_share_and_no_interval(counted: Callable[..., Workspace]) -> None:
    now = counted(betreut={AHAUSEN: 0}, kinder={AHAUSEN: 0})
    assert interval_of(now, QUOTA, AHAUSEN) is None


def test_how_many_people_live_somewhere_is_no_chance_event(
    counted: Callable[..., Workspace],
) -> None:
    now = counted(einwohner={AHAUSEN: 10})
    assert interval_of(now, Query("einwohner", "gemeinde"), AHAUSEN) is None


def test_a_balance_of_moves_has_no_interval_anywhere(
    world: Any, counted: Callable[..., Workspace]
) -> None:
    world.know(Indicator("saldo", "Saldo", people=True))
    now = counted(saldo={AHAUSEN: 5, BEDORF: -3})
    assert interval_of(now, Query("saldo", "gemeinde"), AHAUSEN) is None


def test_stops_are_no_people_and_have_no_interval(
    world: Any, counted: Callable[..., Workspace]
) -> None:
    world.know(Indicator("halte", "Haltestellen"))
    now = counted(halte={AHAUSEN: 5})
    assert interval_of(now, Query("halte", "gemeinde"), AHAUSEN) is None


def test_the_county_has_a_narrower_interval_than_its_villages(
    counted: Callable[..., Workspace],
) -> None:
    children = {AHAUSEN: 10, BEDORF: 10, CETAL: 10, FOREST: 10}
    now = counted(betreut=dict.fromkeys(children, 5), kinder=children)
    small = interval_of(now, QUOTA, AHAUSEN) or (0, 0)
    large = interval_of(now, replace(QUOTA, system="kreis"), COUNTY) or (0, 0)
    assert large[1] - large[0] < small[1] - small[0]


def test_few_expected_cases_are_pale_whatever_happened_there(
    counted: Callable[..., Workspace],
) -> None:
    # 100 of 1,000 are cared for: of 100 children 10 are expected, of 900 there are 90.
    now = counted(betreut={AHAUSEN: 25, BEDORF: 75}, kinder={AHAUSEN: 100, BEDORF: 900})
    assert noise(now, QUOTA).small[:2].tolist() == [True, False]


def test_a_chain_of_overlaps_does_not_tie_the_ends() -> None:
    values = np.array([30.0, 20.0, 10.0])
    groups = tied_groups(values, values - 6, values + 6)
    assert groups.tolist() == [1, 1, 2]
    first, last = rank_spans(groups)
    assert list(zip(first.tolist(), last.tolist(), strict=True)) == [(1, 2), (1, 2), (3, 3)]


def test_areas_without_value_stand_in_no_group() -> None:
    nan = np.nan
    values = np.array([nan, 5.0, 5.0])
    assert tied_groups(values, values, values).tolist() == [0, 1, 1]


def test_at_least_flags_end_an_interval(counted: Callable[..., Workspace]) -> None:
    # "mindestens" is no count of cases: what it leaves out cannot be bounded.
    now = counted(betreut={AHAUSEN: 5}, kinder={AHAUSEN: 10})
    figures = parts.published(now, Query("betreut", "gemeinde"))
    flags = figures.flags.copy()
    flags[0] |= Flag.AT_LEAST
    assert not replace(figures, flags=flags).certain[0]
