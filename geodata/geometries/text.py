"""The values of a column as plain text."""

from __future__ import annotations

from typing import Any

import pandas as pd


def as_text(values: pd.Series) -> pd.Series:
    """Text with the same index: whole numbers without „.0“, blanks cut, gaps as empty text."""
    return pd.Series([_text(value) for value in values], index=values.index, dtype=object)


def _text(value: Any) -> str:
    if value is None or (not isinstance(value, list | dict) and pd.isna(value) is True):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())
