"""What can be chosen: topics, indicators, periods and area systems that have figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geodata.area_system import AreaSystem
from geodata.catalogue import NO_TOPIC, Indicator
from geodata.period import Period, UnknownPeriod
from geodata.refusals import Refusal
from geodata.workspace import Workspace
from indicators.kept import kept
from indicators.levels import carriable, origin_of, too_coarse
from indicators.measures import estimated, periods_for
from indicators.query import Query
from indicators.reach.refusals import NoFacilities
from indicators.records import record_of
from indicators.refusals import (
    AmbiguousPeriod,
    NoFigures,
    NoSuchPeriod,
    NothingOverlaps,
    OnlyTheShare,
    TooCoarse,
)

_YEAR_OR_MONTH = re.compile(r"\d{4}(-\d\d)?")
TOPICS = ("Demografie", "Bildung", "Gesundheit", "Jugendhilfe", "Soziales", "Mobilität")


@dataclass(frozen=True)
class Topic:
    """A Handlungsfeld with the indicators that have figures."""

    title: str
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True)
class PeriodChoice:
    """A period that has figures, and the census base that they stand on."""

    period: Period
    base: str


@kept(8)
def topics(workspace: Workspace) -> tuple[Topic, ...]:
    """All topics that have something to show, the county's six first, "Ohne Thema" last."""
    found: dict[str, list[Indicator]] = {}
    for indicator in workspace.indicators.values():
        if is_offered(workspace, indicator.id):
            found.setdefault(_topic(indicator), []).append(indicator)
    return tuple(Topic(title, tuple(found[title])) for title in sorted(found, key=_place))


def is_offered(workspace: Workspace, indicator: str) -> bool:
    """Whether an indicator stands under one of the topics."""
    record = workspace.indicators.get(indicator)
    return record is not None and record.listed and bool(systems(workspace, indicator))


def first_offered(workspace: Workspace) -> str:
    """The first indicator of the first topic, found without asking all of them; "" without any."""
    by_topic = sorted(workspace.indicators.values(), key=lambda record: _place(_topic(record)))
    return next((r.id for r in by_topic if is_offered(workspace, r.id)), "")


def topic_of(workspace: Workspace, indicator: str) -> Topic | None:
    """The topic that an indicator is shown under; None where it is not shown."""
    return next(
        (t for t in topics(workspace) if any(i.id == indicator for i in t.indicators)), None
    )


@kept(1024)
def periods(workspace: Workspace, indicator: str, system: str) -> tuple[PeriodChoice, ...]:
    """The periods of an indicator in a system, the latest first."""
    found = sorted(periods_for(workspace, indicator, system), reverse=True)
    return tuple(PeriodChoice(p, _base(workspace, indicator, system, p)) for p in found)


@kept(1024)
def systems(workspace: Workspace, indicator: str) -> tuple[AreaSystem, ...]:
    """The area systems in which an indicator can be shown, coarsest first, each after all those
    for which there are only estimates: what is last is counted, and shown where none is named.
    """
    able = [s for s in workspace.systems.values() if periods_for(workspace, indicator, s.id)]
    return tuple(sorted(able, key=lambda s: not _only_estimated(workspace, indicator, s.id)))


def resolved_period(workspace: Workspace, query: Query) -> Period:
    """The one period that a query means: the latest, the named one, or the only one in it.

    A day is named as `2022-12-31` or `31.12.2022`; a year or month stands for the one in it.
    """
    indicator = record_of(workspace, query.indicator).title
    known = [choice.period for choice in periods(workspace, query.indicator, query.system)]
    if not known:
        raise _no_figures(workspace, query.indicator, query.system)
    if not query.period:
        return known[0]
    asked = _as_iso(query.period)
    exact = [p for p in known if p.text == asked]
    if exact:
        return exact[0]
    wanted = _german(asked)
    fitting = [p for p in known if _YEAR_OR_MONTH.fullmatch(asked) and p.text.startswith(asked)]
    if not fitting:
        raise NoSuchPeriod(indicator=indicator, period=wanted, periods=_listed(known))
    if len(fitting) > 1:
        raise AmbiguousPeriod(indicator=indicator, period=wanted, periods=_listed(fitting))
    return fitting[0]


def _no_figures(workspace: Workspace, indicator: str, system: str) -> Refusal:
    """Why there are none: said of the first variable that has figures elsewhere."""
    record = record_of(workspace, indicator)
    if record.reach:
        from indicators.reach.states import why_none  # it is weighted by published figures

        return why_none(workspace, record, system) or NoFacilities()
    named = {"indicator": record.title, "system": workspace.systems[system].title}
    for variable in record.variables:
        origins = [s for s in workspace.systems.values() if (variable, s.id) in workspace.states_of]
        if not origins or periods_for(workspace, variable, system):
            continue
        if not carriable(workspace, variable, [s.id for s in origins]):
            return OnlyTheShare(**named)
        told = {**named, "origin": origins[-1].title}
        coarse = all(too_coarse(s, workspace.systems[system]) for s in origins)
        return TooCoarse(**told) if coarse else NothingOverlaps(**told)
    return NoFigures(**named)


def _topic(record: Indicator) -> str:
    return record.topic or NO_TOPIC


def _place(title: str) -> tuple[int, str]:
    if title == NO_TOPIC:
        return (len(TOPICS) + 1, title)
    return (TOPICS.index(title) if title in TOPICS else len(TOPICS), title)


def _base(workspace: Workspace, indicator: str, system: str, period: Period) -> str:
    """The census base of the first variable that an indicator stands on."""
    record = record_of(workspace, indicator)
    if record.reach:
        return ""
    if record.numerator:
        return _base(workspace, record.numerator[0], system, period)
    origin = origin_of(workspace, indicator, system, period)
    return workspace.states_of[indicator, origin][period].base


def _only_estimated(workspace: Workspace, indicator: str, system: str) -> bool:
    return all(
        estimated(workspace, indicator, system, period)
        for period in periods_for(workspace, indicator, system)
    )


def _listed(periods: Sequence[Period]) -> str:
    """As people say them, and behind it as they are typed."""
    return ", ".join(p.german + (f" ({p.text})" if p.text != p.german else "") for p in periods)


def _as_iso(period: str) -> str:
    return re.sub(r"(\d\d)\.(\d\d)\.(\d{4})", r"\3-\2-\1", period)


def _german(period: str) -> str:
    try:
        return Period(period).german
    except UnknownPeriod:
        return period
