"""Who lives where, as finely as the workspace knows, and how counts divide by it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.area_system import AreaSystem
from geodata.inhabited_points import InhabitedPoints, people_of_grid
from geodata.markers import Nature
from geodata.workspace import Workspace
from indicators.figures import observed
from indicators.kept import kept
from indicators.overlap import Overlap, Pieces, by_area, by_people, people_pieces, spread_people
from indicators.placing import placed


@kept(32)
def overlap_between(
    workspace: Workspace, origin: str, system: str, *, surface: bool = False
) -> Overlap:
    """How counts of `origin` divide among the areas of `system`.

    By the people of the finest set of points or area system that knows any; by surface where
    there is none finer than the origin itself, or where `surface` is what is counted. What is
    hidden weighs nothing: what it divides would tell of it.
    """
    sources, targets = _geometries(workspace, origin), _geometries(workspace, system)
    candidates = [] if surface else _finest_first(workspace, origin)
    for name, is_points in candidates:
        if is_points:
            pieces = _points_in_both(workspace, name, origin, system)
            title = workspace.point_sets[name].title
            made_up = workspace.point_sets[name].nature == "model"
        else:
            fine = _geometries(workspace, name)
            pieces = spread_people(fine, population(workspace, name), sources, targets)
            title, made_up = workspace.systems[name].title, False
        if len(pieces.amount):
            found = by_people(pieces, sources, targets, title=title)
            return replace(found, nature=Nature.MODEL) if made_up else found
    return by_area(sources, targets)


def population(workspace: Workspace, system: str) -> NDArray[np.float64]:
    """The latest population (n,) counted in the areas of a system; NaN where none is known."""
    found = np.full(len(workspace.systems[system]), np.nan)
    for record in workspace.indicators.values():
        if record.role == "population":
            states = workspace.states_of.get((record.id, system), {})
            for period in sorted(states):
                figures = observed(workspace, record.id, system, period)
                found = np.where(figures.counted, figures.values, found)
    return found


@kept(16)
def unpeopled(workspace: Workspace, system: str) -> NDArray[np.bool_]:
    """The cells (n,) of a grid for which its source names no people; elsewhere all False.

    A census leaves out whom it must protect: such a cell holds nobody or a secret few. Where a rule
    hides whether anybody lives, the source has named them.
    """
    areas = workspace.systems[system]
    if not is_grid(workspace, system):
        return np.zeros(len(areas), bool)
    named = {*workspace.points(system).names, *_hidden_cells(workspace, system)}
    return np.array([area_id not in named for area_id in areas.area_ids], bool)


@kept(4)
def seen_points(workspace: Workspace, point_set: str) -> InhabitedPoints:
    """The points of a set, as far as anybody may know them.

    In a hidden cell of a grid nobody is counted, and each of them has its point, whether anybody
    lives there or not: what it weighs would tell of it, and so would that it has a point.
    """
    points = workspace.points(point_set)
    if not is_grid(workspace, point_set):
        return points
    cells = workspace.systems[point_set]
    hidden = _hidden_cells(workspace, point_set)
    if _is_all_hidden(workspace, point_set):
        hidden = frozenset(cells.area_ids)
    if not hidden:
        return points
    shown = [at for at, name in enumerate(points.names) if name not in hidden]
    names = [points.names[at] for at in shown]
    secret = [name for name in cells.area_ids if name in hidden]
    middle = shapely.centroid(_geometries(workspace, point_set))
    at = np.array([cells.position[name] for name in secret], np.int64)
    return InhabitedPoints(
        (*names, *secret),
        np.concatenate([points.x[shown], shapely.get_x(middle[at])]),
        np.concatenate([points.y[shown], shapely.get_y(middle[at])]),
        np.concatenate([points.population[shown], np.zeros(len(secret))]),
    )


def _hidden_cells(workspace: Workspace, grid: str) -> frozenset[str]:
    """The cells of a grid whose people were hidden when that was last reckoned."""
    state = (people_of_grid(grid), grid)
    return frozenset(key[3] for key in workspace.hidden_cells if key[:2] == state)


def _is_all_hidden(workspace: Workspace, grid: str) -> bool:
    """Whether the people of a grid are under a rule, and nobody has reckoned yet what it hides."""
    record = workspace.indicators.get(people_of_grid(grid))
    return record is not None and bool(record.minimum) and not workspace.is_reckoned


def _finest_first(workspace: Workspace, origin: str) -> list[tuple[str, bool]]:
    """Names of what knows people, with whether it is points; the most points or areas first."""
    known = [(found.points, name, True) for name, found in workspace.point_sets.items()]
    known += [
        (len(areas), name, False)
        for name, areas in workspace.systems.items()
        if len(areas) > len(workspace.systems[origin])
        and not is_grid(workspace, name)
        and (population(workspace, name) > 0).any()
        and not hides_people(workspace, name)
    ]
    return [(name, points) for _, name, points in sorted(known, key=lambda k: (-k[0], k[1]))]


def hides_people(workspace: Workspace, system: str) -> bool:
    """Whether any population counted in the areas of a system may not be seen."""
    for record in workspace.indicators.values():
        if record.role == "population":
            if record.minimum and not workspace.is_reckoned:
                return True
            if any(key[:2] == (record.id, system) for key in workspace.hidden_cells):
                return True
    return False


def _points_in_both(workspace: Workspace, point_set: str, origin: str, system: str) -> Pieces:
    points = seen_points(workspace, point_set)
    places = [_places(workspace, point_set, points, name) for name in (origin, system)]
    shape = (len(workspace.systems[origin]), len(workspace.systems[system]))
    return people_pieces(places[0], places[1], points.population, shape)


def _places(
    workspace: Workspace, point_set: str, points: InhabitedPoints, system: str
) -> NDArray[np.int64]:
    """The area of each point; the points of a grid bear the names of its cells."""
    areas: AreaSystem = workspace.systems[system]
    if point_set == system and is_grid(workspace, system):
        return np.array([areas.position.get(name, -1) for name in points.names], np.int64)
    return placed(_geometries(workspace, system), points.x, points.y)


@kept(3)
def _geometries(workspace: Workspace, system: str) -> NDArray[np.object_]:
    """Read once for all the systems that one grid is laid over."""
    return workspace.geometries(system)


def is_grid(workspace: Workspace, system: str) -> bool:
    """Whether one import brought the areas and the points that bear their names."""
    points, areas = workspace.point_sets.get(system), workspace.systems.get(system)
    return points is not None and areas is not None and points.import_id == areas.import_id
