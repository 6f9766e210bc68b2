"""Long tables: columns such as Geschlecht or Merkmal that split one value column into figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from geodata.tables.columns import ValueColumn
from geodata.tables.reading import Variable
from geodata.tables.roles import Roles
from geodata.tables.variables import Meaning, canonical_unit, identity

MOST_FIGURES = 500
LEAST_FILLED = 0.5
TOTALS = ("", "Insgesamt", "insgesamt")


@dataclass(frozen=True, eq=False)
class Split:
    """For each data row the words that its figure is called by, as `codes` into `words`.

    `whole` says that the words are the figure's name and not an addition to the header; `units`
    has one text per entry of `words`.
    """

    codes: np.ndarray
    words: tuple[tuple[str, ...], ...]
    units: tuple[str, ...]
    whole: bool

    def ids_of(self, meaning: Meaning) -> np.ndarray:
        """The variable id of each data row."""
        names = np.array([v.id for v in self.variables_of(meaning)], dtype=object)
        found: np.ndarray = names[self.codes]
        return found

    def variables_of(self, meaning: Meaning) -> list[Variable]:
        return [
            self._variable(meaning, words, unit)
            for words, unit in zip(self.words, self.units, strict=True)
        ]

    def _variable(self, meaning: Meaning, words: tuple[str, ...], unit: str) -> Variable:
        words = tuple(word for word in words if word not in TOTALS)
        unit = unit or meaning.unit
        if self.whole and words:
            return Variable(identity(" ".join(words)), ", ".join(words), unit, ())
        if not words:
            return Variable(meaning.id, meaning.label, unit, ())
        name = identity(" ".join((meaning.id, *words)))
        return Variable(name, ", ".join((meaning.label, *words)), unit, ())


def split_of(
    data: pd.DataFrame,
    roles: Roles,
    columns: Sequence[ValueColumn],
    period: pd.Series,
    headers: Sequence[str],
) -> Split:
    """How the rows of a table are split into figures; most tables are not split at all."""
    positions: list[int] = []
    whole = roles.variable is not None and len(columns) == 1
    if whole and roles.variable is not None:
        positions = [roles.variable]
    elif roles.texts:
        positions = _attributes(data, roles, period)
    if not positions:
        return Split(np.zeros(len(data), dtype=np.intp), ((),), ("",), whole=False)
    grouped = data[positions + ([roles.unit] if roles.unit is not None else [])]
    codes, unique = pd.factorize(pd.MultiIndex.from_frame(grouped))
    words = tuple(tuple(str(w) for w in entry[: len(positions)]) for entry in unique)
    units = tuple(
        canonical_unit(str(entry[-1])) or str(entry[-1]) if roles.unit is not None else ""
        for entry in unique
    )
    return Split(codes, words, units, whole=whole and bool(headers))


def _attributes(data: pd.DataFrame, roles: Roles, period: pd.Series) -> list[int]:
    """Text columns are attributes where most places have one row for each of their words."""
    place = data[roles.key if roles.key is not None else roles.name]
    plain = pd.concat([place, period], axis=1)
    if not plain.duplicated().any():
        return []
    varied = [
        j
        for j in roles.texts
        if 1 < data[j].nunique() <= MOST_FIGURES and data[j].groupby(place).nunique().max() > 1
    ]
    if not varied or pd.concat([plain, data[varied]], axis=1).duplicated().any():
        return []
    crossed = len(data[varied].drop_duplicates()) * len(plain.drop_duplicates())
    return varied if len(data) >= LEAST_FILLED * crossed else []
