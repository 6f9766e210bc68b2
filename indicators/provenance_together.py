"""Where the figure of several areas together comes from: the imports behind all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geodata.markers import Flag, Status
from geodata.workspace import Workspace
from indicators.portrait import NO_CELL
from indicators.provenance import Origin, Provenance, Step, provenance
from indicators.published import Cell, published
from indicators.query import Query
from indicators.union import union
from indicators.union_portrait import union_portrait


def provenance_together(
    workspace: Workspace, query: Query, area_ids: Sequence[str], name: str
) -> Provenance:
    """The provenance of areas read as one under a name; each import is named once.

    With `since`, of the change of their figure. Raises what `union` and `published` raise.
    """
    figures = published(workspace, query)
    cell = _cell(workspace, query, tuple(area_ids), name)
    parts = [provenance(workspace, query, area_id) for area_id in area_ids]
    steps = [step for part in parts for step in part.steps]
    return Provenance(
        indicator=figures.indicator,
        area_id="",
        name=name,
        period=figures.period,
        cell=cell,
        steps=tuple(dict.fromkeys([Step.UNITED, *steps])),
        method=figures.method,
        origins=tuple(_joined(origin for part in parts for origin in part.origins)),
        since=parts[0].since,
    )


def _cell(workspace: Workspace, query: Query, area_ids: tuple[str, ...], name: str) -> Cell:
    """The figure, or its change as the portrait tells it."""
    plain = replace(query, since="", change="")
    if not query.since:
        return union(workspace, plain, area_ids)
    change = union_portrait(workspace, plain, area_ids, name, since=query.since).change
    if change is None or change.since.text != query.since:
        return NO_CELL
    now, before = (
        union(workspace, replace(plain, period=period), area_ids)
        for period in (query.period, query.since)
    )
    flags = now.flags | before.flags | (Flag.ACROSS_BREAK if change.across_break else Flag(0))
    return Cell(change.absolute, Status.SHOWN, max(now.nature, before.nature), flags)


def _joined(origins: Iterable[Origin]) -> list[Origin]:
    """One origin for each import and what of it was read, with the rows of all areas."""
    found: dict[tuple[str, str, str, int], Origin] = {}
    for origin in origins:
        key = (origin.role, origin.variable.id, origin.period.text, origin.import_id)
        before = found.get(key)
        found[key] = origin if before is None else _both(before, origin)
    return list(found.values())


def _both(one: Origin, other: Origin) -> Origin:
    return replace(one, areas=(*one.areas, *other.areas), rows=(*one.rows, *other.rows))
