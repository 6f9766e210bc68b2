"""What the words of the atlas mean: for the page „Hilfe“, and for each word that is clicked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("glossary.toml")


@dataclass(frozen=True)
class Term:
    """A word as it stands on the screen, and its meaning in everyday language."""

    id: str
    word: str
    meaning: str


@dataclass(frozen=True)
class TermGroup:
    """Terms that belong together."""

    title: str
    terms: tuple[Term, ...]


@cache
def glossary() -> tuple[TermGroup, ...]:
    """All groups in their order."""
    plain = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        TermGroup(group["title"], tuple(Term(**term) for term in group["term"]))
        for group in plain["group"]
    )


def terms() -> dict[str, Term]:
    """All terms by id."""
    return {term.id: term for group in glossary() for term in group.terms}
