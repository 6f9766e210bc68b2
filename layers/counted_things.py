"""What a count counts, as it stands after a number: „Kinder unter 3 Jahren“."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from geodata.catalogue import Indicator
from layers.words import section

_AGES = re.compile(
    r"(?P<who>.+?) "
    r"(?:unter (?P<below>\d+)|von (?P<low>\d+) bis unter (?P<high>\d+)|ab (?P<old>\d+)) Jahren"
)
_AND = " und "
_OLDEST = 999


@dataclass(frozen=True)
class _Ages:
    """`Kinder und Jugendliche` from `low` to under `high` years."""

    who: tuple[str, ...]
    low: int
    high: int


def counted_things(records: Sequence[Indicator]) -> str:
    """The plural of what is counted, age groups that follow each other as one.

    Units are plurals, so a title is one where it begins with its unit („Kinder unter 3 Jahren“),
    or has one word or more before it that go with it („Betreute Kinder“). "" where the titles do
    not say: a guess could be wrong German, or wrong.
    """
    phrases = [_phrase(record) for record in records]
    if not phrases or not all(phrases):
        return ""
    return phrases[0] if len(phrases) == 1 else _ages_together(phrases)


def without_repetition(counted: str, things: str) -> str:
    """`betreute Kinder` of `Kinder` are `betreute`; `Menschen mit Rente` of `Menschen` `mit Rente`.

    "" where both are the same.
    """
    if counted == things:
        return ""
    before = counted.removesuffix(f" {things}")
    if before != counted:
        return before
    after = counted.removeprefix(f"{things} ")
    return counted if after.startswith(_AND.lstrip()) else after


def _phrase(record: Indicator) -> str:
    title = _bare(record.title)
    unit = record.unit
    if not title or record.kind != "count":
        return ""
    first, _, rest = title.partition(" ")
    collective = section("comparison.collectives").get(first)
    if collective == unit:
        return f"{unit} {rest}".strip()
    if not any(word[:1].isupper() for word in unit.split()):
        return ""
    if re.match(rf"{re.escape(unit)}(?!\w)", title):
        return title
    before, found, _ = title.partition(f" {unit}")
    return title[:1].lower() + title[1:] if found and _goes_with_a_plural(before) else ""


def _goes_with_a_plural(before: str) -> bool:
    """`Betreute`, `Bei der Schuleingangsuntersuchung untersuchte`; but not `Alle`."""
    words = before.casefold().split(" ")
    if not words[-1].endswith("e") or words[-1] in section("comparison.no_attributes"):
        return False
    return len(words) == 1 or words[0] in section("comparison.prepositions")


def _bare(title: str) -> str:
    """Without „(Anzahl)“ and without the name of a series; "" where more is set apart in it."""
    bare = title.removesuffix(" (Anzahl)")
    main, comma, addition = bare.partition(", ")
    if comma and any(word in addition for word in section("comparison.series_words")):
        bare = main
    return "" if re.search(r"[,;:()–]", bare) else bare


def _ages_together(phrases: Sequence[str]) -> str:
    """`Kinder unter 3`, `Kinder von 3 bis unter 6` are `Kinder unter 6`; "" with a gap between."""
    groups = sorted(filter(None, map(_ages, phrases)), key=lambda group: group.low)
    joined = all(a.high == b.low for a, b in pairwise(groups))
    if len(groups) < len(phrases) or not joined:
        return ""
    *many, last = dict.fromkeys(word for group in groups for word in group.who)
    who = f"{', '.join(many)}{_AND}{last}" if many else last
    low, high = groups[0].low, groups[-1].high
    if high == _OLDEST:
        return f"{who} ab {low} Jahren" if low else who
    return f"{who} von {low} bis unter {high} Jahren" if low else f"{who} unter {high} Jahren"


def _ages(phrase: str) -> _Ages | None:
    found = _AGES.fullmatch(phrase)
    if not found:
        return None
    low, high = found["low"] or found["old"] or 0, found["below"] or found["high"] or _OLDEST
    return _Ages(tuple(re.split(rf"{_AND}|, ", found["who"])), int(low), int(high))
