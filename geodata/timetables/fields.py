"""Numbers, times and days out of the text of a GTFS table, refused by row where they are none."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geodata.quoted import quoted
from geodata.timetables.refusals import WrongDate, WrongNumber, WrongTime

_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)")


def whole_numbers(
    texts: pd.Series, *, file: str, table: str, empty: int | None
) -> NDArray[np.int64]:
    """Whole numbers from 0 by row, `empty` where nothing stands; raises `WrongNumber`."""
    fine = texts.str.fullmatch(r"\d{1,9}" if empty is None else r"\d{0,9}").to_numpy(dtype=bool)
    for at in np.flatnonzero(~fine):
        raise _wrong_number(texts, int(at), "keine ganze Zahl", file=file, table=table)
    return np.array(texts.where(texts != "", str(empty)).tolist(), dtype=np.int64)


def degrees(texts: pd.Series, *, file: str, table: str) -> NDArray[np.float64]:
    """Degrees by row, NaN where nothing stands; raises `WrongNumber`."""
    read = pd.to_numeric(texts.where(texts != "", "nan"), errors="coerce")
    numbers = np.array(read, dtype=np.float64)
    for at in np.flatnonzero(~np.isfinite(numbers) & (texts != "").to_numpy(dtype=bool)):
        raise _wrong_number(texts, int(at), "keine Zahl mit Dezimalpunkt", file=file, table=table)
    return numbers


def clock_times(texts: pd.Series, *, file: str, table: str) -> NDArray[np.float64]:
    """Seconds since the service day began, NaN where nothing stands; raises `WrongTime`.

    GTFS days run past 24:00, so 25:10:00 is ten past one in the following night.
    """
    return _each(texts, _seconds, np.nan, WrongTime, file=file, table=table)


def days(texts: pd.Series, *, file: str, table: str) -> NDArray[np.int64]:
    """Days as proleptic ordinals (`datetime.date.toordinal`) by row; raises `WrongDate`."""
    found = _each(texts, _ordinal, None, WrongDate, file=file, table=table)
    return found.astype(np.int64)


def _each(
    texts: pd.Series,
    read: Callable[[str], float | None],
    empty: float | None,
    refusal: type[WrongTime | WrongDate],
    *,
    file: str,
    table: str,
) -> NDArray[np.float64]:
    """Every different text is read once: a feed repeats few of them millions of times."""
    codes, different = pd.factorize(texts)
    values = np.empty(len(different), np.float64)
    for number, text in enumerate(different):
        value = empty if text == "" else read(text)
        if value is None:
            at = int(np.flatnonzero(codes == number)[0])
            told = {"row": texts.index[at], "value": quoted(text), "column": texts.name}
            raise refusal(file=file, table=f"{table}.txt", **told)
        values[number] = value
    return np.asarray(values[codes], np.float64)


def _seconds(text: str) -> float | None:
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    hours, minutes, seconds = map(int, found.groups())
    return 3600 * hours + 60 * minutes + seconds


def _ordinal(text: str) -> float | None:
    if not re.fullmatch(r"\d{8}", text):
        return None
    try:
        return datetime.date(int(text[:4]), int(text[4:6]), int(text[6:])).toordinal()
    except ValueError:
        return None


def _wrong_number(texts: pd.Series, at: int, wanted: str, *, file: str, table: str) -> WrongNumber:
    return WrongNumber(
        file=file,
        table=f"{table}.txt",
        row=texts.index[at],
        value=quoted(texts.iloc[at]),
        column=texts.name,
        wanted=wanted,
    )
