"""An import taken back, or removed for good."""

from __future__ import annotations

from typing import Any

from geodata.imports.areas import store_nesting
from geodata.imports.catalogue_check import refuse_cycles, refuse_cyclic_totals
from geodata.ring import RING_SYSTEM
from geodata.store import JournalEntry, Reader, Store, Writer
from geodata.store.journal import BRINGS_AREAS, KIND_NAMES, UNDOABLE
from geodata.store.refusals import (
    AlreadyUndone,
    AreasInUse,
    NoReason,
    NoSpace,
    NotUndoable,
    RingInUse,
    StoreBusy,
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
        writer.report = {
            "schema": 1,
            "undone": number,
            "import_id": writer.number,
            "warnings": [],
        }
    return dict(writer.report)


def purge_import(store: Store, number: int, *, reason: str) -> dict[str, Any]:
    """Remove an import's rows and its original for good; a line with the reason stays.

    The copies kept before migrations and the files that the map was drawn from go too.
    Raises what `undo_import` raises, but what was undone can still be purged, and `NoReason`.
    """
    if not reason.strip():
        raise NoReason
    with store.writing("purge") as writer:
        entry = _undoable(writer.before, number, also_undone=True)
        writer.purge(number, reason.strip())
        _leave_whole(writer, entry)
        writer.report = {"schema": 1, "purged": number, "import_id": writer.number}
    return {**writer.report, "warnings": [*writer.report.get("warnings", ()), *_cleared(store)]}


def _cleared(store: Store) -> list[str]:
    """Clear away what the import left beside its rows, after these are gone for good.

    What is in the way is said as a warning: the import itself can no longer come back.
    """
    warnings = []
    try:
        store.discard_unknown_originals()
        store.shrink()
    except (StoreBusy, NoSpace, OSError):
        warnings.append(
            "Der Eintrag ist gelöscht. Seine Datei und Spuren in atlas.gpkg ließen sich noch nicht "
            "aufräumen, weil gerade ein anderes Programm schreibt oder der Platz fehlt. Bitte alle "
            "Programme schließen, die den Arbeitsbereich offen haben; der nächste Import räumt auf."
        )
    left = store.discard_copies()
    if left:
        warnings.append(
            f"Diese Kopien ließen sich nicht löschen: {', '.join(left)}. Bitte von Hand löschen."
        )
    return warnings


def _leave_whole(writer: Writer, entry: JournalEntry) -> None:
    """Earlier areas nest differently; earlier records may not fit to those that came after."""
    if entry.kind in BRINGS_AREAS:
        store_nesting(writer)
    elif entry.kind == "catalogue":
        refuse_cycles(writer.now.indicators(), entry.file)
        refuse_cyclic_totals(writer.now.indicators(), entry.file)


def _undoable(before: Reader, number: int, *, also_undone: bool = False) -> JournalEntry:
    entry = before.entry(number)
    if entry is None:
        raise UnknownImport(number=number)
    if entry.kind not in UNDOABLE:
        raise NotUndoable(number=number, kind=KIND_NAMES[entry.kind])
    if entry.purged_by or (entry.undone_by and not also_undone):
        raise AlreadyUndone(number=number)
    if entry.kind in BRINGS_AREAS and not entry.undone_by:
        _refuse_if_in_use(before, entry)
    if entry.kind == "ring" and not entry.undone_by:
        _refuse_if_ring_in_use(before, entry)
    return entry


def _refuse_if_in_use(before: Reader, entry: JournalEntry) -> None:
    """Tables that came after areas stand on them; what came before stood on earlier ones."""
    held = {s.id: s for s in before.area_systems(context=bool(entry.report["context"]))}
    system = held.get(entry.report["system"])
    if system is None or system.context or system.import_id != entry.number:
        return
    oldest = entry.number if _has_earlier(before, entry) else 0
    standing = {s.import_id for s in before.states() if s.system == system.id}
    standing = {number for number in standing if number > oldest and number != entry.number}
    if standing:
        files = {e.number: e.file for e in before.journal()}
        listed = ", ".join(f"{number} ({files[number]})" for number in sorted(standing))
        raise AreasInUse(number=entry.number, tables=listed)


def _refuse_if_ring_in_use(before: Reader, entry: JournalEntry) -> None:
    """Tables of the members stand on their ring, unless an earlier form of it comes back."""
    ring, journal = entry.report["ring"], before.journal()
    if any(
        other.kind == "ring" and other.report["ring"] == ring and other.number != entry.number
        for other in journal
        if not (other.undone_by or other.purged_by)
    ):
        return
    standing = {s.import_id for s in before.states() if s.system == RING_SYSTEM + ring}
    if standing:
        listed = ", ".join(f"{e.number} ({e.file})" for e in journal if e.number in standing)
        raise RingInUse(number=entry.number, tables=listed)


def _has_earlier(before: Reader, entry: JournalEntry) -> bool:
    return any(
        other.kind in BRINGS_AREAS
        and other.number < entry.number
        and not (other.undone_by or other.purged_by)
        and (other.report["system"], other.report["context"])
        == (entry.report["system"], entry.report["context"])
        for other in before.journal()
    )
