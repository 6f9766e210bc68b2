"""What came out of an area geometry file."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd


@dataclass(frozen=True)
class AreaReading:
    """Areas that are ready to be stored, and all that had to be said about them.

    `areas` has the columns area_id (text, unique, sorted), name (text) and geometry (valid
    2D Polygon or MultiPolygon in EPSG:25832). `rows` counts the features in the file;
    `overlaps` are pairs of area ids with their common m²; `gaps` the m² of holes between areas.
    """

    file: str
    layer: str
    rows: int
    areas: gpd.GeoDataFrame
    key: str
    name: str
    crs_from: str
    repaired: tuple[str, ...]
    overlaps: tuple[tuple[str, str, float], ...]
    gaps: tuple[float, ...]
    warnings: tuple[str, ...]
