"""Choosing features by patterns in their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

import geopandas

from geodata.geometries.refusals import NothingSelected, UnknownColumn, UnreadableFilter
from geodata.geometries.text import as_text
from geodata.geometries.wording import listed


def selected(frame: geopandas.GeoDataFrame, where: str, *, file: str) -> geopandas.GeoDataFrame:
    """The features that fit `COLUMN=PATTERN`, with `*` for any text.

    Several parts are separated by comma or semicolon: different columns must all fit, of
    several patterns for one column any. Raises refusals for an unknown column or no match.
    """
    kept, rows = frame, len(frame)
    for column, patterns in _conditions(where, file=file).items():
        known = existing_column(frame, column, file=file, option="--where")
        fits = as_text(kept[known]).map(re.compile("|".join(patterns)).fullmatch).notna()
        if not fits.any():
            examples = listed(dict.fromkeys(as_text(frame[known]).head(200)), most=4)
            raise NothingSelected(
                where=where, rows=rows, file=file, column=known, examples=examples
            )
        kept = kept[fits]
    return kept


def existing_column(
    frame: geopandas.GeoDataFrame, column: str, *, file: str, option: str
) -> str:
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


def attribute_columns(frame: geopandas.GeoDataFrame) -> Sequence[str]:
    """The names of all columns but the geometries."""
    return [str(name) for name in frame.columns[frame.dtypes.astype(str) != "geometry"]]


def _conditions(where: str, *, file: str) -> dict[str, list[str]]:
    """Patterns as regular expressions, by column; a part without „=“ belongs to the last one."""
    conditions: dict[str, list[str]] = {}
    column = ""
    for part in re.split("[,;]", where):
        before, sign, after = part.partition("=")
        column = before.strip() if sign else column
        pattern = (after if sign else before).strip()
        if not column or not pattern:
            raise UnreadableFilter(where=where, file=file)
        expression = ".*".join(re.escape(piece) for piece in pattern.split("*"))
        conditions.setdefault(column, []).append(f"(?:{expression})")
    return conditions
