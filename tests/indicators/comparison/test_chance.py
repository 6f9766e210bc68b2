"""Tests of two shares and two rates against numbers that other books print."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from indicators.comparison.chance import rates_differ, shares_differ


def test_the_same_share_is_never_surprising() -> None:
    assert shares_differ(50, 100, 500, 1000) == 1.0


def test_large_counts_follow_the_chi_squared_test() -> None:
    table = [[300, 700], [360, 640]]
    expected = stats.chi2_contingency(table, correction=False).pvalue
    assert shares_differ(300, 1000, 360, 1000) == pytest.approx(expected)


def test_a_tea_taster_needs_fishers_test() -> None:
    # Fisher's lady: four cups right of four, none wrong: 1 in 70, twice for both sides.
    assert shares_differ(4, 4, 0, 4) == pytest.approx(2 / 70)


@given(st.integers(0, 30), st.integers(0, 30))
def test_rates_agree_with_the_binomial_distribution(a: int, b: int) -> None:
    tails = [stats.binom.cdf(a, a + b, 0.25), stats.binom.sf(a - 1, a + b, 0.25)]
    assert rates_differ(a, 100, b, 300) == pytest.approx(min(1.0, 2 * min(tails)))


@pytest.mark.parametrize("broken", [(1, 0, 1, 5), (6, 5, 1, 5), (-1, 5, 1, 5), (math.nan, 5, 1, 5)])
def test_without_a_share_there_is_no_p_value(broken: tuple[float, float, float, float]) -> None:
    assert math.isnan(shares_differ(*broken))


def test_a_rate_over_nothing_has_no_p_value() -> None:
    assert math.isnan(rates_differ(1, 0, 2, 5))


def test_nearly_everybody_is_tested_like_nearly_nobody() -> None:
    assert shares_differ(46_000, 46_000, 8, 10) == pytest.approx(shares_differ(0, 46_000, 2, 10))
