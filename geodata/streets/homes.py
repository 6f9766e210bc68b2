"""Points along the streets in which people live, out of a file of OpenStreetMap."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import osmium
from numpy.typing import NDArray

from geodata.streets.osm_file import pieces
from geodata.streets.refusals import BrokenOsm
from geodata.streets.segments import projected
from geodata.streets.ways import Frame

# What OpenStreetMap calls a street that is there for those who live in it.
HOME_STREETS = ("residential", "living_street")
# A longer street is told by several of its points.
_PIECE_M = 200.0

Metres = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class HomeStreets:
    """Nodes (n,) of residential streets in metres of EPSG:25832, and how much street each stands
    for; `names` are those of the streets, "" where one has none."""

    names: tuple[str, ...]
    x: Metres
    y: Metres
    length_m: Metres


@dataclass(frozen=True)
class _Street:
    name: str
    course: tuple[tuple[int, float, float], ...]


class _Found(osmium.SimpleHandler):
    """Gathers the streets that begin in a frame, with the nodes whose place is known."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.frame = frame
        self.streets: list[_Street] = []

    def way(self, way: osmium.osm.Way) -> None:
        course = tuple((n.ref, n.lon, n.lat) for n in way.nodes if n.location.valid())
        if len(course) > 1 and _inside(self.frame, *course[0][1:]):
            name = " ".join((way.tags.get("name") or "").split())
            self.streets.append(_Street(name, course))


def home_streets(path: Path, frame: Frame) -> HomeStreets:
    """The nodes of the residential streets in a frame of degrees that stand for all their length.

    A street is cut into equal pieces of at most 200 m, and each piece told by the node of the
    street nearest to its middle. Raises refusals for what is no file of OpenStreetMap.
    """
    found, locations = _Found(frame), _locations()
    wanted = osmium.filter.TagFilter(*(("highway", value) for value in HOME_STREETS))
    wanted.enable_for(osmium.osm.WAY)
    for piece in pieces(path):
        buffer = osmium.io.FileBuffer(piece.content, piece.format)
        try:
            with osmium.io.Reader(buffer, osmium.osm.NODE | osmium.osm.WAY) as reader:
                osmium.apply(reader, locations, wanted, found)
        except RuntimeError:
            raise BrokenOsm(file=path.name) from None
    return _standing_for(found.streets)


def _locations() -> osmium.NodeLocationsForWays:
    locations = osmium.NodeLocationsForWays(osmium.index.create_map("flex_mem"))
    locations.ignore_errors()
    return locations


def _inside(frame: Frame, lon: float, lat: float) -> bool:
    west, south, east, north = frame
    return west <= lon <= east and south <= lat <= north


def _standing_for(streets: list[_Street]) -> HomeStreets:
    """Each node once, however many streets meet there: it bears the name of the longest."""
    x, y = projected(*_degrees(streets))
    rows, first = [], 0
    for street in streets:
        own = slice(first, first + len(street.course))
        rows += [
            (street.course[at][0], first + at, length, street.name)
            for at, length in _pieces(x[own], y[own])
        ]
        first = own.stop
    rows.sort(key=lambda row: -row[2])
    nodes = np.array([ref for ref, *_ in rows], np.int64)
    _, longest, which = np.unique(nodes, return_index=True, return_inverse=True)
    at = np.array([position for _, position, *_ in rows], np.int64)[longest]
    metres = [length for _, _, length, _ in rows]
    length_m = np.bincount(which, metres, minlength=len(longest)).astype(np.float64)
    names = tuple(rows[row][3] for row in longest.tolist())
    return HomeStreets(names, x[at], y[at], length_m)


def _degrees(streets: list[_Street]) -> tuple[Metres, Metres]:
    degrees = [(lon, lat) for street in streets for _, lon, lat in street.course]
    lon, lat = np.array(degrees, np.float64).reshape(-1, 2).T
    return lon, lat


def _pieces(x: Metres, y: Metres) -> list[tuple[int, float]]:
    """Which nodes of a course stand for its pieces, and how long each piece is."""
    along = np.concatenate([[0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))])
    count = max(1, int(np.ceil(along[-1] / _PIECE_M)))
    length = float(along[-1]) / count
    middles = (np.arange(count) + 0.5) * length
    nearest = np.abs(along[:, None] - middles).argmin(axis=0)
    return [(int(at), length) for at in nearest]
