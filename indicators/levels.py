"""A variable in larger areas than those that it was counted in."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from geodata.area_system import AreaSystem
from geodata.markers import Nature, Status
from geodata.period import Period
from geodata.workspace import Workspace
from indicators.figures import Figures, observed, summed_up
from indicators.kept import kept


def systems_with(workspace: Workspace, variable: str, system: str) -> list[str]:
    """Where figures for `system` can come from: itself, then what nests in it, coarsest first.

    A ready-made share of which nobody knows what it is a share of stays where it was counted.
    """
    record = workspace.indicators.get(variable)
    ready_made = record is not None and record.kind != "count"
    finer = [s.id for s in workspace.systems.values() if system in s.nests_in]
    if record is not None and record.weight:
        finer = [s for s in finer if periods_of(workspace, record.weight, s)]
    elif record is not None and ready_made and not record.denominator:
        finer = []
    return [s for s in (system, *finer) if (variable, s) in workspace.states_of]


def periods_of(workspace: Workspace, variable: str, system: str) -> set[Period]:
    """The periods for which a variable has figures in a system or in systems that nest in it."""
    found: set[Period] = set()
    for origin in systems_with(workspace, variable, system):
        found |= workspace.states_of[variable, origin].keys()
    return found


def counted_in(
    workspace: Workspace, variable: str, system: str, period: Period, *, weight: str = ""
) -> Figures:
    """Figures of a variable in a system: as the file gave them, else from the parts.

    Counts are added. A figure that came ready-made as a share or mean is averaged with `weight`,
    the count that it is a share of, and is then an estimate: its own rounding is in it.
    """
    origin = next(
        s
        for s in systems_with(workspace, variable, system)
        if period in workspace.states_of[variable, s]
    )
    parts = observed(workspace, variable, origin, period)
    if origin == system:
        return parts
    areas = workspace.systems[system]
    members = _members(workspace, origin, system)
    record = workspace.indicators.get(variable)
    empty = uninhabited(workspace, origin) & bool(record and record.people)
    if not weight:
        return summed_up(parts, members, areas, empty=empty)
    return _averaged(workspace, parts, members, areas, origin, period, weight)


@kept(64)
def uninhabited(workspace: Workspace, system: str) -> NDArray[np.bool_]:
    """Where every figure of the population says 0; (n,) all False where none is known."""
    n = len(workspace.systems[system])
    known, people = np.zeros(n, bool), np.zeros(n, bool)
    for record in workspace.indicators.values():
        if record.role == "population":
            for period in workspace.states_of.get((record.id, system), {}):
                figures = observed(workspace, record.id, system, period)
                known |= figures.counted
                people |= figures.counted & (figures.values > 0)
    return known & ~people


def _members(workspace: Workspace, small: str, large: str) -> NDArray[np.int64]:
    """The position of the large area that holds each small one, -1 where none is covered."""
    parent = workspace.nesting[small, large]
    position = workspace.systems[large].position
    ids = workspace.systems[small].area_ids
    return np.array([position.get(parent.get(area_id, ""), -1) for area_id in ids], np.int64)


def _averaged(
    workspace: Workspace,
    parts: Figures,
    members: NDArray[np.int64],
    areas: AreaSystem,
    origin: str,
    period: Period,
    weight: str,
) -> Figures:
    nearest = nearest_period(periods_of(workspace, weight, origin), period)
    weights = counted_in(workspace, weight, origin, nearest)
    weightless = weights.counted & (weights.values == 0)
    product = Figures(
        parts.values * weights.values,
        np.maximum(parts.status, weights.status * (weights.status > Status.ZERO)),
        np.maximum(parts.nature, weights.nature),
        parts.flags,
        parts.sources | weights.sources,
        parts.bases,
    )
    total = summed_up(product, members, areas, empty=weightless)
    base = summed_up(weights, members, areas, empty=weightless)
    with np.errstate(divide="ignore", invalid="ignore"):
        values = total.values / base.values
    nature = np.maximum(total.nature, np.uint8(Nature.ESTIMATED))
    return Figures(values, total.status, nature, total.flags, total.sources, total.bases)


def nearest_period(candidates: Iterable[Period], period: Period) -> Period:
    """The one that lies closest to a period; the later one of two as close."""
    day = period.last_day
    return min(candidates, key=lambda p: (abs((p.last_day - day).days), -p.last_day.toordinal()))
