"""The names of areas, told apart where two areas share one."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from geodata.geometries.columns import as_text, attribute_columns, existing_column

NAMES = (
    "gen",
    "name",
    "bezeichnung",
    "gemeindename",
    "gemeinde",
    "gem_name",
    "samtgemeinde",
    "sozialraum",
    "ortsteil",
    "stadtteil",
    "kreisname",
    "landkreis",
    "kreis",
    "ortsname",
    "titel",
    "title",
    "label",
)
# VG250 counts kinds of area: 65 and 66 are gemeindefreie Gebiete.
_UNINCORPORATED_KINDS = ("65", "66")


def area_names(frame: gpd.GeoDataFrame, *, name: str | None, file: str) -> pd.Series:
    """The name of every row as text, in a Series called like its column; "" where unknown.

    „Gartow“ is three areas: with the columns of VG250 it reads „Samtgemeinde Gartow“ and
    „Gartow, gemeindefrei“ where it is that.
    """
    column = _name_column(frame, name=name, file=file)
    if column is None:
        return pd.Series("", index=frame.index, dtype=object, name="")
    names = as_text(frame[column])
    collective = _column(frame, "BEZ").str.casefold() == "samtgemeinde"
    prefixed = collective & (names != "") & ~names.str.casefold().str.startswith("samtgemeinde")
    names = names.mask(prefixed, "Samtgemeinde " + names)
    free = unincorporated(frame) & (names != "")
    free &= ~names.str.contains("gemeindefrei", case=False, regex=False)
    return names.mask(free, names + ", gemeindefrei").rename(column)


def unincorporated(frame: gpd.GeoDataFrame) -> pd.Series:
    """Whether each row is a gemeindefreies Gebiet, by the columns BEZ, IBZ, BEM and RS of VG250.

    The RS tells it on every level: its Verband begins with 9.
    """
    regional = _column(frame, "RS").mask(lambda keys: keys == "", _column(frame, "ARS"))
    by_key = regional.str.fullmatch("[0-9]{5}9(?:[0-9]{3}|[0-9]{6})")
    by_word = _column(frame, "BEZ").str.casefold().str.startswith("gemeindefrei")
    by_remark = _column(frame, "BEM").str.casefold() == "gemeindefrei"
    return by_key | by_word | by_remark | _column(frame, "IBZ").isin(_UNINCORPORATED_KINDS)


def _name_column(frame: gpd.GeoDataFrame, *, name: str | None, file: str) -> str | None:
    if name is not None:
        return existing_column(frame, name, file=file, option="--name")
    columns = {column.casefold(): column for column in reversed(attribute_columns(frame))}
    for wanted in NAMES:
        if wanted in columns and (as_text(frame[columns[wanted]]) != "").mean() > 0.5:
            return columns[wanted]
    return None


def _column(frame: gpd.GeoDataFrame, name: str) -> pd.Series:
    if name in frame.columns:
        return as_text(frame[name])
    return pd.Series("", index=frame.index, dtype=object)
