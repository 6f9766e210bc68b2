"""What has happened to a workspace since a story was made."""

from __future__ import annotations

from collections.abc import Iterable

from geodata.store.journal import JournalEntry, Kind

# Entries after which a map may show other figures than before.
_BRINGS_FIGURES: tuple[Kind, ...] = (
    "areas",
    "grid",
    "places",
    "ring",
    "table",
    "catalogue",
    "facilities",
    "streets",
    "timetable",
    "mobility",
    "undo",
    "purge",
)
_TAKES_BACK: tuple[Kind, ...] = ("undo", "purge")


def newer_figures(journal: Iterable[JournalEntry], number: int) -> list[JournalEntry]:
    """The entries after a journal number that may have changed what a map shows."""
    return [entry for entry in journal if entry.number > number and entry.kind in _BRINGS_FIGURES]


def was_taken_back(journal: Iterable[JournalEntry], number: int) -> bool:
    """Whether something that held at a journal number was taken back or removed later."""
    return any(entry.number > number and entry.kind in _TAKES_BACK for entry in journal)
