"""One table file, whatever its layout, as one reading."""

from __future__ import annotations

import re
from pathlib import Path

from geodata.catalogue import Source
from geodata.tables.cell_formats import shown_cells
from geodata.tables.delimited import read_delimited
from geodata.tables.filekind import FileKind, file_kind
from geodata.tables.gemeindeverzeichnis import is_gemeindeverzeichnis, read_gemeindeverzeichnis
from geodata.tables.genesis_flat import is_genesis_flat, read_genesis_flat
from geodata.tables.genesis_source import genesis_source
from geodata.tables.grid import Grid
from geodata.tables.office import read_office_table
from geodata.tables.reading import TableReading
from geodata.tables.recipe import Recipe
from geodata.tables.refusals import EmptyFile, SheetNeeded, TableRefusal, UnknownSheet
from geodata.tables.selection import normal_period
from geodata.tables.wishes import Wishes
from geodata.tables.workbook import open_workbook, read_sheet

_DATENCSV = re.compile(r"(?:GENESIS-)?Tabelle:?\s*((\w{5})-[\w-]+)", re.IGNORECASE)


def read_table(
    path: Path,
    *,
    recipe: Recipe | None = None,
    sheet: str | None = None,
    key: str | None = None,
    value: str | None = None,
    indicator: str | None = None,
    period: str | None = None,
) -> TableReading:
    """Read a table file: CSV, TSV, XLSX, XLS or ODS, recognised by its content.

    `key` and `value` name columns; `indicator` is the id that the one value column gets; `period`
    is its time, or chooses one of several. An option wins over the recipe.

    Raises
    ------
    geodata.refusals.Refusal
        One German sentence with file, row, column and cure; the file is then not read at all.
    """
    wishes = Wishes(
        recipe=recipe or Recipe(),
        sheet=sheet or "",
        key=key or "",
        value=value or "",
        indicator=indicator or "",
        period=normal_period(period or ""),
    )
    kind = file_kind(path)
    if kind == "text":
        return _read_grid(read_delimited(path), wishes, workbook=False)
    return _read_workbook(path, kind, wishes)


def _read_grid(grid: Grid, wishes: Wishes, *, workbook: bool) -> TableReading:
    if not len(grid.text):
        raise EmptyFile(file=grid.file)
    if is_genesis_flat(grid):
        return read_genesis_flat(grid, wishes)
    if is_gemeindeverzeichnis(grid):
        return read_gemeindeverzeichnis(grid, wishes)
    table = _datencsv_source(grid)
    if table:
        return read_office_table(grid, wishes, layout="genesis-datencsv", source=table)
    return read_office_table(grid, wishes, layout="workbook" if workbook else "csv")


def _datencsv_source(grid: Grid) -> Source | None:
    """The source of a classic GENESIS table, which names itself in its first cell."""
    lines = grid.top(3)
    named = _DATENCSV.match(lines[0][0])
    if not named:
        return None
    title = next((line[0] for line in lines[1:] if line[0]), "")
    ending = " ".join(grid.text.tail(12).to_numpy(dtype=object).ravel().tolist())
    offices = "und der Länder" in ending or named[1].count("-") > 1
    return genesis_source(named[2], title, set() if offices else {"DINSG"})


def _read_workbook(path: Path, kind: FileKind, wishes: Wishes) -> TableReading:
    workbook = open_workbook(path, kind)
    names = list(workbook.sheet_names)
    wanted = wishes.sheet or wishes.recipe.sheet
    if wanted and wanted not in names:
        listed = ", ".join(f"„{name}“" for name in names)
        raise UnknownSheet(file=path.name, sheet=wanted, sheets=listed)
    readings: list[TableReading] = []
    refused: list[TableRefusal] = []
    for name in [wanted] if wanted else names:
        try:
            shown = shown_cells(path, name) if kind == "xlsx" else {}
            grid = read_sheet(workbook, name, path.name, shown=shown)
            readings.append(_read_grid(grid, wishes, workbook=True))
        except TableRefusal as reason:
            refused.append(reason)
    if not readings:
        telling = [reason for reason in refused if not isinstance(reason, EmptyFile)]
        raise telling[0] if telling else EmptyFile(file=path.name)
    return _only_one(path, readings)


def _only_one(path: Path, readings: list[TableReading]) -> TableReading:
    """The sheet with values; a sheet without any key gives way to one with keys."""
    keyed = [reading for reading in readings if (reading.rows["key"] != "").any()]
    candidates = keyed or readings
    if len(candidates) > 1:
        listed = ", ".join(f"„{reading.sheet}“" for reading in candidates)
        raise SheetNeeded(file=path.name, sheets=listed)
    return candidates[0]
