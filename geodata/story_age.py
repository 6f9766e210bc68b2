"""What has happened to a workspace since a story was made."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.store.journal import JournalEntry, Kind

# Entries that change no map.
_OF_WORDS: tuple[Kind, ...] = ("init", "note", "story", "view")
_TAKES_BACK: tuple[Kind, ...] = ("undo", "purge")


def newer_figures(journal: Sequence[JournalEntry], number: int) -> list[JournalEntry]:
    """The entries after a journal number that may have changed what a map shows."""
    return [
        entry
        for entry in journal
        if entry.number > number and _meant(journal, entry).kind not in _OF_WORDS
    ]


def told_number(journal: Sequence[JournalEntry], number: int, *, shown: int) -> int:
    """The journal number that a story names as its own: that of its day where the snapshot that is
    shown has the same figures, else that of the snapshot.
    """
    seen = [entry for entry in journal if entry.number <= shown]
    return shown if newer_figures(seen, number) else number


def was_taken_back(journal: Sequence[JournalEntry], number: int) -> bool:
    """Whether something that maps show was taken back or removed after a journal number."""
    return any(entry.kind in _TAKES_BACK for entry in newer_figures(journal, number))


def _meant(journal: Sequence[JournalEntry], entry: JournalEntry) -> JournalEntry:
    """The entry that was taken back; any other is meant itself."""
    number = entry.report.get("undone") or entry.report.get("purged")
    if entry.kind not in _TAKES_BACK or number is None:
        return entry
    return next((other for other in journal if other.number == number), entry)
