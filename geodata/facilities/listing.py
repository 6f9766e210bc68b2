"""A list of facilities as it stands in a file, before anybody has read its cells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geodata.facilities.columns import Columns, columns_of


@dataclass(frozen=True, eq=False)
class Listing:
    """Texts by row of the file (index, from 1) and position of the column (0 …).

    `points` (n,) are points in EPSG:25832, None where a row has none; the whole is None for files
    that hold no geometries. `swapped` says whether their axes were exchanged. `row_is` is what a
    row is called: „Zeile“ or „Objekt“. `left_out` are rows that are no facility, and why.
    """

    file: str
    headers: tuple[str, ...]
    texts: pd.DataFrame
    points: NDArray[np.object_] | None = None
    crs_from: str = ""
    swapped: bool = False
    row_is: str = "Zeile"
    left_out: tuple[tuple[int, str], ...] = ()
    warnings: tuple[str, ...] = ()

    @cached_property
    def columns(self) -> Columns:
        return columns_of(self.headers)

    def column(self, field: str) -> pd.Series:
        """The texts of what a column tells; "" everywhere where no column tells it."""
        at = self.columns.fields.get(field)
        if at is None:
            return pd.Series("", index=self.texts.index, dtype=object)
        return self.texts[at]
