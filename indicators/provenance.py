"""Where a figure comes from: file, sheet and row, and what was done on the way."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

import numpy as np
import shapely

from geodata.area_system import AreaSystem
from geodata.catalogue import Indicator, Source
from geodata.markers import Status
from geodata.period import Period
from geodata.store import JournalEntry
from geodata.workspace import Workspace
from indicators.kept import kept
from indicators.levels import is_estimated, nearest_period, origin_of, periods_of
from indicators.measures import denominator_period
from indicators.published import Cell, Published, published
from indicators.query import Query
from indicators.reach.origins import day_of, imports_behind
from indicators.records import record_of

HAS_VALUE = (Status.SHOWN, Status.ZERO, Status.UNRELIABLE)
_TOUCHING_M2 = 1.0


class Step(StrEnum):
    """What is done to observations until they are the figure."""

    SUMMED = "summed"
    """counts of smaller areas added up"""
    AVERAGED = "averaged"
    """ready-made shares of smaller areas averaged by a weight"""
    CARRIED = "carried"
    """counts of areas that lie across divided up"""
    ADDED = "added"
    """several counts of the area added"""
    DIVIDED = "divided"
    """numerator divided by denominator"""
    CHANGED = "changed"
    """compared with an earlier period"""
    UNITED = "united"
    """published figures of several areas taken together"""
    MEDIAN = "median"
    """the figure in the middle of those of a Vergleichsring"""
    REACHED = "reached"
    """reckoned from ways to facilities and the people who go them"""


Role = Literal["value", "numerator", "denominator", "weight", "before"]


@dataclass(frozen=True)
class Origin:
    """One import that stands behind a figure, and what of it.

    `areas` are the names of the areas that were read, those of the figure itself or smaller ones;
    `rows` are their rows in the file, as Excel counts them. Both are empty where the figure may
    not be shown. `sheet` is "" where the file has none or the import does not say.
    """

    role: Role
    variable: Indicator
    system_title: str
    period: Period
    source: Source | None
    file: str
    sheet: str
    import_id: int
    imported: datetime.datetime
    areas: tuple[str, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Provenance:
    """All that is known of how a figure came to be; with `since`, the change since then."""

    indicator: Indicator
    area_id: str
    name: str
    period: Period
    cell: Cell
    steps: tuple[Step, ...]
    method: str
    origins: tuple[Origin, ...]
    since: Period | None = None

    @property
    def licences(self) -> tuple[str, ...]:
        """Under which terms the figure may be used, each once."""
        found = (self.indicator.licence, *(o.source.licence for o in self.origins if o.source))
        return tuple(dict.fromkeys(filter(None, found)))

    @property
    def department(self) -> str:
        return self.indicator.department


@dataclass(frozen=True)
class Read:
    """A variable to be read for a figure, and what for."""

    variable: str
    period: Period
    role: Role
    weight: str = ""


def provenance(workspace: Workspace, query: Query, area_id: str) -> Provenance:
    """Where the figure of an area comes from; raises what `published` raises, and `UnknownArea`."""
    figures = published(workspace, query)
    cell = figures.cell(area_id)
    open_to_all = cell.status in HAS_VALUE
    # Of what is hidden nobody may see which area has a figure at all.
    asked = None if cell.status == Status.SUPPRESSED else area_id
    # A change is a figure of its own; what it is made of is told by the record behind it.
    record = record_of(workspace, query.indicator)
    if record.reach:
        return _of_reach(workspace, record, figures, area_id)
    reads = list(_reads(workspace, record, query.system, figures.period, "value"))
    if figures.query.since:
        before = Period(figures.query.since)
        reads += [
            replace(read, role="before")
            for read in _reads(workspace, record, query.system, before, "value")
        ]
    origins = [
        origin
        for read in dict.fromkeys(reads)
        for origin in _origins(workspace, read, query.system, asked, with_rows=open_to_all)
    ]
    return Provenance(
        indicator=figures.indicator,
        area_id=area_id,
        name=figures.system.name_of(area_id),
        period=figures.period,
        cell=cell,
        steps=tuple(dict.fromkeys(_steps(workspace, record, reads, figures.query))),
        method=figures.method,
        origins=tuple(origins),
        since=Period(figures.query.since) if figures.query.since else None,
    )


def _of_reach(
    workspace: Workspace, record: Indicator, figures: Published, area_id: str
) -> Provenance:
    """What the imports of networks, facilities and points say; no row of a file is a figure."""
    return Provenance(
        indicator=record,
        area_id=area_id,
        name=figures.system.name_of(area_id),
        period=figures.period,
        cell=figures.cell(area_id),
        steps=(Step.REACHED,),
        method="",
        origins=tuple(
            Origin(
                role="value",
                variable=Indicator(source.id, called),
                system_title="",
                period=day_of(entry),
                source=source,
                file=entry.file,
                sheet="",
                import_id=entry.number,
                imported=entry.at,
                areas=(),
                rows=(),
            )
            for called, source, entry in imports_behind(workspace, record)
        ),
    )


def _reads(
    workspace: Workspace, record: Indicator, system: str, period: Period, role: Role
) -> Iterator[Read]:
    """The observed variables that an indicator is made from, through all its formulas."""
    if not record.numerator:
        yield Read(record.id, period, role, record.weight)
        if record.weight:
            at = nearest_period(periods_of(workspace, record.weight, system), period)
            if origin_of(workspace, record.id, system, period) != system:
                yield Read(record.weight, at, "weight")
    above: Role = "numerator" if record.denominator and role == "value" else role
    for variable in record.numerator:
        yield from _reads(workspace, _record(workspace, variable), system, period, above)
        if record.kind == "change":
            reference = Period(record.reference_period)
            yield from _reads(workspace, _record(workspace, variable), system, reference, "before")
    below: Role = "denominator" if role in ("value", "numerator") else role
    for variable in record.denominator:
        at = denominator_period(workspace, record, variable, system, period)
        yield from _reads(workspace, _record(workspace, variable), system, at, below)


def _steps(
    workspace: Workspace, record: Indicator, reads: list[Read], query: Query
) -> Iterator[Step]:
    for read in reads:
        origin = origin_of(workspace, read.variable, query.system, read.period)
        if is_estimated(workspace, read.variable, query.system, read.period):
            yield Step.CARRIED
        elif origin != query.system and read.role != "weight":
            yield Step.AVERAGED if read.weight else Step.SUMMED
    if len(record.numerator) > 1:
        yield Step.ADDED
    if record.denominator:
        yield Step.DIVIDED
    if query.since or (record.kind == "change" and record.numerator):
        yield Step.CHANGED


def _origins(
    workspace: Workspace, read: Read, system: str, area_id: str | None, *, with_rows: bool
) -> Iterator[Origin]:
    """The imports behind one variable in an area or all, the latest first; rows where asked."""
    origin = origin_of(workspace, read.variable, system, read.period)
    ids = _areas_behind(workspace, origin, system, area_id)
    yield from origins_of(workspace, read, workspace.systems[origin], ids, with_rows=with_rows)


def origins_of(
    workspace: Workspace, read: Read, names: AreaSystem, area_ids: Sequence[str], *, with_rows: bool
) -> Iterator[Origin]:
    """The imports behind a variable in some areas of its own system, the latest first.

    Without rows, all that have a part are named, and no area.
    """
    found = workspace.rows_of(read.variable, names.id, read.period.text, area_ids)
    entries = _entries(workspace)
    for import_id in sorted({row.import_id for row in found}, reverse=True):
        entry = entries[import_id]
        own = [row for row in found if row.import_id == import_id] if with_rows else []
        given = workspace.source_of.get((import_id, read.variable), "")
        yield Origin(
            role=read.role,
            variable=_record(workspace, read.variable),
            system_title=names.title,
            period=read.period,
            source=workspace.sources.get(given),
            file=entry.file,
            sheet=str(entry.report.get("sheet", "")),
            import_id=import_id,
            imported=entry.at,
            areas=tuple(names.name_of(row.area_id) for row in own),
            rows=tuple(row.row for row in own),
        )


def _areas_behind(
    workspace: Workspace, origin: str, system: str, area_id: str | None
) -> Sequence[str]:
    """The areas of the origin from which the figure of an area is made, or those of all."""
    if area_id is None:
        return workspace.systems[origin].area_ids
    if origin == system:
        return [area_id]
    if (origin, system) in workspace.nesting:
        parents = workspace.nesting[origin, system]
        return [small for small, large in parents.items() if large == area_id]
    outline = workspace.geometries(system)[workspace.systems[system].position[area_id]]
    shared = shapely.area(shapely.intersection(workspace.geometries(origin), outline))
    ids = workspace.systems[origin].area_ids
    return [ids[at] for at in np.flatnonzero(shared > _TOUCHING_M2)]


@kept(1)
def _entries(workspace: Workspace) -> dict[int, JournalEntry]:
    return {entry.number: entry for entry in workspace.journal()}


def _record(workspace: Workspace, variable: str) -> Indicator:
    return workspace.indicators.get(variable, Indicator(variable, variable))
