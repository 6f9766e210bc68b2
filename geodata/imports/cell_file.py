"""Cells of a grid with their people, from the CSV files of a census."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geodata.geometries.cells import CUSTOMARY_SIZES, cell_id, read_cell_ids
from geodata.geometries.wording import number
from geodata.imports.people_column import (
    People,
    column_like,
    people_column,
    read_coordinates,
    read_people,
    read_plain_table,
)
from geodata.imports.refusals import DoubledCell, NotACell, NotAGrid, NotAligned, WrongCellSize
from geodata.quoted import quoted

_ACROSS = r"x|x_mp.*|x_mittelpunkt.*"
_UP = r"y|y_mp.*|y_mittelpunkt.*"

Metres = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class CellFile:
    """Cells as they stand in a file, arrays (n,): ids, lower left corners in EPSG:3035, people.

    `rows` are their rows in the file; `id_column` is empty where the ids were made from midpoints.
    """

    rows: NDArray[np.int64]
    ids: NDArray[np.object_]
    east: Metres
    north: Metres
    people: People
    id_column: str
    population: str


def read_cells(path: Path, *, size: int, population: str | None) -> CellFile:
    """All cells of a file, whose size in metres must be `size`.

    They are named by ids (GITTER_ID…) or by midpoints (x, y or x_mp…, y_mp…) in EPSG:3035. Raises
    refusals for what is no grid, another grid, or names a cell twice.
    """
    file = path.name
    table = read_plain_table(path)
    columns = [str(column) for column in table.columns]
    id_column = _id_column(table, size)
    across, up = column_like(columns, _ACROSS), column_like(columns, _UP)
    if id_column:
        east, north = _named_corners(table[id_column], size, file=file)
        ids = table[id_column].to_numpy(dtype=object)
    elif across and up:
        east, north = _corners(table[across], table[up], size, file=file)
        ids = np.array([cell_id(size, e, n) for e, n in zip(east, north, strict=True)], object)
    else:
        raise NotAGrid(file=file)
    _refuse_doubles(table.index, ids, east, north, file=file)
    people = people_column(columns, population, file=file)
    return CellFile(
        rows=table.index.to_numpy(dtype=np.int64),
        ids=ids,
        east=east,
        north=north,
        people=read_people(table[people], file=file),
        id_column=id_column,
        population=people,
    )


def _id_column(table: pd.DataFrame, size: int) -> str:
    """The column of ids: the one of this cell size, where a file has several."""
    sizes = read_cell_ids(table.iloc[0])["size"]
    named = [name for name in table.columns if str(name).casefold().startswith("gitter_id")]
    fitting = [*sizes.index[sizes == size], *sizes.index[sizes.notna()], *named]
    return str(fitting[0]) if fitting else ""


def _named_corners(ids: pd.Series, size: int, *, file: str) -> tuple[Metres, Metres]:
    found = read_cell_ids(ids)
    for row in found.index[found["size"].isna()]:
        raise NotACell(file=file, row=row, text=quoted(ids[row]))
    for row in found.index[found["size"] != size]:
        raise WrongCellSize(file=file, found=int(found["size"][row]), cell=size)
    corners = found[["east", "north"]].to_numpy(dtype=np.float64)
    for at in np.flatnonzero((corners % size).any(axis=1)):
        raise NotACell(file=file, row=ids.index[at], text=quoted(ids.iloc[at]))
    return corners[:, 0], corners[:, 1]


def _corners(across: pd.Series, up: pd.Series, size: int, *, file: str) -> tuple[Metres, Metres]:
    x, y = read_coordinates(across, file=file), read_coordinates(up, file=file)
    askew = ~_are_midpoints(x, y, size)
    if askew.any():
        for other in CUSTOMARY_SIZES:
            if _are_midpoints(x, y, other).all():
                raise WrongCellSize(file=file, found=other, cell=size)
        at = int(np.flatnonzero(askew)[0])
        place = {"x": number(x[at], decimals=1), "y": number(y[at], decimals=1)}
        raise NotAligned(file=file, row=across.index[at], cell=size, **place)
    return x - size / 2, y - size / 2


def _are_midpoints(x: Metres, y: Metres, size: int) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (x % size == size / 2) & (y % size == size / 2)
    return found


def _refuse_doubles(
    rows: pd.Index, ids: NDArray[np.object_], east: Metres, north: Metres, *, file: str
) -> None:
    places = pd.DataFrame({"east": east, "north": north})
    again = np.flatnonzero(places.duplicated())
    if len(again):
        at = int(again[0])
        first = int(np.flatnonzero((east == east[at]) & (north == north[at]))[0])
        raise DoubledCell(file=file, cell=ids[at], first=rows[first], second=rows[at])
