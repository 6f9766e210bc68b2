"""GeoJSON as offices and web services really write it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError
from shapely.geometry import shape

from geodata.geometries.refusals import (
    BrokenGeometry,
    BrokenJson,
    JsonTooDeep,
    NoFeatures,
    NotGeoJson,
    UnknownCrs,
)

GEOMETRY_TYPES = (
    "Point",
    "MultiPoint",
    "LineString",
    "MultiLineString",
    "Polygon",
    "MultiPolygon",
    "GeometryCollection",
)
# What shapely and Python raise when coordinates are text, null, too few or too large.
_BUILDING_ERRORS = (
    TypeError,
    ValueError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    RecursionError,
    shapely.errors.ShapelyError,
)


def read_geojson(path: Path, *, file: str) -> gpd.GeoDataFrame:
    """The features of a GeoJSON file; a bare list of Features or collections is taken too.

    Without a `crs` member the coordinates are WGS 84 (RFC 7946) if they can be degrees;
    otherwise the frame has no CRS.
    """
    document = _parsed(path.read_bytes(), file=file)
    features = _features(document, file=file)
    if not features:
        raise NoFeatures(file=file)
    geometries = [_geometry(feature, n, file=file) for n, feature in enumerate(features, 1)]
    properties = pd.DataFrame([_properties(feature) for feature in features])
    properties = properties.drop(columns="geometry", errors="ignore")
    return gpd.GeoDataFrame(
        properties, geometry=geometries, crs=_crs(document, geometries, file=file)
    )


def _parsed(content: bytes, *, file: str) -> object:
    try:
        text = content.decode(json.detect_encoding(content))
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    try:
        return json.loads(text.lstrip("\ufeff"))
    except RecursionError as error:
        raise JsonTooDeep(file=file) from error
    except json.JSONDecodeError as error:
        raise BrokenJson(file=file, line=error.lineno, column=error.colno) from error
    except ValueError as error:  # a whole number of more than 4,300 digits
        raise BrokenJson(file=file, line="unbekannt", column="unbekannt") from error


def _features(document: object, *, file: str) -> list[Mapping[str, Any]]:
    """All features in the order of the file, out of nested lists and collections."""
    waiting: list[Any] = [document]
    features: list[Mapping[str, Any]] = []
    while waiting:
        part = waiting.pop()
        kind = part.get("type") if isinstance(part, dict) else None
        if isinstance(part, list):
            waiting.extend(reversed(part))
        elif kind == "FeatureCollection" and isinstance(part.get("features"), list):
            waiting.extend(reversed(part["features"]))
        elif kind == "Feature":
            features.append(part)
        elif kind in GEOMETRY_TYPES:
            features.append({"geometry": part, "properties": {}})
        else:
            raise NotGeoJson(file=file, found=_description(part, kind))
    return features


def _description(part: object, kind: object) -> str:
    if kind == "Topology":
        return "gefunden: TopoJSON"
    if isinstance(kind, str):
        return f"gefunden: „{kind[:40]}“"
    return "ohne „type“" if isinstance(part, dict) else "gefunden: Text oder Zahl"


def _geometry(feature: Mapping[str, Any], row: int, *, file: str) -> shapely.Geometry | None:
    if feature.get("geometry") is None:
        return None
    try:
        return shape(feature["geometry"])
    except _BUILDING_ERRORS as error:
        raise BrokenGeometry(file=file, feature=f"Objekt {row}") from error


def _properties(feature: Mapping[str, Any]) -> dict[str, Any]:
    properties = feature.get("properties")
    properties = dict(properties) if isinstance(properties, dict) else {}
    if isinstance(feature.get("id"), str | int):
        properties.setdefault("id", feature["id"])
    return properties


def _crs(document: object, geometries: list[shapely.Geometry | None], *, file: str) -> CRS | None:
    if isinstance(document, dict) and "crs" in document:
        return _declared_crs(document["crs"], file=file)
    coordinates = shapely.get_coordinates(np.asarray(geometries, dtype=object))
    can_be_degrees = bool((np.abs(coordinates[np.isfinite(coordinates)]) <= 180).all())
    return CRS("EPSG:4326") if can_be_degrees else None


def _declared_crs(declaration: object, *, file: str) -> CRS | None:
    """The `crs` member of the older GeoJSON of 2008; null there means unknown."""
    if not isinstance(declaration, dict):
        return None
    properties = declaration.get("properties")
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(name, str):
        return None
    try:
        return CRS.from_user_input(name)
    except CRSError as error:
        raise UnknownCrs(file=file, crs=name[:80]) from error
