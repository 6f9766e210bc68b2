"""From which rows of which imports figures came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection

_ROWS = (
    "SELECT area_id, import_id, row FROM observation WHERE variable = ? AND system = ? "
    "AND period = ? AND from_import <= ? AND (withdrawn_by IS NULL OR withdrawn_by > ?) "
    "ORDER BY area_id"
)


class RowOfFile(NamedTuple):
    """Where an observation stood: the import that brought it and the row of its file, from 1."""

    area_id: str
    import_id: int
    row: int


class RowReading:
    """What a `Reader` knows of the rows behind figures."""

    _connection: Connection
    number: int

    def rows_of(
        self, variable: str, system: str, period: str, area_ids: Sequence[str]
    ) -> list[RowOfFile]:
        """The rows of some areas, ordered by area; areas without an observation have none."""
        wanted = set(area_ids)
        found = self._connection.exec_driver_sql(
            _ROWS, (variable, system, period, self.number, self.number)
        )
        return [RowOfFile(*row) for row in found if row[0] in wanted]
