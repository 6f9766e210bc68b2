"""Places with their names and people, from GeoJSON, GeoPackage, CSV or workbooks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from pyproj import CRS

from geodata.geometries.columns import as_text, attribute_columns
from geodata.geometries.layers import read_layer
from geodata.geometries.private_copy import private_copy
from geodata.geometries.projection import projected
from geodata.imports.people_column import (
    People,
    column_like,
    named_column,
    people_column,
    read_coordinates,
    read_people,
    read_plain_table,
)
from geodata.imports.place_workbook import read_place_workbook
from geodata.imports.refusals import DoubledPlace, NoCoordinates, NotPoints
from geodata.tables.filekind import file_kind

TABLES = (".csv", ".txt", ".tsv", ".xlsx", ".xls", ".ods")
NAMES = r"name|gen|ort|orte|ortsname|ortsteil|ortslage|gemeinde(name)?|bezeichnung|title"
_DEGREES = (r"lon|lng|long|longitude|l(ä|ae)nge(ngrad)?", r"lat|latitude|breite(ngrad)?")
_METRES = (
    r"x|x_koord\w*|rechtswert|ostwert|ost|easting|east",
    r"y|y_koord\w*|hochwert|nordwert|nord|northing|north",
)
_METRES_CRS = "EPSG:25832"
_SAME_M = 1.0
_KINDS = {1: "eine Linie", 2: "eine Linie", 3: "eine Fläche", 5: "eine Linie", 6: "eine Fläche"}


@dataclass(frozen=True, eq=False)
class PlaceFile:
    """Places as they stand in a file, arrays (n,), with their points in EPSG:25832.

    `rows` are rows of a table or numbers of features. The columns are empty where there are none.
    """

    rows: NDArray[np.int64]
    names: tuple[str, ...]
    points: NDArray[np.object_]
    people: People
    name: str
    population: str
    crs_from: str
    warnings: tuple[str, ...]


def read_places(
    path: Path,
    *,
    name: str | None = None,
    population: str | None = None,
    layer: str | None = None,
    sheet: str | None = None,
    crs: str | None = None,
) -> PlaceFile:
    """All places of a file.

    `name` and `population` are columns, found by their names where not given. A table has lon and
    lat in degrees, or x and y in metres of `crs` (EPSG:25832 where not given). Raises refusals for
    what has no points, no people, or names one spot twice.
    """
    file = path.name
    table, points, declared, told = read_points(path, layer=layer, sheet=sheet, crs=crs)
    columns = [str(column) for column in table.columns]
    people = people_column(columns, population, file=file)
    named = named_column(columns, name, file=file) if name else column_like(columns, NAMES) or ""
    names = table[named] if named else pd.Series("", index=table.index)
    moved = projected(points, declared, names, crs=crs, file=file)
    _refuse_doubles(moved.geometries, names, file=file)
    remarks = [*told, *moved.warnings, *crs_remarks(path, declared, crs)]
    if not named:
        remarks.append(f"Keine Namensspalte in „{file}“ (--name): Die Orte haben keine Namen.")
    return PlaceFile(
        rows=table.index.to_numpy(dtype=np.int64),
        names=tuple(names),
        points=moved.geometries,
        people=read_people(table[people], file=file),
        name=named,
        population=people,
        crs_from=moved.crs_from,
        warnings=tuple(remarks),
    )


def crs_remarks(path: Path, declared: CRS | None, crs: str | None) -> list[str]:
    """Metres of a text file say nothing of their system: which one was taken is said."""
    if crs or path.suffix.lower() not in TABLES or declared != CRS(_METRES_CRS):
        return []
    return [
        f"„{path.name}“ nennt kein Koordinatensystem: Die Meter wurden als {_METRES_CRS} (UTM 32) "
        "gelesen. Falls das falsch ist, bitte mit --crs EPSG:… angeben."
    ]


def read_points(
    path: Path, *, layer: str | None, crs: str | None, sheet: str | None = None
) -> tuple[pd.DataFrame, NDArray[np.object_], CRS | None, tuple[str, ...]]:
    """Texts by row of the file, the points beside them, the system that the file declares, and
    what is to be said of the rows."""
    if path.suffix.lower() in TABLES:
        return _from_table(path, crs, sheet)
    return *_from_layer(path, layer), ()


def _from_table(
    path: Path, crs: str | None, sheet: str | None
) -> tuple[pd.DataFrame, NDArray[np.object_], CRS | None, tuple[str, ...]]:
    told: tuple[str, ...] = ()
    if file_kind(path) == "text":
        table = read_plain_table(path)
    else:
        read = read_place_workbook(path, lambda names: _coordinate_columns(names)[0], sheet=sheet)
        table, told = read.texts, read.warnings
    columns = [str(column) for column in table.columns]
    pair, system = _coordinate_columns(columns)
    if pair is None:
        listed = ", ".join(f"„{column}“" for column in columns)
        raise NoCoordinates(file=path.name, columns=listed)
    x, y = (read_coordinates(table[column], file=path.name) for column in pair)
    return table, shapely.points(x, y), None if crs else CRS(system), told


def _coordinate_columns(columns: list[str]) -> tuple[tuple[str, str] | None, str]:
    """The columns across and up, and the system that their names mean."""
    for across, up, system in ((*_DEGREES, "EPSG:4326"), (*_METRES, _METRES_CRS)):
        one, other = column_like(columns, across), column_like(columns, up)
        if one and other:
            return (one, other), system
    return None, ""


def _from_layer(
    path: Path, layer: str | None
) -> tuple[pd.DataFrame, NDArray[np.object_], CRS | None]:
    with private_copy(path, layer=layer) as copy:
        _, frame = read_layer(copy, layer=layer, file=path.name)
    points = np.asarray(frame.geometry.values, dtype=object)
    kinds = np.asarray(shapely.get_type_id(points))
    single = (kinds == 4) & (shapely.get_num_geometries(points) == 1)
    points[single] = shapely.get_geometry(points[single], 0)
    for at in np.flatnonzero((kinds != 0) & ~single | shapely.is_empty(points)):
        found = _KINDS.get(int(kinds[at]), "keiner")
        raise NotPoints(file=path.name, row=frame.index[at], found=found)
    texts = {str(name): as_text(frame[name]) for name in attribute_columns(frame)}
    return pd.DataFrame(texts, index=frame.index), shapely.force_2d(points), frame.crs


def _refuse_doubles(points: NDArray[np.object_], names: pd.Series, *, file: str) -> None:
    spots = np.round(shapely.get_coordinates(points) / _SAME_M)
    again = np.flatnonzero(pd.DataFrame(spots).duplicated())
    if len(again):
        at = int(again[0])
        first = int(np.flatnonzero((spots == spots[at]).all(axis=1))[0])
        told = [
            f"Zeile {names.index[n]}" + (f" ({names.iloc[n]})" if names.iloc[n] else "")
            for n in (first, at)
        ]
        raise DoubledPlace(file=file, first=told[0], second=told[1])
