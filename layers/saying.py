"""How figures are said: „auf 100 Kinder unter 3 Jahren kommen 38,1 betreute“."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from geodata.catalogue import Indicator
from layers.counted_things import counted_things, without_repetition
from layers.figure_text import number_with_unit
from layers.german_number import german_number
from layers.words import words

_ONE = "1"
_BASES = (10.0, 100.0, 1000.0, 10_000.0, 100_000.0)
# `Hilfen zur Erziehung je 1.000 unter 18-Jährige`, not `je 1.000 der unter 18-Jährigen`.
_PER_MANY = re.compile(r".+ je (?P<base>[\d.]+) (?!(?:der|des|den|dem|die|das) )(?P<things>.+)")
_PER_ONE = re.compile(r".+ (?P<each>je [^\d\s].*)")
_PART = "Anteil "
_COUNTED = ("count", "per", "on")


@dataclass(frozen=True)
class Saying:
    """`family` names sentences in [comparison.said] of words.toml; the rest fills their gaps."""

    indicator: Indicator
    family: str = "plain"
    base: str = ""
    things: str = ""
    counted: str = ""
    each: str = ""

    def said(self, form: str, value: float, **names: str) -> str:
        """A sentence of the family: `value`, `also`, `turn`, `short`, `at_least`, …"""
        family = self._family(form, value)
        return words(
            f"comparison.said.{family}.{form}",
            value=self._number(family, value),
            base=self.base,
            things=self.things,
            counted=self.counted,
            each=self.each,
            title=self.indicator.title,
            **names,
        )

    def goes_on(self, before: float, value: float) -> bool:
        """Whether a second figure needs no verb of its own after the first."""
        family = self._family("value", value)
        return family != "one" and family == self._family("value", before)

    def _family(self, form: str, value: float) -> str:
        if self.family == "change":
            # The least of what falls would be the most that it falls.
            return "plain" if form == "at_least" else f"change.{self._direction(value)}"
        if self._is_one(value):
            return "one"
        # Of what is below nothing, nothing can be counted out.
        return "plain" if self.family in _COUNTED and value < 0 else self.family

    def _direction(self, value: float) -> str:
        shown = round(value, self.indicator.shown_decimals)
        return "risen" if shown > 0 else "fallen" if shown < 0 else "same"

    def _number(self, family: str, value: float) -> str:
        if family in _COUNTED:
            return german_number(value, decimals=self.indicator.shown_decimals)
        return quantity(abs(value) if family.startswith("change.") else value, self.indicator)

    def _is_one(self, value: float) -> bool:
        """A single one is no plural; where a unit sign follows, nobody hears the difference."""
        if german_number(value, decimals=self.indicator.shown_decimals) != _ONE:
            return False
        return self.family in _COUNTED or quantity(value, self.indicator) == _ONE


def saying(record: Indicator, records: Mapping[str, Indicator]) -> Saying:
    """The plainest way that titles and units allow; `records` are all of the catalogue."""
    if record.kind == "change":
        return Saying(record, "change")
    if record.kind == "count":
        counted = counted_things([record])
        return Saying(record, "count", counted=counted) if counted else Saying(record)
    if record.kind == "mean":
        found = _PER_ONE.fullmatch(record.title)
        each = f" {found['each']}" if found and " je " not in record.unit else ""
        return Saying(record, "mean", each=each)
    base, things = _per(record, records)
    counted = without_repetition(_of(record.numerator, records), things)
    if things and counted:
        return Saying(record, "per", base=base, things=things, counted=counted)
    if record.title.startswith(_PART):
        return Saying(record, "part")
    return Saying(record, "on", base=base, things=things) if things else Saying(record)


def _per(record: Indicator, records: Mapping[str, Indicator]) -> tuple[str, str]:
    """How many of whom the figures are per: as the title says, else as the denominator does."""
    if record.kind not in ("share", "rate") or record.factor not in _BASES:
        return "", ""
    base = german_number(record.factor)
    titled = _PER_MANY.fullmatch(record.title)
    if titled and titled["base"] == base:
        return base, titled["things"]
    return base, _of(record.denominator, records)


def _of(ids: tuple[str, ...], records: Mapping[str, Indicator]) -> str:
    return counted_things([records[name] for name in ids if name in records])


def quantity(value: float, indicator: Indicator) -> str:
    """Number and unit; a single one stands alone, because units are written in the plural."""
    number = german_number(value, decimals=indicator.shown_decimals)
    unit = indicator.unit
    is_word = len(unit) > 2 and unit[0].isupper() and unit[1:].isalpha()
    return number if number == _ONE and is_word else number_with_unit(value, indicator)
