"""What can be read from the store at one journal number."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, FromClause, Row, and_, func, or_, select

from geodata.area_system import AreaSystem
from geodata.catalogue import Indicator, Source, indicator_from_plain, source_from_plain
from geodata.period import Period
from geodata.store import schema
from geodata.store.facilities import FacilityReading
from geodata.store.geopackage import from_blobs
from geodata.store.journal import JournalEntry, State, entry_from_row
from geodata.store.mobility import MobilityReading
from geodata.store.networks import NetworkReading
from geodata.store.notes import NoteReading
from geodata.store.points import PointReading
from geodata.store.rings import RingReading
from geodata.store.rows import RowReading
from geodata.store.stories import StoryReading

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# A map slice is the one query that must be as fast as the bare statement, so it stands as text:
# composing it from expressions costs as much as running it for a small county.
_SLICE = (
    "SELECT {columns} FROM observation WHERE variable = ? AND system = ? AND period = ? "
    "AND from_import <= ? AND (withdrawn_by IS NULL OR withdrawn_by > ?) ORDER BY area_id"
)
_PLAIN = _SLICE.format(columns="area_id, value")
_FULL = _SLICE.format(columns="area_id, value, marker, flags, import_id")

# area_id, value, marker, flags and import_id of one observation.
FullCell = tuple[str, float | None, str, str, int]


class Reader(
    PointReading,
    RingReading,
    NoteReading,
    RowReading,
    NetworkReading,
    FacilityReading,
    MobilityReading,
    StoryReading,
):
    """Reads the rows that hold at `number`; later and withdrawn ones do not exist for it."""

    def __init__(self, connection: Connection, number: int) -> None:
        self._connection = connection
        self.number = number

    def settings(self) -> dict[str, str]:
        rows = self._connection.execute(select(schema.setting.c.name, schema.setting.c.value))
        return {row.name: row.value for row in rows}

    def journal(self) -> list[JournalEntry]:
        query = select(schema.journal).order_by(schema.journal.c.number)
        query = query.where(schema.journal.c.number <= self.number)
        return [entry_from_row(row, self.number) for row in self._connection.execute(query)]

    def entry(self, number: int) -> JournalEntry | None:
        return next((entry for entry in self.journal() if entry.number == number), None)

    def area_systems(self, *, context: bool) -> list[AreaSystem]:
        """The systems that hold now, without their geometries; these come on first use."""
        table = schema.area_system
        query = select(table).where(self._holds(table), table.c.context == int(context))
        return [self._area_system(row) for row in self._connection.execute(query)]

    def geometries(self, system: str, *, context: bool) -> NDArray[np.object_]:
        """Geometries of a system in EPSG:25832, in the order of its `area_ids`."""
        table = schema.area
        query = select(table.c.geom).where(self._in_system(system, context=context))
        return from_blobs(self._connection.scalars(query.order_by(table.c.area_id)).all())

    def nesting(self) -> dict[tuple[str, str], dict[str, str]]:
        """For each pair of systems that nest, which area lies in which."""
        table = schema.nesting
        found: dict[tuple[str, str], dict[str, str]] = {}
        for row in self._connection.execute(select(table).where(self._holds(table))):
            found.setdefault((row.system, row.parent_system), {})[row.area_id] = row.parent_id
        return found

    def states(self) -> tuple[State, ...]:
        table = schema.state
        query = select(table).where(self._holds(table)).order_by(table.c.import_id, table.c.id)
        return tuple(
            State(
                r.variable,
                r.system,
                Period(r.period),
                r.base,
                r.source,
                r.import_id,
                r.cells,
                r.marked,
            )
            for r in self._connection.execute(query)
        )

    def indicators(self) -> dict[str, Indicator]:
        return {
            row.record_id: indicator_from_plain(json.loads(row.json))
            for row in self._records("indicator")
        }

    def sources(self) -> dict[str, Source]:
        return {
            row.record_id: source_from_plain(json.loads(row.json))
            for row in self._records("source")
        }

    def plain_slice(self, variable: str, system: str, period: str) -> list[tuple[str, float]]:
        """Pairs (area_id, value) of one variable, system and period, ordered by area_id."""
        return self._tuples(_PLAIN, (variable, system, period))

    def full_slice(self, variable: str, system: str, period: str) -> list[FullCell]:
        """The same with what stands beside the number: marker, flags, import."""
        return self._tuples(_FULL, (variable, system, period))

    def variables_with_observations(self) -> set[str]:
        return {state.variable for state in self.states()}

    def _area_system(self, row: Row[Any]) -> AreaSystem:
        table = schema.area
        query = select(table.c.area_id, table.c.name).order_by(table.c.area_id)
        query = query.where(self._in_system(row.system, context=bool(row.context)))
        areas = self._connection.execute(query).all()
        parents = select(schema.nesting.c.parent_system).distinct()
        parents = parents.where(self._holds(schema.nesting), schema.nesting.c.system == row.system)
        return AreaSystem(
            id=row.system,
            title=row.title,
            attribution=row.attribution,
            valid=row.valid,
            geometry_hash=row.geometry_hash,
            area_ids=tuple(area.area_id for area in areas),
            names=tuple(area.name for area in areas),
            nests_in=tuple(self._connection.scalars(parents)) if not row.context else (),
            context=bool(row.context),
            import_id=row.import_id,
        )

    def _tuples(self, statement: str, key: tuple[str, str, str]) -> list[Any]:
        # The driver's own tuples: wrapping 11,000 rows costs as much as fetching them.
        result = self._connection.exec_driver_sql(statement, (*key, self.number, self.number))
        return list(result.cursor.fetchall())

    def _records(self, kind: str) -> Sequence[Row[Any]]:
        table = schema.record
        query = select(table).where(self._holds(table), table.c.kind == kind)
        return self._connection.execute(query.order_by(table.c.id)).all()

    def _in_system(self, system: str, *, context: bool) -> Any:  # noqa: ANN401 - an SQL expression
        table = schema.area
        in_system = and_(table.c.system == system, table.c.context == int(context))
        return and_(self._holds(table), in_system)

    def _holds(self, table: FromClause) -> Any:  # noqa: ANN401 - an SQL expression
        not_yet_withdrawn = or_(table.c.withdrawn_by.is_(None), table.c.withdrawn_by > self.number)
        return and_(table.c.from_import <= self.number, not_yet_withdrawn)


def known_hashes(connection: Connection) -> set[str]:
    """The SHA-256 of every file that an import came from and that was not purged."""
    table = schema.journal
    return set(connection.scalars(select(table.c.sha256).where(table.c.purged_by.is_(None))))


def latest_number(connection: Connection) -> int:
    """The newest journal number; the store's snapshot at this moment."""
    return connection.scalar(select(func.max(schema.journal.c.number))) or 0
