"""Text files of cells or places: their columns by name, and how many people each row has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geodata.imports.refusals import NegativePeople, NoPeopleColumn, NotANumber, NotAPlainTable
from geodata.markers import Marker
from geodata.quoted import quoted
from geodata.tables.delimited import read_delimited
from geodata.tables.figures import evidence_of, read_figures
from geodata.tables.filekind import file_kind
from geodata.tables.grid import column_letter
from geodata.tables.refusals import DoubledHeader, HeaderOnly, RaggedRow, UnknownColumn

# What the census of 2011 writes where it says nothing of a cell, and where it may not.
NOTHING_SAID, SECRET = -1.0, -9.0
_PEOPLE = (
    r"einwohner(zahl)?|bev(ö|oe)lkerung(szahl)?|insgesamt(_bev\w*)?|personen|population|ew|people"
)


@dataclass(frozen=True, eq=False)
class People:
    """How many live in each row: NaN where that is not said; `secret` where it is not to be."""

    count: NDArray[np.float64]
    secret: NDArray[np.bool_]


def read_plain_table(path: Path) -> pd.DataFrame:
    """The fields of a text file as text, under the names of its first row, by row of the file.

    Raises what the readers of tables raise, and `NotAPlainTable` for workbooks.
    """
    if file_kind(path) != "text":
        raise NotAPlainTable(file=path.name)
    grid = read_delimited(path)
    widths = grid.widths
    assert widths is not None  # noqa: S101 - text files have them
    filled = np.flatnonzero((grid.text != "").any(axis=1).to_numpy())
    head, body = filled[0], filled[1:]
    if not len(body):
        raise HeaderOnly(file=path.name)
    for row in body[widths.to_numpy()[body] != widths.iloc[head]]:
        found, expected = f"{widths.iloc[row]} Felder", int(widths.iloc[head])
        raise RaggedRow(file=path.name, row=row + 1, found=found, expected=expected)
    table = grid.text.iloc[body, : int(widths.iloc[head])]
    table = table.set_axis(grid.text.iloc[head, : table.shape[1]].tolist(), axis="columns")
    for name in table.columns[table.columns.duplicated()]:
        at = " und ".join(column_letter(int(n)) for n in np.flatnonzero(table.columns == name))
        raise DoubledHeader(file=path.name, header=name, columns=at)
    return table.set_axis(body + 1, axis="index")


def named_column(columns: list[str], wanted: str, *, file: str) -> str:
    """The column as the file spells it; raises `UnknownColumn`."""
    alike = [c for c in columns if c == wanted] or [
        c for c in columns if c.casefold() == wanted.casefold()
    ]
    if len(alike) != 1:
        raise UnknownColumn(file=file, column=wanted, columns=_listed(columns))
    return alike[0]


def column_like(columns: list[str], pattern: str) -> str | None:
    """The first column whose whole name is like the pattern, in small letters."""
    return next((c for c in columns if re.fullmatch(pattern, c.casefold())), None)


def people_column(columns: list[str], wanted: str | None, *, file: str) -> str:
    """The column with the people: the one asked for, else the one that is called so."""
    if wanted is not None:
        return named_column(columns, wanted, file=file)
    found = column_like(columns, _PEOPLE)
    if found is None:
        raise NoPeopleColumn(file=file, columns=_listed(columns))
    return found


def read_people(texts: pd.Series, *, file: str) -> People:
    """People by row; -1 and „–“ say nothing, -9 and „.“ that it is secret.

    Here a dash is no zero: the census writes it for cells without people and for cells with so
    few that they are protected. Raises `NotANumber`, `NegativePeople`.
    """
    count, marker = _numbers(texts, file=file)
    secret = (count == SECRET) | (marker == Marker.SECRET)
    count[(count == SECRET) | (count == NOTHING_SAID) | (marker != "")] = np.nan
    for at in np.flatnonzero(count < 0):
        raise NegativePeople(file=file, row=texts.index[at], value=texts.iloc[at])
    return People(count, secret)


def read_coordinates(texts: pd.Series, *, file: str) -> NDArray[np.float64]:
    """Numbers by row; raises `NotANumber` for everything else, gaps too."""
    values, _ = _numbers(texts, file=file)
    for at in np.flatnonzero(np.isnan(values)):
        raise NotANumber(
            file=file, row=texts.index[at], text=quoted(texts.iloc[at]), column=texts.name
        )
    return values


def _numbers(texts: pd.Series, *, file: str) -> tuple[NDArray[np.float64], NDArray[np.object_]]:
    figures = read_figures(texts, style=evidence_of(texts).style)
    for at in np.flatnonzero(figures.strange):
        raise NotANumber(
            file=file, row=texts.index[at], text=quoted(texts.iloc[at]), column=texts.name
        )
    return figures.value.copy(), figures.marker


def _not_a_number(texts: pd.Series, at: int, *, file: str) -> NotANumber:
    text = quoted(texts.iloc[at])
    return NotANumber(file=file, row=texts.index[at], text=text, column=texts.name)


def _listed(columns: list[str]) -> str:
    return ", ".join(f"„{column}“" for column in columns)
