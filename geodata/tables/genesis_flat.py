"""Flat files of the GENESIS databases: one line per value (new) or per combination (old)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from geodata.catalogue import Source
from geodata.german_count import counted
from geodata.quoted import quoted
from geodata.tables import states
from geodata.tables.genesis_attributes import NEW, OLD, Attribute, attributes_of, regional_of
from geodata.tables.genesis_choice import wanted_figures
from geodata.tables.genesis_source import genesis_base, genesis_source
from geodata.tables.genesis_values import new_values, old_values
from geodata.tables.grid import Grid, column_letter
from geodata.tables.lines import shortened
from geodata.tables.plausibility import condensed
from geodata.tables.reading import TableReading
from geodata.tables.refusals import (
    DoubledHeader,
    HeaderOnly,
    ImpossiblePeriod,
    IncompleteHead,
    RaggedRow,
)
from geodata.tables.selection import Selection, select
from geodata.tables.wishes import Wishes


def is_genesis_flat(grid: Grid) -> bool:
    """Whether the first line is the head of a GENESIS flat file."""
    first = [cell.strip().lower() for cell in grid.top(1)[0]]
    return bool(first) and first[0] in ("statistics_code", "statistik_code")


def read_genesis_flat(grid: Grid, wishes: Wishes) -> TableReading:
    """Read either layout; the key is the attribute code of the regional variable.

    Raises
    ------
    IncompleteHead, HeaderOnly, RaggedRow, UnknownColumn, ImpossiblePeriod, SeveralVariables
    """
    headers = grid.top(1)[0]
    _refuse_broken_head(headers, grid.file)
    body = grid.text.iloc[1:]
    body = body[(body != "").any(axis=1)].set_axis(headers, axis=1)
    if not len(body):
        raise HeaderOnly(file=grid.file)
    _refuse_ragged(grid, body)
    body, notes = _without_notes(body)
    is_new = headers[0].lower() == "statistics_code"
    attributes = attributes_of(body, headers, NEW if is_new else OLD)
    regional = regional_of(attributes)
    others = [attribute for attribute in attributes if attribute is not regional]
    time = body["time"] if is_new else body["Zeit"]
    period = _periods(time, grid.file)
    read = new_values if is_new else old_values
    cells, variables, warnings = read(body, others, period, wishes)
    rows = _rows(body, regional)
    cells, variables, unwanted = wanted_figures(cells, variables, wishes, grid.file)
    rows = rows[~rows["row"].isin(unwanted)]
    selection = select(rows, cells, variables, wishes, grid.file)
    code, label = str(body.iloc[0, 0]), str(body.iloc[0, 1])
    levels = set(regional.code.unique()) if regional else set()
    return _reading(
        grid,
        wishes,
        selection,
        unwanted,
        notes,
        warnings,
        genesis_source(code, label, levels),
        code,
    )


def _reading(
    grid: Grid,
    wishes: Wishes,
    selection: Selection,
    unwanted: Sequence[int],
    notes: tuple[tuple[int, str], ...],
    warnings: list[str],
    source: Source,
    code: str,
) -> TableReading:
    other = tuple((row, "anderes Merkmal als angegeben") for row in unwanted)
    kept = {v.id: {"variable": v.id, "label": v.label, "unit": v.unit} for v in selection.variables}
    columns = {}
    if wishes.value or wishes.recipe.columns:
        wanted = [wishes.value] if wishes.value else list(wishes.recipe.columns)
        columns = {
            name: {part: text for part, text in entry.items() if text}
            for name, entry in zip(wanted, kept.values(), strict=False)
        }
    base = wishes.recipe.base or genesis_base(code)
    return TableReading(
        file=grid.file,
        sheet=grid.sheet,
        layout="genesis-flat",
        rows=selection.rows,
        cells=selection.cells,
        variables=selection.variables,
        ignored=tuple(sorted(other + selection.ignored)),
        left_out=notes,
        warnings=tuple(condensed(warnings)),
        source=wishes.recipe.source or source,
        base=base,
        recipe=replace(wishes.recipe, columns=columns),
    )


def _refuse_broken_head(headers: list[str], file: str) -> None:
    is_new = headers[0].lower() == "statistics_code"
    needed = ["time", "value", "value_unit", "value_variable_code", "value_variable_label"]
    names = NEW if is_new else OLD
    for number in range(1, len(headers)):
        parts = names.format(n=number).split()
        needed += parts if parts[0] in headers else []
    for column in needed if is_new else ["Zeit", *needed[5:]]:
        if column not in headers:
            raise IncompleteHead(file=file, column=column)
    for column in headers:
        if column and headers.count(column) > 1:
            places = [column_letter(j) for j, header in enumerate(headers) if header == column]
            raise DoubledHeader(file=file, header=column, columns=" und ".join(places))
    if not is_new and not any("__" in header for header in headers):
        raise IncompleteHead(file=file, column="Code__Name__Einheit")


def _refuse_ragged(grid: Grid, body: pd.DataFrame) -> None:
    if grid.widths is None:
        return
    expected = int(grid.widths.iloc[0])
    over = grid.widths.loc[body.index]
    wrong = over[(over > expected) | ((over < expected) & (over > 2))]
    if len(wrong):
        raise RaggedRow(
            file=grid.file,
            row=int(wrong.index[0]) + 1,
            found=counted(int(wrong.iloc[0]), "Feld", "Felder"),
            expected=expected,
        )


def _without_notes(body: pd.DataFrame) -> tuple[pd.DataFrame, tuple[tuple[int, str], ...]]:
    filled = (body != "").sum(axis=1)
    notes = body[filled <= 2]
    left_out = tuple(
        (int(position) + 1, f"Hinweiszeile „{shortened(str(first))}“")
        for position, first in zip(notes.index, notes.iloc[:, 0], strict=True)
    )
    return body[filled > 2], left_out


def _rows(body: pd.DataFrame, regional: Attribute | None) -> pd.DataFrame:
    empty = pd.Series("", index=body.index, dtype="str")
    rows = {
        "row": body.index.to_numpy() + 1,
        "key": (regional.value_code if regional else empty).to_numpy(),
        "name": (regional.value_label if regional else empty).to_numpy(),
    }
    return pd.DataFrame(rows).astype({"row": "int64", "key": "str", "name": "str"})


def _periods(time: pd.Series, file: str) -> pd.Series:
    known = {text: states.state_of(text) for text in time.unique()}
    for text, state in known.items():
        if not state:
            row = int(time[time == text].index[0]) + 1
            raise ImpossiblePeriod(file=file, place=f"Zeile {row}", text=quoted(text))
    return time.map(known)
