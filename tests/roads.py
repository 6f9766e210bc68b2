"""Small worlds of streets, written as OpenStreetMap would write them.

Points are named by letters and lie in metres east and north of the corner of the villages.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

import shapely
from pyproj import Transformer

from geodata.streets.assembly import Assembled, assembled
from geodata.streets.graph import StreetGraph
from geodata.streets.highways import read_highways
from geodata.streets.mode_table import Mode, mode_table
from geodata.streets.segments import segments
from tests.villages import EAST, NORTH

Points = Mapping[str, tuple[float, float]]
# Letters of the points, and the tags.
Way = tuple[str, Mapping[str, str]]
Barriers = Mapping[str, Mapping[str, str]]

EVERYWHERE = (-180.0, -90.0, 180.0, 90.0)
_TO_DEGREES = Transformer.from_crs("EPSG:25832", "EPSG:4326", always_xy=True)


def osm_text(points: Points, ways: Sequence[Way], barriers: Barriers | None = None) -> str:
    """The world as OSM XML; the id of a point is the code of its letter."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<osm version="0.6" generator="test">']
    for name, (x, y) in points.items():
        lon, lat = _TO_DEGREES.transform(EAST + x, NORTH + y)
        inner = _tags((barriers or {}).get(name, {}))
        lines.append(f'<node id="{ord(name)}" lat="{lat:.7f}" lon="{lon:.7f}">{inner}</node>')
    for number, (course, tags) in enumerate(ways, start=1):
        refs = "".join(f'<nd ref="{ord(name)}"/>' for name in course)
        lines.append(f'<way id="{number}">{refs}{_tags(tags)}</way>')
    return "\n".join([*lines, "</osm>\n"])


def _tags(tags: Mapping[str, str]) -> str:
    return "".join(f"<tag k={quoteattr(k)} v={quoteattr(v)}/>" for k, v in tags.items())


def put_together(
    folder: Path, points: Points, ways: Sequence[Way], barriers: Barriers | None = None
) -> Assembled:
    """The world read by osmium and assembled."""
    path = folder / "welt.osm"
    path.write_text(osm_text(points, ways, barriers), encoding="utf-8")
    read = read_highways(path, mode_table(), EVERYWHERE, progress=lambda _: None)
    around = shapely.box(EAST - 1e6, NORTH - 1e6, EAST + 1e6, NORTH + 1e6)
    return assembled(segments(read, mode_table(), around), title="Welt", attribution="© Wir")


def edges_of(graph: StreetGraph, mode: Mode) -> dict[tuple[str, str], float]:
    """Minutes by "east,north" of both ends, whole metres, of the edges that a mode may travel."""
    names = [f"{x - EAST:.0f},{y - NORTH:.0f}" for x, y in zip(graph.x, graph.y, strict=True)]
    return {
        (names[start], names[end]): float(minutes)
        for start, end, minutes in zip(graph.start, graph.end, graph.minutes[mode], strict=True)
        if minutes < float("inf")
    }
