"""Which place the name of a stop speaks of: „Breese im Bruche, Jameln“ is a village of its own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

RULES = Path(__file__).with_name("place_model.toml")


@dataclass(frozen=True)
class NameRules:
    """Words by which names of stops are read; see the file."""

    in_main_place: tuple[str, ...]
    main_place_endings: tuple[str, ...]
    main_place_starts: tuple[str, ...]
    streets: tuple[str, ...]
    no_place: tuple[str, ...]
    first_of_two: tuple[str, ...]
    joined_by: tuple[str, ...]


@cache
def name_rules() -> NameRules:
    words = tomllib.loads(RULES.read_text(encoding="utf-8"))["name"]
    return NameRules(**{name: tuple(listed) for name, listed in words.items()})


def place_of(stop: str, municipality: str) -> str | None:
    """The village, "" for the main place of its Gemeinde, None where a stop speaks of none.

    >>> place_of("Breese im Bruche, Jameln", "Jameln")
    'Breese im Bruche'
    >>> place_of("Kassau Jiggeler Straße, Clenze", "Clenze"), place_of("Markt, Clenze", "Clenze")
    ('Kassau', '')
    >>> place_of("Abzw. B191, Karwitz", "Karwitz") is None
    True
    """
    rules = name_rules()
    said = re.sub(r"\(.*?\)", " ", stop.partition(",")[0]).replace("/", " ")
    words = said.split()
    if not words or words[0] in rules.no_place:
        return None
    if _is_in_main_place(words, rules):
        return ""
    name = _first_name(words, rules)
    return "" if name == municipality.partition(" (")[0] else name


def _is_in_main_place(words: Sequence[str], rules: NameRules) -> bool:
    first = words[0]
    return (
        first in rules.in_main_place
        or re.fullmatch(r"[BLK]\d+", first) is not None
        or first.lower().endswith(rules.main_place_endings)
        or " ".join(words).startswith(rules.main_place_starts)
        or (len(words) > 1 and words[1] in rules.streets)
    )


def _first_name(words: Sequence[str], rules: NameRules) -> str:
    """The first word, with what belongs to it."""
    count = 2 if words[0] in rules.first_of_two else 1
    if len(words) > count and words[count] in rules.joined_by:
        # „im Bruche“, but „in der Marsch“.
        count += 2 if words[count] in ("im", "am") else 3
    return " ".join(words[:count])
