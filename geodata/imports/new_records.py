"""Catalogue records for what a file brings and the catalogue does not know yet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import pandas as pd

from geodata.catalogue import NO_TOPIC, Indicator, Kind, Source
from geodata.tables.reading import TableReading, Variable

_PERCENT = ("%", "prozent", "anteil")
_PEOPLE = ("bevölkerung", "einwohner", "personen", "kinder", "jugendliche", "schüler", "haushalte")


def source_of(reading: TableReading, known: Mapping[str, Source]) -> Source:
    """The source that the recipe or the file names; else one that is named after the file."""
    named = reading.source
    if named is not None:
        return known.get(named.id, named)
    return file_source(reading.file, known)


def file_source(file: str, known: Mapping[str, Source]) -> Source:
    """The source that is named after a file of which nothing else is known."""
    stem = Path(file).stem
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    source_id = "datei_" + (re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "ohne_namen")
    return known.get(source_id, Source(source_id, f"Datei „{file}“"))


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
            people=_counts_people(variable),
            role=_role(reading, variable, known),
        )
        for variable in reading.variables
        if variable.id in stored and variable.id not in known
    ]


def _counts_people(variable: Variable) -> bool:
    said = f"{variable.unit} {variable.label}".casefold()
    return _kind(variable) == "count" and any(word in said for word in _PEOPLE)


def _role(
    reading: TableReading, variable: Variable, known: Mapping[str, Indicator]
) -> Literal["", "population"]:
    """The Gemeindeverzeichnis tells who lives where, unless the catalogue has another answer."""
    taken = any(record.role == "population" for record in known.values())
    told = reading.layout == "gemeindeverzeichnis" and variable.id == "bevoelkerung"
    return "population" if told and not taken else ""


def _is_percent(variable: Variable) -> bool:
    return variable.unit.casefold() in _PERCENT[:2]


def _kind(variable: Variable) -> Kind:
    said = f"{variable.unit} {variable.label}".casefold()
    return "share" if any(word in said for word in _PERCENT) else "count"
