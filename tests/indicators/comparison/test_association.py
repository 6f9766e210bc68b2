"""Two indicators over the same areas: ranks, gaps by name, and when nothing is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy import stats

from geodata.markers import Status
from indicators.comparison.association import association, spearman
from indicators.comparison.refusals import OtherSystem
from indicators.published import Published, published
from indicators.query import Query
from tests.villages import AHAUSEN

Make = Callable[..., Published]


@given(
    arrays.arrays(np.float64, (2, 12), elements=st.integers(0, 6).map(float)).filter(
        lambda a: bool(np.ptp(a, axis=1).all())
    )
)
def test_it_is_spearmans_rho_with_ties(pair: Any) -> None:
    assert spearman(*pair) == pytest.approx(stats.spearmanr(*pair).statistic)


def test_what_rises_together_has_1_whatever_the_curve(figures: Make) -> None:
    found = association(figures([1, 2, 3, 4, 5]), figures([1, 4, 9, 16, 25]))
    assert (found.rho, found.p_value, found.n) == (1.0, 0.0, 5)


def test_gaps_take_no_part_and_are_named_with_their_reasons(figures: Make) -> None:
    first = figures([1, 2, 3, 4, 5, 6, 7], status=[0, 0, 0, 0, 0, 0, Status.UNRELIABLE])
    second = figures([7, 6, 5, 4, 3, np.nan, 1], status=[0, 0, 0, 0, 0, Status.SUPPRESSED, 0])
    found = association(first, second)
    assert (found.n, found.rho) == (5, -1.0)
    assert [(gap.area_id, gap.first, gap.second) for gap in found.gaps] == [
        ("00000005", Status.SHOWN, Status.SUPPRESSED),
        ("00000006", Status.UNRELIABLE, Status.SHOWN),
    ]


def test_four_pairs_are_too_few(figures: Make) -> None:
    found = association(figures([1, 2, 3, 4]), figures([1, 2, 3, 4]))
    assert (found.rho, found.why_none) == (None, "too_few")


def test_what_is_everywhere_the_same_goes_with_nothing(figures: Make) -> None:
    found = association(figures([1, 2, 3, 4, 5]), figures([3, 3, 3, 3, 3]))
    assert (found.rho, found.why_none) == (None, "constant")


def test_two_levels_are_not_laid_on_each_other(world: Any) -> None:
    world.tell("kinder", {AHAUSEN: 1})
    now = world.now()
    gemeinden, kreis = (published(now, Query("kinder", s)) for s in ("gemeinde", "kreis"))
    with pytest.raises(OtherSystem, match="dieselbe Raumebene"):
        association(gemeinden, kreis)
