"""Geometries in metres as the browser draws them, and back."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer

from geodata.area_system import CRS

_DECIMALS = 5
_DEGREES = "EPSG:4326"


def geojson_of(geometry: shapely.Geometry) -> dict[str, Any]:
    """A geometry in EPSG:25832 as GeoJSON in WGS 84, to about a metre."""

    def moved(pairs: NDArray[np.float64]) -> NDArray[np.float64]:
        degrees = np.column_stack(_to_degrees().transform(pairs[:, 0], pairs[:, 1]))
        return np.round(degrees, _DECIMALS)

    told: dict[str, Any] = json.loads(shapely.to_geojson(shapely.transform(geometry, moved)))
    return told


def geometry_of(told: dict[str, Any]) -> shapely.Geometry:
    """The geometry in EPSG:25832 that `geojson_of` told."""

    def moved(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(_to_metres().transform(degrees[:, 0], degrees[:, 1]))

    return shapely.transform(shapely.from_geojson(json.dumps(told)), moved)


def metres_of(lon: float, lat: float) -> tuple[float, float]:
    """A place in WGS 84 as metres in EPSG:25832."""
    x, y = _to_metres().transform(lon, lat)
    return float(x), float(y)


@cache
def _to_degrees() -> Transformer:
    return Transformer.from_crs(CRS, _DEGREES, always_xy=True)


@cache
def _to_metres() -> Transformer:
    return Transformer.from_crs(_DEGREES, CRS, always_xy=True)
