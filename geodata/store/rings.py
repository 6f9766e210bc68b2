"""Vergleichsringe, written to and read from the store: records of the kind "ring"."""

from __future__ import annotations

import json

from sqlalchemy import Connection

from geodata.ring import Ring, ring_as_plain, ring_from_plain

_HELD = (
    "SELECT record_id, json FROM record WHERE kind = 'ring' AND from_import <= ? "
    "AND (withdrawn_by IS NULL OR withdrawn_by > ?) ORDER BY id"
)
_WITHDRAW = (
    "UPDATE record SET withdrawn_by = ? WHERE kind = 'ring' AND record_id = ? "
    "AND withdrawn_by IS NULL AND from_import < ?"
)
_INSERT = (
    "INSERT INTO record (kind, record_id, json, import_id, from_import) VALUES ('ring', ?, ?, ?, ?)"
)


class RingReading:
    """What a `Reader` knows of rings."""

    _connection: Connection
    number: int

    def rings(self) -> dict[str, Ring]:
        """The rings that hold now, in the order in which they came."""
        rows = self._connection.exec_driver_sql(_HELD, (self.number, self.number))
        return {row.record_id: ring_from_plain(json.loads(row.json)) for row in rows}


class RingWriting:
    """How a `Writer` stores rings."""

    _connection: Connection
    number: int

    def put_ring(self, ring: Ring) -> None:
        """Store a ring in place of an earlier one with the same id."""
        text = json.dumps(ring_as_plain(ring), ensure_ascii=False, sort_keys=True)
        self._connection.exec_driver_sql(_WITHDRAW, (self.number, ring.id, self.number))
        self._connection.exec_driver_sql(_INSERT, (ring.id, text, self.number, self.number))
