"""Quoting what stands in a file."""

from __future__ import annotations

import doctest

from hypothesis import given
from hypothesis import strategies as st

from geodata import quoted as module
from geodata.quoted import quoted


@given(st.text(max_size=300))
def test_whatever_a_cell_holds_is_one_short_line(text: str) -> None:
    found = quoted(text)
    assert len(found) <= 40
    assert found.isprintable()


def test_the_examples_are_true() -> None:
    assert doctest.testmod(module) == (0, 2)
