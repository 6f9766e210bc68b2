"""What the cells of a list mean: counts, answers, addresses; what is not understood is unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from geodata.facilities.columns import normal
from geodata.facilities.facility import Facility, NatureName
from geodata.facilities.listing import Listing
from geodata.quoted import quoted
from geodata.tables.figures import evidence_of, read_figures

COUNTS = ("capacity", "occupancy", "places_under_3", "places_from_3")
_PARTS = ("places_under_3", "places_from_3")
_ADDRESS = ("address", "street", "house_number", "postcode", "place", "district")
_TEXTS = ("name", "provider", "hours", "school_forms", *_ADDRESS)
_MOST_COUNTED = 100_000
_LONGEST = 400
_YES = re.compile(
    r"(ja|j|x|yes|y|true|wahr|1|vorhanden|moeglich)( .*)?|.*\b(ganztags?\w*|offen\w*|(teil|voll)?"
    r"gebunden\w*)|.*(integrat|inklus)\w*|[1-9]\d* .*"
)
_NO = re.compile(r"(nein|n|no|false|falsch|0|kein\w*|nicht|ohne)( .*)?|halbtags?\w*")
_DASHES = ("-", "–", "—", "−")
_ALL_DAY_FORM = re.compile(r"\bganztags?(schule|angebot|betrieb)?\b", re.IGNORECASE)


@dataclass(frozen=True)
class Unread:
    """A cell that was not understood and counts as not said."""

    row: int
    name: str
    header: str
    text: str


@dataclass(frozen=True)
class Entries:
    """The facilities of a list without ids and places, in its order, and what was not read."""

    facilities: tuple[Facility, ...]
    unread: tuple[Unread, ...]
    warnings: tuple[str, ...]


def read_entries(
    listing: Listing, *, kind: str, nature: NatureName, capacity_nature: NatureName
) -> Entries:
    """The facilities of a list; a count or an answer that is no such thing stays None."""
    unread: list[Unread] = []
    counts = {field: _counts(listing, field, unread) for field in COUNTS}
    truths = {field: _truths(listing, field, unread) for field in ("all_day", "inclusion")}
    pupils = {
        period: _counts_in(listing, at, unread) for period, at in listing.columns.pupils.items()
    }
    known: dict[str, dict[int, Any]] = {**counts, **truths}
    facilities = []
    for row, text in _texts(listing):
        told: dict[str, Any] = {field: values.get(row) for field, values in known.items()}
        told["pupils"] = {p: values[row] for p, values in pupils.items() if row in values}
        told |= {
            field: quoted(text[field], longest=_LONGEST) for field in ("name", "provider", "hours")
        }
        forms = _forms(text["school_forms"])
        if told["all_day"] is None and any(_ALL_DAY_FORM.search(form) for form in forms):
            told["all_day"] = True
        told |= {
            "address": quoted(_address(text), longest=_LONGEST),
            "school_forms": forms,
            "row": row,
        }
        told |= {"nature": nature, "capacity_nature": capacity_nature}
        facilities.append(Facility("", kind, **told))
    facilities, warnings = _with_sums(facilities, listing)
    return Entries(tuple(facilities), tuple(unread), (*warnings, *_missing_years(listing)))


def _counts(listing: Listing, field: str, unread: list[Unread]) -> dict[int, int]:
    at = listing.columns.fields.get(field)
    return {} if at is None else _counts_in(listing, at, unread)


def _counts_in(listing: Listing, at: int, unread: list[Unread]) -> dict[int, int]:
    """Whole numbers by row; gaps and signs for a gap are none, the sign for nothing is 0."""
    texts = listing.texts[at].astype(str)
    figures = read_figures(texts, style=evidence_of(texts).style)
    found = {}
    for place, row in enumerate(texts.index):
        value = 0.0 if figures.marker[place] == "-" else float(figures.value[place])
        whole = not np.isnan(value) and value.is_integer() and 0 <= value <= _MOST_COUNTED
        if whole and not texts[row].endswith("%"):
            found[int(row)] = int(value)
        elif figures.strange[place] or not np.isnan(value):
            unread.append(_unread(listing, row, at))
    return found


def _truths(listing: Listing, field: str, unread: list[Unread]) -> dict[int, bool]:
    at = listing.columns.fields.get(field)
    found = {}
    for row, text in (listing.texts[at] if at is not None else pd.Series(dtype=object)).items():
        answer = truth_of(text)
        if answer is not None:
            found[int(str(row))] = answer
        elif text and at is not None:
            unread.append(_unread(listing, int(str(row)), at))
    return found


def truth_of(text: str) -> bool | None:
    """Yes or no as offices answer; None where nothing is said, or nothing that is understood.

    >>> [truth_of(text) for text in ("Ja", "offene Ganztagsschule", "nein", "–", "", "auf Anfrage")]
    [True, True, False, False, None, None]
    """
    if text.strip() in _DASHES:
        return False
    plain = normal(text)
    if _NO.fullmatch(plain):
        return False
    return True if _YES.fullmatch(plain) else None


def _texts(listing: Listing) -> Iterator[tuple[int, dict[str, str]]]:
    """Row by row what the columns of text hold; "" where there is no such column."""
    columns = [listing.column(field).tolist() for field in _TEXTS]
    for row, *texts in zip(listing.texts.index.tolist(), *columns, strict=True):
        yield row, dict(zip(_TEXTS, texts, strict=True))


def _forms(text: str) -> tuple[str, ...]:
    """School forms one by one; „Ganztagsschule“ among them says that it is open all day."""
    parts = [" ".join(part.split()) for part in re.split(r"[\n;,+/]|\bund\b", text)]
    return tuple(dict.fromkeys(part for part in parts if part))


def _with_sums(facilities: list[Facility], listing: Listing) -> tuple[list[Facility], list[str]]:
    """Where a list has both parts of the places and no column of all, they are added up."""
    fields = listing.columns.fields
    if "capacity" in fields or not all(part in fields for part in _PARTS):
        return facilities, []
    summed = [
        replace(f, capacity=f.places_under_3 + f.places_from_3)
        if f.places_under_3 is not None and f.places_from_3 is not None
        else f
        for f in facilities
    ]
    headers = " und ".join(f"„{listing.headers[fields[part]]}“" for part in _PARTS)
    return summed, [f"Alle Plätze einer Einrichtung sind die Summe aus {headers}."]


def _address(text: Mapping[str, str]) -> str:
    """The address in one line: as it stands there, or out of its parts."""
    part = {field: " ".join(text[field].split()) for field in _ADDRESS}
    if part["address"]:
        return part["address"]
    street = " ".join(filter(None, (part["street"], part["house_number"])))
    place = " ".join(filter(None, (part["postcode"], part["place"])))
    district = part["district"] if part["district"] != part["place"] else ""
    return ", ".join(filter(None, (street, " ".join(filter(None, (place, district))))))


def _missing_years(listing: Listing) -> list[str]:
    return [
        f"Die Spalte „{header}“ nennt kein Schuljahr und bleibt deshalb weg; gemeint ist zum "
        "Beispiel „Schüler 2022/23“."
        for header in listing.columns.without_period
    ]


def _unread(listing: Listing, row: int, at: int) -> Unread:
    name, text = listing.column("name")[row], str(listing.texts[at][row])
    return Unread(int(row), name, listing.headers[at], quoted(text))
