"""What was done to the store, by number, and which states came of it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Row

from geodata.period import Period

Kind = Literal[
    "init",
    "areas",
    "grid",
    "places",
    "ring",
    "table",
    "catalogue",
    "note",
    "facilities",
    "streets",
    "timetable",
    "mobility",
    "story",
    "view",
    "undo",
    "purge",
]
KIND_NAMES: Mapping[Kind, str] = {
    "init": "Anlegen",
    "areas": "Gebiete",
    "grid": "Raster",
    "places": "Orte",
    "ring": "Vergleichsring",
    "table": "Tabelle",
    "catalogue": "Katalog",
    "note": "Lesart",
    "facilities": "Einrichtungen",
    "streets": "Straßennetz",
    "timetable": "Fahrplan",
    "mobility": "Mobile Angebote",
    "story": "Geschichte",
    "view": "Gemerkte Ansicht",
    "undo": "Rücknahme",
    "purge": "Löschung",
}
UNDOABLE: tuple[Kind, ...] = (
    "areas",
    "grid",
    "places",
    "ring",
    "table",
    "catalogue",
    "note",
    "facilities",
    "streets",
    "timetable",
    "mobility",
    "story",
    "view",
)
BRINGS_AREAS: tuple[Kind, ...] = ("areas", "grid")


@dataclass(frozen=True)
class JournalEntry:
    """One change of the store; its number is the snapshot that it made."""

    number: int
    kind: Kind
    at: datetime.datetime
    file: str
    sha256: str
    report: Mapping[str, Any]
    undone_by: int | None
    purged_by: int | None
    reason: str


@dataclass(frozen=True)
class State:
    """That a variable has figures for a period in an area system, and whose they are.

    `cells` counts them, `marked` those that are no plain number or have a quality letter.
    """

    variable: str
    system: str
    period: Period
    base: str
    source: str
    import_id: int
    cells: int
    marked: int


def entry_from_row(row: Row[Any], number: int) -> JournalEntry:
    """An entry as it stood at journal number `number`: what came later is not yet known."""
    undone, purged = (
        None if later is None or later > number else later
        for later in (row.undone_by, row.purged_by)
    )
    return JournalEntry(
        number=row.number,
        kind=row.kind,
        at=datetime.datetime.fromisoformat(row.at),
        file=row.file,
        sha256=row.sha256,
        report=json.loads(row.report),
        undone_by=undone,
        purged_by=purged,
        reason=row.reason,
    )
