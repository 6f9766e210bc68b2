"""Regional keys of Germany: AGS, ARS, Verband, Kreis, and every form in which they turn up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from geodata.join import reasons
from geodata.join.key_column import (
    UNDAMAGED,
    KeyColumn,
    is_land,
    may_be_ags,
    may_be_verband_without_zero,
)
from geodata.join.key_text import KeyText, key_text

LEVEL_OF_LENGTH = {5: "kreis", 8: "gemeinde", 9: "verband"}
"""Length of a canonical key and the level it names."""

_NIEDERSACHSEN = "03"
_LENGTHS = (2, 3, 5, 8, 9, 12)
_WITHOUT_ZERO = (4, 7, 11)


class Candidate(NamedTuple):
    """One key that a cell may mean. `damaged` keys count as repaired.

    A `far` candidate names the same land one level off: the Gemeinde that is a whole Kreis.
    """

    key: str
    how: str
    damaged: bool
    far: bool = False


class Reading(NamedTuple):
    """What a cell may mean: its whole key ("" if it is no regional key) and all candidates."""

    key: str
    candidates: tuple[Candidate, ...]

    @property
    def levels(self) -> frozenset[str]:
        """The levels ("kreis", "verband", "gemeinde") that a key without an area can mean."""
        if not self.key:
            return frozenset()
        near = [one for one in self.candidates if not one.far]
        if any(one.how.endswith(reasons.LSN) for one in near):
            return frozenset({"verband"})
        levels = {LEVEL_OF_LENGTH[len(one.key)] for one in near if len(one.key) in LEVEL_OF_LENGTH}
        # A key that ends in zeros could be a kreisfreie Stadt, but without an area it is a Kreis.
        return frozenset({"kreis"} if "kreis" in levels else levels)


def candidates(key: str) -> tuple[tuple[str, str], ...]:
    """What a cell may mean as (normalised key, German reason), most certain first.

    >>> candidates("3354001.0")[0]
    ('03354001', 'Nachkommastelle entfernt, führende Null ergänzt')
    """
    return tuple((found.key, found.how) for found in read(key_text(key)).candidates)


def full_key(text: KeyText, column: KeyColumn = UNDAMAGED) -> tuple[str, bool]:
    """The digits with their leading zero, and whether it had to be added; "" if it is no key."""
    digits = text.text
    if not text.is_number:
        return "", False
    length = len(digits)
    if length == 8 and _is_verband_without_zero(digits, column):
        return "0" + digits, True
    if length in _WITHOUT_ZERO and digits[0] != "0":
        return "0" + digits, True
    if length in (1, 2) and digits[0] != "0" and column.zero_lost and not is_land(digits):
        return "0" + digits, True
    return (digits, False) if length in _LENGTHS and is_land(digits[:2]) else ("", False)


def _is_verband_without_zero(digits: str, column: KeyColumn) -> bool:
    no_ags = column.verband_zero_lost or not may_be_ags(digits)
    return no_ags and may_be_verband_without_zero(digits)


def read(text: KeyText, column: KeyColumn = UNDAMAGED) -> Reading:
    """All keys a cell may mean, its own text first where no zero was lost."""
    key, zero_added = full_key(text, column)
    if not key:
        return Reading("", (Candidate(text.text, text.how, bool(text.how)),))
    repair = reasons.joined(text.how, reasons.ZERO if zero_added else "")
    return Reading(
        key,
        tuple(
            Candidate(form, reasons.joined(repair, how) if repair else how, bool(repair), far)
            for form, how, far in _forms(key)
        ),
    )


def _forms(key: str) -> Iterator[tuple[str, str, bool]]:
    yield key, "", False
    match len(key):
        case 5:
            yield key + "000", reasons.KREISFREI, True
            yield key + "0000", reasons.KREISFREI, True
        case 8:
            yield from _forms_of_ags(key)
        case 9:
            yield from _forms_of_verband(key, reasons.VERBAND_TO_AGS)
        case 12:
            yield from _forms_of_ars(key)


def _forms_of_ags(ags: str) -> Iterator[tuple[str, str, bool]]:
    kreis, number = ags[:5], ags[5:]
    if ags.startswith(_NIEDERSACHSEN) and number.startswith("4"):
        yield f"{kreis}5{number}", reasons.LSN, False
    if number == "000":
        yield kreis, reasons.PADDED_KREIS, False
    yield f"{kreis}0{number}", reasons.AGS_TO_VERBAND, True
    yield f"{kreis}9{number}", reasons.AGS_TO_VERBAND, True


def _forms_of_verband(verband: str, how: str) -> Iterator[tuple[str, str, bool]]:
    kreis, number = verband[:5], verband[5:]
    # 0… is a Gemeinde without Verband, 9… a gemeindefreies Gebiet: both are their own Verband.
    if number == "0000":
        yield kreis, reasons.PADDED_KREIS, False
    if number[0] in "09":
        yield kreis + number[1:], how, False


def _forms_of_ars(ars: str) -> Iterator[tuple[str, str, bool]]:
    kreis, verband, gemeinde = ars[:5], ars[5:9], ars[9:]
    if ars.endswith("0000000"):
        yield kreis, reasons.ARS_TO_KREIS, False
    if gemeinde == "000":
        yield ars[:9], reasons.ARS_TO_VERBAND, False
        if verband[0] in "09":
            yield kreis + verband[1:], reasons.ARS_TO_AGS, False
        return
    yield kreis + gemeinde, reasons.ARS_TO_AGS, False
    if verband[0] in "09" and verband[1:] == gemeinde:
        yield ars[:9], reasons.ARS_TO_VERBAND, True
