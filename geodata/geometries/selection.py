"""Choosing features by patterns in their columns."""

from __future__ import annotations

import re

import geopandas as gpd

from geodata.geometries.columns import as_text, existing_column
from geodata.geometries.refusals import NothingSelected, UnreadableFilter
from geodata.geometries.wording import listed
from geodata.german_count import counted


def selected(frame: gpd.GeoDataFrame, where: str, *, file: str) -> gpd.GeoDataFrame:
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
                where=where,
                rows=counted(rows, "Objekt", "Objekten"),
                file=file,
                column=known,
                examples=examples,
            )
        kept = kept[fits]
    return kept


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
