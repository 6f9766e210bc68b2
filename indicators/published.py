"""What pictures and files see of the figures, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.area_system import AreaSystem
from geodata.catalogue import Indicator, Source
from geodata.inhabited_points import PLACES
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from geodata.workspace import Workspace
from indicators.choices import resolved_period
from indicators.figures import Figures
from indicators.kept import kept
from indicators.measures import figures_of
from indicators.query import Query
from indicators.records import known_record
from indicators.refusals import UnknownArea, UnknownIndicator, UnknownSystem
from indicators.secrecy.veil import veiled
from indicators.uninhabited import marked_uninhabited

_KEPT_RESULTS = 256
_SURE = (Status.SHOWN, Status.ZERO)
_HAS_VALUE = (Status.SHOWN, Status.ZERO, Status.UNRELIABLE)


@dataclass(frozen=True)
class Cell:
    """One figure; the value is None unless it is shown, zero or unreliable."""

    value: float | None
    status: Status
    nature: Nature
    flags: Flag


@dataclass(frozen=True, eq=False)
class Published:
    """Figures that may be shown: arrays (n,) in the order of `system.area_ids`.

    `values` is NaN unless the status is shown, zero ("nichts vorhanden") or unreliable. `base`
    names the census that the figures stand on, two of them where they stand on both. `method` is
    "points:TITLE" or "area" where they were carried over from areas that lie across: by the
    people of that set or area system, or by surface.
    """

    query: Query
    indicator: Indicator
    system: AreaSystem
    period: Period
    base: str
    values: NDArray[np.float64]
    status: NDArray[np.uint8]
    nature: NDArray[np.uint8]
    flags: NDArray[np.uint16]
    sources: tuple[Source, ...]
    method: str = ""

    def cell(self, area_id: str) -> Cell:
        """The figure of an area; raises `UnknownArea`."""
        at = self.system.position.get(area_id)
        if at is None:
            raise UnknownArea(area=area_id, system=self.system.title)
        value = float(self.values[at])
        return Cell(
            value=None if np.isnan(value) else value,
            status=Status(int(self.status[at])),
            nature=Nature(int(self.nature[at])),
            flags=Flag(int(self.flags[at])),
        )

    @property
    def shown_values(self) -> NDArray[np.float64]:
        """The figures (n,) rounded as they are read: ranks are given on these, everywhere."""
        decimals = self.indicator.shown_decimals
        # Python's rounding is exact, as in every text; numpy's scales first and may differ.
        return np.array([round(value, decimals) for value in self.values.tolist()], np.float64)

    @property
    def certain(self) -> NDArray[np.bool_]:
        """Where a figure can be reckoned and ranked with (n,): seen, sure, and not "at least"."""
        sure = np.isin(self.status, _SURE) & ~np.isnan(self.values)
        found: NDArray[np.bool_] = sure & ((self.flags & np.uint16(Flag.AT_LEAST)) == 0)
        return found

    @property
    def worst_nature(self) -> Nature:
        """What the badge says: the least certain of the figures that are there."""
        return Nature(int(self.nature.max(initial=0)))


@kept(_KEPT_RESULTS)
def published(workspace: Workspace, query: Query) -> Published:
    """The figures that a query asks for.

    Raises `UnknownIndicator`, `UnknownSystem`, `NoFigures`, `NoSuchPeriod`, `AmbiguousPeriod`.
    """
    if query.since:
        from indicators.comparison.change import published_change  # it is made from `published`

        return published_change(workspace, query)
    indicator = known_record(workspace, query.indicator)
    if indicator is None:
        raise UnknownIndicator(indicator=query.indicator)
    system = _system(workspace, indicator, query.system)
    period = resolved_period(workspace, query)
    figures = figures_of(workspace, query.indicator, query.system, period)
    if not indicator.reach:
        figures = veiled(workspace, indicator, query.system, period, figures)
    figures = marked_uninhabited(workspace, indicator, query.system, figures)
    values = np.where(np.isin(figures.status, _HAS_VALUE), figures.values, np.nan)
    estimates = (figures.nature == Nature.ESTIMATED) | bool(figures.method or indicator.reach)
    values = _rounded_where(estimates, values, indicator.shown_decimals)
    flags = _with_carried(figures)
    for array in (values, figures.status, figures.nature, flags):
        array.setflags(write=False)
    return Published(
        query=Query(query.indicator, query.system, period.text),
        indicator=indicator,
        system=system,
        period=period,
        base=", ".join(sorted(figures.bases)),
        values=values,
        status=figures.status,
        nature=figures.nature,
        flags=flags,
        sources=_sources(workspace, indicator, figures),
        method=figures.method,
    )


def _system(workspace: Workspace, indicator: Indicator, name: str) -> AreaSystem:
    """An area system; the places themselves, where reachability is asked of them."""
    if indicator.reach and name == PLACES:
        from indicators.reach.points import point_system

        return point_system(workspace)
    if name not in workspace.systems:
        raise UnknownSystem(system=name, systems=", ".join(workspace.systems))
    return workspace.systems[name]


def _sources(workspace: Workspace, indicator: Indicator, figures: Figures) -> tuple[Source, ...]:
    if indicator.reach:
        from indicators.reach.grounds import sources_by_question

        return sources_by_question(workspace, indicator.reach)
    return tuple(workspace.sources[s] for s in sorted(figures.sources))


def _with_carried(figures: Figures) -> NDArray[np.uint16]:
    """The flags, with a word for every figure that comes from areas that lie across."""
    carried = np.isin(figures.status, _HAS_VALUE) & bool(figures.method)
    found: NDArray[np.uint16] = figures.flags | np.where(carried, np.uint16(Flag.CARRIED_OVER), 0)
    return found.astype(np.uint16)


def _rounded_where(
    estimates: NDArray[np.bool_], values: NDArray[np.float64], decimals: int
) -> NDArray[np.float64]:
    """Estimates leave as they are read: further digits would say more than is known."""
    numbers = values.tolist()
    for at in np.flatnonzero(estimates).tolist():
        numbers[at] = round(numbers[at], decimals)
    return np.array(numbers, np.float64)
