"""A figure as people read it: number and unit, or the word for its gap."""

from __future__ import annotations

from geodata.catalogue import Indicator
from geodata.markers import Flag, Status
from indicators.published import Cell
from layers.german_number import german_number
from layers.unbroken import HARD_SPACE
from layers.words import words

_IN_THE_FIGURE = Flag.AT_LEAST | Flag.NO_CONNECTION | Flag.UNINHABITED


def figure_text(cell: Cell, indicator: Indicator) -> str:
    """`12,3 %`, `nichts vorhanden`, `4,0 % (unsicher)`, `mindestens 12`."""
    word = words(f"status.{cell.status.code}")
    for reason in (Flag.NO_CONNECTION, Flag.UNINHABITED):
        if cell.flags & reason:
            return words(f"flag.{reason.codes[0]}")
    if cell.value is None or cell.status is Status.ZERO:
        return word or words("status.missing")
    text = number_with_unit(cell.value, indicator)
    if cell.flags & Flag.AT_LEAST:
        text = f"{words('flag.at_least')} {text}"
    return f"{text} ({word})" if word else text


def told_figure(cell: Cell, indicator: Indicator, *, is_change: bool) -> str:
    """The same; a change says its direction."""
    text = figure_text(cell, indicator)
    grows = is_change and (cell.value or 0.0) > 0 and text[:1].isdigit()
    return f"+{text}" if grows else text


def number_with_unit(value: float, indicator: Indicator) -> str:
    """`1.234,5 %`, number and unit never torn apart."""
    number = german_number(value, decimals=indicator.shown_decimals)
    return f"{number}{HARD_SPACE}{indicator.unit}" if indicator.unit else number


def signed_number(value: float, *, decimals: int) -> str:
    """`+3,2`, `−1,0`, `0,0`: a change always shows its direction."""
    text = german_number(value, decimals=decimals)
    grows = value > 0 and any(digit in text for digit in "123456789")
    return f"+{text}" if grows else text


def flag_texts(flags: Flag) -> list[str]:
    """What else a reader must know, in words; what stands with the figure itself is left out."""
    return [words(f"flag.{code}") for code in (flags & ~_IN_THE_FIGURE).codes]
