"""What one import does to the store, inside its one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from geodata.catalogue import Record, as_plain, kind_of_record
from geodata.store import schema
from geodata.store.facilities import FacilityWriting
from geodata.store.geopackage import drop_layer, register_layer, to_blobs
from geodata.store.journal import Kind
from geodata.store.mobility import MobilityWriting
from geodata.store.networks import NetworkWriting
from geodata.store.notes import NoteWriting
from geodata.store.points import PointWriting
from geodata.store.reading import Reader
from geodata.store.rings import RingWriting
from geodata.store.sets import ROW_SETS, bring_back_set
from geodata.store.stories import StoryWriting

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# (area_id, value or None, marker, flags, row of the file)
NewObservation = tuple[str, float | None, str, str, int]

_INSERT_OBSERVATION = (
    "INSERT INTO observation (variable, system, period, area_id, value, marker, flags, row, "
    "import_id, from_import) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_WITHDRAW_EARLIER = (
    "UPDATE observation SET withdrawn_by = ? WHERE variable = ? AND system = ? AND period = ? "
    "AND withdrawn_by IS NULL AND from_import < ? AND area_id IN (SELECT area_id FROM observation "
    "WHERE variable = ? AND system = ? AND period = ? AND from_import = ?)"
)
# A record that goes with its import stays, as the next import's, where tables stand on it.
_KEEP_NEEDED_RECORDS = """
    INSERT INTO record (kind, record_id, json, import_id, from_import)
    SELECT r.kind, r.record_id, r.json, MIN(s.import_id), ?
    FROM record AS r JOIN state AS s
      ON r.record_id = CASE r.kind WHEN 'source' THEN s.source
                                   WHEN 'indicator' THEN s.variable END
    WHERE r.import_id = ? AND r.withdrawn_by = ? AND s.withdrawn_by IS NULL
      AND NOT EXISTS (SELECT 1 FROM record AS held WHERE held.kind = r.kind
                      AND held.record_id = r.record_id AND held.withdrawn_by IS NULL)
    GROUP BY r.id
"""


@dataclass(frozen=True)
class NewArea:
    """An area to be stored; its geometry stands beside it in an array."""

    area_id: str
    name: str


@dataclass(frozen=True)
class NewObservations:
    """The cells of one variable, area system and period."""

    variable: str
    system: str
    period: str
    base: str
    source: str
    cells: Sequence[NewObservation]


class Writer(
    PointWriting,
    RingWriting,
    NoteWriting,
    NetworkWriting,
    FacilityWriting,
    MobilityWriting,
    StoryWriting,
):
    """Writes rows under its own journal number; earlier rows that they replace are withdrawn."""

    def __init__(self, connection: Connection, number: int, kind: Kind) -> None:
        self._connection = connection
        self.number = number
        self.kind = kind
        self.before = Reader(connection, number - 1)
        self.now = Reader(connection, number)
        self.report: Mapping[str, Any] = {}
        # What the program has to say that was asked before the change took hold.
        self.notices: tuple[str, ...] = ()

    def set(self, settings: Mapping[str, str]) -> None:
        rows = [{"name": name, "value": value} for name, value in settings.items()]
        self._connection.execute(insert(schema.setting), rows)

    def replace_areas(
        self,
        system: str,
        areas: Sequence[NewArea],
        geometries: NDArray[np.object_],
        *,
        title: str,
        attribution: str,
        valid: str,
        geometry_hash: str,
        context: bool,
    ) -> None:
        """Store the areas of a system in place of those that held before."""
        in_system = {"system": system, "context": int(context)}
        for table in (schema.area_system, schema.area):
            self._withdraw(table, in_system)
        told = {"title": title, "attribution": attribution, "valid": valid}
        row = {**in_system, **told, "geometry_hash": geometry_hash}
        self._connection.execute(insert(schema.area_system), [{**row, **self._born}])
        self._connection.execute(
            insert(schema.area),
            [
                {**in_system, "area_id": a.area_id, "name": a.name, "geom": blob, **self._born}
                for a, blob in zip(areas, to_blobs(geometries), strict=True)
            ],
        )
        self._show_layer(system, context=context)

    def replace_nesting(self, nesting: Mapping[tuple[str, str], Mapping[str, str]]) -> None:
        """Store which area lies in which, by pair of systems, in place of all before."""
        self._withdraw(schema.nesting, {})
        rows = [
            {
                "system": system,
                "area_id": area_id,
                "parent_system": parent_system,
                "parent_id": parent_id,
                **self._born,
            }
            for (system, parent_system), parents in nesting.items()
            for area_id, parent_id in parents.items()
        ]
        if rows:
            self._connection.execute(insert(schema.nesting), rows)

    def add_observations(self, new: NewObservations) -> int:
        """Store cells; where a cell had a figure, the earlier one is withdrawn. How many had."""
        number, key = self.number, (new.variable, new.system, new.period)
        self._connection.exec_driver_sql(
            _INSERT_OBSERVATION, [(*key, *cell, number, number) for cell in new.cells]
        )
        bound = (number, *key, number, *key, number)
        replaced = self._connection.exec_driver_sql(_WITHDRAW_EARLIER, bound).rowcount
        state = {"variable": new.variable, "system": new.system, "period": new.period}
        marked = sum(1 for _, _, marker, flags, _ in new.cells if marker or flags)
        counted = {"cells": len(new.cells), "marked": marked}
        told = {"base": new.base, "source": new.source}
        row = {**state, **told, **counted, **self._born}
        self._connection.execute(insert(schema.state), [row])
        return replaced

    def put_records(self, records: Iterable[Record]) -> None:
        """Store catalogue records in place of those with the same id."""
        for record in records:
            key = {"kind": kind_of_record(record), "record_id": record.id}
            self._withdraw(schema.record, key)
            text = json.dumps(as_plain(record), ensure_ascii=False, sort_keys=True)
            self._connection.execute(insert(schema.record), [{**key, "json": text, **self._born}])

    def undo(self, number: int) -> None:
        """Withdraw what an import brought, and bring back what it had replaced."""
        self._mark(number, undone_by=self.number)
        for table in schema.VERSIONED:
            self._withdraw(table, {"import_id": number})
        self._bring_back(number)

    def purge(self, number: int, reason: str) -> None:
        """Remove what an import brought for good; only its line in the journal stays."""
        self._mark(number, purged_by=self.number, reason=reason, report="{}", file="")
        for table in schema.VERSIONED:
            if table is not schema.observation:
                self._withdraw(table, {"import_id": number})
        self._bring_back(number)
        for table in schema.VERSIONED:
            self._connection.execute(delete(table).where(table.c.import_id == number))
        self.hide_vanished_layers()

    def hide_vanished_layers(self) -> None:
        """Take layers off the list of QGIS whose areas no longer hold."""
        table = schema.area_system
        for system, context in self._connection.execute(
            select(table.c.system, table.c.context).distinct()
        ).all():
            self._show_layer(system, context=bool(context))

    @property
    def _born(self) -> dict[str, int]:
        return {"import_id": self.number, "from_import": self.number}

    def _withdraw(self, table: Table, where: Mapping[str, Any]) -> None:
        query = update(table).where(table.c.withdrawn_by.is_(None))
        for column, value in where.items():
            query = query.where(table.c[column] == value)
        query = query.where(table.c.from_import < self.number)
        self._connection.execute(query.values(withdrawn_by=self.number))

    def _mark(self, number: int, **changes: Any) -> None:  # noqa: ANN401 - columns of the journal
        table = schema.journal
        self._connection.execute(update(table).where(table.c.number == number).values(**changes))

    def _bring_back(self, number: int) -> None:
        for table, key in (
            (schema.observation, ("variable", "system", "period", "area_id")),
            (schema.record, ("kind", "record_id")),
            (schema.note, ("indicator", "system", "area_id", "period", "department")),
            (schema.story, ("story_id",)),
            (schema.saved_view, ("name",)),
            (schema.area_system, ("system", "context")),
        ):
            self._connection.exec_driver_sql(*_bring_back(table, key, number, self.number))
        self._connection.exec_driver_sql(*_bring_back_areas(self.number))
        for rows_of in ROW_SETS:
            bring_back_set(self._connection, self.number, rows_of, number)
        self.tell_where_points_are()
        self.tell_where_facilities_are()
        self.tell_where_offers_are()
        self._connection.exec_driver_sql(_KEEP_NEEDED_RECORDS, (self.number, number, self.number))
        self.hide_vanished_layers()

    def _show_layer(self, system: str, *, context: bool) -> None:
        title = {s.id: s.title for s in self.now.area_systems(context=context)}.get(system)
        if title is None:
            drop_layer(self._connection, system, context=context)
            return
        import shapely

        bounds = shapely.total_bounds(self.now.geometries(system, context=context))
        register_layer(
            self._connection, system, title, context=context, bounds=[float(b) for b in bounds]
        )


def _copied(table: Table) -> str:
    """The columns of a row that a copy of it keeps."""
    own = ("id", "from_import", "withdrawn_by")
    return ", ".join(column.name for column in table.columns if column.name not in own)


def _bring_back(
    table: Table, key: Sequence[str], undone: int, number: int
) -> tuple[str, tuple[int, ...]]:
    """For each key that an undone import had, a copy of the latest row of another import.

    Nothing is copied where a row still holds, or where no import is left that has the key.
    """
    columns, keys = _copied(table), ", ".join(key)
    same = " AND ".join(f"held.{name} = earlier.{name}" for name in key)
    statement = f"""
        INSERT INTO {table.name} ({columns}, from_import)
        SELECT {columns}, ? FROM (
          SELECT t.*, ROW_NUMBER() OVER (PARTITION BY {keys}
                                         ORDER BY import_id DESC, id DESC) AS place
          FROM {table.name} AS t
          WHERE ({keys}) IN (SELECT {keys} FROM {table.name} WHERE import_id = ?)
            AND import_id IN (SELECT number FROM journal
                              WHERE undone_by IS NULL AND purged_by IS NULL)
        ) AS earlier
        WHERE place = 1 AND NOT EXISTS (
          SELECT 1 FROM {table.name} AS held
          WHERE {same} AND held.withdrawn_by IS NULL AND held.import_id <> ?)
    """  # noqa: S608 - table and column names are constants of the schema
    return statement, (number, undone, undone)


def _bring_back_areas(number: int) -> tuple[str, tuple[int, ...]]:
    """The areas of every system that this journal number has brought back."""
    columns = _copied(schema.area)
    prefixed = ", ".join(f"area.{name.strip()}" for name in columns.split(","))
    statement = f"""
        INSERT INTO area ({columns}, from_import)
        SELECT {prefixed}, s.from_import FROM area JOIN area_system AS s
          ON s.system = area.system AND s.context = area.context AND s.import_id = area.import_id
        WHERE s.from_import = ? AND s.withdrawn_by IS NULL AND s.import_id < s.from_import
          AND area.id IN (SELECT MAX(id) FROM area
                          GROUP BY system, context, area_id, import_id)
    """  # noqa: S608 - table and column names are constants of the schema
    return statement, (number,)
