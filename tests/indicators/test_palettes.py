"""The palettes that ship."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from indicators.palettes import diverging, luminance, palettes, sequential

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


@pytest.mark.parametrize("name", [n for n in ALL if palettes()[n].kind == "diverging"])
@pytest.mark.parametrize(
    "breaks", [(-1, 0, 30, 60, 100), (-3, -2, -1, 0, 100), (-100, -50, 0, 1, 2, 3)]
)
def test_a_side_near_the_middle_can_still_be_told_apart(
    name: str, breaks: tuple[float, ...]
) -> None:
    colours = diverging(palettes()[name], breaks, 0)
    assert all(_distance(a, b) > 20 for a, b in pairwise(colours))


@pytest.mark.parametrize("name", [n for n in ALL if palettes()[n].kind == "sequential"])
@pytest.mark.parametrize("count", [3, 5, 6, 7])
def test_neighbours_are_told_apart_in_greys(name: str, count: int) -> None:
    greys = [luminance(colour) + 0.05 for colour in sequential(palettes()[name], count)]
    contrasts = [lighter / darker for lighter, darker in pairwise(greys)]
    assert min(contrasts) > 0.8 * max(contrasts)
    assert min(contrasts) > (1.5 if count <= 6 else 1.4)


def _distance(a: str, b: str) -> float:
    """Between two colours, in steps of 255 for each of red, green and blue."""
    return sum((int(a[at : at + 2], 16) - int(b[at : at + 2], 16)) ** 2 for at in (1, 3, 5)) ** 0.5
