"""Where the county stands among the counties of its Vergleichsring."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.catalogue import Indicator, Source
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from geodata.ring import Ring
from geodata.workspace import Workspace
from indicators.choices import periods
from indicators.comparison.refusals import NoRingFigures, NoRingPeriod, UnknownRing
from indicators.comparison.ring_figures import certain, ring_figures
from indicators.county import county_system
from indicators.figures import Figures
from indicators.kept import kept
from indicators.measures import periods_for
from indicators.published import Cell, published
from indicators.query import Query
from indicators.refusals import UnknownIndicator
from indicators.secrecy.veil import tells_of_protected

Values = NDArray[np.float64]


@dataclass(frozen=True)
class RingCell:
    """A member with its figure."""

    key: str
    name: str
    cell: Cell


@dataclass(frozen=True)
class RingPosition:
    """An indicator in a ring: the own figure, and what it is measured against.

    `members` are all counties by descending figure, those with a gap last; empty where the ring is
    anonymous. `n` counts those with a figure; quartiles and median are over these, the own county
    among them where it is a member. `rank` 1 is the largest; None where the ring is anonymous, the
    own figure is a gap or the county no member.
    """

    ring: Ring
    indicator: Indicator
    period: Period
    base: str
    own: Cell | None
    members: tuple[RingCell, ...]
    n: int
    lower_quartile: float | None
    median: float | None
    upper_quartile: float | None
    rank: int | None
    sources: tuple[Source, ...]


def ring_indicators(workspace: Workspace, ring_id: str) -> tuple[Indicator, ...]:
    """The indicators that have figures in a ring, in the order of the catalogue."""
    _ring(workspace, ring_id)
    return tuple(
        record
        for record in workspace.indicators.values()
        if record.listed and ring_periods(workspace, record.id, ring_id)
    )


def ring_periods(workspace: Workspace, indicator: str, ring_id: str) -> tuple[Period, ...]:
    """The periods of an indicator in a ring, the latest first."""
    system = _ring(workspace, ring_id).system_id
    return tuple(sorted(periods_for(workspace, indicator, system), reverse=True))


@kept(256)
def ring_position(
    workspace: Workspace, indicator: str, ring_id: str, period: str = ""
) -> RingPosition:
    """The county among the members of a ring, at a period or the latest.

    Hidden figures count in no quartile; what is made of protected counts is rounded as it is read.
    Raises `UnknownRing`, `UnknownIndicator`, `NoRingFigures`, `NoRingPeriod`.
    """
    ring = _ring(workspace, ring_id)
    record = workspace.indicators.get(indicator)
    if record is None:
        raise UnknownIndicator(indicator=indicator)
    at = _period(workspace, record, ring, period)
    figures = ring_figures(workspace, indicator, ring_id, at)
    shown = np.array([round(v, record.shown_decimals) for v in figures.values.tolist()], np.float64)
    sure = certain(figures)
    cells = _cells(ring, figures)
    own = next((member.cell for member in cells if member.key == workspace.county), None)
    lower, median, upper = quartiles(figures.values[sure])
    if tells_of_protected(workspace, record):
        lower, median, upper = (
            limit if limit is None else round(limit, record.shown_decimals)
            for limit in (lower, median, upper)
        )
    return RingPosition(
        ring=ring,
        indicator=record,
        period=at,
        base=", ".join(sorted(figures.bases)),
        own=own or _own_elsewhere(workspace, record, at),
        members=() if ring.anonymous else tuple(sorted(cells, key=_place)),
        n=int(sure.sum()),
        lower_quartile=lower,
        median=median,
        upper_quartile=upper,
        rank=None if ring.anonymous else _rank(ring, workspace.county, shown, sure),
        sources=tuple(workspace.sources[source] for source in sorted(figures.sources)),
    )


def quartiles(values: Values) -> tuple[float | None, float | None, float | None]:
    """Lower quartile, median and upper quartile of figures without gaps; None where there are none.

    Type 7 of Hyndman and Fan (1996), numpy's and Excel's (QUARTILE.INC): with the values sorted,
    x_1 to x_n, and h = (n - 1) p + 1,

        Q(p) = x_⌊h⌋ + (h - ⌊h⌋) · (x_⌊h⌋+1 - x_⌊h⌋)

    10, 20, 30, 40: h = 1.75, 2.5, 3.25, so 10 + 0.75 · 10 = 17.5, 25 and 32.5.

    >>> quartiles(np.array([40.0, 10.0, 30.0, 20.0]))
    (17.5, 25.0, 32.5)
    """
    if not len(values):
        return None, None, None
    lower, median, upper = np.quantile(values, [0.25, 0.5, 0.75], method="linear")
    return float(lower), float(median), float(upper)


def _ring(workspace: Workspace, ring_id: str) -> Ring:
    if ring_id not in workspace.rings:
        raise UnknownRing(ring=ring_id, rings=", ".join(workspace.rings) or "noch keine")
    return workspace.rings[ring_id]


def _period(workspace: Workspace, record: Indicator, ring: Ring, asked: str) -> Period:
    known = ring_periods(workspace, record.id, ring.id)
    if not known:
        raise NoRingFigures(indicator=record.title, ring=ring.title, id=ring.id)
    found = next((period for period in known if period.text == asked), None)
    if asked and found is None:
        listed = ", ".join(period.german for period in known)
        wanted = Period(asked).german
        raise NoRingPeriod(indicator=record.title, ring=ring.title, period=wanted, periods=listed)
    return found or known[0]


def _cells(ring: Ring, figures: Figures) -> list[RingCell]:
    columns = (figures.values, figures.status, figures.nature, figures.flags)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return [
        RingCell(
            key,
            name,
            Cell(None if value != value else value, Status(status), Nature(nature), Flag(flags)),
        )
        for key, name, (value, status, nature, flags) in zip(
            ring.system.area_ids, ring.system.names, rows, strict=True
        )
    ]


def _own_elsewhere(workspace: Workspace, record: Indicator, period: Period) -> Cell | None:
    """The county's figure on the map, where the county is no member of the ring."""
    county = county_system(workspace)
    if county is None or period not in {c.period for c in periods(workspace, record.id, county.id)}:
        return None
    return published(workspace, Query(record.id, county.id, period.text)).cell(county.area_ids[0])


def _place(member: RingCell) -> tuple[bool, float, str]:
    value = member.cell.value
    return (value is None, -(value or 0.0), member.key)


def _rank(ring: Ring, county: str, shown: Values, certain: NDArray[np.bool_]) -> int | None:
    own = ring.system.position.get(county)
    if own is None or not certain[own]:
        return None
    return int((shown[certain] > shown[own]).sum()) + 1
