"""Notes of the departments, written to and read from the store."""

from __future__ import annotations

import datetime
from typing import cast

from sqlalchemy import Connection

from geodata.notes import Note, NoteKey, Stage

# A note taken back leaves an empty one in its place, so that an undo can bring the text back.
_WITHDRAWN = "withdrawn"
_HELD = (
    "SELECT indicator, system, area_id, period, department, text, stage, written FROM note "
    "WHERE stage <> 'withdrawn' AND from_import <= ? "
    "AND (withdrawn_by IS NULL OR withdrawn_by > ?) ORDER BY id"
)
_WITHDRAW = (
    "UPDATE note SET withdrawn_by = ? WHERE indicator = ? AND system = ? AND area_id = ? "
    "AND period = ? AND department = ? AND withdrawn_by IS NULL AND from_import < ?"
)
_INSERT = (
    "INSERT INTO note (indicator, system, area_id, period, department, text, stage, written, "
    "import_id, from_import) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class NoteReading:
    """What a `Reader` knows of notes."""

    _connection: Connection
    number: int

    def notes(self) -> tuple[Note, ...]:
        """The notes that hold now, in the order in which they were written."""
        rows = self._connection.exec_driver_sql(_HELD, (self.number, self.number))
        return tuple(
            Note(
                NoteKey(r.indicator, r.system, r.area_id, r.period, r.department),
                r.text,
                cast("Stage", r.stage),
                datetime.date.fromisoformat(r.written),
            )
            for r in rows
        )


class NoteWriting:
    """How a `Writer` stores notes."""

    _connection: Connection
    number: int

    def put_note(self, note: Note) -> None:
        """Store a note in place of the department's earlier one there."""
        self._replace_note(note.key, note.text, note.stage, note.written)

    def withdraw_note(self, key: NoteKey, *, on: datetime.date) -> None:
        """Take a note back; its text comes back when this is undone."""
        self._replace_note(key, "", _WITHDRAWN, on)

    def _replace_note(self, key: NoteKey, text: str, stage: str, written: datetime.date) -> None:
        place = (key.indicator, key.system, key.area_id, key.period, key.department)
        self._connection.exec_driver_sql(_WITHDRAW, (self.number, *place, self.number))
        born = (self.number, self.number)
        self._connection.exec_driver_sql(_INSERT, (*place, text, stage, written.isoformat(), *born))
