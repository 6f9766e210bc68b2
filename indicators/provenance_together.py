"""Where the figure of several areas together comes from: the imports behind all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geodata.workspace import Workspace
from indicators.provenance import Origin, Provenance, Step, provenance
from indicators.published import published
from indicators.query import Query
from indicators.union import union


def provenance_together(
    workspace: Workspace, query: Query, area_ids: Sequence[str], name: str
) -> Provenance:
    """The provenance of areas read as one under a name; each import is named once.

    Raises what `union` raises.
    """
    cell = union(workspace, query, area_ids)
    figures = published(workspace, query)
    parts = [provenance(workspace, figures.query, area_id) for area_id in area_ids]
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
    )


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
