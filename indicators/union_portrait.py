"""The portrait of several areas read as one."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.catalogue import Indicator
from geodata.workspace import Workspace
from indicators.choices import PeriodChoice, periods, topic_of
from indicators.kept import kept
from indicators.portrait import Point, Portrait, change_of, county_value
from indicators.published import Cell, Published, published
from indicators.query import Query
from indicators.refusals import NoUnion
from indicators.union import union


@kept(64)
def union_portrait(
    workspace: Workspace, query: Query, area_ids: tuple[str, ...], name: str, *, since: str = ""
) -> Portrait:
    """The portrait of areas together under a name; it has no rank.

    The years and the other indicators of the topic are those for which a figure can be given.
    Raises what `union` raises.
    """
    figures = published(workspace, query)
    series = _series(workspace, query, area_ids)
    return Portrait(
        area_id="",
        name=name,
        cell=union(workspace, query, area_ids),
        rank=None,
        rank_of=0,
        county=county_value(workspace, query),
        county_name=workspace.title,
        change=change_of(series, figures.period, since=since),
        series=series,
        others=tuple(_others(workspace, query, area_ids, figures)),
    )


def _series(workspace: Workspace, query: Query, area_ids: tuple[str, ...]) -> tuple[Point, ...]:
    """The years for which the areas together have a figure or a gap; else none."""
    points = []
    for choice in reversed(periods(workspace, query.indicator, query.system)):
        asked = Query(query.indicator, query.system, choice.period.text)
        try:
            cell = union(workspace, asked, area_ids)
        except NoUnion:
            return ()
        points.append(Point(choice.period, published(workspace, asked).base, cell))
    return tuple(points)


def _others(
    workspace: Workspace, query: Query, area_ids: tuple[str, ...], figures: Published
) -> Iterator[tuple[Indicator, PeriodChoice, Cell]]:
    topic = topic_of(workspace, query.indicator)
    for indicator in topic.indicators if topic else ():
        known = periods(workspace, indicator.id, query.system)
        if indicator.id == query.indicator or not known:
            continue
        choice = next((c for c in known if c.period == figures.period), known[0])
        try:
            cell = union(workspace, Query(indicator.id, query.system, choice.period.text), area_ids)
        except NoUnion:
            continue
        yield indicator, choice, cell
