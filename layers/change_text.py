"""A change between two figures as people read it."""

from __future__ import annotations

from geodata.catalogue import Indicator
from indicators.portrait import Change
from layers.figure_text import signed_number
from layers.words import words


def change_text(change: Change, indicator: Indicator) -> str:
    """Shares change in their own unit only: a percentage of a percentage misleads."""
    absolute = signed_number(change.absolute, decimals=indicator.shown_decimals)
    if indicator.unit == "%":
        return words("area.points", number=absolute)
    if change.percent is None or indicator.kind != "count":
        return absolute
    percent = words("area.percent", number=signed_number(change.percent, decimals=1))
    return f"{absolute} ({percent})"
