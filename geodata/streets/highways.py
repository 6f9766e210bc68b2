"""The streets, paths and ferries of a file of OpenStreetMap, picked out by `osmium`."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import osmium

from geodata.streets.mode_table import ModeTable
from geodata.streets.opl import Kinds, Tags, read_lines
from geodata.streets.osm_file import Piece, pieces
from geodata.streets.refusals import BrokenOsm
from geodata.streets.way_speeds import says_something
from geodata.streets.ways import Frame, Ways, joined, nearest_point, within

Progress = Callable[[float], None]
_FORM = "opl,add_metadata=false,locations_on_ways=true"


@dataclass(frozen=True, eq=False)
class Highways:
    """The ways in a frame that anyone might travel on, and the barriers on their points.

    `tags` and `barrier_tags` by kind; `barriers` by the id of the point. `in_file` counts the ways
    of the whole file; `nearest` is the point of one, in degrees, that comes nearest to the frame.
    """

    ways: Ways
    tags: list[Tags]
    barriers: dict[int, int]
    barrier_tags: list[Tags]
    in_file: int
    nearest: tuple[float, float] | None


def read_highways(path: Path, table: ModeTable, frame: Frame, *, progress: Progress) -> Highways:
    """Read a PBF or XML file once; `progress` is told the share that is read.

    Ways are filtered and written down by osmium itself, so that Python sees text and not an object
    for each point. Memory: the text of one piece, and 16 bytes for each point of the file.
    Raises refusals for what is no such file, is cut off or damaged.
    """
    locations = osmium.NodeLocationsForWays(osmium.index.create_map("flex_mem"))
    locations.ignore_errors()
    counts = partial(says_something, table=table)
    way_kinds, barrier_kinds = Kinds(counts), Kinds(counts)
    barriers: dict[int, int] = {}
    parts, in_file, candidates = [], 0, []
    for text in _texts(path, table, locations, progress):
        ways, points = read_lines(text, way_kinds, barrier_kinds)
        parts.append(within(ways, frame))
        barriers.update(points)
        in_file += len(ways.kind)
        candidates += nearest_point(ways, frame)
    _, *found = min(candidates, default=(0.0,))
    return Highways(
        joined(parts),
        way_kinds.tags(),
        barriers,
        barrier_kinds.tags(),
        in_file,
        (found[0], found[1]) if found else None,
    )


def _texts(
    path: Path, table: ModeTable, locations: osmium.NodeLocationsForWays, progress: Progress
) -> Iterator[bytes]:
    with tempfile.TemporaryDirectory(prefix="sozialraumatlas-") as folder:
        for number, piece in enumerate(pieces(path)):
            written = Path(folder) / f"{number}.opl"
            try:
                _write_highways(piece, table, locations, written)
            except RuntimeError:
                raise BrokenOsm(file=path.name) from None
            yield written.read_bytes()
            written.unlink()
            progress(piece.read)


def _write_highways(
    piece: Piece, table: ModeTable, locations: osmium.NodeLocationsForWays, path: Path
) -> None:
    roads = osmium.filter.TagFilter(
        ("route", "ferry"), *(("highway", highway) for highway in sorted(table.highways))
    )
    roads.enable_for(osmium.osm.WAY)
    barriers = osmium.filter.KeyFilter("barrier")
    barriers.enable_for(osmium.osm.NODE)
    buffer = osmium.io.FileBuffer(piece.content, piece.format)
    with (
        osmium.io.Reader(buffer, osmium.osm.NODE | osmium.osm.WAY) as reader,
        osmium.SimpleWriter(osmium.io.File(str(path), _FORM)) as writer,
    ):
        osmium.apply(reader, locations, roads, barriers, writer)
