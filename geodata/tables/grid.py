"""The cells of a table file as text, before anyone knows what they mean."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

Merged = tuple[int, int, int, int]


@dataclass(frozen=True, eq=False)
class Grid:
    """All cells, stripped of blanks around them; line 0 of `text` is row 1 of the file.

    `text` has columns 0, 1, 2 …; `numbers` is of the same shape and holds what a workbook stores
    as a number (NaN elsewhere), or is None for a text file. `merged` are ranges of a workbook as
    (top, left, bottom, right), all inclusive. `widths` is the number of fields of each line of a
    text file.
    """

    file: str
    sheet: str
    text: pd.DataFrame
    numbers: pd.DataFrame | None = None
    merged: tuple[Merged, ...] = ()
    widths: pd.Series | None = None

    def top(self, count: int) -> list[list[str]]:
        """The first rows as lists of text."""
        found: list[list[str]] = self.text.head(count).to_numpy(dtype=object).tolist()
        return found


def column_letter(position: int) -> str:
    """How Excel names a column: 0 → A, 26 → AA."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
