"""Where a figure rests on hidden ones: then it is hidden too, unless it was weighed with them.

What rests on shown figures alone, anybody could reckon: it tells nothing new. That holds for what
is carried over to areas that lie across as well, because nothing hidden weighs there (see
`inhabitants`).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from geodata.catalogue import Indicator
from geodata.period import Period
from geodata.workspace import Workspace
from indicators.levels import is_estimated, nearest_period, origin_of, overlap_for, periods_of
from indicators.measures import denominator_period
from indicators.secrecy.standing import Standing

Mask = NDArray[np.bool_]


def rests_on_hidden(
    workspace: Workspace, standing: Standing, indicator: str, system: str, period: Period
) -> Mask:
    """The areas (n,) where anything that a figure is made of is hidden."""
    found = np.zeros(len(workspace.counted_systems[system]), bool)
    for record, at in _made_of(workspace, indicator, system, period):
        found |= hidden_in(workspace, standing, record.id, system, at)
        if not record.numerator:
            found |= _brought_here(workspace, standing, record, system, at)
            # Its own counts are never published: their hidden ones stand nowhere.
            found |= bool(record.denominator) and record.id in standing.variables
    return found


def hidden_in(
    workspace: Workspace, standing: Standing, indicator: str, system: str, period: Period
) -> Mask:
    """The areas (n,) where an indicator itself is hidden."""
    hidden = standing.areas.get((indicator, system, period.text), frozenset())
    areas = workspace.counted_systems[system].area_ids
    return np.array([area in hidden for area in areas], bool)


def cut_by_surface(
    workspace: Workspace, standing: Standing, indicator: str, system: str, period: Period
) -> bool:
    """Whether a hidden count, or what it weighs, is divided by surface on its way here."""
    for record, at in _made_of(workspace, indicator, system, period):
        if not record.numerator and is_estimated(workspace, record.id, system, at):
            origin = origin_of(workspace, record.id, system, at)
            hidden = _hidden_at_origin(workspace, standing, record, origin, at)
            overlap = overlap_for(workspace, record.id, origin, system)
            if (hidden & overlap.cut_by_area).any():
                return True
    return False


def _made_of(
    workspace: Workspace, indicator: str, system: str, period: Period
) -> Iterator[tuple[Indicator, Period]]:
    """An indicator and all that it is reckoned from, each with its period."""
    record = workspace.indicators.get(indicator, Indicator(indicator, indicator))
    yield record, period
    needed = [(variable, period) for variable in record.numerator]
    if record.kind == "change" and record.numerator:
        needed += [(v, Period(record.reference_period)) for v in record.numerator]
    needed += [
        (variable, denominator_period(workspace, record, variable, system, period))
        for variable in record.denominator
    ]
    for variable, at in needed:
        yield from _made_of(workspace, variable, system, at)


def _brought_here(
    workspace: Workspace, standing: Standing, record: Indicator, system: str, period: Period
) -> Mask:
    """Where figures of other areas come from hidden ones, or were averaged with them (n,).

    A sum of smaller areas was weighed by itself.
    """
    origin = origin_of(workspace, record.id, system, period)
    if origin == system:
        return np.zeros(len(workspace.counted_systems[system]), bool)
    if is_estimated(workspace, record.id, system, period):
        hidden = _hidden_at_origin(workspace, standing, record, origin, period)
        goes = overlap_for(workspace, record.id, origin, system).shares[np.flatnonzero(hidden)]
        reached: Mask = np.asarray(goes.sum(axis=0)) > 0
        return reached
    weights = _hidden_weights(workspace, standing, record, origin, period)
    return _held_by(workspace, weights, origin, system)


def _hidden_at_origin(
    workspace: Workspace, standing: Standing, record: Indicator, origin: str, period: Period
) -> Mask:
    """The areas (m,) in which a figure was counted that is hidden, or is averaged with one."""
    own = hidden_in(workspace, standing, record.id, origin, period)
    return own | _hidden_weights(workspace, standing, record, origin, period)


def _hidden_weights(
    workspace: Workspace, standing: Standing, record: Indicator, origin: str, period: Period
) -> Mask:
    """The areas (m,) in which the count that a figure is averaged with is hidden."""
    if not record.weight:
        return np.zeros(len(workspace.systems[origin]), bool)
    at = nearest_period(periods_of(workspace, record.weight, origin), period)
    return rests_on_hidden(workspace, standing, record.weight, origin, at)


def _held_by(workspace: Workspace, hidden: Mask, origin: str, system: str) -> Mask:
    """The larger areas (n,) that hold hidden smaller ones (m,)."""
    position = workspace.systems[system].position
    parent = workspace.nesting[origin, system]
    ids = workspace.systems[origin].area_ids
    found = np.zeros(len(position), bool)
    for place in np.flatnonzero(hidden).tolist():
        if ids[place] in parent:
            found[position[parent[ids[place]]]] = True
    return found
