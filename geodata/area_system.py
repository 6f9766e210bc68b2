"""A named set of areas: Kreis, Samtgemeinde, Sozialraum, Gemeinde, a grid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

CRS = "EPSG:25832"


@dataclass(frozen=True, eq=False)
class AreaSystem:
    """The areas of one system at one journal number, ordered by `area_id`.

    `geometries` are shapely geometries in EPSG:25832, read on first use; `nests_in` names the
    systems whose areas hold these areas whole, found from the geometries at import.
    """

    id: str
    title: str
    valid: str
    geometry_hash: str
    area_ids: tuple[str, ...]
    names: tuple[str, ...]
    nests_in: tuple[str, ...]
    context: bool
    import_id: int
    _read_geometries: Callable[[], NDArray[np.object_]] = field(repr=False)

    @cached_property
    def geometries(self) -> NDArray[np.object_]:
        return self._read_geometries()

    @cached_property
    def position(self) -> dict[str, int]:
        """Where an area stands in all arrays of this system."""
        return {area_id: number for number, area_id in enumerate(self.area_ids)}

    def name_of(self, area_id: str) -> str:
        return self.names[self.position[area_id]]

    def __len__(self) -> int:
        return len(self.area_ids)
