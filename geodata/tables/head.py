"""Where the head of a table stands, and what stands above it."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.tables import states
from geodata.tables.figures import looks_like_figure
from geodata.tables.grid import Grid
from geodata.tables.refusals import HeaderOnly, KeysInARow, NoHeader, OneColumn
from geodata.tables.variables import canonical_unit, slug
from geodata.tables.words import KEY_WORDS, NAME_WORDS, looks_like_key

SEARCHED = 200
MOST_HEAD_ROWS = 6
Line = list[str]


@dataclass(frozen=True)
class Head:
    """The head: `first` and `last` are its rows (from 0), data begin at or after `last + 1`.

    `headers` and `units` have one text per column. `above` are the title rows (row from 1, text).
    `between` are rows that only count the columns.
    """

    first: int
    last: int
    headers: tuple[str, ...]
    units: tuple[str, ...]
    above: tuple[tuple[int, str], ...]
    between: tuple[int, ...]


def find_head(grid: Grid, *, header_row: int = 0) -> Head:
    """The head of a grid; `header_row` (from 1) says where its last row is.

    Raises
    ------
    OneColumn, HeaderOnly, NoHeader
    """
    lines = grid.top(max(SEARCHED, header_row + 1))
    counters = tuple(i for i, line in enumerate(lines) if _counts_columns(line))
    start = header_row if header_row else _first_data_line(grid, lines)
    last = start - 1
    while last >= 0 and (last in counters or not _may_close_head(lines[last])):
        last -= 1
    if last < 0:
        if sum(looks_like_key(cell) for cell in lines[start]) > 1:
            raise KeysInARow(file=grid.file, row=start + 1)
        raise NoHeader(file=grid.file, row=start + 1)
    first = _first_head_line(lines, last)
    block = [line for i, line in enumerate(lines[first : last + 1], first) if i not in counters]
    block = [_unmerged(line, i, grid) for i, line in enumerate(block, first)]
    units, block = _units(block)
    return Head(
        first=first,
        last=last,
        headers=_joined(block),
        units=units,
        above=tuple((i + 1, _text(lines[i])) for i in range(first) if _filled(lines[i])),
        between=tuple(i for i in counters if i > first),
    )


def _may_close_head(line: Line) -> bool:
    return _filled(line) > 1 or (line[0] == "" and _is_unit_row(line))


def _first_data_line(grid: Grid, lines: list[Line]) -> int:
    if not any(_filled(line) > 1 for line in lines):
        raise OneColumn(file=grid.file)
    for number, line in enumerate(lines):
        if _is_data(line, lines[:number]):
            return number
    raise HeaderOnly(file=grid.file)


def _is_data(line: Line, above: list[Line]) -> bool:
    """A row of data has a number or marker that is no year, no unit and no column number."""
    filled = [cell for cell in line if cell]
    if len(filled) < 2 or _counts_columns(line) or _is_unit_row(line):
        return False
    has_head = any(_filled(other) > 1 for other in above)
    # x and y are headers of coordinates as well as x is a marker
    figures = [c for c in filled if looks_like_figure(c) and (has_head or c.lower() != "x")]
    keys = any(looks_like_key(cell) and not states.state_of(cell) for cell in figures)
    if keys or any(not states.state_of(cell, serials=True) for cell in figures):
        return keys or not _is_heading(line)
    if not any(states.state_of(cell, serials=True) for cell in filled):
        return False
    return has_head and bool(line[0]) and not _is_heading(line) and not _all_states(filled[1:])


def _all_states(cells: Line) -> bool:
    return len(cells) > 1 and all(states.state_of(cell, serials=True) for cell in cells)


def _is_heading(line: Line) -> bool:
    first = next((slug(cell) for cell in line if cell), "")
    return first in KEY_WORDS or first in NAME_WORDS


def _is_unit_row(line: Line) -> bool:
    filled = [cell for cell in line if cell]
    return bool(filled) and all(canonical_unit(cell) for cell in filled)


def _counts_columns(line: Line) -> bool:
    """The row 1 2 3 4 under a head, as official tables number their columns."""
    numbers = [cell.strip("()") for cell in line if cell]
    return len(numbers) > 2 and numbers == [str(i + 1) for i in range(len(numbers))]


def _filled(line: Line) -> int:
    return sum(cell != "" for cell in line)


def _text(line: Line) -> str:
    return " ".join(cell for cell in line if cell)


def _first_head_line(lines: list[Line], last: int) -> int:
    """Go up while a row still carries upper parts of a merged head."""
    first = last
    while first > 0 and last - first < MOST_HEAD_ROWS:
        if not _is_upper_part(lines[first - 1], lines[first]):
            break
        first -= 1
    return first


def _is_upper_part(upper: Line, lower: Line) -> bool:
    """An upper row shares its first cell with the lower row, as a title does not."""
    filled = [cell for cell in upper if cell]
    if not filled or _counts_columns(upper):
        return False
    if any(looks_like_figure(c) and not states.state_of(c, serials=True) for c in filled):
        return False
    if upper[0] == "":
        return True
    return len(set(filled)) > 1 and lower[0] == ""


def _unmerged(line: Line, number: int, grid: Grid) -> Line:
    """A workbook says which cells are merged: each gets the text of the first."""
    filled = list(line)
    for top, left, bottom, right in grid.merged:
        if top <= number <= bottom and right > left:
            text = str(grid.text.iat[top, left])
            for column in range(left, min(right + 1, len(filled))):
                filled[column] = filled[column] or (text if number == top else "")
    return filled


def _units(block: list[Line]) -> tuple[tuple[str, ...], list[Line]]:
    width = len(block[0])
    for number, line in enumerate(block):
        if len(block) > 1 and _is_unit_row(line):
            rest = block[:number] + block[number + 1 :]
            return tuple(canonical_unit(cell) for cell in line), rest
    return ("",) * width, block


def _joined(block: list[Line]) -> tuple[str, ...]:
    """One text per column; the upper cells of a merged head reach over the columns below them."""
    rows = [list(line) for line in block]
    for number, row in enumerate(rows[:-1]):
        below = rows[number + 1 :]
        carried = ""
        for column, cell in enumerate(row):
            has_below = any(line[column] for line in below)
            if cell:
                carried = cell if has_below else ""
            elif has_below and not any(rows[k][column] for k in range(number)):
                row[column] = carried
    headers = []
    for column in range(len(rows[0])):
        parts: list[str] = []
        for row in rows:
            part = _as_date(" ".join(row[column].split()))
            if part and part not in parts:
                parts.append(part)
        headers.append(" ".join(parts))
    return tuple(headers)


def _as_date(part: str) -> str:
    """A head cell 44196 is Excel's number of 31.12.2020."""
    state = "" if states.state_of(part) else states.state_of(part, serials=True)
    return states.german(state) if state else part
