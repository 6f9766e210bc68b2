"""What each field of a catalogue record may hold."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import fields
from itertools import pairwise
from typing import Any, get_args

from geodata.catalogue import KINDS, REACH_FIELDS, RECORD_KINDS, Direction, RecordKind, Zeros
from geodata.facilities.kind import ICONS, LONGEST_SIGN
from geodata.imports.catalogue_refusals import UnknownField, WrongField
from geodata.period import Period, UnknownPeriod

_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "kind": KINDS,
    "direction": get_args(Direction),
    "denominator_period": ("same", "nearest"),
    "role": ("", "population"),
    "nature": ("real", "estimated", "model"),
    "zeros": get_args(Zeros),
    "icon": ICONS,
}
# As `indicators.classification` knows them, which stands above this folder.
_METHODS = ("quantile", "equal", "natural", "deviation", "own")
SERVED = ("serves", "serves_under_3", "serves_from_3")
_LISTS = ("numerator", "denominator", "adds_to", *SERVED)
_LIMITS = ("minimum", "width", "minimum_base")
_TRUTHS = ("listed", "people")


def check_fields(kind: RecordKind, entry: Mapping[str, Any], file: str) -> None:
    """Raises `UnknownField` and `WrongField`, which says what the field wants."""
    allowed = [f.name for f in fields(RECORD_KINDS[kind])]
    for field, value in entry.items():
        if value is None and field in allowed:
            continue
        if field not in allowed:
            listed = ", ".join(allowed)
            raise UnknownField(file=file, record=entry["id"], field=field, fields=listed)
        wanted = _misfit(field, value)
        if wanted:
            raise WrongField(file=file, record=entry["id"], field=field, value=value, wanted=wanted)


def _misfit(field: str, value: object) -> str:
    """What a field wants where the value does not fit, else nothing."""
    if field in _ALLOWED and value not in _ALLOWED[field]:
        return "möglich sind: " + ", ".join(filter(None, _ALLOWED[field]))
    if field in _LISTS and not (
        isinstance(value, list) and all(isinstance(part, str) for part in value)
    ):
        return "eine Liste von ids"
    if field == "factor" and not (_is_number(value) and value):
        return "eine Zahl, nicht 0"
    if field == "decimals" and not (isinstance(value, int) and value in range(7)):
        return "eine ganze Zahl von 0 bis 6"
    if field in _LIMITS and not (type(value) is int and value >= 0):
        return "eine ganze Zahl ab 0"
    if field in _TRUTHS and not isinstance(value, bool):
        return "true oder false"
    if field == "middle" and value != "county" and not _is_number(value):
        return "eine Zahl oder county"
    if field == "reference_period" and value != "" and not _is_period(value):
        return "ein Zeitpunkt wie 2020-06-30"
    if field == "breaks" and not _are_tables(value):
        return "eine Liste mit after und label"
    if field == "classes" and not _are_classes(value):
        return "eine Tabelle mit method, count (3 bis 7), palette, breaks"
    if field == "reach" and not _is_reach(value):
        return "eine Tabelle von Texten mit " + ", ".join(REACH_FIELDS)
    if field == "colour" and not _is_colour(value):
        return "eine Farbe wie #1f5f8b"
    if field == "sign" and not _is_sign(value):
        return "ein oder zwei Buchstaben oder Ziffern"
    text = {
        "id",
        "title",
        "plural",
        "question",
        "topic",
        "unit",
        "weight",
        "definition",
        "source",
        "url",
    }
    text |= {"licence", "department", "update_interval", "attribution"}
    return "" if field not in text or isinstance(value, str) else "ein Text"


def _is_number(value: object) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and math.isfinite(value)  # type: ignore[arg-type]


def _are_tables(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(entry, dict) and set(entry) <= {"after", "label"} for entry in value
    )


def _are_classes(value: object) -> bool:
    if not isinstance(value, dict) or not set(value) <= {"method", "count", "palette", "breaks"}:
        return False
    breaks = value.get("breaks", [])
    return (
        value.get("method", "quantile") in _METHODS
        and value.get("count", 5) in range(3, 8)
        and isinstance(value.get("palette", ""), str)
        and isinstance(breaks, list)
        and all(_is_number(limit) for limit in breaks)
        and all(low < high for low, high in pairwise(breaks))
        and (1 if value.get("method") == "own" else 0) <= len(breaks) <= 6
    )


def _is_reach(value: object) -> bool:
    return (
        isinstance(value, dict)
        and set(value) <= set(REACH_FIELDS)
        and all(isinstance(text, str) for text in value.values())
    )


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch("#[0-9a-fA-F]{6}", value) is not None


def _is_sign(value: object) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST_SIGN and (not value or value.isalnum())


def _is_period(value: object) -> bool:
    try:
        Period(value if isinstance(value, str) else "")
    except UnknownPeriod:
        return False
    return True
