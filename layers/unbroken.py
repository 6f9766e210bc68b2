"""Texts in which no line ends between a number and what it counts."""

from __future__ import annotations

import re

from layers.figure_text import HARD_SPACE

_UNITS = (
    "%",
    "‰",
    "€",
    "Euro",
    "km²?",
    "m²?",
    "ha",
    "min",
    "Min\\.",
    "Minuten?",
    "Uhr",
    "Std\\.",
    "Stunden?",
    "Jahren?",
    "Prozent(?:punkten?)?",
    "Kinder[n]?",
    "Menschen",
    "Plätzen?",
    "Tage[n]?",
)
_BEFORE_UNIT = re.compile(rf"(?<=\d) (?=(?:{'|'.join(_UNITS)})(?![\w²]))")
# „z. B.“, „Nr. 5“, „§ 24“ are torn apart as little.
_AFTER_SIGN = re.compile(r"(?<=\bz\.) (?=B\.)|(?<=\bNr\.) (?=\d)|(?<=§) (?=\d)")


def unbroken(text: str) -> str:
    """The text with no-break spaces between a number and its unit.

    >>> unbroken("je 17,5 % der 12 Kinder").split(" ")
    ['je', '17,5\\xa0%', 'der', '12\\xa0Kinder']
    """
    return _AFTER_SIGN.sub(HARD_SPACE, _BEFORE_UNIT.sub(HARD_SPACE, text))
