"""A table as an office makes it: titles above, notes below, years in columns or in rows."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from geodata.catalogue import Source
from geodata.tables.columns import ONLY_A_TIME, ValueColumn
from geodata.tables.figures import Evidence, Figures, evidence_of, read_figures
from geodata.tables.grid import Grid
from geodata.tables.layout import Layout, layout_of, short_line_warnings
from geodata.tables.lines import shortened
from geodata.tables.month_columns import month_warnings
from geodata.tables.near_figures import percent_warnings, unread_column_warnings
from geodata.tables.plausibility import condensed, evidence_warnings, figure_warnings, special_signs
from geodata.tables.reading import TableReading, Variable
from geodata.tables.recipe import Recipe
from geodata.tables.row_states import is_one_state, other_state_warning, with_title_state
from geodata.tables.selection import select, tidy_cells
from geodata.tables.variables import Meaning
from geodata.tables.wishes import Wishes


def read_office_table(
    grid: Grid, wishes: Wishes, *, layout: str, source: Source | None = None
) -> TableReading:
    """Read a table whose layout must be found from its cells.

    Raises
    ------
    any refusal of geodata.tables.refusals that names a row or a column
    """
    laid = layout_of(grid, wishes)
    frames, warnings = _columns_read(laid, wishes)
    cells, said = with_title_state(tidy_cells(frames), laid.head.above, grid.sheet, wishes)
    selection = select(
        _rows(laid),
        cells,
        _variables(laid),
        wishes,
        grid.file,
        period_is_said=bool(wishes.value) and laid.roles.period is None and is_one_state(cells),
    )
    return TableReading(
        file=grid.file,
        sheet=grid.sheet,
        layout=layout,
        rows=selection.rows,
        cells=selection.cells,
        variables=selection.variables,
        ignored=selection.ignored,
        left_out=_titles(laid.head.above) + laid.lines.left_out,
        warnings=tuple(condensed(warnings) + said + other_state_warning(cells, wishes)),
        source=wishes.recipe.source or source,
        base=wishes.recipe.base,
        recipe=_recipe(laid, wishes),
    )


def _columns_read(layout: Layout, wishes: Wishes) -> tuple[list[pd.DataFrame], list[str]]:
    """The cells of each column of figures, and what is to be said of them."""
    evidence = _evidence(layout, wishes)
    frames, warnings = [], short_line_warnings(layout)
    if not wishes.value and not wishes.recipe.columns:
        read = {column.position for column in layout.columns}
        warnings += unread_column_warnings(
            layout.data, layout.head.headers, layout.roles, read=read
        )
    warnings += month_warnings(column.meaning for column in layout.columns)
    for column in layout.columns:
        figures = _figures(layout, column.position, evidence[column.position], wishes)
        frames.append(_cells(layout, column.meaning, figures))
        name = column.meaning.header
        if layout.grid.numbers is not None:
            typed = layout.grid.numbers[column.position].loc[layout.data.index]
            warnings += percent_warnings(name, layout.data[column.position], typed)
        if not wishes.recipe.number_style:
            warnings += evidence_warnings(name, evidence[column.position])
        warnings += figure_warnings(name, column.meaning, figures, layout.data[column.position])
    return frames, warnings + special_signs([layout.data[c.position] for c in layout.columns])


def _evidence(layout: Layout, wishes: Wishes) -> dict[int, Evidence]:
    """How each column writes its numbers; a column that does not show it follows the others."""
    style = wishes.recipe.number_style
    positions = [column.position for column in layout.columns]
    if style:
        return {j: Evidence(style, sure=True, mixed=False, example="") for j in positions}
    own = {j: evidence_of(_written(layout, j)) for j in positions}
    shown = {e.style for e in own.values() if e.sure and not e.mixed and e.style == "english"}
    german = any(e.sure and e.style == "german" and e.example for e in own.values())
    if not shown or german:
        return own
    return {j: evidence_of(_written(layout, j), fallback="english") for j in positions}


def _written(layout: Layout, position: int) -> pd.Series:
    """What stands in a column as text: a number that a workbook stores needs no reading."""
    text = layout.data[position]
    if layout.grid.numbers is None:
        return text
    return text[layout.grid.numbers[position].loc[layout.data.index].isna()]


def _figures(layout: Layout, position: int, evidence: Evidence, wishes: Wishes) -> Figures:
    typed = None
    if layout.grid.numbers is not None:
        typed = layout.grid.numbers[position].loc[layout.data.index]
    return read_figures(
        layout.data[position], style=evidence.style, typed=typed, markers=wishes.recipe.markers
    )


def _cells(layout: Layout, meaning: Meaning, figures: Figures) -> pd.DataFrame:
    kept = np.flatnonzero(~figures.empty & ~figures.strange)
    period = layout.period.to_numpy(dtype=object)[kept]
    if meaning.period:
        period = np.where(period == "", meaning.period, period)
    return pd.DataFrame(
        {
            "row": layout.data.index.to_numpy()[kept] + 1,
            "variable": layout.split.ids_of(meaning)[kept],
            "period": period,
            "value": figures.value[kept],
            "marker": figures.marker[kept],
            "flags": figures.flags[kept],
        }
    )


def _rows(layout: Layout) -> pd.DataFrame:
    def texts(position: int | None) -> pd.Series:
        if position is None:
            return pd.Series("", index=layout.data.index, dtype="str")
        return layout.data[position]

    rows = {
        "row": layout.data.index.to_numpy() + 1,
        "key": texts(layout.roles.key).to_numpy(),
        "name": texts(layout.roles.name).to_numpy(),
    }
    return pd.DataFrame(rows).astype({"row": "int64", "key": "str", "name": "str"})


def _variables(layout: Layout) -> tuple[Variable, ...]:
    found: dict[str, Variable] = {}
    for column in layout.columns:
        for variable in layout.split.variables_of(_with_cell_unit(layout, column)):
            found.setdefault(variable.id, variable)
    return tuple(found.values())


def _with_cell_unit(layout: Layout, column: ValueColumn) -> Meaning:
    """„12,5 %“ in the cells says the unit as well as the header could."""
    if not column.meaning.unit and layout.data[column.position].str.endswith("%").mean() > 0.5:
        return replace(column.meaning, unit="Prozent")
    return column.meaning


def _titles(above: tuple[tuple[int, str], ...]) -> tuple[tuple[int, str], ...]:
    return tuple((row, f"Titelzeile „{shortened(text)}“") for row, text in above)


def _recipe(layout: Layout, wishes: Wishes) -> Recipe:
    """Enough to read next year's file the same way: headers without their time."""
    headers = layout.head.headers
    columns: dict[str, dict[str, str]] = {}
    for column in layout.columns:
        meaning = column.meaning
        header = ONLY_A_TIME if meaning.bare else meaning.stem if meaning.period else meaning.header
        entry = {
            "variable": wishes.indicator or meaning.id,
            "unit": meaning.unit,
            "label": meaning.label,
        }
        columns[header] = {name: text for name, text in entry.items() if text}
    key, name = layout.roles.key, layout.roles.name
    return replace(
        wishes.recipe,
        sheet=wishes.sheet or wishes.recipe.sheet,
        header_row=layout.head.last + 1,
        key=headers[key] if key is not None else "",
        name=headers[name] if name is not None else "",
        columns=columns,
    )
