"""How wide columns and how high rows of a sheet must be for all of their text to be seen."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

Cells = Sequence[str | float | None]

# In signs, as spreadsheets count widths; the arrow of the filter and an indent need some.
_NARROWEST, _WIDEST, _BESIDE = 10, 90, 4
_LINE_PT = 15.0


def column_widths(rows: Sequence[Cells]) -> list[int]:
    """The width of each column, in signs, for the longest text in it; numbers fit into any.

    >>> column_widths([("Gebiet", "Wert"), ("Lüchow (Wendland)", 4.0)])
    [21, 10]
    """
    return [
        min(_WIDEST, max(_NARROWEST, *(_length(cell) + _BESIDE for cell in column)))
        for column in zip_longest(*rows)
    ]


def row_height(row: Cells, widths: Sequence[int]) -> float:
    """In points, for as many lines as the fullest cell breaks into.

    >>> row_height(("Damnatz", None, "Wort " * 20), (12, 10, 39))
    45.0
    >>> row_height(("Damnatz", None, "Neubau\\n\\nZuzug"), (12, 10, 39))
    45.0
    """
    cells = zip(row, widths, strict=True)
    return _LINE_PT * max(_line_count(cell, width - _BESIDE) for cell, width in cells)


def _line_count(cell: str | float | None, width: int) -> int:
    """An empty line is one too."""
    lines = cell.split("\n") if isinstance(cell, str) else [""]
    return sum(len(textwrap.wrap(line, width)) or 1 for line in lines)


def _length(cell: str | float | None) -> int:
    return len(cell) if isinstance(cell, str) else 0
