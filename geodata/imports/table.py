"""A table brought into a workspace: read, joined by the join doctor, stored."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from geodata.area_system import AreaSystem
from geodata.catalogue import Indicator, Source
from geodata.imports.doubles import without_doubles
from geodata.imports.new_records import new_indicators, source_of
from geodata.imports.originals import taken_in
from geodata.imports.protection_notes import protection_notes
from geodata.imports.refusals import (
    BadIndicatorId,
    NoAreas,
    NoPeriod,
    NoSuchSystem,
    NothingToStore,
)
from geodata.imports.replaced import replacement_notes
from geodata.imports.ring_table import ring_named, with_numbers
from geodata.imports.table_report import abridged, table_report
from geodata.join.doctor import AreaNames, Diagnosis, diagnose, refuse_if_mostly_unmatched
from geodata.store import NewObservations, Store, Writer
from geodata.tables.read import read_table
from geodata.tables.reading import TableReading
from geodata.tables.recipe import Recipe

_FOUND = ("matched", "repaired")


def import_table(
    store: Store,
    path: Path,
    *,
    system: str | None = None,
    ring: str | None = None,
    recipe: Recipe | None = None,
    sheet: str | None = None,
    key: str | None = None,
    value: str | None = None,
    indicator: str | None = None,
    period: str | None = None,
    allow_unmatched: bool = False,
    dry_run: bool = False,
) -> tuple[dict[str, Any], Recipe]:
    """Read a table and store what belongs to the areas of the workspace, or to those of a ring.

    Returns the report that `geodata table --json` prints, and the recipe that would read the file
    the same way again. With `dry_run` all is done and taken back. Raises a `Refusal`; the store
    is then as it was.
    """
    with taken_in(path) as original:
        reading = read_table(
            original.path,
            recipe=recipe,
            sheet=sheet,
            key=key,
            value=value,
            indicator=indicator,
            period=period,
        )
        _refuse_bad_ids(reading)
        system = None if ring else system or (recipe.system if recipe else "") or None
        with store.writing(
            "table", file=path.name, sha256=original.sha256, keep=not dry_run
        ) as writer:
            comparing = ring_named(writer.before, ring) if ring else None
            systems = [comparing.system] if comparing else _systems(writer, system)
            diagnosis = _diagnosed(reading, writer, systems, system)
            refuse_if_mostly_unmatched(diagnosis, allow_unmatched=allow_unmatched, file=path.name)
            joined, told = _joined(reading, diagnosis.rows), list[str]()
            if comparing:
                joined, told = with_numbers(reading, joined, comparing)
            cells, double = without_doubles(joined, path.name)
            replaced = _store(writer, reading, cells)
            report = table_report(reading, diagnosis, cells, double, systems, writer.number)
            report["warnings"] += [*told, *replacement_notes(replaced, writer.before)]
            known = writer.before.indicators()
            report["warnings"] += protection_notes(cells, writer.now.indicators(), known)
            writer.report = abridged(report)
            if not dry_run:
                original.keep(store.originals)
    report["warnings"] += writer.notices
    if dry_run:
        report = {**report, "stored": False, "import_id": None}
    return report, reading.recipe


def _refuse_bad_ids(reading: TableReading) -> None:
    for variable in reading.variables:
        if not re.fullmatch(r"[a-z0-9_]{1,80}", variable.id):
            raise BadIndicatorId(file=reading.file, id=variable.id)


def _diagnosed(
    reading: TableReading, writer: Writer, systems: Sequence[AreaSystem], system: str | None
) -> Diagnosis:
    return diagnose(
        reading.rows,
        [AreaNames(s.id, s.area_ids, s.names) for s in reversed(systems)],
        county=writer.before.settings()["county"],
        system=system,
        name_header=reading.recipe.name,
    )


def _systems(writer: Writer, system: str | None) -> Sequence[AreaSystem]:
    """The systems of the workspace, coarsest first."""
    systems = sorted(writer.before.area_systems(context=False), key=lambda s: (len(s), s.id))
    if not systems:
        raise NoAreas
    if system is not None and system not in {s.id for s in systems}:
        raise NoSuchSystem(system=system, systems=", ".join(s.id for s in systems))
    return systems


def _joined(reading: TableReading, rows: pd.DataFrame) -> pd.DataFrame:
    """The cells of rows that found an area, with `system` and `area_id`."""
    found = rows.loc[rows["outcome"].isin(_FOUND), ["row", "system", "area_id", "name"]]
    cells = reading.cells.merge(found, on="row", how="inner")
    if cells.empty:
        raise NothingToStore(file=reading.file)
    unknown = cells.loc[cells["period"] == "", "variable"]
    if len(unknown):
        labels = {variable.id: variable.label for variable in reading.variables}
        raise NoPeriod(file=reading.file, variable=labels.get(unknown.iloc[0], unknown.iloc[0]))
    return cells


def _store(
    writer: Writer, reading: TableReading, cells: pd.DataFrame
) -> dict[tuple[str, str, str], int]:
    """Store the cells; how many figures each variable, system and period had before."""
    known = writer.before.indicators()
    source = source_of(reading, writer.before.sources())
    records: list[Source | Indicator] = [source] if source.id not in writer.before.sources() else []
    records += new_indicators(reading, cells, known, source)
    writer.put_records(records)
    people = {record.id for record in writer.now.indicators().values() if record.people}
    replaced = {}
    for (variable, system, period), group in cells.groupby(
        ["variable", "system", "period"], sort=True
    ):
        columns = [group[name].tolist() for name in ("area_id", "value", "marker", "flags", "row")]
        values = [None if value != value else value for value in columns[1]]
        columns[1] = values
        replaced[str(variable), str(system), str(period)] = writer.add_observations(
            NewObservations(
                variable=str(variable),
                system=str(system),
                period=str(period),
                # A census is a base of people, not of areas or stops beside them in the file.
                base=reading.base if variable in people else "",
                source=source.id,
                cells=list(zip(*columns, strict=True)),
            )
        )
    return replaced
