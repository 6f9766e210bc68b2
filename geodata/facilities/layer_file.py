"""Lists of facilities in GeoJSON, GeoPackage, Shapefile and their kind: a point or area each."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geodata.facilities.columns import columns_of
from geodata.facilities.listing import Listing
from geodata.facilities.refusals import LineAsFacility, NoFacilityNames
from geodata.geometries.columns import as_text, attribute_columns
from geodata.geometries.layers import read_layer
from geodata.geometries.private_copy import private_copy
from geodata.geometries.projection import projected

_POINTS, _AREAS = (0, 4), (3, 6)
_COLLECTION = 7


def read_layer_list(path: Path, *, layer: str | None = None, crs: str | None = None) -> Listing:
    """The features of a layer; areas stand where their middle is, features without a geometry are
    without a place. Raises `NoFacilityNames`, `LineAsFacility` and what the readers raise.
    """
    with private_copy(path, layer=layer) as copy:
        _, frame = read_layer(copy, layer=layer, file=path.name)
    headers = tuple(attribute_columns(frame))
    texts = pd.DataFrame(
        {at: as_text(frame[name]) for at, name in enumerate(headers)}, index=frame.index
    )
    known = columns_of(headers).fields
    if "name" not in known:
        listed = ", ".join(f"„{name}“" for name in headers) or "keine Spalten"
        raise NoFacilityNames(file=path.name, columns=listed)
    names = texts[known["name"]]
    there = middles(np.asarray(frame.geometry.values, dtype=object), names, file=path.name)
    points: NDArray[np.object_] = np.full(len(frame), None, dtype=object)
    placed = np.array([point is not None for point in there], bool)
    if not placed.any():
        return Listing(path.name, headers, texts, points=points, row_is="Objekt")
    moved = projected(there[placed], frame.crs, names[placed], crs=crs, file=path.name)
    points[placed] = moved.geometries
    return Listing(
        file=path.name,
        headers=headers,
        texts=texts,
        points=points,
        crs_from=moved.crs_from,
        swapped=moved.exchanged,
        row_is="Objekt",
        warnings=moved.warnings,
    )


def middles(geometries: NDArray[np.object_], names: pd.Series, *, file: str) -> NDArray[np.object_]:
    """One point (n,) for each point or area, None where there is no geometry.

    The middle of an area is its centre of gravity, or a point on it where that lies beside it.
    """
    found: NDArray[np.object_] = np.full(len(geometries), None, dtype=object)
    for at, geometry in enumerate(geometries):
        if geometry is None or shapely.is_empty(geometry):
            continue
        kind = int(shapely.get_type_id(geometry))
        if kind not in (*_POINTS, *_AREAS):
            shown = "eine Linie" if kind != _COLLECTION else "eine Sammlung"
            raise LineAsFacility(file=file, row=names.index[at], found=shown)
        middle = shapely.force_2d(shapely.centroid(geometry))
        if kind in _AREAS and not shapely.intersects(middle, geometry):
            middle = shapely.point_on_surface(geometry)
        found[at] = middle
    return found
