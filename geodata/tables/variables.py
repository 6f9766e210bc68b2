"""What a column header means: which figure, in which unit, at what time."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from geodata.tables import states
from geodata.tables.words import UNITS

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "²": "2", "é": "e", "è": "e"})
_BRACKETED = re.compile(r"[\(\[]\s*(?:in\s+)?([^\)\]]+?)\s*[\)\]]")
_TRAILING = re.compile(
    r"(?:,\s*|\s+)in\s+(\S.*)$|(?:^|[\s,_])(%|‰|€)$|(?<!\bje)\s(km²|km2|ha|EUR)$"
)
_LOOSE_ENDS = re.compile(
    r"(?:[\s_,;:–—-]|\b(?:am|zum|im|Jahr|Stand|Stichtag|Schuljahr|vom|von|in|per)\b|\(\s*\)|\[\s*\])+$",
    re.IGNORECASE,
)
_LOOSE_START = re.compile(r"^(?:[\s_,;:–—-]|\(\s*\))+")
MOST_LETTERS = 60


@dataclass(frozen=True)
class Meaning:
    """One value column: its header, and the figure, unit and time read from it.

    `stem` is the header without its time; `period` is "" where the header names none; a `bare`
    header is nothing but a time.
    """

    header: str
    stem: str
    id: str
    label: str
    unit: str
    period: str
    bare: bool = False


def slug(text: str) -> str:
    """A lowercase id of a-z, 0-9 and _: „Kinder unter 3“ → kinder_unter_3."""
    plain = text.lower().translate(_UMLAUTS).replace("%", " prozent ").replace("€", " eur ")
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def identity(text: str) -> str:
    """An id that starts with a letter and is not long; a long one is told apart by a digest."""
    found = slug(text) or "wert"
    if found[0].isdigit():
        found = f"wert_{found}"
    if len(found) <= MOST_LETTERS:
        return found
    digest = hashlib.sha256(found.encode()).hexdigest()[:6]
    return f"{found[: MOST_LETTERS - 7].rstrip('_')}_{digest}"


def canonical_unit(text: str) -> str:
    """The unit as the atlas writes it, "" where the text is none."""
    return UNITS.get(" ".join(text.lower().split()), "")


def meaning_of(header: str, *, unit: str = "", nameless: str = "") -> Meaning:
    """Read a header such as „Einwohner am 31.12.2020“ or „Anteil 2020 (in %)“.

    `nameless` names the figure where the header is nothing but a time.
    """
    rest, found_unit = _without_unit(header)
    unit = unit or found_unit
    times = states.tokens(rest)
    period = times[-1][0] if times else ""
    stem = rest
    if len(times) == 1:
        stem = rest[: times[0][1]] + " " + rest[times[0][2] :]
    stem = _tidy(stem)
    bare = not stem
    if bare:
        stem = nameless
    label = stem.replace("_", " ")
    if label and label == label.lower() and "_" in header + "_":
        label = label[0].upper() + label[1:]
    return Meaning(header, stem, identity(stem), label or header, unit, period, bare)


def _tidy(stem: str) -> str:
    stem = " ".join(stem.split())
    stem = re.sub(r"\(\s*(?:am|Stand:?|Jahr)?\s*\)|\[\s*\]", " ", stem, flags=re.IGNORECASE)
    stem = _LOOSE_START.sub("", stem)
    shorter = _LOOSE_ENDS.sub("", stem)
    stem = " ".join(shorter.split())
    return "" if re.fullmatch(r"(?:Jahr|Stand|Stichtag|Schuljahr|am|zum|im)?", stem, re.I) else stem


def _without_unit(header: str) -> tuple[str, str]:
    for match in _BRACKETED.finditer(header):
        unit = canonical_unit(match[1])
        if unit:
            return header[: match.start()] + " " + header[match.end() :], unit
    trailing = _TRAILING.search(header)
    if trailing:
        unit = canonical_unit(trailing[1] or trailing[2] or trailing[3])
        if unit:
            return header[: trailing.start()], unit
    if re.match(r"(?:Anzahl|Zahl) ", header):
        return header, "Anzahl"
    return header, ""
