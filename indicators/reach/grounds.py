"""What an answer of reachability stands on: networks, facilities, points; known before it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from geodata.catalogue import Source
from geodata.facilities.facility import Facility
from geodata.markers import Nature
from geodata.period import Period
from geodata.store.networks import NetworkKind
from geodata.workspace import Workspace
from indicators.facilities.filter import applied
from indicators.kept import kept
from indicators.reach.points import inhabited
from indicators.reach.question import ReachQuestion, Trip, question_from_texts


def networks_for(workspace: Workspace, trip: Trip) -> tuple[NetworkKind, ...]:
    """Who goes by bus walks along streets where there are any, else as the crow flies."""
    if trip.mode != "transit":
        return ("streets",)
    return ("streets", "timetable") if "streets" in workspace.network_states else ("timetable",)


def state_of(workspace: Workspace, question: ReachQuestion) -> Period:
    """The day by which a figure is told from an older one.

    By bus the day of the timetable, where one is named; else the day on which the newest of
    networks, facilities and points came in; places of an area's own need facilities alone.
    """
    if question.mode == "transit" and question.day:
        return Period(question.day)
    kinds = question.filter.kinds or tuple(workspace.facility_sets)
    ids = {workspace.facility_sets[k].import_id for k in kinds if k in workspace.facility_sets}
    if question.measure == "own":
        return Period(max(_day(workspace, number) for number in ids))
    ids |= {
        workspace.network_states[kind].import_id for kind in networks_for(workspace, question.trip)
    }
    points = inhabited(workspace)
    if points.basis != "areas":
        ids.add(workspace.point_sets[points.source].import_id)
    return Period(max(_day(workspace, number) for number in ids))


def sources_of(
    workspace: Workspace, trip: Trip, facilities: Iterable[Facility]
) -> tuple[Source, ...]:
    """Whose data an answer is made of, each to be named beside it."""
    return tuple(_sources(workspace, trip, {facility.kind for facility in facilities}))


def sources_by_question(workspace: Workspace, texts: Mapping[str, str]) -> tuple[Source, ...]:
    """The same for a question as a record holds it."""
    question = question_from_texts(texts)
    if question.measure == "own":
        # Its counts are published, and publishing asks for the sources of questions.
        from indicators.reach.own_places import own_sources

        return own_sources(workspace, question)
    trip = question.trip
    return sources_of(workspace, trip, applied(trip.filter, workspace.facilities))


def nature_of(workspace: Workspace, trip: Trip, facilities: Iterable[Facility]) -> Nature:
    """That of the least certain of network, facilities and points."""
    states = [workspace.network_states[kind].nature for kind in networks_for(workspace, trip)]
    states += [facility.nature for facility in facilities]
    return max(inhabited(workspace).nature, *(Nature[name.upper()] for name in states))


def _sources(workspace: Workspace, trip: Trip, kinds: set[str]) -> Iterator[Source]:
    for network in networks_for(workspace, trip):
        state = workspace.network_states[network]
        yield Source(f"netz {network}", state.title, state.attribution, nature=state.nature)
    for kind in sorted(kinds):
        held, named = workspace.facility_sets[kind], workspace.facility_kinds[kind]
        yield Source(f"einrichtungen {kind}", held.title or named.many, held.attribution)
    points = inhabited(workspace)
    yield Source(f"punkte {points.source}", points.title, points.attribution)


@kept(1)
def _days(workspace: Workspace) -> dict[int, str]:
    return {entry.number: entry.at.date().isoformat() for entry in workspace.journal()}


def _day(workspace: Workspace, number: int) -> str:
    return _days(workspace)[number]
