"""The figures of a ring's members as they may be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from geodata.area_system import AreaSystem
from geodata.catalogue import Indicator
from geodata.markers import Status
from geodata.period import Period
from geodata.ring import Ring
from geodata.workspace import Workspace
from indicators.county import county_system
from indicators.figures import Figures
from indicators.kept import kept
from indicators.measures import denominator_period, figures_of, periods_for
from indicators.secrecy.veil import veiled

_HAS_VALUE = (Status.SHOWN, Status.ZERO, Status.UNRELIABLE)


@kept(256)
def ring_figures(workspace: Workspace, indicator: str, ring_id: str, period: Period) -> Figures:
    """What is shown of each member (n,), in the order of the ring's system.

    Reckoned and hidden like the figures of the map, in one with them. A county whose figure is
    hidden elsewhere, on the map or in another ring, is hidden here too: two sources that differ a
    little would tell of each other all the same.
    """
    record, ring = workspace.indicators[indicator], workspace.rings[ring_id]
    figures = _seen(workspace, record, ring.system_id, period)
    hidden = _hidden_elsewhere(workspace, record, ring, period)
    mask = np.array([key in hidden for key in ring.system.area_ids], bool)
    status = np.where(mask, np.uint8(Status.SUPPRESSED), figures.status)
    values = np.where(np.isin(status, _HAS_VALUE), figures.values, np.nan)
    return replace(figures, values=values, status=status)


def _seen(workspace: Workspace, record: Indicator, system: str, period: Period) -> Figures:
    figures = figures_of(workspace, record.id, system, period)
    return veiled(workspace, record, system, period, figures)


def _hidden_elsewhere(
    workspace: Workspace, record: Indicator, ring: Ring, period: Period
) -> set[str]:
    """The counties of which the map or another ring hides the figure, or a count behind it.

    What another place shows is weighed there; what only this ring has would be told beside it.
    """
    found: set[str] = set()
    for system, keys in _elsewhere(workspace, ring):
        behind = [(record, period)]
        if period not in periods_for(workspace, record.id, system):
            behind = list(_counts_behind(workspace, record, ring.system_id, period))
        for count, at in behind:
            if at in periods_for(workspace, count.id, system):
                hidden = _seen(workspace, count, system, at).status == Status.SUPPRESSED
                found |= {key for key, is_hidden in zip(keys, hidden, strict=True) if is_hidden}
    return found


def _elsewhere(workspace: Workspace, ring: Ring) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The other systems that counties stand in, with their keys."""
    county: AreaSystem | None = county_system(workspace)
    if county is not None:
        yield county.id, (workspace.county,)
    for other in workspace.rings.values():
        if other.id != ring.id:
            yield other.system_id, other.system.area_ids


def _counts_behind(
    workspace: Workspace, record: Indicator, system: str, period: Period
) -> Iterator[tuple[Indicator, Period]]:
    """The counted variables that an indicator is made from, each with its period."""
    if not record.numerator:
        yield record, period
    needed = [(part, period) for part in record.numerator]
    if record.kind == "change" and record.numerator:
        needed += [(part, Period(record.reference_period)) for part in record.numerator]
    needed += [
        (part, denominator_period(workspace, record, part, system, period))
        for part in record.denominator
    ]
    for part, at in needed:
        below = workspace.indicators.get(part, Indicator(part, part))
        yield from _counts_behind(workspace, below, system, at)


def certain(figures: Figures) -> NDArray[np.bool_]:
    """Where a figure may be compared with others (n,)."""
    found: NDArray[np.bool_] = np.isin(figures.status, (Status.SHOWN, Status.ZERO))
    return found & figures.counted
