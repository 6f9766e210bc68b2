"""Colours of the classes, safe for colour-blind readers."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

# The lightest step of a sequential palette is hard to tell from paper, which means "nothing".
_LIGHTEST = 0.12


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


def sequential(palette: Palette, count: int) -> tuple[str, ...]:
    """`count` colours spread over the palette."""
    if count == 1:
        return (_between(palette.colours, 0.5),)
    step = (1 - _LIGHTEST) / (count - 1)
    return tuple(_between(palette.colours, _LIGHTEST + step * at) for at in range(count))


def diverging(palette: Palette, breaks: Sequence[float], middle: float) -> tuple[str, ...]:
    """One colour per class: pale around `middle`, darker the more classes lie between.

    Classes wholly below the middle take the low side, those above it the high side; a class that
    holds the middle is the palest.
    """
    lower = sum(high <= middle for high in breaks[1:])
    upper = sum(low >= middle for low in breaks[:-1])
    steps = max(lower, upper, 1)
    colours = []
    for low, high in pairwise(breaks):
        if high <= middle:
            away = -sum(high <= other <= middle for other in breaks[1:])
        elif low >= middle:
            away = sum(middle <= other <= low for other in breaks[:-1])
        else:
            away = 0
        colours.append(_between(palette.colours, 0.5 + 0.45 * away / steps))
    return tuple(colours)


def _between(colours: Sequence[str], share: float) -> str:
    """The colour at `share` (0 to 1) of the way through a palette."""
    place = share * (len(colours) - 1)
    below = min(int(place), len(colours) - 2)
    start, end = _rgb(colours[below]), _rgb(colours[below + 1])
    mixed = (round(a + (b - a) * (place - below)) for a, b in zip(start, end, strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
