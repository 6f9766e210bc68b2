"""A table of counties, of which a Vergleichsring keeps the rows of its members."""

from __future__ import annotations

import pandas as pd

from geodata.imports.ring_refusals import NoRingValues, NoSuchRing
from geodata.ring import Ring
from geodata.store import Reader
from geodata.tables.reading import TableReading


def ring_named(before: Reader, ring_id: str) -> Ring:
    """The ring of that id; raises `NoSuchRing`."""
    rings = before.rings()
    if ring_id not in rings:
        raise NoSuchRing(ring=ring_id, rings=", ".join(rings) or "noch keine")
    return rings[ring_id]


def with_numbers(
    reading: TableReading, cells: pd.DataFrame, ring: Ring
) -> tuple[pd.DataFrame, list[str]]:
    """The cells of those variables that have a number for a member, and what is said of the rest.

    Tables of the offices list Kreise also where they do not serve them, with "-" or "." in every
    line. That is no zero, and nothing to compare with. Raises `NoRingValues` where nothing else
    is left.
    """
    has_number = cells["value"].notna().groupby(cells["variable"]).any()
    empty = [str(variable) for variable in has_number.index[~has_number]]
    if len(empty) == len(has_number):
        markers = ", ".join(f"„{marker}“" for marker in sorted(set(cells["marker"])) if marker)
        raise NoRingValues(
            file=reading.file, ring=ring.title, count=len(ring.members), markers=markers
        )
    labels = {variable.id: variable.label for variable in reading.variables}
    said = [
        f"„{labels.get(variable, variable)}“ hat für keinen Kreis des Vergleichsrings eine Zahl "
        "und wurde weggelassen."
        for variable in empty
    ]
    return cells[~cells["variable"].isin(empty)], said
