"""Catalogue records for what a file brings and the catalogue does not know yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from geodata.catalogue import NO_TOPIC, Indicator, Kind, Source
from geodata.tables.reading import TableReading, Variable

_PERCENT = ("%", "prozent", "anteil")


def source_of(reading: TableReading, known: Mapping[str, Source]) -> Source:
    """The source that the recipe or the file names; else one that is named after the file."""
    named = reading.source
    if named is not None:
        return known.get(named.id, named)
    stem = Path(reading.file).stem
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    source_id = "datei_" + (re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "ohne_namen")
    return known.get(source_id, Source(source_id, f"Datei „{reading.file}“"))


def new_indicators(
    reading: TableReading, cells: pd.DataFrame, known: Mapping[str, Indicator], source: Source
) -> list[Indicator]:
    """A record under "Ohne Thema" for every stored variable that has none."""
    stored = set(cells["variable"])
    return [
        Indicator(
            id=variable.id,
            title=variable.label or variable.id,
            topic=NO_TOPIC,
            unit="%" if _is_percent(variable) else variable.unit,
            kind=_kind(variable),
            source=source.id,
        )
        for variable in reading.variables
        if variable.id in stored and variable.id not in known
    ]


def _is_percent(variable: Variable) -> bool:
    return variable.unit.casefold() in _PERCENT[:2]


def _kind(variable: Variable) -> Kind:
    said = f"{variable.unit} {variable.label}".casefold()
    return "share" if any(word in said for word in _PERCENT) else "count"
