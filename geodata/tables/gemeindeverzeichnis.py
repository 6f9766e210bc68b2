"""The Gemeindeverzeichnis of Destatis, in its layouts of 2005 to today."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from geodata.catalogue import Source
from geodata.tables import states
from geodata.tables.figures import read_figures
from geodata.tables.grid import Grid
from geodata.tables.lines import shortened
from geodata.tables.reading import TableReading, Variable
from geodata.tables.refusals import HeaderOnly, UnknownColumn
from geodata.tables.selection import select, tidy_cells
from geodata.tables.variables import slug
from geodata.tables.wishes import Wishes

_RECORD = "60"
_KINDS = {
    "10": "Land",
    "20": "Regierungsbezirk",
    "30": "Region",
    "40": "Kreis",
    "50": "Gemeindeverband",
}
_VARIABLES = (
    Variable("flaeche_km2", "Fläche", "km²", ()),
    Variable("bevoelkerung", "Bevölkerung", "Anzahl", ()),
    Variable("bevoelkerung_maennlich", "Bevölkerung, männlich", "Anzahl", ()),
    Variable("bevoelkerung_weiblich", "Bevölkerung, weiblich", "Anzahl", ()),
    Variable("bevoelkerung_je_km2", "Bevölkerung je km²", "Einwohner je km²", ()),
)
_LOWER_HEADS = {
    "insgesamt": "bevoelkerung",
    "maennlich": "bevoelkerung_maennlich",
    "weiblich": "bevoelkerung_weiblich",
    "je_km2": "bevoelkerung_je_km2",
    **{part: part for part in ("land", "rb", "kreis", "vb", "gem")},
}
_CENSUS_2011 = ("2011-12-31", "2022-12-31")


@dataclass(frozen=True)
class _Layout:
    """Where things stand: `head` is the line with „Satz-art“, `data` the first line of data.

    `territory` is the state of the areas, `periods` the state of each figure.
    """

    head: int
    data: int
    columns: Mapping[str, int]
    periods: Mapping[str, str]
    territory: str


def is_gemeindeverzeichnis(grid: Grid) -> bool:
    """Whether the head names the record type, all parts of the key and all figures."""
    head = _head_line(grid)
    needed = {"name", "flaeche_km2", *_LOWER_HEADS.values()}
    return head is not None and needed <= set(_columns(*grid.top(head + 2)[head:]))


def read_gemeindeverzeichnis(grid: Grid, wishes: Wishes) -> TableReading:
    """Read the rows of the Gemeinden (Satzart 60); all other levels carry no values.

    Raises
    ------
    HeaderOnly, UnknownColumn, SeveralVariables, SeveralPeriods, PeriodNotInFile
    """
    layout = _layout(grid)
    text = grid.text.iloc[layout.data :]
    kind = text[layout.columns["kind"]]
    data = text[kind == _RECORD]
    if not len(data):
        raise HeaderOnly(file=grid.file)
    wanted = _wanted(wishes, grid.file)
    rows = _rows(data, layout)
    cells = tidy_cells(_cells(grid, data, layout, name) for name in wanted)
    cells = cells.assign(variable=cells["variable"].map({n: v.id for n, v in wanted.items()}))
    selection = select(rows, cells, wanted.values(), wishes, grid.file)
    others = text[(kind != _RECORD) & kind.str.fullmatch(r"\d\d")]
    return TableReading(
        file=grid.file,
        sheet=grid.sheet,
        layout="gemeindeverzeichnis",
        rows=selection.rows,
        cells=selection.cells,
        variables=selection.variables,
        ignored=tuple(sorted(_ignored(others, layout) + selection.ignored)),
        left_out=_left_out(grid, layout, kind),
        warnings=(),
        source=wishes.recipe.source or _source(grid, layout),
        base=wishes.recipe.base or _base(layout),
        recipe=replace(wishes.recipe, sheet="", columns=_recipe_columns(wishes, wanted)),
    )


def _head_line(grid: Grid) -> int | None:
    for number, line in enumerate(grid.top(12)):
        names = [slug(cell).replace("_", "") for cell in line]
        if "satzart" in names and "gemeindename" in names and number + 3 < len(grid.text):
            return number
    return None


def _layout(grid: Grid) -> _Layout:
    head = _head_line(grid) or 0
    upper, lower, states_line = grid.top(head + 3)[head:]
    columns = _columns(upper, lower)
    territory = _state(" ".join(cell for row in grid.top(head) for cell in row))
    periods = _periods(states_line, columns, territory)
    return _Layout(head, head + 3, columns, periods, territory)


def _columns(upper: list[str], lower: list[str]) -> dict[str, int]:
    """Where each part of the key and each figure stands."""
    columns = {"kind": 0}
    for j, (first, second) in enumerate(zip(upper, lower, strict=True)):
        one, two = slug(first), slug(second)
        if one.startswith("flaeche"):
            columns["flaeche_km2"] = j
        elif one == "gemeindename":
            columns["name"] = j
        if two in _LOWER_HEADS:
            columns[_LOWER_HEADS[two]] = j
    return columns


def _periods(line: list[str], columns: Mapping[str, int], territory: str) -> dict[str, str]:
    """The state of each figure; the line below the head names it where it begins."""
    area = _state(line[columns["flaeche_km2"]]) or territory
    people = _state(line[columns["bevoelkerung"]]) or area
    return {v.id: area if v.id == "flaeche_km2" else people for v in _VARIABLES}


def _state(text: str) -> str:
    found = states.tokens(text)
    return found[0][0] if found else ""


def _rows(data: pd.DataFrame, layout: _Layout) -> pd.DataFrame:
    part = {name: data[layout.columns[name]] for name in ("land", "rb", "kreis", "vb", "gem")}
    region = part["land"].str.zfill(2) + part["rb"] + part["kreis"].str.zfill(2)
    key = region + part["vb"].str.strip() + part["gem"].str.zfill(3)
    rows = {
        "row": data.index.to_numpy() + 1,
        "key": key.to_numpy(),
        "name": data[layout.columns["name"]].to_numpy(),
    }
    return pd.DataFrame(rows).astype({"row": "int64", "key": "str", "name": "str"})


def _cells(grid: Grid, data: pd.DataFrame, layout: _Layout, name: str) -> pd.DataFrame:
    j = layout.columns[name]
    typed = grid.numbers[j].loc[data.index] if grid.numbers is not None else None
    figures = read_figures(data[j], typed=typed)
    kept = np.flatnonzero(~figures.empty & ~figures.strange)
    return pd.DataFrame(
        {
            "row": data.index.to_numpy()[kept] + 1,
            "variable": name,
            "period": layout.periods[name],
            "value": figures.value[kept],
            "marker": figures.marker[kept],
            "flags": figures.flags[kept],
        }
    )


def _wanted(wishes: Wishes, file: str) -> dict[str, Variable]:
    """The figures asked for, under the names that the recipe gives them."""
    known = {variable.id: variable for variable in _VARIABLES}
    entries = {wishes.value: {}} if wishes.value else dict(wishes.recipe.columns)
    if not entries:
        return known
    found = {}
    for wanted, entry in entries.items():
        named = [v for v in _VARIABLES if slug(wanted) == v.id or wanted == v.label]
        if not named:
            listed = ", ".join(f"„{v.id}“" for v in _VARIABLES)
            raise UnknownColumn(file=file, column=wanted, columns=listed)
        variable = named[0]
        found[variable.id] = replace(
            variable,
            id=entry.get("variable", variable.id),
            label=entry.get("label", variable.label),
            unit=entry.get("unit", variable.unit),
        )
    return found


def _recipe_columns(wishes: Wishes, wanted: Mapping[str, Variable]) -> dict[str, dict[str, str]]:
    if not (wishes.value or wishes.recipe.columns):
        return {}
    return {
        name: {"variable": wishes.indicator or v.id, "label": v.label, "unit": v.unit}
        for name, v in wanted.items()
    }


def _ignored(others: pd.DataFrame, layout: _Layout) -> tuple[tuple[int, str], ...]:
    kinds = others[layout.columns["kind"]]
    return tuple(
        (int(position) + 1, f"Satzart {kind} ({_KINDS.get(kind, 'andere Ebene')}): keine Werte")
        for position, kind in kinds.items()
    )


def _left_out(grid: Grid, layout: _Layout, kind: pd.Series) -> tuple[tuple[int, str], ...]:
    lines = [(i, line) for i, line in enumerate(grid.top(layout.head))]
    found = [(i + 1, f"Titelzeile „{_short(line)}“") for i, line in lines if any(line)]
    below = grid.text.loc[kind.index[~kind.str.fullmatch(r"\d\d")]]
    for position, line in below[(below != "").any(axis=1)].iterrows():
        cells = [str(cell) for cell in line]
        found.append((int(position) + 1, f"Hinweiszeile „{_short(cells)}“"))
    return tuple(found)


def _short(line: list[str]) -> str:
    return shortened(" ".join(line))


def _source(grid: Grid, layout: _Layout) -> Source:
    """The attribution that Destatis asks for, with the year that stands below the table."""
    ending = " ".join(grid.text.tail(12).to_numpy(dtype=object).ravel().tolist())
    year = re.search(r"\(Destatis\), (\d{4})", ending)
    published = f", {year[1]}" if year else ""
    return Source(
        id=f"gemeindeverzeichnis_{layout.territory}".replace("-", "_"),
        title=f"Gemeindeverzeichnis, Gebietsstand {states.german(layout.territory)}",
        attribution=(
            f"© Statistisches Bundesamt (Destatis){published}. Vervielfältigung und Verbreitung, "
            "auch auszugsweise, mit Quellenangabe gestattet."
        ),
        licence="Vervielfältigung und Verbreitung mit Quellenangabe gestattet",
    )


def _base(layout: _Layout) -> str:
    first, last = _CENSUS_2011
    return "Zensus 2011" if first <= layout.periods["bevoelkerung"] <= last else ""
