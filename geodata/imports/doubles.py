"""Rows of a table that say the same thing twice, or two different things."""

from __future__ import annotations

import pandas as pd

from geodata.imports.refusals import DoubledRows
from geodata.period import Period

_CELL = ["variable", "system", "period", "area_id"]
_SAID = ["value", "marker", "flags"]


def without_doubles(
    cells: pd.DataFrame, file: str
) -> tuple[pd.DataFrame, tuple[dict[str, object], ...]]:
    """Each cell once, and the rows that only repeated earlier ones.

    Raises `DoubledRows` where two rows give an area different values.
    """
    again = cells.duplicated(_CELL, keep="first")
    if not again.any():
        return cells, ()
    said = cells.drop_duplicates(_CELL + _SAID)
    different = said[said.duplicated(_CELL, keep=False)]
    if not different.empty:
        _refuse(different, file)
    first = cells.loc[~again, [*_CELL, "row"]].rename(columns={"row": "first_row"})
    repeated = cells[again].merge(first, on=_CELL)
    told = repeated.drop_duplicates("row")
    double = tuple(
        {"row": int(r.row), "same_as": int(r.first_row), "area_id": r.area_id, "name": r.name_}
        for r in told.rename(columns={"name": "name_"}).itertuples(index=False)
    )
    return cells[~again], double


def _refuse(different: pd.DataFrame, file: str) -> None:
    pair = different.sort_values([*_CELL, "row"]).iloc[:2]
    cell = pair.iloc[0]
    raise DoubledRows(
        file=file,
        area=f"{cell['name']} ({cell['area_id']})" if cell["name"] else cell["area_id"],
        variable=cell["variable"],
        period=Period(cell["period"]).german,
        first=int(cell["row"]),
        second=int(pair.iloc[1]["row"]),
    )
