"""The figures of a GENESIS flat file that were asked for, under the names of the recipe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from geodata.tables.reading import Variable
from geodata.tables.refusals import UnknownColumn
from geodata.tables.variables import slug
from geodata.tables.wishes import Wishes


def wanted_figures(
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
