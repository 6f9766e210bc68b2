"""Surfaces out of whatever geometries a file holds: plane, whole and valid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geodata.geometries.refusals import CoordinatesNotFinite, NoAreas, NoUsableGeometry
from geodata.geometries.wording import feature, listed

Geometries = NDArray[np.object_]
_GERMAN = {
    "Point": "Punkte",
    "MultiPoint": "Punkte",
    "LineString": "Linien",
    "LinearRing": "Linien",
    "MultiLineString": "Linien",
    "GeometryCollection": "Sammlungen ohne Flächen",
}


@dataclass(frozen=True)
class Surfaces:
    """The features that have a surface, with what was left out or changed."""

    frame: gpd.GeoDataFrame
    warnings: tuple[str, ...]


def surfaces(frame: gpd.GeoDataFrame, names: pd.Series, *, file: str) -> Surfaces:
    """Features with Polygon or MultiPolygon in two dimensions; the index stays the row.

    Missing, empty and other geometries are left out and named. Raises refusals where nothing
    is left or coordinates are no numbers.
    """
    geometries = np.asarray(frame.geometry.values, dtype=object)
    missing = shapely.is_missing(geometries) | shapely.is_empty(geometries)
    if missing.all():
        raise NoUsableGeometry(file=file)
    raised = bool(shapely.has_z(geometries[~missing]).any())
    plane = shapely.force_2d(geometries)
    _check_finite(plane, names, file=file)
    polygonal = np.array([surface_of(geometry) for geometry in plane], dtype=object)
    without_surface = shapely.is_missing(polygonal) & ~missing
    if (without_surface | missing).all():
        kinds = dict.fromkeys(_GERMAN[kind] for kind in _kinds(plane[without_surface]))
        raise NoAreas(file=file, found=listed(kinds))
    remarks = [
        *_left_out(names[missing], "ohne Geometrie"),
        *_left_out(names[without_surface], "keine Fläche, sondern Punkt oder Linie"),
    ]
    if raised:
        remarks.append(f"„{file}“ enthält Höhen (3D); sie wurden weggelassen.")
    kept = ~shapely.is_missing(polygonal)
    return Surfaces(frame[kept].set_geometry(polygonal[kept], crs=frame.crs), tuple(remarks))


def surface_of(geometry: shapely.Geometry | None) -> shapely.Geometry | None:
    """The polygonal part of a geometry, or None."""
    if geometry is None or geometry.is_empty:
        return None
    if geometry.geom_type in ("Polygon", "MultiPolygon"):
        return geometry
    parts = shapely.get_parts(geometry)
    if len(parts) and parts[0] is not geometry and geometry.geom_type == "GeometryCollection":
        polygons = [surface_of(part) for part in parts]
        polygons = [polygon for polygon in polygons if polygon is not None]
        return shapely.multipolygons(shapely.get_parts(polygons)) if polygons else None
    return None


def repaired(geometries: Geometries) -> tuple[Geometries, NDArray[np.bool_]]:
    """Valid geometries of the same shape, and which of them were not; None where no area is left.

    `structure` keeps areas that a ring covers twice; the older method makes holes of them.
    """
    broken = ~shapely.is_valid(geometries) & ~shapely.is_missing(geometries)
    whole = geometries.copy()
    mended = shapely.make_valid(geometries[broken], method="structure", keep_collapsed=False)
    whole[broken] = [surface_of(geometry) for geometry in mended]
    return whole, broken


def _check_finite(geometries: Geometries, names: pd.Series, *, file: str) -> None:
    pairs, owner = shapely.get_coordinates(geometries, return_index=True)
    wrong = np.unique(owner[~np.isfinite(pairs).all(axis=1)])
    if len(wrong):
        rows = names.index[wrong]
        raise CoordinatesNotFinite(
            file=file, features=listed(feature(row, names[row]) for row in rows)
        )


def _kinds(geometries: Geometries) -> Sequence[str]:
    return [geometry.geom_type for geometry in geometries]


def _left_out(names: pd.Series, reason: str) -> list[str]:
    if not len(names):
        return []
    rows = listed(feature(row, name) for row, name in names.items())
    return [f"Weggelassen, weil {reason}: {rows}."]
