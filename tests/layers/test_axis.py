"""A scale holds its figures and is read by round numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers.axis import Axis, axis

FIGURES = st.lists(st.floats(-1e9, 1e9).map(lambda value: round(value, 3)), max_size=20)


@given(FIGURES)
def test_every_figure_lies_on_its_axis(values: list[float]) -> None:
    found = axis(values)
    assert found.low < found.high
    assert all(found.low <= value <= found.high for value in values)


@given(FIGURES)
def test_an_axis_has_a_few_ticks_that_all_differ(values: list[float]) -> None:
    texts = [tick["text"] for tick in axis(values).ticks()]
    assert len(texts) <= 7
    assert len(set(texts)) == len(texts)


def test_what_is_never_negative_does_not_begin_below_zero() -> None:
    assert axis([0.0, 10.0]).low == 0.0
    assert axis([-1.0, 10.0]).low < -1.0


def test_a_half_step_keeps_its_decimal() -> None:
    assert [tick["text"] for tick in Axis(0.0, 12.0).ticks()] == [
        "0,0",
        "2,5",
        "5,0",
        "7,5",
        "10,0",
    ]


@pytest.mark.parametrize(("value", "place"), [(10.0, 0.0), (15.0, 0.5), (99.0, 1.0), (None, None)])
def test_a_place_is_a_part_of_the_way(value: float | None, place: float | None) -> None:
    assert Axis(10.0, 20.0).place(value) == place
