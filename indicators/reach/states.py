"""At which period a stored question of reachability has figures, told without reckoning them."""

from __future__ import annotations

from geodata.catalogue import Indicator
from geodata.period import Period
from geodata.refusals import Refusal
from geodata.workspace import Workspace
from indicators.reach.grounds import networks_for, state_of
from indicators.reach.own_places import own_places
from indicators.reach.points import POINT_SYSTEM, inhabited
from indicators.reach.question import ReachQuestion, question_from_texts
from indicators.reach.refusals import NoFacilities, NoPointInside, NoStreets, NoTimetable

_MISSING = {"streets": NoStreets, "timetable": NoTimetable}


def reach_periods(workspace: Workspace, record: Indicator, system: str) -> frozenset[Period]:
    """The one period of a question; none where it cannot be answered in a system."""
    if why_none(workspace, record, system) is not None:
        return frozenset()
    return frozenset({state_of(workspace, question_from_texts(record.reach))})


def why_none(workspace: Workspace, record: Indicator, system: str) -> Refusal | None:
    """Why a question has no figures in a system; None where nothing speaks against it."""
    try:
        question = question_from_texts(record.reach)
        if question.measure == "own":
            own_places(workspace, question, system)
            return None
        _check_grounds(workspace, question)
        if system not in (POINT_SYSTEM, *_told_by_points(workspace)):
            raise NoPointInside(system=workspace.systems[system].title)
    except Refusal as refusal:
        return refusal
    return None


def _check_grounds(workspace: Workspace, question: ReachQuestion) -> None:
    for network in networks_for(workspace, question.trip):
        if network not in workspace.network_states:
            raise _MISSING[network]
    kinds = question.filter.kinds or tuple(workspace.facility_sets)
    if not any(kind in workspace.facility_sets for kind in kinds):
        raise NoFacilities


def _told_by_points(workspace: Workspace) -> list[str]:
    """The area systems of which the inhabited points say anything."""
    points = inhabited(workspace)
    if points.basis != "areas":
        return list(workspace.systems)
    return [
        s
        for s in workspace.systems
        if s == points.source or (points.source, s) in workspace.nesting
    ]
