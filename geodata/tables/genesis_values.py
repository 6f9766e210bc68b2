"""The figures of a GENESIS flat file: one a line in its new layout, one a column in its old."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from geodata.tables.figures import Figures, evidence_of, read_figures
from geodata.tables.genesis_attributes import Attribute, combinations, variable_of
from geodata.tables.plausibility import figure_warnings
from geodata.tables.reading import Variable
from geodata.tables.selection import tidy_cells
from geodata.tables.variables import Meaning
from geodata.tables.wishes import Wishes


def new_values(
    body: pd.DataFrame, others: Sequence[Attribute], period: pd.Series, wishes: Wishes
) -> tuple[pd.DataFrame, list[Variable], list[str]]:
    """Cells, variables and warnings of the layout with a column `value`."""
    named = [body[n] for n in ("value_variable_code", "value_variable_label", "value_unit")]
    classes = [part for a in others for part in (a.value_code, a.value_label)]
    codes, unique = combinations([*named, *classes])
    variables = [
        variable_of(e[0], e[1], e[2], list(zip(e[3::2], e[4::2], strict=True))) for e in unique
    ]
    quality = body.get("value_q")
    figures = _figures(body["value"], quality, wishes)
    ids = np.array([variable.id for variable in variables], dtype=object)[codes]
    cells = _cells(body.index, ids, period, figures)
    warnings = []
    for number, variable in enumerate(variables):
        mine = np.flatnonzero(codes == number)
        warnings += figure_warnings(
            variable.label, _meaning(variable), _only(figures, mine), body["value"].iloc[mine]
        )
    return tidy_cells([cells]), _distinct(variables), warnings


def old_values(
    body: pd.DataFrame, others: Sequence[Attribute], period: pd.Series, wishes: Wishes
) -> tuple[pd.DataFrame, list[Variable], list[str]]:
    """Cells, variables and warnings of the layout with columns `Code__Name__Einheit`."""
    classes = [part for a in others for part in (a.value_code, a.value_label)]
    codes, unique = combinations([*classes, body.iloc[:, 0]])
    quality = {h.rsplit("__", 1)[0]: h for h in body.columns if h.lower().endswith("__q")}
    frames, variables, warnings = [], [], []
    values = [h for h in body.columns if "__" in h and h not in quality.values()]
    for header in values:
        parts = header.split("__")
        code, label = parts[0], parts[1].replace("_", " ") if len(parts) > 1 else parts[0]
        unit = parts[2].replace("_", " ") if len(parts) > 2 else ""
        of_column = [
            variable_of(code, label, unit, list(zip(e[:-1:2], e[1:-1:2], strict=True)))
            for e in unique
        ]
        marked = quality.get(header, quality.get(code))
        figures = _figures(body[header], body[marked] if marked else None, wishes)
        ids = np.array([variable.id for variable in of_column], dtype=object)[codes]
        frames.append(_cells(body.index, ids, period, figures))
        variables += of_column
        meaning = _meaning(of_column[0])
        warnings += figure_warnings(label, meaning, figures, body[header])
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
