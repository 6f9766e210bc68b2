"""The palettes that ship."""

from __future__ import annotations

import re

import pytest

from indicators.palettes import diverging, palettes, sequential

ALL = sorted(palettes())


def test_both_kinds_are_there() -> None:
    assert {palette.kind for palette in palettes().values()} == {"sequential", "diverging"}


@pytest.mark.parametrize("name", ALL)
def test_a_palette_has_a_title_and_whole_colours(name: str) -> None:
    palette = palettes()[name]
    assert palette.title
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in palette.colours)


@pytest.mark.parametrize("count", range(1, 8))
def test_there_are_as_many_colours_as_classes(count: int) -> None:
    assert len(set(sequential(palettes()["YlGnBu"], count))) == count
    breaks = list(range(count + 1))
    assert len(set(diverging(palettes()["RdBu"], breaks, count / 2))) == count
