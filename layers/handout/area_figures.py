"""All figures of one area beside those of the county and of its Vergleichsring, topic by topic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from geodata.catalogue import Indicator, Source
from geodata.markers import Nature, Status
from geodata.period import Period
from geodata.ring import Ring
from geodata.workspace import Workspace
from indicators.choices import periods, topics
from indicators.comparison.refusals import NoRingFigures, NoRingPeriod
from indicators.comparison.ring import ring_position
from indicators.portrait import county_value
from indicators.published import Cell, published
from indicators.query import Query
from layers.figure_text import figure_text, flag_texts, number_with_unit
from layers.words import words

SIGNS = {Nature.ESTIMATED: "≈", Nature.MODEL: "◆"}


@dataclass(frozen=True)
class AreaFigure:
    """A row of the portrait: all texts are written out; `county` and `ring` are "" without one."""

    topic: str
    title: str
    period: Period
    cell: Cell
    figure: str
    county: str
    ring: str
    notes: str
    sources: tuple[Source, ...]


def area_figures(workspace: Workspace, system: str, area_id: str) -> tuple[AreaFigure, ...]:
    """Each indicator at its latest period in the system."""
    return tuple(
        _figure(workspace, topic.title, indicator, system, area_id)
        for topic in topics(workspace)
        for indicator in topic.indicators
        if periods(workspace, indicator.id, system)
    )


def ring_of(workspace: Workspace) -> Ring | None:
    """The one that is told beside the county: the first."""
    return next(iter(workspace.rings.values()), None)


def natures_in(rows: tuple[AreaFigure, ...]) -> tuple[str, ...]:
    """What the signs beside the figures mean, as far as there are any."""
    read = "".join(row.figure + row.county for row in rows)
    return tuple(
        f"{sign} {words(f'nature.{nature.code}')}" for nature, sign in SIGNS.items() if sign in read
    )


def _figure(
    workspace: Workspace, topic: str, indicator: Indicator, system: str, area_id: str
) -> AreaFigure:
    query = Query(indicator.id, system)
    figures = published(workspace, query)
    at = Query(indicator.id, system, figures.period.text)
    cell, county = figures.cell(area_id), county_value(workspace, at)
    short = indicator if indicator.unit == "%" else replace(indicator, unit="")
    has_county = system not in _county_levels(workspace) and county.status is not Status.MISSING
    return AreaFigure(
        topic=topic,
        title=_titled(indicator),
        period=figures.period,
        cell=cell,
        figure=_signed(cell, short),
        county=_signed(county, short) if has_county else "",
        # How many there are in a whole county says nothing beside a part of it.
        ring="" if indicator.kind == "count" else _median(workspace, short, figures.period),
        notes=", ".join(flag_texts(cell.flags)),
        sources=figures.sources,
    )


def _titled(indicator: Indicator) -> str:
    """The title with the unit, which in a column of figures would stand in each row."""
    if indicator.unit == "%" or indicator.unit in indicator.title:
        return indicator.title
    return f"{indicator.title} {words('legend.unit', unit=indicator.unit)}"


def _county_levels(workspace: Workspace) -> Iterator[str]:
    return (system.id for system in workspace.systems.values() if len(system) == 1)


def _signed(cell: Cell, indicator: Indicator) -> str:
    text = figure_text(cell, indicator)
    sign = SIGNS.get(cell.nature, "") if _is_told(cell) else ""
    return f"{text}\u00a0{sign}" if sign else text


def _is_told(cell: Cell) -> bool:
    return cell.value is not None or cell.status is Status.ZERO


def _median(workspace: Workspace, indicator: Indicator, period: Period) -> str:
    """The middle of the ring at its latest period, which is told where it is another."""
    ring = ring_of(workspace)
    if ring is None:
        return ""
    try:
        found = ring_position(workspace, indicator.id, ring.id)
    except (NoRingFigures, NoRingPeriod):
        return ""
    if found.median is None:
        return ""
    text = number_with_unit(found.median, indicator)
    return text if found.period == period else f"{text} ({found.period.german})"
