"""The layout of an office table: its head, its columns, its lines of data."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import pandas as pd

from geodata.german_count import counted
from geodata.tables import states
from geodata.tables.columns import ValueColumn, value_columns
from geodata.tables.grid import Grid
from geodata.tables.head import Head, find_head
from geodata.tables.lines import Lines, sort_lines
from geodata.tables.near_figures import what_stands_there
from geodata.tables.refusals import HeaderOnly, NoHeader, NoKeyColumn, RaggedRow, UnknownColumn
from geodata.tables.roles import Roles, find_roles
from geodata.tables.row_states import states_of_rows
from geodata.tables.splitting import Split, split_of
from geodata.tables.wishes import Wishes
from geodata.tables.words import NOTE

_GENERIC_SHEET = re.compile(r"(?:tabelle|sheet|blatt|table)\s*\d*|daten|data|", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Layout:
    """What is known of a table before its figures are read."""

    grid: Grid
    head: Head
    roles: Roles
    lines: Lines
    data: pd.DataFrame
    columns: tuple[ValueColumn, ...]
    period: pd.Series
    split: Split


def layout_of(grid: Grid, wishes: Wishes) -> Layout:
    """Find head, roles, columns and lines from the cells.

    Raises
    ------
    any refusal of geodata.tables.refusals that names a row or a column
    """
    head, roles = _head_and_roles(grid, wishes)
    body = _with_merged_texts(grid, head, roles)
    _refuse_ragged(grid, head, body)
    columns = value_columns(
        head.headers,
        head.units,
        roles,
        wishes,
        file=grid.file,
        nameless=_nameless(grid, head),
        example=what_stands_there(body, head.headers, roles),
        titles=[*(text for _, text in head.above), grid.sheet],
    )
    roles = replace(roles, values=tuple(column.position for column in columns))
    lines = sort_lines(body, roles, head)
    data = body.loc[lines.data]
    if not len(data):
        raise HeaderOnly(file=grid.file)
    period = states_of_rows(data, roles, grid.file)
    split = split_of(data, roles, columns, period, head.headers)
    return Layout(grid, head, roles, lines, data, columns, period, split)


def _head_and_roles(grid: Grid, wishes: Wishes) -> tuple[Head, Roles]:
    """The head where the recipe says; where it does not fit there, wherever it is found."""
    rows = [wishes.recipe.header_row, 0] if wishes.recipe.header_row else [0]
    for number in rows:
        try:
            head = find_head(grid, header_row=min(number, len(grid.text)))
            body = grid.text.iloc[head.last + 1 :]
            return head, find_roles(body, head.headers, wishes, grid.file)
        except (UnknownColumn, NoHeader, NoKeyColumn):
            if number == rows[-1]:
                raise
    raise NoHeader(file=grid.file, row=1)


def _with_merged_texts(grid: Grid, head: Head, roles: Roles) -> pd.DataFrame:
    """Cells merged downwards hold their text once: repeat keys, names and times, never values."""
    body = grid.text.iloc[head.last + 1 :]
    leading = {roles.key, roles.name, roles.period, roles.variable, roles.unit, *roles.texts}
    downwards = [
        (top, left, bottom)
        for top, left, bottom, right in grid.merged
        if top > head.last and left == right and left in leading
    ]
    if downwards:
        body = body.copy()
    for top, left, bottom in downwards:
        body.loc[top:bottom, left] = str(grid.text.iloc[top, left])
    return body


def _refuse_ragged(grid: Grid, head: Head, body: pd.DataFrame) -> None:
    """A line with more fields than the head has been cut at a wrong place; notes may be long."""
    if grid.widths is None:
        return
    used = max(j for j, header in enumerate(head.headers) if header) + 1
    beyond = (body.iloc[:, used:] != "").any(axis=1) & ~body[0].str.match(NOTE)
    if beyond.any():
        row = int(beyond.idxmax())
        raise RaggedRow(
            file=grid.file,
            row=row + 1,
            found=counted(int(grid.widths[row]), "Feld", "Felder"),
            expected=used,
        )


def _nameless(grid: Grid, head: Head) -> str:
    """What a column is called whose header is a year: the title, the sheet, else the file."""
    for _, title in head.above:
        words = re.sub(r"^Tabelle\s+[\w.-]+:?\s*", "", title)
        if len(words) <= 80 and not words.lower().startswith(("stand", "quelle", "©")):
            return words
    if not _GENERIC_SHEET.fullmatch(grid.sheet) and not states.state_of(grid.sheet):
        return grid.sheet
    return grid.file.rsplit(".", 1)[0]


def short_line_warnings(layout: Layout) -> list[str]:
    """A sentence where lines of a text file are cut short."""
    if layout.grid.widths is None:
        return []
    expected = max(j for j, header in enumerate(layout.head.headers) if header) + 1
    short = layout.grid.widths.loc[layout.data.index] < expected
    if not short.any():
        return []
    first = int(short[short].index[0]) + 1
    return [
        f"{counted(int(short.sum()), 'Zeile hat', 'Zeilen haben')} weniger Felder als der Kopf "
        f"(zuerst Zeile {first}); was fehlt, gilt als leer."
    ]
