"""Areas from a geometry file: recognised, checked, repaired, in EPSG:25832."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.area_system import CRS
from geodata.geometries import coverage
from geodata.geometries.columns import as_text
from geodata.geometries.keys import area_keys
from geodata.geometries.layers import read_layer
from geodata.geometries.names import area_names
from geodata.geometries.polygons import repaired, surfaces
from geodata.geometries.private_copy import private_copy
from geodata.geometries.projection import projected
from geodata.geometries.reading import AreaReading
from geodata.geometries.refusals import NoUsableGeometry
from geodata.geometries.selection import selected
from geodata.geometries.wording import feature, listed, number


def read_areas(
    path: Path,
    *,
    key: str | None = None,
    name: str | None = None,
    where: str | None = None,
    layer: str | None = None,
    crs: str | None = None,
    covering: bool = True,
) -> AreaReading:
    """The areas of a GeoPackage, Shapefile (also zipped), GeoJSON, GeoParquet, GML or KML.

    `key` and `name` are columns, found by name and content where not given; `where` chooses
    features (`AGS=03355*`), `layer` one of several, `crs` overrides what the file declares.
    Areas that are not `covering` are neighbours around a hole: gaps between them mean nothing.
    The file itself is only read. Raises a `Refusal` of `geodata.geometries.refusals` (or
    `geodata.archive`) for everything that cannot be made areas.
    """
    file = path.name
    with private_copy(path, layer=layer) as copy:
        layer_name, everything = read_layer(copy, layer=layer, file=file)
    chosen = selected(everything, where, file=file) if where else everything
    land, water_remarks = _without_water(chosen)
    names = area_names(land, name=name, file=file)
    found = surfaces(land, names, file=file)
    names = names[found.frame.index]
    keys = area_keys(found.frame, names, key=key, file=file)
    naming = (
        [] if names.name else [f"Keine Namensspalte in „{file}“: der Schlüssel dient als Name."]
    )
    names = names.mask(names == "", keys.texts)
    areas, crs_from, broken, remarks = _made_whole(found.frame, keys.texts, names, crs, file=file)
    return _reading(
        AreaReading(
            file=file,
            layer=layer_name,
            rows=len(everything),
            areas=areas,
            key=keys.column,
            name=str(names.name) or keys.column,
            crs_from=crs_from,
            repaired=broken,
            overlaps=(),
            gaps=(),
            warnings=(*water_remarks, *found.warnings, *keys.warnings, *naming, *remarks),
        ),
        covering=covering,
    )


def _without_water(
    frame: gpd.GeoDataFrame,
) -> tuple[gpd.GeoDataFrame, list[str]]:
    """VG250 repeats coastal and lake areas under the key of their land; GF = 4 is the land."""
    if "GF" not in frame.columns:
        return frame, []
    kinds = as_text(frame["GF"])
    water = kinds.isin(("1", "2", "3"))
    if not water.any() or not (kinds == "4").any():
        return frame, []
    sentence = f"Gewässerflächen (Spalte GF unter 4) weggelassen: {number(int(water.sum()))}."
    return frame[~water], [sentence]


def _made_whole(
    frame: gpd.GeoDataFrame,
    keys: pd.Series,
    names: pd.Series,
    crs: str | None,
    *,
    file: str,
) -> tuple[gpd.GeoDataFrame, str, tuple[str, ...], list[str]]:
    """Areas valid before and after projection, sorted by key, and what was repaired."""
    source = np.asarray(frame.geometry.values, dtype=object)
    moved = projected(source, frame.crs, names, crs=crs, file=file)
    whole, broken_after = repaired(moved.geometries)
    broken = broken_after | ~shapely.is_valid(source)
    collapsed = shapely.is_missing(whole)
    if collapsed.all():
        raise NoUsableGeometry(file=file)
    mended = tuple(names[broken & ~collapsed])
    remarks = list(moved.warnings)
    if mended:
        remarks.append(f"Ungültige Geometrien repariert: {listed(mended)}.")
    if collapsed.any():
        rows = listed(feature(row, names[row]) for row in names.index[collapsed])
        remarks.append(f"Weggelassen, weil ohne Fläche: {rows}.")
    table = pd.DataFrame({"area_id": keys, "name": names})[~collapsed]
    areas = gpd.GeoDataFrame(table, geometry=whole[~collapsed], crs=CRS)
    areas = areas.sort_values("area_id").reset_index(drop=True)
    return areas, moved.crs_from, mended, remarks


def _reading(reading: AreaReading, *, covering: bool) -> AreaReading:
    """The reading with what its areas are to each other."""
    geometries = np.asarray(reading.areas.geometry.values, dtype=object)
    ids, names = list(reading.areas["area_id"]), list(reading.areas["name"])
    overlapping = coverage.overlaps(geometries)
    open_gaps = coverage.gaps(geometries) if covering else []
    said = [
        *coverage.overlap_sentences(overlapping, geometries, names),
        *coverage.gap_sentences(open_gaps, geometries, names),
    ]
    return dataclasses.replace(
        reading,
        overlaps=tuple((ids[first], ids[second], m2) for first, second, m2 in overlapping),
        gaps=tuple(float(gap.area) for gap in open_gaps),
        warnings=(*reading.warnings, *said),
    )
