"""Places in a workbook: where their table begins, found by its columns of coordinates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from geodata.german_count import counted
from geodata.imports.refusals import NoCoordinates
from geodata.tables.filekind import file_kind
from geodata.tables.grid import Grid, column_letter
from geodata.tables.refusals import SheetNeeded, UnknownSheet
from geodata.tables.workbook import open_workbook, read_sheet

_SEARCHED = 40
# What the Gemeindeverzeichnis writes for what has no middle.
_NOWHERE = r"0([.,]0*)?"

# The columns of across and up among some columns; None where there are none.
Pair = Callable[[list[str]], tuple[str, str] | None]


@dataclass(frozen=True, eq=False)
class PlaceTable:
    """Texts by row of the file under the names of their columns; what was left out is said."""

    texts: pd.DataFrame
    warnings: tuple[str, ...]


def read_place_workbook(path: Path, pair_in: Pair, *, sheet: str | None) -> PlaceTable:
    """The one table of a workbook that has coordinates; rows without are left out and counted.

    Headings of counties among the rows, as in the Gemeindeverzeichnis, have none. Raises
    `NoCoordinates`, `SheetNeeded`, `UnknownSheet` and what the readers of workbooks raise.
    """
    workbook = open_workbook(path, file_kind(path))
    names = list(workbook.sheet_names)
    if sheet is not None and sheet not in names:
        raise UnknownSheet(file=path.name, sheet=sheet, sheets=_listed(names))
    grids = [read_sheet(workbook, name, path.name) for name in ([sheet] if sheet else names)]
    found = [(grid, head) for grid in grids if (head := _head(grid, pair_in)) is not None]
    if not found:
        raise NoCoordinates(file=path.name, columns=_first_texts(grids))
    if len(found) > 1:
        raise SheetNeeded(file=path.name, sheets=_listed(grid.sheet for grid, _ in found))
    return _below(*found[0], pair_in)


def _head(grid: Grid, pair_in: Pair) -> int | None:
    """The first row that, with the one above it, names two columns of coordinates."""
    return next((at for at in range(_SEARCHED) if pair_in(_names(grid, at))), None)


def _names(grid: Grid, at: int) -> list[str]:
    """The head of each column: its lower text, else the upper. Two of one name are told apart by
    the letters of their columns, and so is asked which of them is meant."""
    lines = grid.top(at + 1)
    if len(lines) <= at:
        return []
    above = lines[at - 1] if at else [""] * len(lines[at])
    names = [lower or upper for lower, upper in zip(lines[at], above, strict=True)]
    return [
        f"{name} ({column_letter(n)})" if name and names.count(name) > 1 else name
        for n, name in enumerate(names)
    ]


def _below(grid: Grid, head: int, pair_in: Pair) -> PlaceTable:
    names = _names(grid, head)
    body = grid.text.iloc[head + 1 :]
    body = body.set_axis(pd.RangeIndex(head + 2, head + 2 + len(body)), axis="index")
    table = body.set_axis(names, axis="columns").loc[:, [name != "" for name in names]]
    pair = pair_in(names)
    assert pair is not None  # noqa: S101 - by these the head was found
    nowhere = table[list(pair)].apply(lambda column: column.str.fullmatch(_NOWHERE))
    placed = ~(table[list(pair)] == "").any(axis="columns") & ~nowhere.all(axis="columns")
    left_out = int((~placed & (table != "").any(axis="columns")).sum())
    told = f"Ohne Koordinaten, übergangen: {counted(left_out, 'Zeile', 'Zeilen')}."
    return PlaceTable(table[placed], (told,) if left_out else ())


def _first_texts(grids: list[Grid]) -> str:
    """What stands in the first row with several texts, so that one sees what was looked at."""
    lines = (line for grid in grids for line in grid.top(_SEARCHED))
    filled = (list(filter(None, line)) for line in lines)
    return _listed(next((texts for texts in filled if len(texts) > 1), [])) or "keine"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"„{name}“" for name in names)
