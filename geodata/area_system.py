"""A named set of areas: Kreis, Samtgemeinde, Sozialraum, Gemeinde, a grid."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

CRS = "EPSG:25832"


@dataclass(frozen=True)
class AreaSystem:
    """The areas of one system at one journal number, ordered by `area_id`.

    `attribution` is the source note of the geometries; `nests_in` names the systems whose areas
    hold these areas whole, found from the geometries at import. The geometries themselves are
    read apart (`Workspace.geometries`): a map slice does without them.
    """

    id: str
    title: str
    attribution: str
    valid: str
    geometry_hash: str
    area_ids: tuple[str, ...]
    names: tuple[str, ...]
    nests_in: tuple[str, ...]
    context: bool
    import_id: int

    @cached_property
    def position(self) -> dict[str, int]:
        """Where an area stands in all arrays of this system."""
        return {area_id: number for number, area_id in enumerate(self.area_ids)}

    def name_of(self, area_id: str) -> str:
        return self.names[self.position[area_id]]

    def __len__(self) -> int:
        return len(self.area_ids)
