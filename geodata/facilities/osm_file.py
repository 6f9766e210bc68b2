"""Facilities out of OpenStreetMap files, chosen by a tag."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import osmium
import pandas as pd
import shapely
from numpy.typing import NDArray
from pyproj import CRS

from geodata.facilities.layer_file import middles
from geodata.facilities.listing import Listing
from geodata.facilities.refusals import BadTag, BrokenOsm, NothingTagged
from geodata.geometries.projection import projected

ATTRIBUTION = "© OpenStreetMap-Mitwirkende (ODbL)"
ENDINGS = (".pbf", ".osm", ".osm.gz", ".osm.bz2")
_WGS84 = "EPSG:4326"
_MOST_HEADERS = 400
_REASONS = {
    "entities": "sie enthält XML-Entitäten, und die werden aus Sicherheitsgründen nicht gelesen",
    "unexpected EOF": "sie ist abgeschnitten",
    "truncated": "sie ist abgeschnitten",
}


class _Tagged(NamedTuple):
    id: str
    tags: dict[str, str]
    geometry: shapely.Geometry


def is_osm(path: Path) -> bool:
    """Whether a file is named as OpenStreetMap files are."""
    return path.name.lower().endswith(ENDINGS)


def read_osm_list(path: Path, tag: str) -> Listing:
    """All nodes and areas with a tag such as `amenity=kindergarten`; areas by their middle.

    Raises `BadTag`, `NothingTagged`, `BrokenOsm`.
    """
    key, _, value = tag.partition("=")
    if not key.strip() or not value.strip():
        raise BadTag(tag=tag)
    try:
        found = list(_tagged(path, key.strip(), value.strip()))
    except RuntimeError as reason:
        said = str(reason)
        why = next((told for part, told in _REASONS.items() if part in said), "sie ist beschädigt")
        raise BrokenOsm(file=path.name, reason=why) from None
    if not found:
        raise NothingTagged(file=path.name, tag=tag)
    return _listing(path.name, found)


def _tagged(path: Path, key: str, value: str) -> Iterator[_Tagged]:
    """Nodes, and areas out of closed ways and relations; an open way is no area and has no place.

    Every tag is checked by `osmium` itself: Python sees only what has it.
    """
    wanted = osmium.filter.TagFilter((key, value))
    made = osmium.geom.WKBFactory()
    for thing in osmium.FileProcessor(str(path)).with_areas(wanted).with_filter(wanted):
        if isinstance(thing, osmium.osm.Node):
            point = shapely.Point(thing.lon, thing.lat)
            yield _Tagged(f"node/{thing.id}", _plain(thing.tags), point)
        elif isinstance(thing, osmium.osm.Area):
            kind = "way" if thing.from_way() else "relation"
            area = shapely.from_wkb(made.create_multipolygon(thing))
            yield _Tagged(f"{kind}/{thing.orig_id()}", _plain(thing.tags), area)


def _plain(tags: osmium.osm.TagList) -> dict[str, str]:
    return {tag.k: tag.v for tag in tags}


def _listing(file: str, found: list[_Tagged]) -> Listing:
    headers = ("osm_id", *dict.fromkeys(key for one in found for key in one.tags))[:_MOST_HEADERS]
    cells = [
        [one.id, *(" ".join(one.tags.get(key, "").split()) for key in headers[1:])] for one in found
    ]
    index = pd.RangeIndex(1, len(found) + 1)
    texts = pd.DataFrame(cells, index=index, columns=range(len(headers)), dtype=object)
    names = pd.Series([one.tags.get("name", "") for one in found], index=index, dtype=object)
    shapes: NDArray[np.object_] = np.array([one.geometry for one in found], dtype=object)
    points = middles(shapes, names, file=file)
    moved = projected(points, CRS(_WGS84), names, crs=None, file=file)
    return Listing(
        file, headers, texts, points=moved.geometries, crs_from=moved.crs_from, row_is="Objekt"
    )
