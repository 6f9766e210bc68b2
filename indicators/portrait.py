"""One area: its figure among its kind, beside the county, over the years, with its topic."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from geodata.workspace import Workspace
from indicators.choices import PeriodChoice, periods, topic_of
from indicators.county import county_system
from indicators.published import Cell, Published, published
from indicators.query import Query

_CERTAIN = (Status.SHOWN, Status.ZERO)
NO_CELL = Cell(None, Status.MISSING, Nature.REAL, Flag(0))


@dataclass(frozen=True)
class Point:
    """A figure of the line over the years, with the census base that it stands on."""

    period: Period
    base: str
    cell: Cell


@dataclass(frozen=True)
class Change:
    """How a figure differs from an earlier one; `percent` is None over an earlier 0."""

    absolute: float
    percent: float | None
    since: Period
    across_break: bool


@dataclass(frozen=True)
class Portrait:
    """All that is said about one area and one indicator; `rank` 1 is the largest figure."""

    area_id: str
    name: str
    cell: Cell
    rank: int | None
    rank_of: int
    county: Cell
    county_name: str
    change: Change | None
    series: tuple[Point, ...]
    others: tuple[tuple[Indicator, PeriodChoice, Cell], ...]


def portrait(workspace: Workspace, query: Query, area_id: str, *, since: str = "") -> Portrait:
    """The portrait of an area, its change from the period `since` where that is one of the series.

    Raises what `published` raises, and `UnknownArea`.
    """
    figures = published(workspace, query)
    cell = figures.cell(area_id)
    series = _series(workspace, query, area_id)
    rank, rank_of = _rank(figures, area_id)
    return Portrait(
        area_id=area_id,
        name=figures.system.name_of(area_id),
        cell=cell,
        rank=rank,
        rank_of=rank_of,
        county=county_value(workspace, query),
        county_name=workspace.title,
        change=change_of(series, figures.period, since=since),
        series=series,
        others=_others(workspace, query, area_id, figures.period),
    )


def county_value(workspace: Workspace, query: Query) -> Cell:
    """The figure of the whole county at the same period; a gap where there is none."""
    county = county_system(workspace)
    if county is None:
        return NO_CELL
    period = published(workspace, query).period
    known = {c.period.text for c in periods(workspace, query.indicator, county.id)}
    if not {period.text, query.since or period.text} <= known:
        return NO_CELL
    whole = published(workspace, replace(query, system=county.id, period=period.text))
    return whole.cell(county.area_ids[0])


def _rank(figures: Published, area_id: str) -> tuple[int | None, int]:
    """Place among the areas that have a figure; what reads the same shares the place."""
    values = figures.shown_values
    ranked = figures.certain
    own = figures.system.position[area_id]
    if not ranked[own]:
        return None, int(ranked.sum())
    return int((values[ranked] > values[own]).sum()) + 1, int(ranked.sum())


def _series(workspace: Workspace, query: Query, area_id: str) -> tuple[Point, ...]:
    points = []
    for choice in reversed(periods(workspace, query.indicator, query.system)):
        figures = published(workspace, Query(query.indicator, query.system, choice.period.text))
        points.append(Point(choice.period, figures.base, figures.cell(area_id)))
    return tuple(points)


def change_of(series: tuple[Point, ...], period: Period, *, since: str = "") -> Change | None:
    """From the period `since`; without it from the first period on the same base, else on another
    one. Never from real to model, nor from or to "at least so many".
    """
    now = next((point for point in series if point.period == period), None)
    if now is None:
        return None
    alike = [
        point
        for point in series
        if point.period < period and point.cell.nature is now.cell.nature and _is_whole(point.cell)
    ]
    if not _is_whole(now.cell) or not alike:
        return None
    first = next((point for point in alike if point.base == now.base), alike[0])
    before = next((point for point in alike if point.period.text == since), first)
    new, old = now.cell.value or 0.0, before.cell.value or 0.0
    flagged = (now.cell.flags | before.cell.flags) & Flag.ACROSS_BREAK
    return Change(
        absolute=new - old,
        percent=100 * (new - old) / old if old else None,
        since=before.period,
        across_break=before.base != now.base or bool(flagged),
    )


def _is_whole(cell: Cell) -> bool:
    return cell.status in _CERTAIN and not cell.flags & Flag.AT_LEAST


def _others(
    workspace: Workspace, query: Query, area_id: str, period: Period
) -> tuple[tuple[Indicator, PeriodChoice, Cell], ...]:
    """The other indicators of the topic, at the same period or else at their latest."""
    topic = topic_of(workspace, query.indicator)
    found = []
    for indicator in topic.indicators if topic else ():
        known = periods(workspace, indicator.id, query.system)
        if indicator.id != query.indicator and known:
            choice = next((c for c in known if c.period == period), known[0])
            asked = Query(indicator.id, query.system, choice.period.text)
            found.append((indicator, choice, published(workspace, asked).cell(area_id)))
    return tuple(found)
