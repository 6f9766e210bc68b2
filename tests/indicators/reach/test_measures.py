"""Minutes of people at points, and what is said of their areas."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.reach.measures import (
    gini,
    mean_minutes,
    mean_of_people,
    number_within,
    share_within,
)

minutes_or_none = st.one_of(st.just(np.inf), st.floats(0, 600))
people_at = st.floats(0, 1000, allow_subnormal=False)
points = st.lists(st.tuples(minutes_or_none, people_at, st.integers(-1, 2)), min_size=1)


def test_no_connection_makes_no_mean_longer_and_is_said() -> None:
    found = mean_minutes(
        np.array([10.0, np.inf, 50.0]), np.array([1.0, 3.0, 1.0]), np.zeros(3, np.int64), 1
    )
    assert found.minutes.tolist() == [30.0]
    assert found.unreached_share.tolist() == [0.6]


def test_an_area_without_a_connection_has_no_mean() -> None:
    found = mean_minutes(np.array([np.inf]), np.array([5.0]), np.array([0]), 2)
    assert np.isnan(found.minutes).tolist() == [True, True]
    assert found.unreached_share[0] == 1.0
    assert np.isnan(found.unreached_share[1])


def test_no_connection_is_not_within() -> None:
    shares = share_within(
        np.array([np.inf, 5.0]), np.array([1.0, 1.0]), np.array([0, 0]), 1, limit_minutes=45
    )
    assert shares.tolist() == [0.5]


def test_exactly_the_limit_is_within() -> None:
    assert share_within(
        np.array([15.0]), np.array([2.0]), np.array([0]), 1, limit_minutes=15
    ).tolist() == [1.0]


def test_points_outside_all_areas_count_nowhere() -> None:
    found = mean_minutes(np.array([10.0, 90.0]), np.array([1.0, 9.0]), np.array([0, -1]), 1)
    assert found.minutes.tolist() == [10.0]


@settings(deadline=None)
@given(points)
def test_a_share_lies_between_none_and_all(rows: list[tuple[float, float, int]]) -> None:
    minutes, people, areas = (np.array(column) for column in zip(*rows, strict=True))
    near = share_within(minutes, people, areas, 3, limit_minutes=15)
    far = share_within(minutes, people, areas, 3, limit_minutes=45)
    told = ~np.isnan(near)
    assert (near[told] >= 0).all()
    assert (far[told] <= 1 + 1e-12).all()
    assert (near[told] <= far[told] + 1e-12).all()


@settings(deadline=None)
@given(points)
def test_everybody_is_reached_or_not(rows: list[tuple[float, float, int]]) -> None:
    minutes, people, areas = (np.array(column) for column in zip(*rows, strict=True))
    found = mean_minutes(minutes, people, areas, 3)
    assert (found.reached + found.unreached).sum() == pytest.approx(people[areas >= 0].sum())
    told = ~np.isnan(found.minutes)
    longest = minutes[np.isfinite(minutes)].max(initial=0)
    assert (found.minutes[told] <= longest * (1 + 1e-9)).all()


def test_facilities_are_counted_at_each_point() -> None:
    minutes = np.array([[5.0, np.inf], [45.0, 45.6]])
    assert number_within(minutes, limit_minutes=45).tolist() == [2, 0]


def test_minutes_count_as_they_are_read() -> None:
    read_as_15 = np.array([15.4])
    assert number_within(read_as_15[None], limit_minutes=15).tolist() == [1]
    one = np.array([0])
    assert share_within(read_as_15, np.ones(1), one, 1, limit_minutes=15).tolist() == [1.0]


def test_what_nobody_finds_weighs_nothing() -> None:
    values, people = np.array([3.0, np.nan]), np.array([2.0, 0.0])
    assert mean_of_people(values, people, np.array([0, 0]), 2).tolist()[0] == 3.0


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0.1, 100)), min_size=1, max_size=30))
def test_gini_is_what_its_definition_says(pairs: list[tuple[float, float]]) -> None:
    values, people = (np.array(column) for column in zip(*pairs, strict=True))
    mean = (values * people).sum() / people.sum()
    if mean < 1e-9:
        return
    apart = np.abs(values[:, None] - values) * people[:, None] * people
    expected = apart.sum() / (2 * people.sum() ** 2 * mean)
    assert gini(values, people) == pytest.approx(expected, abs=1e-9)


def test_gini_of_nothing_is_not_known() -> None:
    assert np.isnan(gini(np.array([0.0, 0.0]), np.ones(2)))
    assert np.isnan(gini(np.array([]), np.array([])))
