"""120,000 cells and 29 areas: our overlap against `geopandas.sjoin` and `tobler`, alternating.

All three answer the same question, how many people live in each area. Ours and `sjoin` go by the
midpoints of the cells, which both are given as coordinates; ours and `tobler` also by surface.
Each starts from fresh geometries, so that nothing kept from an earlier round helps.
"""

from __future__ import annotations

import shutil
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray

from app import DEMONSTRATION
from geodata.area_system import CRS
from geodata.workspace import open_workspace
from indicators.overlap import by_area, by_people, divided_up, people_pieces
from indicators.placing import placed
from tests.benchmarks.finding import Finding, german, median_ratio, milliseconds

CELLS, ROUNDS = 120_000, 7
# So many of all people may differ: a cell on a border goes whole to one side, or to the other.
_SAME_SHARE = 0.01

Geometries = NDArray[np.object_]
Numbers = NDArray[np.float64]
Way = Callable[[Geometries, Geometries, Numbers], Numbers]


def run() -> list[Finding]:
    areas = _areas()
    cells = _cells(areas)
    people = np.random.default_rng(1).integers(0, 200, len(cells)).astype(np.float64)
    ways: dict[str, Way] = {
        "`geopandas.sjoin`": _joined,
        "`tobler.area_interpolate`": _interpolated,
        "unsere, nach Mittelpunkten": _by_midpoints,
        "unsere, nach Fläche": _by_surface,
    }
    times: dict[str, list[float]] = {title: [] for title in ways}
    answers: dict[str, Numbers] = {}
    for _ in range(ROUNDS):
        for title, way in ways.items():
            fresh = shapely.from_wkb(shapely.to_wkb(areas)), shapely.from_wkb(shapely.to_wkb(cells))
            started = time.perf_counter()
            answers[title] = way(fresh[1], fresh[0], people)
            times[title].append(1000 * (time.perf_counter() - started))
    _check(answers)
    return _findings(times, len(cells))


def _findings(times: dict[str, list[float]], count: int) -> list[Finding]:
    sjoin, tobler, ours, ours_by_surface = times.values()
    title = f"Überlagerung von {german(count)} Zellen mit 29 Gebieten"
    faster = min(sjoin, tobler, key=np.median)
    ratio, by_surface = median_ratio(ours, faster), median_ratio(ours_by_surface, tobler)
    names = list(times)
    return [
        Finding(f"{title} · {names[0]}", milliseconds(sjoin)),
        Finding(f"{title} · {names[1]}", milliseconds(tobler)),
        Finding(
            f"{title} · {names[2]}",
            milliseconds(ours),
            german(ratio, 2),
            "höchstens 1 (gegen das Schnellere)",
            ratio <= 1,
        ),
        Finding(
            f"{title} · {names[3]}",
            milliseconds(ours_by_surface),
            german(by_surface, 2),
            "höchstens 1 (gegen tobler)",
            by_surface <= 1,
        ),
    ]


def _check(answers: dict[str, Numbers]) -> None:
    """A fast wrong answer is none."""
    first, *others = answers.values()
    for other in others:
        assert np.abs(other - first).sum() < _SAME_SHARE * first.sum()


def _areas() -> Geometries:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(DEMONSTRATION, Path(folder) / "w")
        with open_workspace(Path(folder) / "w") as workspace:
            return workspace.geometries("gemeinde")


def _cells(areas: Geometries) -> Geometries:
    """Squares of the size that so many of them cover the frame of the areas."""
    west, south, east, north = shapely.total_bounds(areas)
    side = np.sqrt((east - west) * (north - south) / CELLS)
    x, y = np.meshgrid(np.arange(west, east, side), np.arange(south, north, side))
    x, y = x.ravel()[:CELLS], y.ravel()[:CELLS]
    cells: Geometries = shapely.box(x, y, x + side, y + side)
    return cells


def _midpoints(cells: Geometries) -> tuple[Numbers, Numbers]:
    west, south, east, north = shapely.bounds(cells).T
    return (west + east) / 2, (south + north) / 2


def _joined(cells: Geometries, areas: Geometries, people: Numbers) -> Numbers:
    x, y = _midpoints(cells)
    points = gpd.points_from_xy(x, y)
    midpoints = gpd.GeoDataFrame({"people": people}, geometry=points, crs=CRS)
    joined = gpd.sjoin(midpoints, gpd.GeoDataFrame(geometry=areas, crs=CRS), predicate="within")
    sums: Numbers = (
        joined.groupby("index_right")["people"].sum().reindex(range(len(areas))).to_numpy()
    )
    return sums


def _interpolated(cells: Geometries, areas: Geometries, people: Numbers) -> Numbers:
    from tobler.area_weighted import area_interpolate

    source = gpd.GeoDataFrame({"people": people}, geometry=cells, crs=CRS)
    target = gpd.GeoDataFrame(geometry=areas, crs=CRS)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # As ours: what lies outside the areas stays outside.
        found = area_interpolate(
            source, target, extensive_variables=["people"], allocate_total=False
        )
    sums: Numbers = found["people"].to_numpy()
    return sums


def _by_midpoints(cells: Geometries, areas: Geometries, people: Numbers) -> Numbers:
    """As with a grid and its own midpoints: which cell a point lies in is known."""
    places = placed(areas, *_midpoints(cells))
    shape = (len(cells), len(areas))
    pieces = people_pieces(np.arange(len(cells)), places, people, shape)
    return divided_up(people, by_people(pieces, cells, areas, title="Raster"))


def _by_surface(cells: Geometries, areas: Geometries, people: Numbers) -> Numbers:
    return divided_up(people, by_area(cells, areas))
