"""An import taken back, or removed for good."""

from __future__ import annotations

from typing import Any

from geodata.imports.areas import store_nesting
from geodata.imports.catalogue_check import refuse_cycles
from geodata.store import JournalEntry, Reader, Store, Writer
from geodata.store.journal import UNDOABLE
from geodata.store.refusals import (
    AlreadyUndone,
    AreasInUse,
    NoReason,
    NotUndoable,
    UnknownImport,
)


def undo_import(store: Store, number: int) -> dict[str, Any]:
    """Withdraw what an import brought and bring back what it had replaced.

    Raises `UnknownImport`, `NotUndoable`, `AlreadyUndone`, `AreasInUse`.
    """
    with store.writing("undo") as writer:
        entry = _undoable(writer.before, number)
        writer.undo(number)
        _leave_whole(writer, entry)
        writer.report = {"schema": 1, "undone": number, "import_id": writer.number}
    return dict(writer.report)


def purge_import(store: Store, number: int, *, reason: str) -> dict[str, Any]:
    """Remove an import's rows and its original for good; a line with the reason stays.

    Raises what `undo_import` raises, but what was undone can still be purged, and `NoReason`.
    """
    if not reason.strip():
        raise NoReason
    with store.writing("purge") as writer:
        entry = _undoable(writer.before, number, also_undone=True)
        writer.purge(number, reason.strip())
        _leave_whole(writer, entry)
        writer.report = {"schema": 1, "purged": number, "import_id": writer.number}
    store.discard_unknown_originals()
    store.shrink()
    return dict(writer.report)


def _leave_whole(writer: Writer, entry: JournalEntry) -> None:
    """Earlier areas nest differently; earlier records may not fit to those that came after."""
    if entry.kind == "areas":
        store_nesting(writer)
    elif entry.kind == "catalogue":
        refuse_cycles(writer.now.indicators(), entry.file)


def _undoable(before: Reader, number: int, *, also_undone: bool = False) -> JournalEntry:
    entry = before.entry(number)
    if entry is None:
        raise UnknownImport(number=number)
    if entry.kind not in UNDOABLE:
        raise NotUndoable(number=number, kind=entry.kind)
    if entry.purged_by or (entry.undone_by and not also_undone):
        raise AlreadyUndone(number=number)
    if entry.kind == "areas" and not entry.undone_by:
        _refuse_if_in_use(before, entry)
    return entry


def _refuse_if_in_use(before: Reader, entry: JournalEntry) -> None:
    """Tables that came after areas stand on them; what came before stood on earlier ones."""
    held = {s.id: s for s in before.area_systems(context=bool(entry.report["context"]))}
    system = held.get(entry.report["system"])
    if system is None or system.context or system.import_id != entry.number:
        return
    oldest = entry.number if _has_earlier(before, entry) else 0
    standing = {s.import_id for s in before.states() if s.system == system.id}
    standing = {number for number in standing if number > oldest}
    if standing:
        files = {e.number: e.file for e in before.journal()}
        listed = ", ".join(f"{number} ({files[number]})" for number in sorted(standing))
        raise AreasInUse(number=entry.number, tables=listed)


def _has_earlier(before: Reader, entry: JournalEntry) -> bool:
    return any(
        other.kind == "areas"
        and other.number < entry.number
        and not (other.undone_by or other.purged_by)
        and (other.report["system"], other.report["context"])
        == (entry.report["system"], entry.report["context"])
        for other in before.journal()
    )
