"""A regional key as it stands in a cell, freed from what spreadsheets do to it."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from geodata.join import reasons

_QUOTES = "'\"’‘‚„“”´`="
_INVISIBLE = re.compile(r"[\s\u200b\u200c\u200d\u2060\ufeff]+")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_DECIMALS = re.compile(r"([0-9]+)[.,]0*")
_EXPONENT = re.compile(r"([0-9])(?:[.,]([0-9]*))?[eE]\+?([0-9]{1,2})")
_LONGEST_KEY = 12


class KeyText(NamedTuple):
    """The cleaned text, what was cleaned away, and how many digits an exponent form carried.

    `lossy` says that an exponent form shows fewer digits than the number has.
    """

    text: str
    how: str
    significant: int = 0
    lossy: bool = False

    @property
    def is_number(self) -> bool:
        return self.text.isascii() and self.text.isdigit()


def key_text(key: str, *, precision: int = 0) -> KeyText:
    """Read a cell as key text: without quotes, blanks, decimals and exponents.

    `precision` is the largest number of digits that exponent forms of the same column carry: a
    short "3.35401E6" is only whole where its neighbours show that nothing was rounded away.
    """
    if key.isascii() and key.isdigit():
        return KeyText(key, "")
    text, how = _without_quotes_and_blanks(key)
    if exponent := _EXPONENT.fullmatch(text):
        return _written_out(text, how, exponent, precision)
    if _THOUSANDS.fullmatch(text):
        return KeyText(text.replace(".", ""), reasons.joined(how, reasons.THOUSANDS))
    if decimals := _DECIMALS.fullmatch(text):
        return KeyText(decimals[1], reasons.joined(how, reasons.DECIMALS))
    return KeyText(text, how)


def _without_quotes_and_blanks(key: str) -> tuple[str, str]:
    wide = key if key.isascii() else unicodedata.normalize("NFKC", key)
    bare = wide.strip()
    unquoted = bare.strip(_QUOTES + " ")
    tight = _INVISIBLE.sub("", unquoted)
    # Only digits are pushed together: in a free key such as "SR 01" the blank belongs to it.
    text = tight if tight[:1].isdigit() and not re.search(r"[^\W\deE]", tight) else unquoted
    quotes = reasons.QUOTES if bare.strip(_QUOTES) != bare else ""
    blanks = reasons.BLANKS if _INVISIBLE.search(wide) else ""
    return text, reasons.joined(blanks, quotes)


def _written_out(text: str, how: str, exponent: re.Match[str], precision: int) -> KeyText:
    mantissa = (exponent[1] + (exponent[2] or "")).rstrip("0") or "0"
    length = int(exponent[3]) + 1
    shown = len(exponent[1] + (exponent[2] or ""))
    if length > _LONGEST_KEY or len(mantissa) > length:
        return KeyText(text, how)
    if max(shown, precision) < length:
        return KeyText(text, how, shown, lossy=True)
    return KeyText(mantissa.ljust(length, "0"), reasons.joined(how, reasons.EXPONENT), shown)
