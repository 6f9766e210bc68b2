"""Flat files of the GENESIS databases: one line per value (new) or per combination (old)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from geodata.catalogue import Source
from geodata.tables import states
from geodata.tables.figures import Figures, evidence_of, read_figures
from geodata.tables.genesis_source import genesis_base, genesis_source
from geodata.tables.grid import Grid, column_letter
from geodata.tables.plausibility import condensed, figure_warnings
from geodata.tables.reading import TableReading, Variable
from geodata.tables.refusals import (
    DoubledHeader,
    HeaderOnly,
    ImpossiblePeriod,
    IncompleteHead,
    RaggedRow,
    UnknownColumn,
)
from geodata.tables.selection import Selection, select, tidy_cells
from geodata.tables.variables import Meaning, canonical_unit, identity, slug
from geodata.tables.wishes import Wishes
from geodata.tables.words import could_be_key

_REGIONAL = re.compile(
    r"DINSG|DG|DLAND\w*|REGBEZ\w*|KREISE?\w*|GEM\w*|GEO[A-Z0-9]+|STADT\w*|LAND\w*|NUTS\w*|SAMTG\w*",
    re.IGNORECASE,
)
_TOTAL = ("insgesamt", "")
_NEW = "{n}_variable_code {n}_variable_attribute_code {n}_variable_attribute_label"
_OLD = "{n}_Merkmal_Code {n}_Auspraegung_Code {n}_Auspraegung_Label"


@dataclass(frozen=True, eq=False)
class _Attribute:
    """One classifying variable of a table: its code, and per line the attribute."""

    code: pd.Series
    value_code: pd.Series
    value_label: pd.Series

    @property
    def is_regional(self) -> bool:
        return all(_REGIONAL.fullmatch(code) for code in self.code.unique() if code)

    @property
    def has_keys(self) -> bool:
        codes = self.value_code.unique()
        return sum(could_be_key(code) for code in codes) >= 0.9 * len(codes)


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
    attributes = _attributes(body, headers, _NEW if is_new else _OLD)
    regional = _regional(attributes)
    others = [attribute for attribute in attributes if attribute is not regional]
    time = body["time"] if is_new else body["Zeit"]
    period = _periods(time, grid.file)
    read = _new_values if is_new else _old_values
    cells, variables, warnings = read(body, others, period, wishes)
    rows = _rows(body, regional)
    cells, variables, unwanted = _wanted(cells, variables, wishes, grid.file)
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
    names = _NEW if is_new else _OLD
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
            file=grid.file, row=int(wrong.index[0]) + 1, found=int(wrong.iloc[0]), expected=expected
        )


def _without_notes(body: pd.DataFrame) -> tuple[pd.DataFrame, tuple[tuple[int, str], ...]]:
    filled = (body != "").sum(axis=1)
    notes = body[filled <= 2]
    left_out = tuple(
        (int(position) + 1, f"Hinweiszeile „{str(first)[:60]}“")
        for position, first in zip(notes.index, notes.iloc[:, 0], strict=True)
    )
    return body[filled > 2], left_out


def _attributes(body: pd.DataFrame, headers: Sequence[str], names: str) -> list[_Attribute]:
    found = []
    for number in range(1, len(headers)):
        code, value_code, value_label = names.format(n=number).split()
        if code not in headers:
            break
        found.append(_Attribute(body[code], body[value_code], body[value_label]))
    return found


def _regional(attributes: Sequence[_Attribute]) -> _Attribute | None:
    for attribute in attributes:
        if attribute.is_regional:
            return attribute
    return next((attribute for attribute in attributes if attribute.has_keys), None)


def _rows(body: pd.DataFrame, regional: _Attribute | None) -> pd.DataFrame:
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
            raise ImpossiblePeriod(file=file, place=f"Zeile {row}", text=text)
    return time.map(known)


def _combinations(
    parts: Sequence[pd.Series],
) -> tuple[np.ndarray, list[tuple[str, ...]]]:
    codes, unique = pd.factorize(pd.MultiIndex.from_arrays([*parts, [""] * len(parts[0])]))
    return codes, [tuple(str(text) for text in entry[:-1]) for entry in unique]


def _variable(code: str, label: str, unit: str, attributes: Sequence[tuple[str, str]]) -> Variable:
    """Value code and attribute codes; an attribute that is the total adds nothing."""
    telling = [(c, text) for c, text in attributes if c and text.lower() not in _TOTAL]
    return Variable(
        id=identity("_".join([code, *(c for c, _ in telling)])),
        label=", ".join([label, *(text for _, text in telling)]),
        unit=canonical_unit(unit) or unit,
        periods=(),
    )


def _new_values(
    body: pd.DataFrame, others: Sequence[_Attribute], period: pd.Series, wishes: Wishes
) -> tuple[pd.DataFrame, list[Variable], list[str]]:
    named = [body[n] for n in ("value_variable_code", "value_variable_label", "value_unit")]
    classes = [part for a in others for part in (a.value_code, a.value_label)]
    codes, unique = _combinations([*named, *classes])
    variables = [
        _variable(e[0], e[1], e[2], list(zip(e[3::2], e[4::2], strict=True))) for e in unique
    ]
    quality = body.get("value_q")
    figures = _figures(body["value"], quality, wishes)
    ids = np.array([variable.id for variable in variables], dtype=object)[codes]
    cells = _cells(body.index, ids, period, figures)
    warnings = []
    for number, variable in enumerate(variables):
        mine = np.flatnonzero(codes == number)
        warnings += figure_warnings(
            variable.label, _meaning(variable), _only(figures, mine), body.index[mine] + 1
        )
    return tidy_cells([cells]), _distinct(variables), warnings


def _old_values(
    body: pd.DataFrame, others: Sequence[_Attribute], period: pd.Series, wishes: Wishes
) -> tuple[pd.DataFrame, list[Variable], list[str]]:
    classes = [part for a in others for part in (a.value_code, a.value_label)]
    codes, unique = _combinations([*classes, body.iloc[:, 0]])
    quality = {h.rsplit("__", 1)[0]: h for h in body.columns if h.lower().endswith("__q")}
    frames, variables, warnings = [], [], []
    values = [h for h in body.columns if "__" in h and h not in quality.values()]
    for header in values:
        parts = header.split("__")
        code, label = parts[0], parts[1].replace("_", " ") if len(parts) > 1 else parts[0]
        unit = parts[2].replace("_", " ") if len(parts) > 2 else ""
        of_column = [
            _variable(code, label, unit, list(zip(e[:-1:2], e[1:-1:2], strict=True)))
            for e in unique
        ]
        marked = quality.get(header, quality.get(code))
        figures = _figures(body[header], body[marked] if marked else None, wishes)
        ids = np.array([variable.id for variable in of_column], dtype=object)[codes]
        frames.append(_cells(body.index, ids, period, figures))
        variables += of_column
        meaning = _meaning(of_column[0])
        warnings += figure_warnings(label, meaning, figures, body.index + 1)
    return tidy_cells(frames), _distinct(variables), warnings


def _figures(text: pd.Series, quality: pd.Series | None, wishes: Wishes) -> Figures:
    # these files are written by machines: a decimal comma and never a point for thousands
    style = wishes.recipe.number_style or evidence_of(text).style
    figures = read_figures(text, style=style, markers=wishes.recipe.markers)
    return figures if quality is None else _with_quality(figures, quality)


def _with_quality(figures: Figures, quality: pd.Series) -> Figures:
    """The quality column adds flags (p r s e) and the marker of a limited value."""
    sign = quality.to_numpy(dtype=object)
    marker, flags = figures.marker.copy(), figures.flags.copy()
    has_number = ~np.isnan(figures.value)
    limited = np.array(["(" in s for s in sign]) & has_number & (marker == "")
    marker[limited] = "()"
    for i in np.flatnonzero(sign != ""):
        letters = set(flags[i]) | {letter for letter in sign[i] if letter in "prse"}
        flags[i] = "".join(sorted(letters))
        if sign[i] in ("/", ".", "...", "x", "-") and not has_number[i]:
            marker[i] = sign[i]
    empty = figures.empty & (marker == "")
    return Figures(figures.value, marker, flags, empty, figures.strange)


def _cells(index: pd.Index, ids: np.ndarray, period: pd.Series, figures: Figures) -> pd.DataFrame:
    kept = np.flatnonzero(~figures.empty & ~figures.strange)
    return pd.DataFrame(
        {
            "row": index.to_numpy()[kept] + 1,
            "variable": ids[kept],
            "period": period.to_numpy(dtype=object)[kept],
            "value": figures.value[kept],
            "marker": figures.marker[kept],
            "flags": figures.flags[kept],
        }
    )


def _only(figures: Figures, positions: np.ndarray) -> Figures:
    return Figures(
        figures.value[positions],
        figures.marker[positions],
        figures.flags[positions],
        figures.empty[positions],
        figures.strange[positions],
    )


def _meaning(variable: Variable) -> Meaning:
    return Meaning(variable.label, variable.label, variable.id, variable.label, variable.unit, "")


def _distinct(variables: Sequence[Variable]) -> list[Variable]:
    return list({variable.id: variable for variable in reversed(variables)}.values())[::-1]


def _wanted(
    cells: pd.DataFrame, variables: Sequence[Variable], wishes: Wishes, file: str
) -> tuple[pd.DataFrame, list[Variable], list[int]]:
    """Only the figures named by --value or by the recipe, under the recipe's names."""
    entries = {wishes.value: {}} if wishes.value else dict(wishes.recipe.columns)
    if not entries:
        return cells, list(variables), []
    kept: list[Variable] = []
    names: dict[str, str] = {}
    for wanted, entry in entries.items():
        for variable in _named(wanted, variables, file):
            renamed = replace(
                variable,
                id=entry.get("variable", variable.id),
                label=entry.get("label", variable.label),
                unit=entry.get("unit", variable.unit),
            )
            names[variable.id] = renamed.id
            kept.append(renamed)
    chosen = cells[cells["variable"].isin(list(names))]
    unwanted = sorted(set(cells["row"]) - set(chosen["row"]))
    return chosen.assign(variable=chosen["variable"].map(names)), kept, unwanted


def _named(wanted: str, variables: Sequence[Variable], file: str) -> list[Variable]:
    name = slug(wanted)
    exact = [v for v in variables if name == v.id or wanted == v.label]
    by_code = exact or [v for v in variables if v.id.startswith(f"{name}_")]
    if not by_code:
        listed = ", ".join(f"„{v.id}“ ({v.label})" for v in variables[:20])
        raise UnknownColumn(file=file, column=wanted, columns=listed)
    return by_code
