"""What is compared: an area, or several taken together as one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.workspace import Workspace
from indicators.kept import kept
from indicators.refusals import UnknownArea, UnknownSystem

_OVERLAP_M2 = 1.0
_MOST_NAMED = 2


@dataclass(frozen=True)
class Place:
    """An area of a system, or several `members` as one, with a name where somebody gave it one."""

    system: str
    area_id: str
    members: tuple[str, ...] = ()
    name: str = ""

    @property
    def area_ids(self) -> tuple[str, ...]:
        return self.members or (self.area_id,)


def positions(workspace: Workspace, place: Place) -> NDArray[np.int64]:
    """Where the areas of a place stand in their system; raises `UnknownSystem`, `UnknownArea`."""
    if place.system not in workspace.systems:
        raise UnknownSystem(system=place.system, systems=", ".join(workspace.systems))
    system = workspace.systems[place.system]
    for area_id in place.area_ids:
        if area_id not in system.position:
            raise UnknownArea(area=area_id, system=system.title)
    return np.array([system.position[area_id] for area_id in place.area_ids], np.int64)


def name_of(workspace: Workspace, place: Place) -> str:
    """`Bedorf`; `Ahausen, Bedorf`; `Ahausen, Bedorf + 3`: short enough for a sentence."""
    if place.name:
        return place.name
    names = [workspace.systems[place.system].name_of(area_id) for area_id in place.area_ids]
    more = f" + {len(names) - _MOST_NAMED}" if len(names) > _MOST_NAMED else ""
    # `Göhrde, gemeindefrei` is one name.
    between = "; " if any(", " in name for name in names) else ", "
    return between.join(names[:_MOST_NAMED]) + more


@kept(256)
def overlapping(workspace: Workspace, a: Place, b: Place) -> bool:
    """Whether two places have land in common: the same people would stand on both sides."""
    if a.system == b.system:
        return bool(set(a.area_ids) & set(b.area_ids))
    one, other = (
        shapely.union_all(workspace.geometries(p.system)[positions(workspace, p)]) for p in (a, b)
    )
    return bool(shapely.area(shapely.intersection(one, other)) > _OVERLAP_M2)
