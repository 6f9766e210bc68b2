"""Texts in which no line ends between a number and what it counts."""

from __future__ import annotations

import re

HARD_SPACE = "\u00a0"
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
    "Jahr(?:en?)?",
    "Prozent(?:punkt(?:en?)?)?",
    "Kind(?:ern?)?",
    "Menschen",
    "Platz",
    "Plätzen?",
    "Tag(?:en?)?",
)
# A number, or the gap that one fills.
_BEFORE_UNIT = re.compile(rf"(?<=[\d}}]) (?=(?:{'|'.join(_UNITS)})(?![\w²]))")
# „z. B.“, „Nr. 5“, „§ 24“ are torn apart as little.
_AFTER_SIGN = re.compile(
    r"(?<=\bz\.) (?=B\.)|(?<=\bNr\.) (?=\d)|(?<=§) (?=\d)|(?<=-Eintrag) (?=\d)"
)


def unbroken(text: str) -> str:
    """The text with no-break spaces between a number and its unit.

    >>> unbroken("je 17,5 % der 12 Kinder").split(" ")
    ['je', '17,5\\xa0%', 'der', '12\\xa0Kinder']
    """
    return _AFTER_SIGN.sub(HARD_SPACE, _BEFORE_UNIT.sub(HARD_SPACE, text))
