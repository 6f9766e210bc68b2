"""Colours of the classes, safe for colour-blind readers."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log
from pathlib import Path
from typing import Literal

# The lightest step of a sequential palette is hard to tell from paper, which means "nothing".
_LIGHTEST = 0.12
# Contrast is (lighter + 0.05) / (darker + 0.05): WCAG 2.2.
_GLARE = 0.05
_SAMPLES = 200
# How far a side that hardly leaves the middle still goes into its half of the palette, in all and
# for each of its classes: less, and nobody could tell them from their neighbours.
_WEAKEST_SIDE, _WEAKEST_STEP = 0.4, 0.2


@dataclass(frozen=True)
class Palette:
    """Colours as `#rrggbb`, from light to dark or, where it diverges, from low to high."""

    id: str
    title: str
    kind: Literal["sequential", "diverging"]
    colours: tuple[str, ...]


@lru_cache(maxsize=1)
def palettes() -> dict[str, Palette]:
    with Path(__file__).with_name("palettes.toml").open("rb") as file:
        plain = tomllib.load(file)
    return {
        name: Palette(name, entry["title"], entry["kind"], tuple(entry["colours"]))
        for name, entry in plain.items()
    }


@cache
def sequential(palette: Palette, count: int) -> tuple[str, ...]:
    """`count` colours spread over the palette, each as much darker than the one before: in greys,
    too, neighbours are told apart as well as they can be."""
    if count == 1:
        return (_between(palette.colours, 0.5),)
    samples = [_LIGHTEST + (1 - _LIGHTEST) * at / _SAMPLES for at in range(_SAMPLES + 1)]
    darkness = [-log(luminance(_between(palette.colours, at)) + _GLARE) for at in samples]
    step = (darkness[-1] - darkness[0]) / (count - 1)
    found = [bisect_left(darkness, darkness[0] + step * at) for at in range(count)]
    return tuple(_between(palette.colours, samples[min(at, _SAMPLES)]) for at in found)


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2).

    >>> luminance("#ffffff"), luminance("#000000")
    (1.0, 0.0)
    """
    parts = (channel / 255 for channel in _rgb(colour))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return round(0.2126 * red + 0.7152 * green + 0.0722 * blue, 6)


def diverging(palette: Palette, breaks: Sequence[float], middle: float) -> tuple[str, ...]:
    """One colour per class: pale around `middle`, darker towards the ends.

    Classes wholly below the middle take the low side, those above it the high side, in even steps;
    a class that holds the middle is the palest. The side that reaches farther from the middle gets
    the darkest colour, the other one a share of it, so that alike dark means about alike far.
    """
    lower = sum(high <= middle for high in breaks[1:])
    upper = sum(low >= middle for low in breaks[:-1])
    reach = max(middle - breaks[0], breaks[-1] - middle, 0) or 1.0
    low_share = _side_share((middle - breaks[0]) / reach, classes=lower)
    high_share = _side_share((breaks[-1] - middle) / reach, classes=upper)
    below = [-low_share * (lower - at) / lower for at in range(lower)]
    above = [high_share * (at + 1) / upper for at in range(upper)]
    around = [0.0] * (len(breaks) - 1 - lower - upper)
    return tuple(_between(palette.colours, 0.5 + 0.45 * away) for away in below + around + above)


def _side_share(share: float, *, classes: int) -> float:
    """How far a side with so many classes goes into its half of the palette."""
    return min(max(share, _WEAKEST_SIDE, _WEAKEST_STEP * classes), 1.0)


def _between(colours: Sequence[str], share: float) -> str:
    """The colour at `share` (0 to 1) of the way through a palette."""
    place = share * (len(colours) - 1)
    below = min(int(place), len(colours) - 2)
    start, end = _rgb(colours[below]), _rgb(colours[below + 1])
    mixed = (round(a + (b - a) * (place - below)) for a, b in zip(start, end, strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
