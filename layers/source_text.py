"""What stands beside figures: what they have in common, said once, and how they were made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from layers.words import words

_BY_PEOPLE = "points:"
_Thing = TypeVar("_Thing")


def once(found: Iterable[_Thing]) -> list[_Thing]:
    """Each thing once, in the order of its first mention; what is empty is left out.

    >>> once(["LSN", "", "Zensus", "LSN"])
    ['LSN', 'Zensus']
    """
    return list(dict.fromkeys(thing for thing in found if thing))


def joined(texts: Iterable[str]) -> str:
    """The texts in one line, each named once.

    >>> joined(["LSN", "Zensus", "LSN"])
    'LSN; Zensus'
    """
    return "; ".join(once(texts))


def owners(attributions: Iterable[str]) -> str:
    """Whom data belong to, in one line; what one attribution says within another is said there.

    >>> owners(["© DB", "Modelldaten; Haltestellen: © DB", "Modelldaten"])
    'Modelldaten; Haltestellen: © DB'
    """
    parts = once(part.strip() for text in attributions for part in text.split(";"))
    return "; ".join(
        part for part in parts if not any(part in other for other in parts if other != part)
    )


def method_text(method: str) -> str:
    """How figures were carried over from areas that lie across; "" where they were counted."""
    if not method:
        return ""
    if method.startswith(_BY_PEOPLE):
        return words("provenance.method_points", title=method.removeprefix(_BY_PEOPLE))
    return words("provenance.method_area")
