"""What one table file says, tidy and independent of how its office laid it out."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from geodata.catalogue import Source
from geodata.tables.recipe import Recipe

CELL_COLUMNS = ("row", "variable", "period", "value", "marker", "flags")


@dataclass(frozen=True)
class Variable:
    """What a value column, or a combination of GENESIS attributes, means.

    `id` is a lowercase slug of a-z, 0-9 and _; `unit` is "" where the file names none.
    """

    id: str
    label: str
    unit: str
    periods: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class TableReading:
    """One table file: its records, their values, and what was left out and why.

    `rows` has one line per record (row, key, name); records in `ignored` and lines in `left_out`
    are not among them. `cells` has one line per value (row, variable, period, value, marker,
    flags); an empty cell has no line. Row numbers are those that Excel shows, from 1.
    """

    file: str
    sheet: str
    layout: str
    rows: pd.DataFrame
    cells: pd.DataFrame
    variables: tuple[Variable, ...]
    ignored: tuple[tuple[int, str], ...]
    left_out: tuple[tuple[int, str], ...]
    warnings: tuple[str, ...]
    source: Source | None
    base: str
    recipe: Recipe
