"""The points from which minutes are reckoned: where people live, as finely as is known."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.area_system import AreaSystem
from geodata.inhabited_points import PLACES, PointSet
from geodata.markers import Nature
from geodata.workspace import Workspace
from indicators.inhabitants import hides_people, is_grid, population, seen_points
from indicators.kept import kept
from indicators.placing import placed
from indicators.reach.refusals import NobodyKnown

# Places are no area system, but figures can be told of each; no import can name one so.
POINT_SYSTEM = PLACES

Basis = Literal["grid", "streets", "places", "areas"]


@dataclass(frozen=True, eq=False)
class ReachPoints:
    """Arrays (k,): metres in EPSG:25832, and how many people; `names` as the import gave them.

    `basis` says what the points are: cells of a grid, points on the residential streets of places,
    places, or one point inside each area of the finest level that counts people. `source` is the
    id of the grid, set or area system.
    """

    names: tuple[str, ...]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    people: NDArray[np.float64]
    basis: Basis
    source: str
    title: str
    nature: Nature
    attribution: str = ""

    def __len__(self) -> int:
        return len(self.names)


@kept(2)
def inhabited(workspace: Workspace) -> ReachPoints:
    """Grid cells where there are any, else places, else points inside areas; the finest of each.

    Raises `NobodyKnown` where nothing in the workspace says where people live.
    """
    sets = sorted(workspace.point_sets.values(), key=lambda s: -s.points)
    grids = [found for found in sets if is_grid(workspace, found.id)]
    places = [found for found in sets if found.id not in workspace.systems]
    for found in (*grids, *places):
        points = _from_set(workspace, found)
        if points.people.sum() > 0:
            return points
    return _from_areas(workspace)


@kept(32)
def areas_of_points(workspace: Workspace, system: str) -> NDArray[np.int64]:
    """The position (k,) of the area of a system that holds each of the `inhabited` points; -1 for
    none. A point inside an area speaks for this area and all that hold it, and for no part of it.
    """
    points, areas = inhabited(workspace), workspace.systems[system]
    if points.basis == "grid" and points.source == system:
        return np.array([areas.position.get(name, -1) for name in points.names], np.int64)
    if points.basis != "areas":
        return placed(workspace.geometries(system), points.x, points.y)
    own = workspace.systems[points.source]
    if points.source == system:
        return np.array([own.position[name] for name in points.names], np.int64)
    parents = workspace.nesting.get((points.source, system), {})
    return np.array([areas.position.get(parents.get(name, ""), -1) for name in points.names])


def finest_level(workspace: Workspace) -> AreaSystem:
    """The area system of the most areas that is no grid."""
    return max((s for s in workspace.systems.values() if not is_grid(workspace, s.id)), key=len)


@kept(2)
def spoken_names(workspace: Workspace) -> tuple[str, ...]:
    """What each inhabited point is called; a cell by the area in which its middle lies."""
    points = inhabited(workspace)
    if points.basis != "grid":
        return points.names
    finest = finest_level(workspace)
    areas = areas_of_points(workspace, finest.id).tolist()
    return tuple(
        f"Zelle in {finest.names[area]}" if area >= 0 else name
        for name, area in zip(points.names, areas, strict=True)
    )


@kept(2)
def point_system(workspace: Workspace) -> AreaSystem:
    """The inhabited points as if each were an area: so they are coloured and listed like areas."""
    points = inhabited(workspace)
    digits = len(str(len(points)))
    spots = np.column_stack([points.x, points.y]).round(1).tobytes()
    grounds = "".join(system.geometry_hash for system in workspace.systems.values())
    # With everything that the file made of it depends on, and nothing more of the people.
    ranks = np.array(point_ranks(workspace)).tobytes()
    drawn = points.basis.encode() + spots + ranks + grounds.encode()
    return AreaSystem(
        id=POINT_SYSTEM,
        title=points.title,
        attribution="",
        valid="",
        geometry_hash=hashlib.sha256(drawn).hexdigest(),
        area_ids=tuple(f"{at:0{digits}}" for at in range(len(points))),
        names=spoken_names(workspace),
        nests_in=(),
        context=False,
        import_id=0,
    )


def point_ranks(workspace: Workspace) -> list[float]:
    """The order of the points by their people, the most populous highest: how many live at a point
    is not told by it."""
    ranks: list[float] = np.argsort(np.argsort(inhabited(workspace).people, kind="stable")).tolist()
    return ranks


def _from_set(workspace: Workspace, found: PointSet) -> ReachPoints:
    points = seen_points(workspace, found.id)
    basis: Basis = "streets" if found.is_spread else "places"
    if is_grid(workspace, found.id):
        basis = "grid"
    system = workspace.systems.get(found.id)
    return ReachPoints(
        names=points.names,
        x=points.x,
        y=points.y,
        people=points.population,
        basis=basis,
        source=found.id,
        title=found.title,
        nature=Nature[found.nature.upper()],
        attribution=system.attribution if system else found.attribution,
    )


def _from_areas(workspace: Workspace) -> ReachPoints:
    for system in sorted(workspace.systems.values(), key=len, reverse=True):
        people = population(workspace, system.id)
        lived = np.nan_to_num(people) > 0
        if not lived.any() or is_grid(workspace, system.id) or hides_people(workspace, system.id):
            continue
        inside = shapely.point_on_surface(workspace.geometries(system.id)[lived])
        x, y = shapely.get_coordinates(inside).T
        names = tuple(np.array(system.area_ids, object)[lived])
        return ReachPoints(
            names, x, y, people[lived], "areas", system.id, system.title, Nature.ESTIMATED
        )
    raise NobodyKnown
