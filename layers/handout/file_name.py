"""Names of files, made from names in the data, that every system takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import chain, count

from layers.handout.facts import Handout

_LONGEST = 60
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"}
)
# Windows takes these for devices, whatever stands behind the dot.
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_NAMELESS = "ansicht"


def safe_name(text: str) -> str:
    """Letters, digits and hyphens only; never empty, never longer than 60.

    >>> safe_name("Lüchow (Wendland), Stadt / ../x")
    'Luechow-Wendland-Stadt-x'
    >>> safe_name("???"), safe_name("con")
    ('ansicht', 'con-')
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).translate(_LETTERS))
    ascii_only = plain.encode("ascii", "ignore").decode()
    found = re.sub(r"[^A-Za-z0-9]+", "-", ascii_only).strip("-")[:_LONGEST].strip("-")
    if not found:
        return _NAMELESS
    return f"{found}-" if _DEVICES.fullmatch(found) else found


def distinct_names(names: Iterable[str]) -> list[str]:
    """The names, numbered where a system that takes A for a would take two for one.

    >>> distinct_names(["Gartow", "gartow", "Lemgow"])
    ['Gartow', 'gartow-2', 'Lemgow']
    """
    taken: set[str] = set()
    found = []
    for name in names:
        numbered = (f"{name}-{number}" for number in count(2))
        free = next(n for n in chain([name], numbered) if n.lower() not in taken)
        taken.add(free.lower())
        found.append(free)
    return found


def file_name(told: Handout, ending: str, *, what: str = "") -> str:
    """`Kinder-unter-3-Jahren_Gemeinden_2022-12-31.png`; `what` instead of the title."""
    period = told.figures.period.text
    if told.view.since:
        period = f"{told.view.since}-bis-{period}"
    parts = [safe_name(what or told.title), safe_name(told.level), safe_name(period)]
    return "_".join(parts) + f".{ending}"
