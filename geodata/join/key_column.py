"""A column of keys judged as a whole: what one cell alone cannot tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geodata.join.key_text import KeyText, key_text

_SAARLAND = "10"
_SAARLAND_KREISE = range(41, 47)


@dataclass(frozen=True)
class KeyColumn:
    """What happened to the column.

    `zero_lost`: some keys lost their leading zero. `verband_zero_lost`: its keys of 8 digits are
    Verband keys of 9 digits without their zero. `precision`: digits that exponent forms carry.
    """

    zero_lost: bool = False
    verband_zero_lost: bool = False
    precision: int = 0


UNDAMAGED = KeyColumn()


def is_land(key: str) -> bool:
    """Whether a key starts with one of the Länder 01 to 16."""
    return len(key) >= 2 and "01" <= key[:2] <= "16"


def may_be_ags(digits: str) -> bool:
    """Whether 8 digits can be an AGS.

    Schleswig-Holstein's Verband keys without zero start like the Saarland (10), which has only
    the Kreise 10041 to 10046.
    """
    if not is_land(digits):
        return False
    return not digits.startswith(_SAARLAND) or int(digits[2:5]) in (0, *_SAARLAND_KREISE)


def may_be_verband_without_zero(digits: str) -> bool:
    """Whether 8 digits can be a Verband key without its zero: no Kreis starts with 011 to 019."""
    return digits[0] != "0" and (digits[0] != "1" or digits[1] == "0")


def judged(keys: Iterable[str]) -> KeyColumn:
    """Judge the different keys of one column."""
    texts = [key_text(key) for key in keys]
    eights = [text.text for text in texts if text.is_number and len(text.text) == 8]
    impossible = sum(1 for digits in eights if digits[0] != "0" and not may_be_ags(digits))
    return KeyColumn(
        zero_lost=impossible > 0 or any(_lost_its_zero(text) for text in texts),
        verband_zero_lost=_all_eights_are_verband(texts, eights, impossible),
        precision=max((text.significant for text in texts), default=0),
    )


def _lost_its_zero(text: KeyText) -> bool:
    return text.is_number and len(text.text) in (4, 7, 11) and text.text[0] != "0"


def _all_eights_are_verband(texts: list[KeyText], eights: list[str], impossible: int) -> bool:
    if any(digits[0] == "0" for digits in eights):
        return 2 * impossible > len(eights)
    eastern_verband = any(text.is_number and len(text.text) == 9 for text in texts)
    return impossible > 0 and (eastern_verband or 2 * impossible > len(eights))
