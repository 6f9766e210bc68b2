"""Facilities and their kinds, written to and read from the store."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection, select

from geodata.facilities.facility import Facility, FacilitySet, attributes_of, from_attributes
from geodata.facilities.kind import FacilityKind, facility_kind_from_plain
from geodata.store import schema
from geodata.store.geopackage import FACILITY_LAYER, tell_extent
from geodata.store.points import extent_of, from_point_blobs, to_point_blobs
from geodata.store.sets import FACILITIES, replace_set

_FACILITIES = (
    "SELECT * FROM facility WHERE from_import <= ? "
    "AND (withdrawn_by IS NULL OR withdrawn_by > ?) ORDER BY id"
)
_SETS = """
    SELECT facility.kind, import_id, report, COUNT(*) AS held,
           SUM(CASE WHEN geom IS NULL THEN 1 ELSE 0 END) AS without_place
    FROM facility JOIN journal ON journal.number = import_id
    WHERE from_import <= ? AND (withdrawn_by IS NULL OR withdrawn_by > ?)
    GROUP BY facility.kind, import_id, report ORDER BY MIN(facility.id)
"""
_KINDS = (
    "SELECT json FROM record WHERE kind = 'facility_kind' AND from_import <= ? "
    "AND (withdrawn_by IS NULL OR withdrawn_by > ?) ORDER BY id"
)


class FacilityReading:
    """What a `Reader` knows of facilities."""

    _connection: Connection
    number: int

    def facilities(self) -> tuple[Facility, ...]:
        """All that hold now, in the order in which they were stored."""
        rows = self._connection.exec_driver_sql(_FACILITIES, (self.number, self.number)).all()
        placed = iter(zip(*from_point_blobs([r.geom for r in rows if r.geom]), strict=True))
        found = []
        for row in rows:
            x, y = map(float, next(placed)) if row.geom else (None, None)
            found.append(
                Facility(
                    id=row.facility_id,
                    kind=row.kind,
                    name=row.name,
                    provider=row.provider,
                    address=row.address,
                    x=x,
                    y=y,
                    inside=bool(row.inside),
                    row=row.row,
                    import_id=row.import_id,
                    **from_attributes(json.loads(row.attributes)),
                )
            )
        return tuple(found)

    def facility_sets(self) -> tuple[FacilitySet, ...]:
        """One for each kind that has facilities; title and attribution are those of its import."""
        rows = self._connection.exec_driver_sql(_SETS, (self.number, self.number))
        found = []
        for row in rows:
            report = json.loads(row.report)
            title, attribution = (str(report.get(name, "")) for name in ("title", "attribution"))
            held, without_place = int(row.held), int(row.without_place)
            found.append(
                FacilitySet(row.kind, title, attribution, row.import_id, held, without_place)
            )
        return tuple(found)

    def facility_kinds(self) -> dict[str, FacilityKind]:
        """The kinds that a catalogue has brought; the built-in ones are not among them."""
        rows = self._connection.exec_driver_sql(_KINDS, (self.number, self.number))
        kinds = [facility_kind_from_plain(json.loads(row.json)) for row in rows]
        return {kind.id: kind for kind in kinds}


class FacilityWriting:
    """How a `Writer` stores facilities."""

    _connection: Connection
    number: int

    def replace_facilities(self, kind: str, facilities: Sequence[Facility]) -> None:
        """Store the facilities of a kind in place of those that held before."""
        import numpy as np

        placed = [(f.x, f.y) for f in facilities if f.is_placed]
        x, y = np.array(placed, np.float64).reshape(-1, 2).T
        blobs = iter(to_point_blobs(x, y))
        rows = [
            {
                "facility_id": facility.id,
                "name": facility.name,
                "provider": facility.provider,
                "address": facility.address,
                "attributes": json.dumps(attributes_of(facility), ensure_ascii=False),
                "inside": int(facility.inside),
                "row": facility.row,
                "geom": next(blobs) if facility.is_placed else None,
            }
            for facility in facilities
        ]
        replace_set(self._connection, self.number, FACILITIES, kind, rows)
        self.tell_where_facilities_are()

    def tell_where_facilities_are(self) -> None:
        """QGIS zooms to where the facilities are."""
        table = schema.facility
        placed = table.c.withdrawn_by.is_(None) & table.c.geom.is_not(None)
        blobs = self._connection.scalars(select(table.c.geom).where(placed)).all()
        tell_extent(self._connection, FACILITY_LAYER, extent_of(blobs))
