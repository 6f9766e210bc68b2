"""Inhabited points, written to and read from the store."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, func, insert, select, update

from geodata.inhabited_points import InhabitedPoints, PointSet
from geodata.store import schema
from geodata.store.geopackage import POINT_LAYER, SRS_ID

# A GeoPackage point as it lies on the disk: header without envelope, then WKB, little endian.
_POINT = np.dtype(
    [
        ("magic", "S2"),
        ("version", "u1"),
        ("flags", "u1"),
        ("srs", "<i4"),
        ("order", "u1"),
        ("type", "<u4"),
        ("x", "<f8"),
        ("y", "<f8"),
    ]
)
_LITTLE_ENDIAN = 1

# A set comes back whole, as the latest import that still counts had brought it: its rows of that
# day, not the copies of them that earlier undoings have made.
_BRING_BACK = """
    INSERT INTO inhabited_point (point_set, name, population, geom, import_id, from_import)
    SELECT point_set, name, population, geom, import_id, ? FROM inhabited_point AS earlier
    WHERE from_import = import_id AND (point_set, import_id) IN (
        SELECT point_set, MAX(import_id) FROM inhabited_point
        WHERE point_set IN (SELECT point_set FROM inhabited_point WHERE import_id = ?)
          AND import_id IN (SELECT number FROM journal
                            WHERE undone_by IS NULL AND purged_by IS NULL)
        GROUP BY point_set)
      AND NOT EXISTS (SELECT 1 FROM inhabited_point AS held
                      WHERE held.point_set = earlier.point_set AND held.withdrawn_by IS NULL
                        AND held.import_id <> ?)
    ORDER BY id
"""


class PointReading:
    """What a `Reader` knows of inhabited points."""

    _connection: Connection
    number: int

    def point_sets(self) -> list[PointSet]:
        """The sets that hold now; each has the title that its import gave it."""
        table, journal = schema.inhabited_point, schema.journal
        query = (
            select(
                table.c.point_set,
                table.c.import_id,
                func.count().label("points"),
                func.sum(table.c.population).label("people"),
                journal.c.report,
            )
            .join(journal, journal.c.number == table.c.import_id)
            .where(self._points_hold())
            .group_by(table.c.point_set, table.c.import_id, journal.c.report)
            .order_by(table.c.point_set)
        )
        return [
            PointSet(
                row.point_set,
                str(json.loads(row.report).get("title") or row.point_set),
                row.import_id,
                row.points,
                float(row.people or 0.0),
            )
            for row in self._connection.execute(query)
        ]

    def points(self, point_set: str) -> InhabitedPoints:
        """The points of a set, in the order in which they were stored."""
        table = schema.inhabited_point
        query = select(table.c.name, table.c.population, table.c.geom)
        query = query.where(self._points_hold(), table.c.point_set == point_set)
        rows = self._connection.execute(query.order_by(table.c.id)).all()
        names, population, blobs = zip(*rows, strict=True) if rows else ((), (), ())
        x, y = from_point_blobs(blobs)
        return InhabitedPoints(tuple(names), x, y, np.array(population, np.float64))

    def _points_hold(self) -> Any:  # noqa: ANN401 - an SQL expression
        table = schema.inhabited_point
        held = table.c.withdrawn_by.is_(None) | (table.c.withdrawn_by > self.number)
        return (table.c.from_import <= self.number) & held


class PointWriting:
    """What a `Writer` does with inhabited points."""

    _connection: Connection
    number: int

    def replace_points(self, point_set: str, points: InhabitedPoints) -> None:
        """Store the points of a set in place of those that held before."""
        table = schema.inhabited_point
        former = update(table).where(table.c.withdrawn_by.is_(None))
        former = former.where(table.c.point_set == point_set, table.c.from_import < self.number)
        self._connection.execute(former.values(withdrawn_by=self.number))
        born = {"import_id": self.number, "from_import": self.number}
        columns = zip(
            points.names,
            points.population.tolist(),
            to_point_blobs(points.x, points.y),
            strict=True,
        )
        rows = [
            {"point_set": point_set, "name": name, "population": people, "geom": blob, **born}
            for name, people, blob in columns
        ]
        if rows:
            self._connection.execute(insert(table), rows)
        self._tell_extent()

    def bring_back_points(self, undone: int) -> None:
        """The sets that an undone import had replaced, as they were before it."""
        self._connection.exec_driver_sql(_BRING_BACK, (self.number, undone, undone))
        self._tell_extent()

    def _tell_extent(self) -> None:
        """QGIS zooms to where the points are."""
        table = schema.inhabited_point
        blobs = self._connection.scalars(select(table.c.geom).where(table.c.withdrawn_by.is_(None)))
        x, y = from_point_blobs(blobs.all())
        bounds = (x.min(), y.min(), x.max(), y.max()) if len(x) else (None, None, None, None)
        self._connection.exec_driver_sql(
            "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? "
            "WHERE table_name = ?",
            (*(None if bound is None else float(bound) for bound in bounds), POINT_LAYER),
        )


def to_point_blobs(x: NDArray[np.float64], y: NDArray[np.float64]) -> list[bytes]:
    """GeoPackage blobs of points in EPSG:25832."""
    points = np.zeros(len(x), _POINT)
    points["magic"], points["flags"], points["srs"] = b"GP", _LITTLE_ENDIAN, SRS_ID
    points["order"], points["type"] = 1, 1
    points["x"], points["y"] = x, y
    raw, size = points.tobytes(), _POINT.itemsize
    return [raw[at : at + size] for at in range(0, len(raw), size)]


def from_point_blobs(blobs: Sequence[bytes]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The coordinates of points from blobs that `to_point_blobs` made."""
    points = np.frombuffer(b"".join(blobs), _POINT)
    return points["x"].astype(np.float64), points["y"].astype(np.float64)
