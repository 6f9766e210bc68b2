"""The classifying variables of a GENESIS flat file, and the figures that they tell apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from geodata.tables.reading import Variable
from geodata.tables.variables import canonical_unit, identity
from geodata.tables.words import could_be_key

_REGIONAL = re.compile(
    r"DINSG|DG|DLAND\w*|REGBEZ\w*|KREISE?\w*|GEM\w*|GEO[A-Z0-9]+|STADT\w*|LAND\w*|NUTS\w*|SAMTG\w*",
    re.IGNORECASE,
)
_TOTAL = ("insgesamt", "")
NEW = "{n}_variable_code {n}_variable_attribute_code {n}_variable_attribute_label"
OLD = "{n}_Merkmal_Code {n}_Auspraegung_Code {n}_Auspraegung_Label"


@dataclass(frozen=True, eq=False)
class Attribute:
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


def attributes_of(body: pd.DataFrame, headers: Sequence[str], names: str) -> list[Attribute]:
    """All of them, in the order of the head; `names` is the form of their column names."""
    found = []
    for number in range(1, len(headers)):
        code, value_code, value_label = names.format(n=number).split()
        if code not in headers:
            break
        found.append(Attribute(body[code], body[value_code], body[value_label]))
    return found


def regional_of(attributes: Sequence[Attribute]) -> Attribute | None:
    """The one whose attributes are the areas, by its code, else by its keys."""
    for attribute in attributes:
        if attribute.is_regional:
            return attribute
    return next((attribute for attribute in attributes if attribute.has_keys), None)


def combinations(parts: Sequence[pd.Series]) -> tuple[np.ndarray, list[tuple[str, ...]]]:
    """Per line the number of its combination of texts, and the combinations."""
    codes, unique = pd.factorize(pd.MultiIndex.from_arrays([*parts, [""] * len(parts[0])]))
    return codes, [tuple(str(text) for text in entry[:-1]) for entry in unique]


def variable_of(
    code: str, label: str, unit: str, attributes: Sequence[tuple[str, str]]
) -> Variable:
    """Value code and attribute codes; an attribute that is the total adds nothing."""
    telling = [(c, text) for c, text in attributes if c and text.lower() not in _TOTAL]
    return Variable(
        id=identity("_".join([code, *(c for c, _ in telling)])),
        label=", ".join([label, *(text for _, text in telling)]),
        unit=canonical_unit(unit) or unit,
        periods=(),
    )
