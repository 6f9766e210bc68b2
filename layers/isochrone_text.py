"""What is reached within so many minutes, as lines along the streets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from indicators.palettes import palettes, sequential
from indicators.reach.isochrone import Band
from indicators.reach.record import MINUTE_BREAKS, MINUTE_PALETTE
from layers.in_degrees import geojson_of
from layers.words import words


def isochrone_told(bands: Sequence[Band]) -> dict[str, Any]:
    """Lines by limit, the widest first, in the colours of the classes of minutes."""
    return {
        "bands": [
            {
                "label": band_label(band),
                "colour": band_colour(band),
                "lines": geojson_of(band.lines),
            }
            for band in bands
            if not band.lines.is_empty
        ]
    }


def band_label(band: Band) -> str:
    return words("reach.within", minutes=band.minutes)


def band_colour(band: Band) -> str:
    """That of the class of minutes."""
    colours = sequential(palettes()[MINUTE_PALETTE], len(MINUTE_BREAKS) + 1)
    return colours[bisect_left(MINUTE_BREAKS, band.minutes)]
