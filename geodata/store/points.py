"""Inhabited points, written to and read from the store."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, func, select

from geodata.inhabited_points import InhabitedPoints, PointSet
from geodata.store import schema
from geodata.store.geopackage import POINT_LAYER, SRS_ID, tell_extent
from geodata.store.sets import INHABITED_POINTS, replace_set

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# A GeoPackage point as it lies on the disk: header without envelope, then WKB, little endian.
_POINT = [
    ("magic", "S2"),
    ("version", "u1"),
    ("flags", "u1"),
    ("srs", "<i4"),
    ("order", "u1"),
    ("type", "<u4"),
    ("x", "<f8"),
    ("y", "<f8"),
]
_LITTLE_ENDIAN = 1


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
        return [_point_set(row) for row in self._connection.execute(query)]

    def points(self, point_set: str) -> InhabitedPoints:
        """The points of a set, in the order in which they were stored."""
        import numpy as np

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
        columns = zip(
            points.names,
            points.population.tolist(),
            to_point_blobs(points.x, points.y),
            strict=True,
        )
        rows = [
            {"name": name, "population": people, "geom": blob} for name, people, blob in columns
        ]
        replace_set(self._connection, self.number, INHABITED_POINTS, point_set, rows)
        self.tell_where_points_are()

    def tell_where_points_are(self) -> None:
        """QGIS zooms to where the points are."""
        table = schema.inhabited_point
        blobs = self._connection.scalars(select(table.c.geom).where(table.c.withdrawn_by.is_(None)))
        tell_extent(self._connection, POINT_LAYER, extent_of(blobs.all()))


def _point_set(row: Row[Any]) -> PointSet:
    told = json.loads(row.report)
    title, nature = str(told.get("title") or row.point_set), told.get("nature", "real")
    return PointSet(
        id=row.point_set,
        title=title,
        import_id=row.import_id,
        points=row.points,
        people=float(row.people or 0.0),
        nature=nature,
        attribution=str(told.get("attribution") or ""),
        is_spread=bool(told.get("along")),
    )


def to_point_blobs(x: NDArray[np.float64], y: NDArray[np.float64]) -> list[bytes]:
    """GeoPackage blobs of points in EPSG:25832."""
    import numpy as np

    points = np.zeros(len(x), _POINT)
    points["magic"], points["flags"], points["srs"] = b"GP", _LITTLE_ENDIAN, SRS_ID
    points["order"], points["type"] = 1, 1
    points["x"], points["y"] = x, y
    raw, size = points.tobytes(), points.itemsize
    return [raw[at : at + size] for at in range(0, len(raw), size)]


def from_point_blobs(blobs: Sequence[bytes]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The coordinates of points from blobs that `to_point_blobs` made."""
    import numpy as np

    points = np.frombuffer(b"".join(blobs), _POINT)
    return points["x"].astype(np.float64), points["y"].astype(np.float64)


def extent_of(blobs: Sequence[bytes]) -> list[float | None]:
    """West, south, east and north of points; Nones where there are none."""
    x, y = from_point_blobs(blobs)
    if not len(x):
        return [None] * 4
    return [float(x.min()), float(y.min()), float(x.max()), float(y.max())]
