"""What moves beside the timetable, written to and read from the store."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from geodata.mobility.offer import MobileOffer, MobilityKind
from geodata.store.geopackage import MOBILITY_LAYER, from_blobs, tell_extent, to_blobs
from geodata.store.points import from_point_blobs, to_point_blobs
from geodata.store.sets import MOBILITY, replace_set

if TYPE_CHECKING:
    import numpy as np
    import shapely
    from numpy.typing import NDArray

_HELD = (
    "SELECT kind, name, attributes, geom, import_id FROM mobility WHERE from_import <= ? "
    "AND (withdrawn_by IS NULL OR withdrawn_by > ?) ORDER BY id"
)


class MobilityReading:
    """What a `Reader` knows of zones, benches and mobile offices."""

    _connection: Connection
    number: int

    def mobility(self) -> tuple[MobileOffer, ...]:
        """All that hold now, in the order in which they were stored."""
        bound = (self.number, self.number)
        rows = self._connection.exec_driver_sql(_HELD, bound).all()
        return tuple(
            MobileOffer(
                kind=row.kind,
                name=row.name,
                place=_place(row.kind, row.geom),
                import_id=row.import_id,
                **_attributes(row.attributes),
            )
            for row in rows
        )


class MobilityWriting:
    """How a `Writer` stores zones, benches and mobile offices."""

    _connection: Connection
    number: int

    def replace_mobility(self, kind: MobilityKind, offers: Sequence[MobileOffer]) -> None:
        """Store the offers of a kind in place of those that held before."""
        import numpy as np

        places: NDArray[np.object_] = np.array([offer.place for offer in offers], dtype=object)
        rows = [
            {"name": offer.name, "attributes": _told(offer), "geom": blob}
            for offer, blob in zip(offers, _blobs(kind, places), strict=True)
        ]
        replace_set(self._connection, self.number, MOBILITY, kind, rows)
        self.tell_where_offers_are()

    def tell_where_offers_are(self) -> None:
        """QGIS zooms to where the offers are."""
        import shapely

        held = self._connection.exec_driver_sql(
            "SELECT kind, geom FROM mobility WHERE withdrawn_by IS NULL"
        )
        places = [_place(row.kind, row.geom) for row in held]
        bounds = shapely.total_bounds(places).tolist() if places else [None] * 4
        tell_extent(self._connection, MOBILITY_LAYER, bounds)


def _blobs(kind: str, places: NDArray[np.object_]) -> list[bytes]:
    if kind == "rufbus":
        return to_blobs(places)
    import shapely

    x, y = shapely.get_coordinates(places).T
    return to_point_blobs(x, y)


def _place(kind: str, blob: bytes) -> shapely.Geometry:
    if kind == "rufbus":
        return from_blobs([blob])[0]
    import shapely

    x, y = from_point_blobs([blob])
    return shapely.Point(x[0], y[0])


def _told(offer: MobileOffer) -> str:
    told = {
        "hours": offer.hours,
        "directions": list(offer.directions),
        "contact": offer.contact,
        "nature": offer.nature,
        "attribution": offer.attribution,
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def _attributes(text: str) -> dict[str, Any]:
    told = json.loads(text)
    return {**told, "directions": tuple(told["directions"])}
