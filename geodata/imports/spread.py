"""The people of places spread over the streets in which they live."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from scipy.spatial import cKDTree

from geodata.area_system import CRS
from geodata.imports.originals import taken_in
from geodata.imports.refusals import NoHomeStreets
from geodata.inhabited_points import InhabitedPoints
from geodata.store import Reader
from geodata.streets.homes import HomeStreets, home_streets
from geodata.streets.ways import Frame

Integers = NDArray[np.int64]

_WORD_BEHIND = re.compile(r",\s(?:\S*[Ss]tadt|Flecken|Markt|GKSt|St|M)$")


@dataclass(frozen=True, eq=False)
class Spread:
    """`points` along the streets; `stayed` are the places that had no street, where they were."""

    points: InhabitedPoints
    stayed: tuple[str, ...]


def spread_along(before: Reader, places: InhabitedPoints, file: Path) -> Spread:
    """The places spread over the residential streets of a file, in the areas of the finest level.

    Raises `NoHomeStreets` where none of them has any, and what `home_streets` raises.
    """
    areas = _finest_areas(before)
    with taken_in(file) as taken:
        found = spread(places, home_streets(taken.path, _frame(areas)), areas)
    if len(found.stayed) == len(places):
        raise NoHomeStreets(file=file.name)
    return found


def _finest_areas(before: Reader) -> NDArray[np.object_]:
    grids = {entry.number for entry in before.journal() if entry.kind == "grid"}
    systems = [s for s in before.area_systems(context=False) if s.import_id not in grids]
    finest = max(systems, key=lambda system: len(system.area_ids))
    return before.geometries(finest.id, context=False)


def _frame(areas: NDArray[np.object_]) -> Frame:
    """The bounds of the areas in degrees."""
    to_degrees = Transformer.from_crs(CRS, "EPSG:4326", always_xy=True)
    west, south, east, north = to_degrees.transform_bounds(*shapely.total_bounds(areas))
    return float(west), float(south), float(east), float(north)


def spread(places: InhabitedPoints, streets: HomeStreets, areas: NDArray[np.object_]) -> Spread:
    """The people of each place, shared out among its streets by their length.

    A street belongs to the nearest of the places in its own area: nobody is moved over a border.
    In each place there are as many people as before. `areas` (a,) are polygons in EPSG:25832.
    """
    owner = _owners(places, streets, areas)
    mine = np.flatnonzero(owner >= 0)
    length = streets.length_m[mine]
    whole = np.bincount(owner[mine], length, minlength=len(places))
    share = length / whole[owner[mine]]
    stay = np.flatnonzero(whole == 0)
    names = [_named(streets.names[at], places.names[owner[at]]) for at in mine.tolist()]
    return Spread(
        InhabitedPoints(
            (*names, *(places.names[at] for at in stay.tolist())),
            np.concatenate([streets.x[mine], places.x[stay]]),
            np.concatenate([streets.y[mine], places.y[stay]]),
            np.concatenate([places.population[owner[mine]] * share, places.population[stay]]),
        ),
        tuple(places.names[at] for at in stay.tolist()),
    )


def _owners(places: InhabitedPoints, streets: HomeStreets, areas: NDArray[np.object_]) -> Integers:
    """For each street node (n,) its place; -1 where its area has none."""
    place_area = _area_of(areas, places.x, places.y)
    street_area = _area_of(areas, streets.x, streets.y)
    owner = np.full(len(streets.x), -1, np.int64)
    for area in np.unique(place_area[place_area >= 0]).tolist():
        here, there = np.flatnonzero(place_area == area), np.flatnonzero(street_area == area)
        tree = cKDTree(np.column_stack([places.x[here], places.y[here]]))
        _, nearest = tree.query(np.column_stack([streets.x[there], streets.y[there]]))
        owner[there] = here[nearest]
    return owner


def _area_of(
    areas: NDArray[np.object_], x: NDArray[np.float64], y: NDArray[np.float64]
) -> Integers:
    """The position of the area that holds each point; one of those whose border it lies on."""
    found = np.full(len(x), -1, np.int64)
    shapely.prepare(areas)
    point, area = shapely.STRtree(areas).query(shapely.points(x, y), predicate="intersects")
    found[point] = area
    return found


def _named(street: str, place: str) -> str:
    """„Dorfstraße, Lüchow“; whatever of it is known, and without „Stadt“ behind the name."""
    return ", ".join(part for part in (street, _WORD_BEHIND.sub("", place)) if part)
