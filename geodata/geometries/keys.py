"""The column that names each area, found by its name and its content."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from geodata.geometries.columns import as_text, attribute_columns, existing_column
from geodata.geometries.refusals import DuplicateKeys, KeyHasGaps, NoKey
from geodata.geometries.wording import feature, listed

# AGS (8 digits) before ARS (12): tables of offices carry the AGS.
OFFICIAL = (
    "ags",
    "ars",
    "rs",
    "gemeindeschluessel",
    "gemeindeschlüssel",
    "regionalschluessel",
    "regionalschlüssel",
    "kreisschluessel",
    "kreisschlüssel",
    "schluessel",
    "schlüssel",
)
ORDINARY = (
    "id",
    "area_id",
    "kennung",
    "kennziffer",
    "code",
    "nr",
    "nummer",
    "key",
    "gml_id",
    "fid",
    "gid",
    "objectid",
)
_LENGTHS = (5, 8, 9, 12)
_SHORT_LENGTHS = (2, 3)
_LAENDER = {f"{number:02}" for number in range(1, 17)}


@dataclass(frozen=True)
class Keys:
    """The chosen column, its text per row, and what was done to it."""

    column: str
    texts: pd.Series
    warnings: tuple[str, ...] = ()


def area_keys(frame: gpd.GeoDataFrame, names: pd.Series, *, key: str | None, file: str) -> Keys:
    """The key of every row: full, unique, and as the file has it but for lost leading zeros.

    `names` (text by row, named after its column) speak in refusals and are the last resort.
    Raises refusals for gaps and doubles, and where no column can be a key.
    """
    if key is not None:
        column = existing_column(frame, key, file=file, option="--key")
        return _checked(_keys(frame, column), names, file=file)
    official = [_keys(frame, column) for column in _present(frame, OFFICIAL)]
    official = [keys for keys in official if _share_official(keys.texts) >= 0.5]
    for keys in official:
        if _full_and_unique(keys.texts):
            return keys
    if official:
        return _checked(official[0], names, file=file)
    return _by_content(frame) or _by_ordinary_name(frame) or _by_area_name(frame, names, file=file)


def _present(frame: gpd.GeoDataFrame, wanted: tuple[str, ...]) -> list[str]:
    columns = {column.casefold(): column for column in reversed(attribute_columns(frame))}
    return [columns[name] for name in wanted if name in columns]


def _keys(frame: gpd.GeoDataFrame, column: str) -> Keys:
    values = as_text(frame[column])
    values = values.mask(values.str.fullmatch("-+"), "")
    if column.casefold() not in OFFICIAL:
        return Keys(column, values)
    values = values.str.replace(" ", "")
    length = _official_length(values[values != ""])
    restored = values.where(values == "", values.str.zfill(length))
    repaired = int((restored != values).sum())
    if not repaired:
        return Keys(column, values)
    sentence = f"Spalte {column}: verlorene führende Null der Schlüssel ergänzt ({repaired}-mal)."
    return Keys(column, restored, (sentence,))


def _official_length(values: pd.Series) -> int:
    """The length that all these keys have once lost leading zeros are back; 0 if unclear."""
    if not len(values) or not values.str.fullmatch("[0-9]+").all():
        return 0
    shortest, longest = values.str.len().min(), values.str.len().max()
    for length in _LENGTHS:
        laender = values.str.zfill(length).str[:2]
        if longest <= length <= shortest + 1 and laender.isin(_LAENDER).all():
            return length
    return 0


def _share_official(values: pd.Series) -> float:
    """The share of rows with digits of an official length that begin with a Land."""
    fits = (
        values.str.fullmatch("[0-9]+")
        & values.str.len().isin(_LENGTHS + _SHORT_LENGTHS)
        & values.str[:2].isin(_LAENDER)
    )
    return float(fits.mean())


def _full_and_unique(values: pd.Series) -> bool:
    return bool((values != "").all() and values.is_unique)


def _checked(keys: Keys, names: pd.Series, *, file: str) -> Keys:
    """The keys, or a refusal that names the rows without one and the doubles."""
    missing = keys.texts[keys.texts == ""]
    if len(missing):
        rows = listed(feature(row, names[row]) for row in missing.index)
        raise KeyHasGaps(file=file, column=keys.column, features=rows)
    doubles = keys.texts[keys.texts.duplicated(keep=False)]
    if len(doubles):
        shown = (
            f"{value} bei {listed(feature(row, names[row]) for row in rows.index)}"
            for value, rows in doubles.groupby(doubles)
        )
        raise DuplicateKeys(file=file, column=keys.column, doubles=listed(shown))
    return keys


def _by_content(frame: gpd.GeoDataFrame) -> Keys | None:
    """A text column that reads like keys under an unknown name."""
    for column in attribute_columns(frame):
        if pd.api.types.is_numeric_dtype(frame[column]):
            continue
        keys = _keys(frame, column)
        lengths = set(keys.texts.str.len())
        one_length = len(lengths) == 1 and lengths <= set(_LENGTHS)
        if one_length and _full_and_unique(keys.texts) and _share_official(keys.texts) == 1:
            return keys
    return None


def _by_ordinary_name(frame: gpd.GeoDataFrame) -> Keys | None:
    for column in _present(frame, ORDINARY):
        keys = _keys(frame, column)
        if _full_and_unique(keys.texts):
            return keys
    return None


def _by_area_name(frame: gpd.GeoDataFrame, names: pd.Series, *, file: str) -> Keys:
    if not names.name or not _full_and_unique(names):
        columns = listed(attribute_columns(frame), most=40) or "keine"
        raise NoKey(file=file, columns=columns)
    sentence = f"Kein Schlüssel in „{file}“: die Namen (Spalte {names.name}) dienen als Schlüssel."
    return Keys(str(names.name), names, (sentence,))
