"""A table as an office makes it: titles above, notes below, years in columns or in rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from geodata.catalogue import Source
from geodata.tables import states
from geodata.tables.columns import ONLY_A_TIME, ValueColumn, value_columns
from geodata.tables.figures import Evidence, Figures, evidence_of, read_figures
from geodata.tables.grid import Grid
from geodata.tables.head import Head, find_head
from geodata.tables.lines import Lines, sort_lines
from geodata.tables.plausibility import condensed, evidence_warnings, figure_warnings, special_signs
from geodata.tables.reading import TableReading, Variable
from geodata.tables.recipe import Recipe
from geodata.tables.refusals import (
    HeaderOnly,
    ImpossiblePeriod,
    NoHeader,
    NoKeyColumn,
    RaggedRow,
    UnknownColumn,
)
from geodata.tables.roles import Roles, find_roles
from geodata.tables.selection import normal_period, select, tidy_cells
from geodata.tables.splitting import Split, split_of
from geodata.tables.variables import Meaning
from geodata.tables.wishes import Wishes
from geodata.tables.words import NOTE

_GENERIC_SHEET = re.compile(r"(?:tabelle|sheet|blatt|table)\s*\d*|daten|data|", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class _Parts:
    """What is known of a table before its figures are read."""

    grid: Grid
    head: Head
    roles: Roles
    lines: Lines
    data: pd.DataFrame
    columns: tuple[ValueColumn, ...]
    period: pd.Series
    split: Split


def read_office_table(
    grid: Grid, wishes: Wishes, *, layout: str, source: Source | None = None
) -> TableReading:
    """Read a table whose layout must be found from its cells.

    Raises
    ------
    any refusal of geodata.tables.refusals that names a row or a column
    """
    parts = _parts(grid, wishes)
    evidence = _evidence(parts, wishes)
    frames, warnings = [], _warn_short_lines(parts)
    for column in parts.columns:
        figures = _figures(parts, column.position, evidence[column.position], wishes)
        rows = parts.data.index + 1
        frames.append(_cells(parts, column.meaning, figures))
        name = column.meaning.header
        if not wishes.recipe.number_style:
            warnings += evidence_warnings(name, evidence[column.position])
        warnings += figure_warnings(name, column.meaning, figures, rows)
    warnings += special_signs([parts.data[column.position] for column in parts.columns])
    cells, said = _with_title_period(tidy_cells(frames), parts, wishes)
    selection = select(
        _rows(parts),
        cells,
        _variables(parts),
        wishes,
        grid.file,
        period_is_said=bool(wishes.value) and parts.roles.period is None and _one_state(cells),
    )
    return TableReading(
        file=grid.file,
        sheet=grid.sheet,
        layout=layout,
        rows=selection.rows,
        cells=selection.cells,
        variables=selection.variables,
        ignored=selection.ignored,
        left_out=tuple(_titles(parts.head)) + parts.lines.left_out,
        warnings=tuple(condensed(warnings) + said + _warn_other_period(cells, wishes)),
        source=wishes.recipe.source or source,
        base=wishes.recipe.base,
        recipe=_recipe(parts, wishes),
    )


def _parts(grid: Grid, wishes: Wishes) -> _Parts:
    head, roles = _head_and_roles(grid, wishes)
    body = _with_merged_texts(grid, head, roles)
    _refuse_ragged(grid, head, body)
    columns = value_columns(
        head.headers, head.units, roles, wishes, file=grid.file, nameless=_nameless(grid, head)
    )
    roles = replace(roles, values=tuple(column.position for column in columns))
    lines = sort_lines(body, roles, head)
    data = body.loc[lines.data]
    if not len(data):
        raise HeaderOnly(file=grid.file)
    period = _periods(data, roles, grid.file)
    split = split_of(data, roles, columns, period, head.headers)
    return _Parts(grid, head, roles, lines, data, columns, period, split)


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
        raise RaggedRow(file=grid.file, row=row + 1, found=int(grid.widths[row]), expected=used)


def _warn_short_lines(parts: _Parts) -> list[str]:
    if parts.grid.widths is None:
        return []
    expected = max(j for j, header in enumerate(parts.head.headers) if header) + 1
    short = parts.grid.widths.loc[parts.data.index] < expected
    if not short.any():
        return []
    first = int(short[short].index[0]) + 1
    return [
        f"{int(short.sum())} Zeilen haben weniger Felder als der Kopf (die erste ist Zeile "
        f"{first}); was fehlt, gilt als leer."
    ]


def _periods(data: pd.DataFrame, roles: Roles, file: str) -> pd.Series:
    if roles.period is None:
        return pd.Series("", index=data.index, dtype="str")
    column = data[roles.period]
    known = {text: states.state_of(text, serials=True) for text in column.unique()}
    for text, state in known.items():
        if text and not state:
            row = int(column[column == text].index[0]) + 1
            raise ImpossiblePeriod(file=file, place=f"Zeile {row}", text=text)
    return column.map(known)


def _evidence(parts: _Parts, wishes: Wishes) -> dict[int, Evidence]:
    """How each column writes its numbers; a column that does not show it follows the others."""
    style = wishes.recipe.number_style
    positions = [column.position for column in parts.columns]
    if style:
        return {j: Evidence(style, sure=True, mixed=False, example="") for j in positions}
    own = {j: evidence_of(_written(parts, j)) for j in positions}
    shown = {e.style for e in own.values() if e.sure and not e.mixed and e.style == "english"}
    german = any(e.sure and e.style == "german" and e.example for e in own.values())
    if not shown or german:
        return own
    return {j: evidence_of(_written(parts, j), fallback="english") for j in positions}


def _written(parts: _Parts, position: int) -> pd.Series:
    """What stands in a column as text: a number that a workbook stores needs no reading."""
    text = parts.data[position]
    if parts.grid.numbers is None:
        return text
    return text[parts.grid.numbers[position].loc[parts.data.index].isna()]


def _figures(parts: _Parts, position: int, evidence: Evidence, wishes: Wishes) -> Figures:
    typed = None
    if parts.grid.numbers is not None:
        typed = parts.grid.numbers[position].loc[parts.data.index]
    return read_figures(
        parts.data[position], style=evidence.style, typed=typed, markers=wishes.recipe.markers
    )


def _cells(parts: _Parts, meaning: Meaning, figures: Figures) -> pd.DataFrame:
    kept = np.flatnonzero(~figures.empty & ~figures.strange)
    period = parts.period.to_numpy(dtype=object)[kept]
    if meaning.period:
        period = np.where(period == "", meaning.period, period)
    return pd.DataFrame(
        {
            "row": parts.data.index.to_numpy()[kept] + 1,
            "variable": parts.split.ids_of(meaning)[kept],
            "period": period,
            "value": figures.value[kept],
            "marker": figures.marker[kept],
            "flags": figures.flags[kept],
        }
    )


def _rows(parts: _Parts) -> pd.DataFrame:
    def texts(position: int | None) -> pd.Series:
        if position is None:
            return pd.Series("", index=parts.data.index, dtype="str")
        return parts.data[position]

    rows = {
        "row": parts.data.index.to_numpy() + 1,
        "key": texts(parts.roles.key).to_numpy(),
        "name": texts(parts.roles.name).to_numpy(),
    }
    return pd.DataFrame(rows).astype({"row": "int64", "key": "str", "name": "str"})


def _variables(parts: _Parts) -> tuple[Variable, ...]:
    found: dict[str, Variable] = {}
    for column in parts.columns:
        for variable in parts.split.variables_of(_with_cell_unit(parts, column)):
            found.setdefault(variable.id, variable)
    return tuple(found.values())


def _with_cell_unit(parts: _Parts, column: ValueColumn) -> Meaning:
    """„12,5 %“ in the cells says the unit as well as the header could."""
    if not column.meaning.unit and parts.data[column.position].str.endswith("%").mean() > 0.5:
        return replace(column.meaning, unit="Prozent")
    return column.meaning


def _nameless(grid: Grid, head: Head) -> str:
    """What a column is called whose header is a year: the title, the sheet, else the file."""
    for _, title in head.above:
        words = re.sub(r"^Tabelle\s+[\w.-]+:?\s*", "", title)
        if len(words) <= 80 and not words.lower().startswith(("stand", "quelle", "©")):
            return words
    if not _GENERIC_SHEET.fullmatch(grid.sheet) and not states.state_of(grid.sheet):
        return grid.sheet
    return grid.file.rsplit(".", 1)[0]


def _with_title_period(
    cells: pd.DataFrame, parts: _Parts, wishes: Wishes
) -> tuple[pd.DataFrame, list[str]]:
    """A time that only the title names holds for all cells that have none; this is said."""
    if wishes.wanted_period or not (cells["period"] == "").any():
        return cells, []
    for text, place in [(t, f"Zeile {row}") for row, t in parts.head.above] + [
        (parts.grid.sheet, "Name des Tabellenblatts")
    ]:
        found = {state for state, _, _ in states.tokens(text)}
        if len(found) == 1:
            state = found.pop()
            period = cells["period"].where(cells["period"] != "", state)
            return cells.assign(period=period), [
                f"Der Zeitpunkt {states.german(state)} stammt aus dem Titel ({place})."
            ]
    return cells, ["Die Tabelle nennt keinen Zeitpunkt. Bitte mit --period angeben."]


def _one_state(cells: pd.DataFrame) -> bool:
    return len(cells["period"].unique()) <= 1


def _warn_other_period(cells: pd.DataFrame, wishes: Wishes) -> list[str]:
    wanted = normal_period(wishes.wanted_period)
    found = [s for s in cells["period"].unique() if s]
    if wishes.value and wanted and len(found) == 1 and not states.fits(wanted, found[0][:4]):
        return [
            f"Die Datei nennt den Zeitpunkt {states.german(found[0])}; "
            f"übernommen wurde {states.german(wanted)} wie angegeben."
        ]
    return []


def _titles(head: Head) -> Sequence[tuple[int, str]]:
    return [(row, f"Titelzeile „{text[:60]}“") for row, text in head.above]


def _recipe(parts: _Parts, wishes: Wishes) -> Recipe:
    """Enough to read next year's file the same way: headers without their time."""
    headers = parts.head.headers
    columns: dict[str, dict[str, str]] = {}
    for column in parts.columns:
        meaning = column.meaning
        header = ONLY_A_TIME if meaning.bare else meaning.stem if meaning.period else meaning.header
        entry = {
            "variable": wishes.indicator or meaning.id,
            "unit": meaning.unit,
            "label": meaning.label,
        }
        columns[header] = {name: text for name, text in entry.items() if text}
    key, name = parts.roles.key, parts.roles.name
    return replace(
        wishes.recipe,
        sheet=wishes.sheet or wishes.recipe.sheet,
        header_row=parts.head.last + 1,
        key=headers[key] if key is not None else "",
        name=headers[name] if name is not None else "",
        columns=columns,
    )
