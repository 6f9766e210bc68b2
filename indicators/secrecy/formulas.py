"""What an indicator is made of, down to the variables that were counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from geodata.catalogue import Indicator


def parts_of(indicators: Mapping[str, Indicator], indicator_id: str) -> Counter[str] | None:
    """The counts that an indicator adds up, and how often; None where it is no sum.

    >>> old = Indicator("alt", "Alte", numerator=("alter_65_79", "alter_80_plus"))
    >>> parts_of({"alt": old}, "alt")
    Counter({'alter_65_79': 1, 'alter_80_plus': 1})
    """
    record = indicators.get(indicator_id)
    if record is None:
        return Counter({indicator_id: 1})
    if record.denominator or record.weight or (record.kind == "change" and record.numerator):
        return None
    if not record.numerator:
        return Counter({indicator_id: 1})
    return sum_of(indicators, record.numerator)


def sum_of(indicators: Mapping[str, Indicator], ids: tuple[str, ...]) -> Counter[str] | None:
    """The counts that several indicators add up together; None where one of them is no sum."""
    found: Counter[str] = Counter()
    for one in ids:
        parts = parts_of(indicators, one)
        if parts is None:
            return None
        found.update(parts)
    return found


def is_sum(indicators: Mapping[str, Indicator], indicator_id: str) -> bool:
    """Whether an indicator is made by adding others up, and by nothing else."""
    record = indicators.get(indicator_id)
    made = record is not None and bool(record.numerator)
    return made and parts_of(indicators, indicator_id) is not None


def ingredients(indicators: Mapping[str, Indicator], indicator_id: str) -> frozenset[str]:
    """Everything that an indicator is reckoned with, itself included."""
    found, open_ids = set(), [indicator_id]
    while open_ids:
        one = open_ids.pop()
        if one not in found:
            found.add(one)
            record = indicators.get(one)
            if record is not None:
                named = (*record.numerator, *record.denominator, record.weight)
                open_ids += [name for name in named if name]
    return frozenset(found)
