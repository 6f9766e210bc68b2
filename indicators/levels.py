"""A variable in areas other than those that it was counted in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from geodata.area_system import AreaSystem
from geodata.markers import Nature, Status
from geodata.period import Period
from geodata.workspace import Workspace
from indicators.figures import Figures, divided, observed, summed_up
from indicators.kept import kept

if TYPE_CHECKING:
    from indicators.overlap import Overlap

# What is measured in these is surface, and goes by surface to other areas.
_SURFACE_UNITS = ("km²", "qkm", "ha", "hektar", "m²", "qm", "ar")
# An origin with fewer areas than this share of the target's tells nothing of what differs between
# them: every target inside one origin would only repeat its figure.
_COARSEST = 0.5

# Carries figures to the areas asked for; `empty` says where a gap takes nothing away.
Carry = Callable[..., Figures]


def systems_with(workspace: Workspace, variable: str, system: str) -> list[str]:
    """Where figures for `system` can come from: itself, then what nests in it, coarsest first.

    A ready-made share of which nobody knows what it is a share of stays where it was counted.
    """
    finer = [s.id for s in workspace.systems.values() if system in s.nests_in]
    origins = (system, *carriable(workspace, variable, finer))
    return [s for s in origins if (variable, s) in workspace.states_of]


def estimable_from(workspace: Workspace, variable: str, system: str) -> list[str]:
    """The systems that cut across `system` and have figures for an estimate, finest first.

    What holds the areas of `system` whole, or is much coarser, knows nothing of their differences;
    what covers none of them cannot be carried.
    """
    wanted = workspace.systems.get(system)
    if wanted is None:
        return []  # The members of a ring are no areas of the map.
    across = [
        s.id
        for s in workspace.systems.values()
        if s.id != system
        and system not in s.nests_in
        and not too_coarse(s, wanted)
        and (variable, s.id) in workspace.states_of
    ]
    able = [
        origin
        for origin in carriable(workspace, variable, across)
        if overlap_for(workspace, variable, origin, system).covered.any()
    ]
    return sorted(able, key=lambda origin: -len(workspace.systems[origin]))


def too_coarse(origin: AreaSystem, system: AreaSystem) -> bool:
    """Whether an origin holds the areas of a system whole, or has too few for an estimate."""
    return origin.id in system.nests_in or len(origin) < _COARSEST * len(system)


def carriable(workspace: Workspace, variable: str, origins: list[str]) -> list[str]:
    """Those whose figures may be added or divided: counts, or shares with a weight there."""
    record = workspace.indicators.get(variable)
    if record is None or (record.kind == "count" and not record.weight):
        return origins
    if record.weight:
        return [s for s in origins if periods_of(workspace, record.weight, s)]
    return origins if record.denominator else []


def periods_of(workspace: Workspace, variable: str, system: str) -> set[Period]:
    """The periods for which a variable has figures in a system, or from which it gets them."""
    found: set[Period] = set()
    for origin in _origins(workspace, variable, system):
        found |= workspace.states_of[variable, origin].keys()
    return found


def origin_of(workspace: Workspace, variable: str, system: str, period: Period) -> str:
    """The one system whose figures of a period are used: counted or added before estimated."""
    return next(
        s
        for s in _origins(workspace, variable, system)
        if period in workspace.states_of[variable, s]
    )


def _origins(workspace: Workspace, variable: str, system: str) -> list[str]:
    nested = systems_with(workspace, variable, system)
    return [*nested, *estimable_from(workspace, variable, system)]


def is_estimated(workspace: Workspace, variable: str, system: str, period: Period) -> bool:
    """Whether a variable's figures are carried over from areas that lie across."""
    origin = origin_of(workspace, variable, system, period)
    return origin != system and system not in workspace.systems[origin].nests_in


def counted_in(
    workspace: Workspace, variable: str, system: str, period: Period, *, weight: str = ""
) -> Figures:
    """Figures of a variable in a system: as the file gave them, else from the parts.

    Counts are added; those of areas that lie across are divided first (`indicators.overlap`). A
    figure that came ready-made as a share or mean is averaged with `weight`, the count that it is
    a share of, and is then an estimate: its own rounding is in it.
    """
    origin = origin_of(workspace, variable, system, period)
    parts = observed(workspace, variable, origin, period)
    if origin == system:
        return parts
    carry = _carry(workspace, variable, origin, system)
    record = workspace.indicators.get(variable)
    empty = uninhabited(workspace, origin) & bool(record and record.people)
    if not weight:
        return carry(parts, empty=empty)
    return _averaged(workspace, parts, carry, origin, period, weight)


def _carry(workspace: Workspace, variable: str, origin: str, system: str) -> Carry:
    """How figures come from one system to another: by nesting where there is one, else divided."""
    # Geometries are needed by few figures, and load with the first of them.
    from indicators.inhabitants import unpeopled
    from indicators.overlap import carried

    record = workspace.indicators.get(variable)
    people = bool(record and record.people and not record.weight)
    few = unpeopled(workspace, origin) & people
    areas = workspace.systems[system]
    if system in workspace.systems[origin].nests_in:
        members = _members(workspace, origin, system)
        return partial(summed_up, members=members, areas=areas, unpeopled=few)
    overlap = overlap_for(workspace, variable, origin, system)
    return partial(carried, overlap=overlap, unpeopled=few)


def overlap_for(workspace: Workspace, variable: str, origin: str, system: str) -> Overlap:
    """By surface where that is what is counted, or what a share is one of; else by people."""
    from indicators.inhabitants import overlap_between

    record = workspace.indicators.get(variable)
    counted = workspace.indicators.get(record.weight) if record and record.weight else record
    surface = bool(counted and counted.unit.casefold() in _SURFACE_UNITS)
    return overlap_between(workspace, origin, system, surface=surface)


@kept(64)
def uninhabited(workspace: Workspace, system: str) -> NDArray[np.bool_]:
    """Where every figure of the population says 0, and none is hidden or uncertain; (n,) all False
    where none is known. A table that leaves an area out says nothing of it."""
    n = len(workspace.counted_systems[system])
    nobody, somebody = np.zeros(n, bool), np.zeros(n, bool)
    for record in workspace.indicators.values():
        if record.role == "population":
            for period in workspace.states_of.get((record.id, system), {}):
                figures = observed(workspace, record.id, system, period)
                nobody |= figures.values == 0
                somebody |= (figures.values != 0) & (figures.status != Status.MISSING)
    return nobody & ~somebody


def _members(workspace: Workspace, small: str, large: str) -> NDArray[np.int64]:
    """The position of the large area that holds each small one, -1 where none is covered."""
    parent = workspace.nesting[small, large]
    position = workspace.systems[large].position
    ids = workspace.systems[small].area_ids
    return np.array([position.get(parent.get(area_id, ""), -1) for area_id in ids], np.int64)


def _averaged(
    workspace: Workspace, parts: Figures, carry: Carry, origin: str, period: Period, weight: str
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
    total = carry(product, empty=weightless)
    mean = divided(total, carry(weights, empty=weightless), factor=1.0)
    nature = np.maximum(mean.nature, np.uint8(Nature.ESTIMATED))
    return Figures(
        mean.values, mean.status, nature, mean.flags, total.sources, total.bases, total.method
    )


def nearest_period(candidates: Iterable[Period], period: Period) -> Period:
    """The one that lies closest to a period; the later one of two as close."""
    day = period.last_day
    return min(candidates, key=lambda p: (abs((p.last_day - day).days), -p.last_day.toordinal()))
