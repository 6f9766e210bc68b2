"""Columns that nearly hold figures, such as „ca. 30“: what stands there is said, not read."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import pandas as pd

from geodata.quoted import quoted
from geodata.tables import states
from geodata.tables.roles import Roles

_NEARLY = re.compile(r"(?:[~<>≈]|ca\.?|rd\.?|etwa|rund)?\s*\d.*", re.IGNORECASE)
_MOSTLY = 0.5


def what_stands_there(body: pd.DataFrame, headers: Sequence[str], roles: Roles) -> str:
    """A sentence on the last column that could have held figures, "" where there is none."""
    leading = {roles.key, roles.period, roles.month, roles.variable, roles.unit}
    free = [j for j, header in enumerate(headers) if header and j not in leading]
    if not free:
        return ""
    header, filled = headers[free[-1]], body.loc[body[free[-1]] != "", free[-1]]
    if filled.empty:
        return (
            f"„{header}“ ist leer; stehen dort Formeln, bitte die Mappe öffnen und neu speichern. "
        )
    return f"In Zeile {filled.index[0] + 1}, Spalte „{header}“ steht „{quoted(filled.iloc[0])}“. "


def unread_column_warnings(
    data: pd.DataFrame, headers: Sequence[str], roles: Roles, *, read: Collection[int]
) -> list[str]:
    """A sentence for each column of near figures; `read` are the columns that were read."""
    said = []
    # beside a key, any text that tells the rows apart counts as their name
    named = [roles.name] if roles.key is not None and roles.name is not None else []
    for j in (*named, *roles.texts):
        cells = data.loc[data[j] != "", j]
        near = cells[cells.map(_is_near)]
        if headers[j] and j not in read and len(near) > _MOSTLY * len(cells):
            said.append(
                f"Spalte „{headers[j]}“ wurde nicht gelesen: Sie enthält zu wenige reine Zahlen "
                f"(zum Beispiel „{near.iloc[0]}“ in Zeile {near.index[0] + 1})."
            )
    return said


def percent_warnings(header: str, text: pd.Series, numbers: pd.Series) -> list[str]:
    """What is said where a workbook shows numbers of a column in percent."""
    held = text[numbers.notna()]
    shown = held[held.str.endswith("%")]
    if shown.empty:
        return []
    first = shown.iloc[0].replace(".", ",")
    said = f"Spalte „{header}“: in Prozent gelesen, wie die Mappe es zeigt (zum Beispiel {first})"
    if len(shown) < len(held):
        return [
            f"{said}; {len(held) - len(shown)} von {len(held)} Zahlen sind aber nicht so "
            "formatiert. Bitte prüfen."
        ]
    return [f"{said}."]


def _is_near(text: str) -> bool:
    return bool(_NEARLY.fullmatch(text)) and not states.state_of(text)
