"""What is hidden, counted for the data officer: never a figure, never an area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from geodata.catalogue import Indicator
from layers.german_number import german_number
from layers.words import words

if TYPE_CHECKING:
    from indicators.secrecy.audit import Audited

_COLUMNS = ("indicator", "first", "second", "safe")


def secrecy_told(audited: Sequence[Audited], indicators: Mapping[str, Indicator]) -> dict[str, Any]:
    """One row an indicator: how many figures are hidden first, how many second, how many unsafe."""
    counts: dict[str, Counter[str]] = {}
    for entry in audited:
        found = counts.setdefault(entry.indicator_id, Counter())
        found[entry.order] += 1
        found["unsafe"] += not entry.safe
    unsafe = sum(count["unsafe"] for count in counts.values())
    rows = [
        _row(indicators[name].title if name in indicators else name, count)
        for name, count in counts.items()
    ]
    return {
        "sentence": _sentence(len(audited), unsafe),
        "safe": not unsafe,
        "columns": [words(f"secrecy.column_{name}") for name in _COLUMNS],
        "rows": sorted(rows, key=lambda row: row[0].casefold()),
    }


def _row(title: str, count: Counter[str]) -> list[str]:
    safe = (
        words("secrecy.all_safe")
        if not count["unsafe"]
        else words("secrecy.unsafe_count", count=german_number(count["unsafe"]))
    )
    return [title, german_number(count["first"]), german_number(count["second"]), safe]


def _sentence(hidden: int, unsafe: int) -> str:
    if not hidden:
        return words("secrecy.nothing_hidden")
    name = "secrecy.told_unsafe" if unsafe else "secrecy.told_safe"
    return words(name, hidden=german_number(hidden), unsafe=german_number(unsafe))
