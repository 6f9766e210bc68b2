"""The columns of a geometry file: which there are, and their values as plain text."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas as gpd
import pandas as pd

from geodata.geometries.refusals import UnknownColumn
from geodata.geometries.wording import listed


def as_text(values: pd.Series) -> pd.Series:
    """Text with the same index: whole numbers without „.0“, blanks cut, gaps as empty text."""
    return pd.Series([_text(value) for value in values], index=values.index, dtype=object)


def _text(value: object) -> str:
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def existing_column(frame: gpd.GeoDataFrame, column: str, *, file: str, option: str) -> str:
    """The column as the file spells it; upper and lower case do not matter."""
    columns = attribute_columns(frame)
    if column in columns:
        return column
    alike = [known for known in columns if known.casefold() == column.casefold()]
    if len(alike) != 1:
        raise UnknownColumn(
            file=file, column=column, option=option, columns=listed(columns, most=40)
        )
    return alike[0]


def attribute_columns(frame: gpd.GeoDataFrame) -> Sequence[str]:
    """The names of all columns but the geometries."""
    return [str(name) for name in frame.columns[frame.dtypes.astype(str) != "geometry"]]
