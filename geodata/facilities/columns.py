"""Which columns of a list tell what, by the headers that offices write."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from geodata.tables.states import tokens

_FILE = Path(__file__).with_name("columns.toml")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True)
class Columns:
    """Positions of columns (from 0) by what they tell; those of pupils by the text of their period.

    `unread` are the headers that nothing is taken from.
    """

    fields: Mapping[str, int]
    pupils: Mapping[str, int]
    unread: tuple[str, ...]
    without_period: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return len(self.fields) + len(self.pupils)


def columns_of(headers: Sequence[str]) -> Columns:
    """What the headers of a list say; each thing is told by the first column that fits best.

    >>> found = columns_of(["Name der Kita", "Träger", "Plätze U3", "Schüler 2022/23", "Fax"])
    >>> dict(found.fields), dict(found.pupils), found.unread
    ({'name': 0, 'provider': 1, 'places_under_3': 2}, {'2022/2023': 3}, ('Fax',))
    """
    plain = [normal(header) for header in headers]
    found: dict[str, int] = {}
    for field, patterns in _fields().items():
        fitting = (
            at
            for pattern in patterns
            for at, header in enumerate(plain)
            if header and at not in found.values() and pattern.fullmatch(header)
        )
        at = next(fitting, None)
        if at is not None:
            found[field] = at
    pupils, without_period = _pupils(headers, taken=set(found.values()))
    used = {*found.values(), *pupils.values()}
    unread = tuple(h for at, h in enumerate(headers) if h and at not in used)
    return Columns(found, pupils, unread, without_period)


def normal(header: str) -> str:
    """A header in small letters, without umlauts and signs.

    >>> normal("Plätze\\nÜ3 (genehmigt)"), normal("addr:street")
    ('plaetze ue3 genehmigt', 'addr street')
    """
    return " ".join(re.sub(r"[^a-z0-9]+", " ", header.casefold().translate(_UMLAUTS)).split())


def is_sum(name: str) -> bool:
    """Whether a row adds up the others and is no facility."""
    plain = normal(name)
    return any(re.fullmatch(pattern, plain) for pattern in _rules()["rows"]["sums"])


def _pupils(headers: Sequence[str], *, taken: set[int]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Columns of pupils by period, and the headers of those that name none."""
    found: dict[str, int] = {}
    without_period = []
    for at, header in enumerate(headers):
        times = tokens(header)
        bare = header
        for _, start, end in reversed(times):
            bare = bare[:start] + " " + bare[end:]
        bare = re.sub(r"\b(schuljahr|sj|im|stand|modell)\b", " ", normal(bare)).strip()
        if at in taken or not any(re.fullmatch(p, " ".join(bare.split())) for p in _patterns()):
            continue
        if len(times) == 1:
            found.setdefault(times[0][0], at)
        else:
            without_period.append(header)
    return found, tuple(without_period)


def _patterns() -> Sequence[str]:
    patterns: Sequence[str] = _rules()["pupils"]["patterns"]
    return patterns


@cache
def _fields() -> dict[str, list[re.Pattern[str]]]:
    """The patterns of each field, the most telling first."""
    return {
        field: [re.compile(pattern) for pattern in patterns]
        for field, patterns in _rules()["fields"].items()
    }


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
