"""The states that the figures of an office table stand for: by row, by title, by wish."""

from __future__ import annotations

import pandas as pd

from geodata.quoted import quoted
from geodata.tables import states
from geodata.tables.refusals import ImpossiblePeriod
from geodata.tables.roles import Roles
from geodata.tables.selection import normal_period
from geodata.tables.wishes import Wishes


def states_of_rows(data: pd.DataFrame, roles: Roles, file: str) -> pd.Series:
    """The Period text of each row, "" where the table has no column of times.

    Raises
    ------
    ImpossiblePeriod
    """
    if roles.period is None:
        return pd.Series("", index=data.index, dtype="str")
    column = data[roles.period]
    known = {text: states.state_of(text, serials=True) for text in column.unique()}
    for text, state in known.items():
        if text and not state:
            row = int(column[column == text].index[0]) + 1
            raise ImpossiblePeriod(file=file, place=f"Zeile {row}", text=quoted(text))
    found = column.map(known)
    if roles.month is None:
        return found
    month = data[roles.month].map(states.month_of)
    is_month = (month != "") & found.str.fullmatch(r"\d{4}")
    return found.where(~is_month, found + "-" + month)


def with_title_state(
    cells: pd.DataFrame, above: tuple[tuple[int, str], ...], sheet: str, wishes: Wishes
) -> tuple[pd.DataFrame, list[str]]:
    """A time that only the title names holds for all cells that have none; this is said."""
    if wishes.wanted_period or not (cells["period"] == "").any():
        return cells, []
    for text, place in [(t, f"Zeile {row}") for row, t in above] + [
        (sheet, "Name des Tabellenblatts")
    ]:
        found = {state for state, _, _ in states.tokens(text)}
        if len(found) == 1:
            state = found.pop()
            period = cells["period"].where(cells["period"] != "", state)
            return cells.assign(period=period), [
                f"Der Zeitpunkt {states.german(state)} stammt aus dem Titel ({place})."
            ]
    return cells, ["Die Tabelle nennt keinen Zeitpunkt. Bitte mit --period angeben."]


def is_one_state(cells: pd.DataFrame) -> bool:
    """Whether the cells name one state at most."""
    return len(cells["period"].unique()) <= 1


def other_state_warning(cells: pd.DataFrame, wishes: Wishes) -> list[str]:
    """A sentence where the file names another state than the one that was given."""
    wanted = normal_period(wishes.wanted_period)
    found = [s for s in cells["period"].unique() if s]
    if wishes.value and wanted and len(found) == 1 and not states.fits(wanted, found[0][:4]):
        return [
            f"Die Datei nennt den Zeitpunkt {states.german(found[0])}; "
            f"übernommen wurde {states.german(wanted)} wie angegeben."
        ]
    return []
