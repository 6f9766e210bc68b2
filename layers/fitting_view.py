"""The view that a workspace can draw, nearest to the one asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.period import Period, UnknownPeriod
from indicators import choices
from layers.view import View

if TYPE_CHECKING:
    from geodata.workspace import Workspace
    from indicators.choices import PeriodChoice


def fitting_view(view: View, workspace: Workspace) -> View:
    """The same view with an indicator, a system and a period that are there.

    An old link may name what an import has since replaced: the nearest thing is shown then.
    All three stay empty in a workspace without figures.
    """
    if view.reach.asked:
        return _fitting_reach(view, workspace)
    indicator = _indicator(view.indicator, workspace)
    if not indicator:
        return replace(view, indicator="", system="", period="", areas=())
    system = _system(view.system, workspace, indicator)
    offered = choices.periods(workspace, indicator, system)
    period = _period(view.period, offered)
    since = view.since if _is_earlier(view.since, period, offered) else ""
    inside = workspace.systems[system].position if system in workspace.systems else {}
    areas = tuple(area for area in view.areas if area in inside)
    return replace(
        view, indicator=indicator, system=system, period=period, since=since, areas=areas
    )


def _fitting_reach(view: View, workspace: Workspace) -> View:
    """The question of reachability in the place of an indicator, drawn as its own classes want."""
    # Streets and timetables load with the first question for them.
    from indicators.reach.points import POINT_SYSTEM
    from indicators.reach.usual import completed

    question = completed(workspace, view.reach.question(view.facilities))
    system = view.reach.surface if view.reach.surface in workspace.systems else POINT_SYSTEM
    plain = View(names=view.names, basemap=view.basemap, facilities=view.facilities)
    inside = workspace.systems[system].position if system in workspace.systems else {}
    return replace(
        plain,
        reach=view.reach,
        indicator=question.id,
        system=system,
        areas=tuple(area for area in view.areas if area in inside),
        entry=view.entry,
    )


def _indicator(wanted: str, workspace: Workspace) -> str:
    if choices.is_offered(workspace, wanted):
        return wanted
    return choices.first_offered(workspace)


def _system(wanted: str, workspace: Workspace, indicator: str) -> str:
    """The one asked for, else the finest that shows the indicator."""
    able = [system.id for system in choices.systems(workspace, indicator)]
    if wanted in able:
        return wanted
    return able[-1] if able else ""


def _period(wanted: str, offered: Sequence[PeriodChoice]) -> str:
    """The one asked for; else the latest of its year, else the nearest; else the latest of all."""
    texts = [choice.period.text for choice in offered]
    if wanted in texts or not texts:
        return wanted if texts else ""
    if not wanted:
        return texts[0]
    try:
        day = Period(wanted).last_day
    except UnknownPeriod:
        return texts[0]
    return min(
        offered, key=lambda choice: _distance_in_days(choice.period, wanted, day.toordinal())
    ).period.text


def _is_earlier(since: str, period: str, offered: Sequence[PeriodChoice]) -> bool:
    known = {choice.period.text for choice in offered}
    return since in known and period in known and Period(since) < Period(period)


def _distance_in_days(period: Period, wanted: str, day: int) -> tuple[bool, int]:
    return period.text[:4] != wanted[:4], abs(period.last_day.toordinal() - day)
