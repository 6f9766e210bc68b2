"""Where the county stands among the counties of its Vergleichsring."""

from __future__ import annotations

from collections.abc import Iterator
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
from indicators.figures import Figures, added, changed, divided, observed
from indicators.kept import kept
from indicators.levels import nearest_period
from indicators.portrait import county_system
from indicators.published import Cell, published
from indicators.query import Query
from indicators.refusals import UnknownIndicator
from indicators.secrecy.formulas import ingredients
from indicators.secrecy.found_totals import found_totals
from indicators.secrecy.relations import Total, declared_totals
from indicators.secrecy.rules import rules

Values = NDArray[np.float64]
_CERTAIN = (Status.SHOWN, Status.ZERO)


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


@kept(256)
def ring_periods(workspace: Workspace, indicator: str, ring_id: str) -> tuple[Period, ...]:
    """The periods of an indicator in a ring, the latest first."""
    system = _ring(workspace, ring_id).system_id
    return tuple(sorted(_periods(workspace, indicator, system), reverse=True))


@kept(256)
def ring_position(
    workspace: Workspace, indicator: str, ring_id: str, period: str = ""
) -> RingPosition:
    """The county among the members of a ring, at a period or the latest.

    What the county may not show of itself it does not show here either; of all members, counts
    under the indicator's own rule are hidden, and what is made with them; what is made of protected
    counts is rounded as it is read. Raises `UnknownRing`, `UnknownIndicator`, `NoRingFigures`,
    `NoRingPeriod`.
    """
    ring = _ring(workspace, ring_id)
    record = workspace.indicators.get(indicator)
    if record is None:
        raise UnknownIndicator(indicator=indicator)
    at = _period(workspace, record, ring, period)
    figures = _figures(workspace, indicator, ring.system_id, at)
    status = _guarded(workspace, record, ring, at, figures)
    values = np.where(np.isin(status, (*_CERTAIN, Status.UNRELIABLE)), figures.values, np.nan)
    shown = np.array([round(value, record.shown_decimals) for value in values.tolist()], np.float64)
    rounded = _is_protected(workspace, record)
    values = shown if rounded else values
    certain = np.isin(status, _CERTAIN) & ~np.isnan(values)
    cells = _cells(ring, values, status, figures)
    own = next((member.cell for member in cells if member.key == workspace.county), None)
    lower, median, upper = (
        round(limit, record.shown_decimals) if rounded and limit is not None else limit
        for limit in quartiles(values[certain])
    )
    return RingPosition(
        ring=ring,
        indicator=record,
        period=at,
        base=", ".join(sorted(figures.bases)),
        own=own or _own_elsewhere(workspace, record, at),
        members=() if ring.anonymous else tuple(sorted(cells, key=_place)),
        n=int(certain.sum()),
        lower_quartile=lower,
        median=median,
        upper_quartile=upper,
        rank=None if ring.anonymous else _rank(ring, workspace.county, shown, certain),
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


def _periods(workspace: Workspace, variable: str, system: str) -> set[Period]:
    """When all that an indicator needs was counted for the members themselves."""
    record = workspace.indicators.get(variable, Indicator(variable, variable))
    counted = record.numerator or (variable,)
    found = set.intersection(*(_known(workspace, record, part, system) for part in counted))
    below = [_known(workspace, record, part, system) for part in record.denominator]
    if record.kind == "change" and record.numerator:
        reference = Period(record.reference_period)
        return {p for p in found if p > reference} if reference in found else set()
    if record.denominator_period == "nearest":
        return found if all(below) else set()
    return found.intersection(*below)


def _known(workspace: Workspace, record: Indicator, part: str, system: str) -> set[Period]:
    if part == record.id:
        return set(workspace.states_of.get((part, system), {}))
    return _periods(workspace, part, system)


def _figures(workspace: Workspace, variable: str, system: str, period: Period) -> Figures:
    """The figures of the members as their counties counted them: nothing is summed up to them."""
    record = workspace.indicators.get(variable, Indicator(variable, variable))
    if not record.numerator:
        now = observed(workspace, variable, system, period)
    else:
        now = added([_figures(workspace, part, system, period) for part in record.numerator])
    if record.kind == "change" and record.numerator:
        reference = Period(record.reference_period)
        before = added([_figures(workspace, p, system, reference) for p in record.numerator])
        return changed(now, before)
    if not record.denominator:
        return now
    return divided(now, _base(workspace, record, system, period), factor=record.factor)


def _base(workspace: Workspace, record: Indicator, system: str, period: Period) -> Figures:
    below = []
    for part in record.denominator:
        at = period
        if record.denominator_period == "nearest":
            at = nearest_period(_periods(workspace, part, system), period)
        below.append(_figures(workspace, part, system, at))
    return added(below)


def _guarded(
    workspace: Workspace, record: Indicator, ring: Ring, period: Period, figures: Figures
) -> NDArray[np.uint8]:
    """The statuses (n,) after the rules of every count that a figure is made from."""
    small: set[str] = set()
    for part, at in _counts_behind(workspace, record, ring.system_id, period):
        for other in _family(workspace, part):
            small |= _small_members(workspace, other, at)
    hidden = np.array([key in small for key in ring.system.area_ids], bool)
    if record.minimum_base and record.denominator:
        hidden |= _base(workspace, record, ring.system_id, period).values < record.minimum_base
    own = ring.system.position.get(workspace.county)
    if own is not None and _county_is_hidden(workspace, record, ring, period):
        hidden[own] = True
    status = figures.status.copy()
    status[hidden] = Status.SUPPRESSED
    return status


def _counts_behind(
    workspace: Workspace, record: Indicator, system: str, period: Period
) -> Iterator[tuple[Indicator, Period]]:
    """The observed counts that an indicator is made from, each with its period."""
    if not record.numerator and (record.id, system) in workspace.states_of:
        yield record, period
    needed = [(part, period) for part in record.numerator]
    if record.kind == "change" and record.numerator:
        needed += [(part, Period(record.reference_period)) for part in record.numerator]
    for part in record.denominator:
        nearest = record.denominator_period == "nearest"
        known = _periods(workspace, part, system) if nearest else set()
        needed.append((part, nearest_period(known, period) if nearest else period))
    for part, at in needed:
        below = workspace.indicators.get(part)
        if below is not None:
            yield from _counts_behind(workspace, below, system, at)


def _is_protected(workspace: Workspace, record: Indicator) -> bool:
    """Whether further digits would tell of counts that a rule speaks of."""
    ruled = workspace.protected_variables | set(rules(workspace.indicators))
    return bool(ingredients(workspace.indicators, record.id) & ruled)


def _family(workspace: Workspace, record: Indicator) -> list[Indicator]:
    """A count and those that add up to the same total: hidden together, or not at all.

    A total of one part is that part again.
    """
    names = {record.id}
    for total, parts in _totals(workspace):
        members = {total, *parts} if len(parts) == 1 else set(parts)
        if record.id in members:
            names |= members
    return [workspace.indicators[name] for name in names if name in workspace.indicators]


@kept(2)
def _totals(workspace: Workspace) -> tuple[Total, ...]:
    """The totals that the catalogue names, and those found in the files of map and rings."""
    ruled = rules(workspace.indicators)
    systems = (*workspace.systems, *(ring.system_id for ring in workspace.rings.values()))
    if not ruled:
        return ()
    found = found_totals(workspace, ruled, systems=systems)
    return (*declared_totals(workspace.indicators), *found)


def _small_members(workspace: Workspace, record: Indicator, period: Period) -> set[str]:
    """The counties in any ring of which a count has to be hidden by its rule."""
    rule = rules(workspace.indicators).get(record.id)
    small: set[str] = set()
    for ring in workspace.rings.values() if rule else ():
        if rule and period in workspace.states_of.get((record.id, ring.system_id), {}):
            counts = observed(workspace, record.id, ring.system_id, period).values.tolist()
            cells = zip(ring.system.area_ids, counts, strict=True)
            small |= {key for key, count in cells if rule.is_small(count)}
    return small


def _county_is_hidden(workspace: Workspace, record: Indicator, ring: Ring, period: Period) -> bool:
    """Whether the map does not show the county's own figure, or one that it could be told from.

    What the map shows is weighed there; what only the ring has would be told beside it.
    """
    county = county_system(workspace)
    if county is None:
        return False
    if _is_on_the_map(workspace, record, county.id, period):
        return _is_suppressed(workspace, record, county.id, period)
    return any(
        _is_on_the_map(workspace, other, county.id, at)
        and _is_suppressed(workspace, other, county.id, at)
        for part, at in _counts_behind(workspace, record, ring.system_id, period)
        for other in _tied(workspace, part)
    )


def _tied(workspace: Workspace, record: Indicator) -> list[Indicator]:
    """A count and all that stands with it in a sum, as its part, its total or beside it."""
    groups = [{total, *parts} for total, parts in _totals(workspace)]
    names = {record.id}.union(*(group for group in groups if record.id in group))
    return [workspace.indicators[name] for name in names if name in workspace.indicators]


def _is_on_the_map(workspace: Workspace, record: Indicator, system: str, period: Period) -> bool:
    return period in {choice.period for choice in periods(workspace, record.id, system)}


def _is_suppressed(workspace: Workspace, record: Indicator, system: str, period: Period) -> bool:
    status = published(workspace, Query(record.id, system, period.text)).status
    return bool((status == Status.SUPPRESSED).any())


def _cells(
    ring: Ring, values: Values, status: NDArray[np.uint8], figures: Figures
) -> list[RingCell]:
    return [
        RingCell(
            key,
            name,
            Cell(
                None if np.isnan(values[at]) else float(values[at]),
                Status(int(status[at])),
                Nature(int(figures.nature[at])),
                Flag(int(figures.flags[at])),
            ),
        )
        for at, (key, name) in enumerate(zip(ring.system.area_ids, ring.system.names, strict=True))
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
