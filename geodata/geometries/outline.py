"""Areas as the browser draws them: one small file, common borders kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer

from geodata.area_system import CRS

DECIMALS = 5
# A screen has some 1,500 pixels across the extent: what is smaller cannot be seen.
STEPS_ACROSS = 1500
# 29 areas stay below 60 kB, the 11,299 of Germany below 5 MB.
_BASE_BYTES = 45_000
_BYTES_PER_AREA = 335
_COARSER = 1.3

Geometries = NDArray[np.object_]


def outline(
    ids: Sequence[str], geometries: Geometries, *, tolerance_m: float | None = None
) -> bytes:
    """A compact GeoJSON FeatureCollection in WGS 84, UTF-8, of areas in EPSG:25832.

    Each feature has no properties but its `id`, the position in `ids`; `labels` on top holds
    [lon, lat, km²] of one point inside each drawn area. Neighbours keep their common border.
    `tolerance_m` is chosen from the extent, and grows until the file is small enough.
    """
    if len(ids) != len(geometries):
        raise ValueError("ids and geometries differ in length")
    if not len(ids):
        return b'{"type":"FeatureCollection","features":[],"labels":[]}'
    tolerance = tolerance_m or _extent_m(geometries) / STEPS_ACROSS
    drawn = simplified(geometries, tolerance)
    shapes = _shapes(drawn)
    budget = _BASE_BYTES + _BYTES_PER_AREA * len(ids)
    while tolerance_m is None and sum(map(len, shapes)) > budget and tolerance < _extent_m(drawn):
        tolerance *= _COARSER
        drawn = simplified(drawn, tolerance)
        shapes = _shapes(drawn)
    features = ",".join(
        f'{{"type":"Feature","id":{number},"properties":{{}},"geometry":{shape}}}'
        for number, shape in enumerate(shapes)
    )
    labels = json.dumps(_labels(drawn, shapely.area(geometries)), separators=(",", ":"))
    return f'{{"type":"FeatureCollection","features":[{features}],"labels":{labels}}}'.encode()


def simplified(geometries: Geometries, tolerance_m: float) -> Geometries:
    """Areas with fewer corners and the same neighbours; overlapping areas each for themselves."""
    together: Geometries = shapely.coverage_simplify(geometries, tolerance_m)
    lost = ~shapely.is_valid(together) | shapely.is_empty(together)
    together[lost] = shapely.simplify(geometries[lost], tolerance_m, preserve_topology=True)
    return together


def geometry_hash(ids: Sequence[str], geometries: Geometries) -> str:
    """The first 16 hex digits of the SHA-256 over ids and geometries."""
    digest = hashlib.sha256()
    for area_id, shape in zip(ids, shapely.to_wkb(geometries, byte_order=1), strict=True):
        digest.update(str(area_id).encode() + b"\0" + len(shape).to_bytes(8, "little") + shape)
    return digest.hexdigest()[:16]


def _extent_m(geometries: Geometries) -> float:
    west, south, east, north = shapely.total_bounds(geometries)
    return float(max(east - west, north - south))


def _in_degrees(geometries: Geometries) -> Geometries:
    transformer = Transformer.from_crs(CRS, "EPSG:4326", always_xy=True)

    def moved(pairs: NDArray[np.float64]) -> NDArray[np.float64]:
        degrees = np.column_stack(transformer.transform(pairs[:, 0], pairs[:, 1]))
        return np.round(degrees, DECIMALS)

    result: Geometries = shapely.transform(geometries, moved)
    return result


def _shapes(geometries: Geometries) -> list[str]:
    return list(shapely.to_geojson(_in_degrees(geometries)))


def _labels(drawn: Geometries, areas_m2: NDArray[np.float64]) -> list[list[float]]:
    """A point well inside each drawn area, with the km² that decide which name comes first."""
    precision = np.maximum(np.sqrt(shapely.area(drawn)) / 50, 1e-6)
    circles = shapely.maximum_inscribed_circle(drawn, precision)
    centres = shapely.get_coordinates(_in_degrees(shapely.get_point(circles, 0)))
    rows: list[list[float]] = np.column_stack([centres, np.round(areas_m2 / 1e6, 2)]).tolist()
    return rows
