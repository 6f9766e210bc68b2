"""Floating catchments: every place that can be reached is somebody's, and only once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from indicators.reach.catchment import Catchment, graded_two_step, two_step

METHODS: list[Callable[..., Catchment]] = [
    lambda minutes, supply, demand: two_step(minutes, supply, demand, limit_minutes=30),
    graded_two_step,
]


@st.composite
def counties(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Minutes, places and people of a small county, some of them cut off, empty or unknown."""
    facilities, points = draw(st.integers(1, 6)), draw(st.integers(1, 12))
    minutes = draw(
        arrays.arrays(
            np.float64, (facilities, points), elements=st.one_of(st.just(np.inf), st.floats(0, 60))
        )
    )
    supply = draw(
        arrays.arrays(
            np.float64, facilities, elements=st.one_of(st.just(np.nan), st.integers(0, 200))
        )
    )
    demand = draw(arrays.arrays(np.float64, points, elements=st.integers(0, 500)))
    return minutes, supply, demand


@pytest.mark.parametrize("method", METHODS, ids=["2SFCA", "E2SFCA"])
@settings(deadline=None)
@given(county=counties())
def test_supply_is_conserved(
    method: Callable[..., Catchment], county: tuple[np.ndarray, np.ndarray, np.ndarray]
) -> None:
    minutes, supply, demand = county
    found = method(minutes, supply, demand)
    assert (demand * found.access).sum() + found.idle == pytest.approx(np.nansum(supply))
    assert found.unknown == np.isnan(supply).sum()
    assert (found.access >= 0).all()


def test_what_cannot_be_reached_is_idle_and_helps_nobody() -> None:
    found = two_step(np.array([[np.inf]]), np.array([40.0]), np.array([10.0]), limit_minutes=30)
    assert (found.access.tolist(), found.idle) == ([0.0], 40.0)


def test_a_facility_of_unknown_size_offers_nothing() -> None:
    minutes = np.array([[5.0], [5.0]])
    found = two_step(minutes, np.array([np.nan, 20.0]), np.array([10.0]), limit_minutes=30)
    assert (found.access.tolist(), found.unknown) == ([2.0], 1)


def test_the_limit_of_a_zone_belongs_to_it() -> None:
    minutes = np.array([[10.0, 20.0, 30.0, 30.1]])
    found = graded_two_step(minutes, np.array([1.9]), np.ones(4))
    assert found.access.tolist() == pytest.approx([1.0, 0.68, 0.22, 0.0])


def test_with_one_zone_that_counts_whole_both_are_the_same() -> None:
    generator = np.random.default_rng(7)
    minutes = generator.uniform(0, 60, (5, 20))
    supply, demand = generator.uniform(0, 100, 5), generator.uniform(0, 50, 20)
    plain = two_step(minutes, supply, demand, limit_minutes=30).access
    graded = graded_two_step(minutes, supply, demand, zones=((30.0, 1.0),)).access
    assert graded.tolist() == plain.tolist()
