"""The words by which offices head their columns and close their tables."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

_WORDS = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))


def _columns(kind: str) -> frozenset[str]:
    return frozenset(_WORDS["columns"][kind].split())


KEY_WORDS = _columns("key")
NAME_WORDS = _columns("name")
PERIOD_WORDS = _columns("period")
MONTH_WORDS = _columns("month")
VARIABLE_WORDS = _columns("variable")
UNIT_WORDS = _columns("unit")
LEVEL_WORDS = _columns("level")
NO_VALUE_WORDS = _columns("no_value")
UNITS: dict[str, str] = _WORDS["units"]
SUM_ROW = re.compile(
    r"(?:(?:gesamt)?summe|insgesamt|gesamt|zusammen|total|alle gemeinden|Σ|sum)\b.*"
    r"|.*\b(?:insgesamt|zusammen|gesamt|gesamtsumme|summe)\s*:?",
    re.IGNORECASE | re.DOTALL,
)
NOTE = re.compile(
    r"(?:\d+\)|\*|©|_{3,}|-{3,}|Quelle|Datenquelle|Stand\b|Hinweis|Anmerkung|Erläuterung|Fußnote"
    r"|Erstellt|Legende|Zeichenerklärung|davon\b|darunter\b|nachrichtlich|\(c\)|Lizenz|Herausgeber)",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"(?:0[1-9]|1[0-6])(?:\d{3}|\d{6,7}|\d{10})(?:\.0)?|[1-9](?:\d{6,7}|\d{10})(?:\.0)?"
)
_WIDE_KEY = re.compile(r"DG|\d{1,9}(?:\.0)?|\d{11,12}(?:\.0)?|\d[.,]\d*[eE]\+?\d\d?")
_AROUND_KEYS = "'\"=’‘`´„“”"


def looks_like_key(text: str) -> bool:
    """Whether a cell could be a regional key that no population is likely to look like."""
    return bool(_KEY.fullmatch(text.replace(" ", "").strip(_AROUND_KEYS)))


def could_be_key(text: str) -> bool:
    """Whether a cell under a key header could be a key at all."""
    return bool(
        _WIDE_KEY.fullmatch(text.replace(" ", "").replace("\u00a0", "").strip(_AROUND_KEYS))
    )
