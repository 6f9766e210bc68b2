"""Places for each hundred of those they are meant for, where the facilities stand: no ways at all.

Beside floating catchments it says what an area has of its own, as the table of supply does.
"""

from __future__ import annotations

from geodata.catalogue import Indicator, Source
from geodata.facilities.kind import FacilityKind
from geodata.refusals import Refusal
from geodata.workspace import Workspace
from indicators.facilities.supply import PARTS, Part, Supply, served_by, supply
from indicators.figures import Figures
from indicators.reach.points import POINT_SYSTEM
from indicators.reach.question import ReachQuestion
from indicators.reach.refusals import NoFacilities, NotMeantFor, OnlyAreas, OnlyOneKind


def own_places(workspace: Workspace, question: ReachQuestion, system: str) -> Supply:
    """The supply in an area system, of the one kind that a question names.

    A group that the kind serves in part (children under 3) has the places for it. Raises
    `OnlyAreas`, `OnlyOneKind`, `NotMeantFor`, `NoFacilities` and what `supply` raises.
    """
    if system == POINT_SYSTEM:
        raise OnlyAreas
    kind = _kind(workspace, question)
    return supply(workspace, question.filter, kind.id, system, _part(workspace, question, kind))


def own_figures(workspace: Workspace, question: ReachQuestion, system: str) -> Figures:
    """The same as figures that a question is answered with: made of published counts only."""
    found = own_places(workspace, question, system).published
    return Figures(
        values=found.values.copy(),
        status=found.status.copy(),
        nature=found.nature.copy(),
        flags=found.flags.copy(),
        sources=frozenset(source.id for source in found.sources),
        bases=frozenset(),
        method=found.method,
    )


def own_sources(workspace: Workspace, question: ReachQuestion) -> tuple[Source, ...]:
    """Whose facilities and whose counts these are."""
    return own_places(workspace, question, next(iter(workspace.systems))).published.sources


def served_records(workspace: Workspace, question: ReachQuestion) -> tuple[Indicator, ...]:
    """Who is counted below the places; nobody where the question has no answer."""
    try:
        kind = _kind(workspace, question)
        served = served_by(kind, _part(workspace, question, kind))
    except Refusal:
        return ()
    return tuple(workspace.indicators[name] for name in served if name in workspace.indicators)


def _kind(workspace: Workspace, question: ReachQuestion) -> FacilityKind:
    kinds = question.filter.kinds
    if len(kinds) != 1:
        raise OnlyOneKind
    if kinds[0] not in workspace.facility_sets:
        raise NoFacilities
    return workspace.facility_kinds[kinds[0]]


def _part(workspace: Workspace, question: ReachQuestion, kind: FacilityKind) -> Part:
    if not question.group:
        return "all"
    for part in PARTS:
        if served_by(kind, part) == (question.group,):
            return part
    record = workspace.indicators.get(question.group)
    raise NotMeantFor(kinds=kind.many, group=record.title if record else question.group)
