"""Lists of facilities in CSV and workbooks: where their head stands, and which rows count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from geodata.facilities.columns import columns_of, is_sum
from geodata.facilities.listing import Listing
from geodata.facilities.refusals import NoFacilities, NoFacilityNames
from geodata.tables.delimited import read_delimited
from geodata.tables.filekind import file_kind
from geodata.tables.grid import Grid
from geodata.tables.refusals import SheetNeeded, UnknownSheet
from geodata.tables.workbook import open_workbook, read_sheet

_SEARCHED = 60
_FEWEST_COLUMNS = 2
_MOST_TOLD = 12
# One of these has to be said, or a row is no facility.
_TELLING = ("name", "address", "street", "lon", "east", "position")


@dataclass(frozen=True)
class _Head:
    """The head of a list: its last row (from 0), one text per column, and how much it tells."""

    last: int
    headers: tuple[str, ...]
    score: int


def read_table_list(path: Path, *, sheet: str | None = None) -> Listing:
    """The list in a CSV, XLSX, XLS or ODS file, found by its head.

    Raises `NoFacilityNames`, `NoFacilities`, `SheetNeeded`, `UnknownSheet` and what the readers of
    tables raise.
    """
    grids = list(_grids(path, sheet))
    found = [(head, grid) for grid in grids if (head := _head(grid)) is not None]
    if not found:
        raise NoFacilityNames(file=path.name, columns=_first_texts(grids))
    lists = [_listing(grid, head) for head, grid in found]
    filled = [listing for listing in lists if len(listing.texts)]
    if not filled:
        raise NoFacilities(file=path.name)
    if len(filled) > 1:
        names = [grid.sheet for (_, grid), one in zip(found, lists, strict=True) if len(one.texts)]
        raise SheetNeeded(file=path.name, sheets=", ".join(f"„{name}“" for name in names))
    return filled[0]


def _grids(path: Path, sheet: str | None) -> Iterator[Grid]:
    kind = file_kind(path)
    if kind == "text":
        yield read_delimited(path)
        return
    workbook = open_workbook(path, kind)
    names = list(workbook.sheet_names)
    if sheet and sheet not in names:
        listed = ", ".join(f"„{name}“" for name in names)
        raise UnknownSheet(file=path.name, sheet=sheet, sheets=listed)
    for name in [sheet] if sheet else names:
        yield read_sheet(workbook, name, path.name)


def _head(grid: Grid) -> _Head | None:
    """The row, or two rows one upon the other, that name most of what a facility has."""
    lines = grid.top(_SEARCHED)
    best: _Head | None = None
    for at, line in enumerate(lines):
        upper = _carried(lines[at - 1], line) if at else line
        joined = [" ".join(filter(None, pair)) for pair in zip(upper, line, strict=True)]
        for headers in (line, joined) if at else (line,):
            found = columns_of(headers)
            if "name" not in found.fields or found.count < _FEWEST_COLUMNS:
                continue
            if best is None or found.count > best.score:
                best = _Head(at, tuple(headers), found.count)
    return best


def _carried(upper: list[str], lower: list[str]) -> list[str]:
    """The upper row of a head reaches over the cells below that have none of their own."""
    carried, found = "", []
    for above, below in zip(upper, lower, strict=True):
        carried = above or (carried if below else "")
        found.append(carried)
    return found


def _listing(grid: Grid, head: _Head) -> Listing:
    body = grid.text.iloc[head.last + 1 :]
    body = body.set_axis(pd.RangeIndex(head.last + 2, head.last + 2 + len(body)), axis="index")
    known = columns_of(head.headers)
    told = body[sorted({*known.fields.values(), *known.pupils.values()})]
    blank = (body == "").all(axis=1)
    # „Summe“ may stand in a column before that of the names.
    before = body.loc[:, : known.fields["name"]]
    sums = before.map(is_sum).any(axis=1) & ~blank
    # A single cell is a heading within the list, or a note below it.
    lone = ((told != "").sum(axis=1) < _FEWEST_COLUMNS) & ~blank & ~sums
    telling = [at for field, at in known.fields.items() if field in _TELLING]
    nobody = (body[telling] == "").all(axis=1) & ~blank & ~sums & ~lone
    left_out = [
        *((int(row), "Summenzeile") for row in body.index[sums]),
        *((int(row), "Zwischenüberschrift oder Anmerkung") for row in body.index[lone]),
        *((int(row), "weder Name noch Anschrift") for row in body.index[nobody]),
    ]
    return Listing(
        file=grid.file,
        headers=head.headers,
        texts=body[~(blank | sums | lone | nobody)],
        left_out=tuple(sorted(left_out)),
    )


def _first_texts(grids: list[Grid]) -> str:
    """What stands in the first filled row, so that a person sees what was looked at."""
    for grid in grids:
        for line in grid.top(_SEARCHED):
            texts = [cell for cell in line if cell]
            if len(texts) >= _FEWEST_COLUMNS:
                return ", ".join(f"„{text[:40]}“" for text in texts[:_MOST_TOLD])
    return "nichts"
