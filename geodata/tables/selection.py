"""From all that a file says to what was asked for: one figure, one state, another id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd

from geodata.period import Period
from geodata.tables import states
from geodata.tables.reading import CELL_COLUMNS, Variable
from geodata.tables.refusals import PeriodNotInFile, SeveralPeriods, SeveralVariables
from geodata.tables.wishes import Wishes


@dataclass(frozen=True, eq=False)
class Selection:
    """The records and values that remain, and the records that no longer say anything."""

    rows: pd.DataFrame
    cells: pd.DataFrame
    variables: tuple[Variable, ...]
    ignored: tuple[tuple[int, str], ...]


def select(
    rows: pd.DataFrame,
    cells: pd.DataFrame,
    variables: Iterable[Variable],
    wishes: Wishes,
    file: str,
    *,
    period_is_said: bool = False,
) -> Selection:
    """Keep the wanted state and give the one figure its wanted id.

    With `period_is_said` the wanted period replaces what the header says.

    Raises
    ------
    SeveralVariables, SeveralPeriods, PeriodNotInFile, UnknownPeriod
    """
    variables = tuple(variables)
    if wishes.indicator:
        cells, variables = _renamed(cells, variables, wishes.indicator, file)
    kept = _of_period(cells, wishes.wanted_period, file, said=period_is_said)
    said_before = set(cells["row"]) if len(kept) < len(cells) else set()
    silent = said_before - set(kept["row"])
    reason = f"anderer Zeitpunkt als {wishes.wanted_period}"
    return Selection(
        rows=rows[~rows["row"].isin(silent)].reset_index(drop=True),
        cells=kept.reset_index(drop=True),
        variables=with_periods(kept, variables),
        ignored=tuple((int(row), reason) for row in sorted(silent)),
    )


def with_periods(cells: pd.DataFrame, variables: Iterable[Variable]) -> tuple[Variable, ...]:
    """Each variable that has values, with its periods in order."""
    pairs = cells[["variable", "period"]].drop_duplicates()
    periods = {
        name: tuple(sorted(group, key=_order))
        for name, group in pairs.groupby("variable")["period"]
    }
    return tuple(replace(v, periods=periods[v.id]) for v in variables if v.id in periods)


def tidy_cells(parts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Values of several columns as one frame, in the order of the file."""
    frames = [part for part in parts if len(part)]
    if not frames:
        empty = pd.DataFrame({column: pd.Series(dtype="str") for column in CELL_COLUMNS})
        return empty.astype({"row": "int64", "value": "float64"})
    joined = pd.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0]
    text = dict.fromkeys(("variable", "period", "marker", "flags"), "str")
    joined = joined.astype({"row": "int64", "value": "float64", **text})[list(CELL_COLUMNS)]
    return joined.sort_values("row", kind="stable", ignore_index=True)


def normal_period(text: str) -> str:
    """A period that a person typed, 31.12.2022 as well as 2022-12-31."""
    return Period(states.state_of(text) or text).text if text else ""


def _order(period: str) -> tuple[bool, str]:
    return (period != "", period)


def _renamed(
    cells: pd.DataFrame, variables: tuple[Variable, ...], indicator: str, file: str
) -> tuple[pd.DataFrame, tuple[Variable, ...]]:
    present = set(cells["variable"])
    used = [variable for variable in variables if variable.id in present]
    if len(used) > 1:
        names = ", ".join(f"„{variable.id}“ ({variable.label})" for variable in used[:12])
        names += f" und {len(used) - 12} weitere" if len(used) > 12 else ""
        raise SeveralVariables(file=file, variables=names, indicator=indicator)
    return cells.assign(variable=indicator), tuple(replace(v, id=indicator) for v in used)


def _of_period(cells: pd.DataFrame, wanted: str, file: str, *, said: bool) -> pd.DataFrame:
    if not wanted:
        return cells
    wanted = normal_period(wanted)
    known = sorted(set(cells["period"]) - {""})
    if not known or said:
        return cells.assign(period=wanted)
    fitting = [wanted] if wanted in known else [s for s in known if states.fits(s, wanted)]
    if len(fitting) > 1:
        listed = ", ".join(states.german(s) for s in fitting)
        raise SeveralPeriods(file=file, period=states.german(wanted), periods=listed)
    if not fitting:
        listed = ", ".join(states.german(s) for s in known)
        raise PeriodNotInFile(file=file, period=states.german(wanted), periods=listed)
    chosen = cells[cells["period"].isin(["", fitting[0]])]
    return chosen.assign(period=chosen["period"].where(chosen["period"] != "", fitting[0]))
