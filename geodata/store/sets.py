"""What an import brings and replaces as a whole: all rows of a table under one name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, insert, update

from geodata.store import schema


@dataclass(frozen=True)
class RowSet:
    """A table whose rows hold and go together where they share the value of one column."""

    table: Table
    key: str


INHABITED_POINTS = RowSet(schema.inhabited_point, "point_set")
FACILITIES = RowSet(schema.facility, "kind")
NETWORKS = RowSet(schema.network, "kind")
MOBILITY = RowSet(schema.mobility, "kind")
ROW_SETS = (INHABITED_POINTS, FACILITIES, NETWORKS, MOBILITY)


def replace_set(
    connection: Connection,
    number: int,
    rows_of: RowSet,
    name: str,
    rows: Sequence[Mapping[str, Any]],
) -> None:
    """Store rows under a name in place of those that held before; `number` is the journal's."""
    table, key = rows_of.table, rows_of.table.c[rows_of.key]
    former = update(table).where(table.c.withdrawn_by.is_(None))
    former = former.where(key == name, table.c.from_import < number)
    connection.execute(former.values(withdrawn_by=number))
    born = {"import_id": number, "from_import": number}
    if rows:
        connection.execute(insert(table), [{rows_of.key: name, **row, **born} for row in rows])


def bring_back_set(connection: Connection, number: int, rows_of: RowSet, undone: int) -> None:
    """What an undone import had replaced comes back whole, as the latest import that still counts
    had brought it: its rows of that day, not the copies that earlier undoings have made."""
    table, key = rows_of.table.name, rows_of.key
    own = ("id", "from_import", "withdrawn_by")
    columns = ", ".join(column.name for column in rows_of.table.columns if column.name not in own)
    connection.exec_driver_sql(
        f"""
        INSERT INTO {table} ({columns}, from_import)
        SELECT {columns}, ? FROM {table} AS earlier
        WHERE from_import = import_id AND ({key}, import_id) IN (
            SELECT {key}, MAX(import_id) FROM {table}
            WHERE {key} IN (SELECT {key} FROM {table} WHERE import_id = ?)
              AND import_id IN (SELECT number FROM journal
                                WHERE undone_by IS NULL AND purged_by IS NULL)
            GROUP BY {key})
          AND NOT EXISTS (SELECT 1 FROM {table} AS held
                          WHERE held.{key} = earlier.{key} AND held.withdrawn_by IS NULL
                            AND held.import_id <> ?)
        ORDER BY id
        """,  # noqa: S608 - table and column names are constants of the schema
        (number, undone, undone),
    )
