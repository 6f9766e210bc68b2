"""Reachability by area: what the minutes of its people come to, protected like any figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.markers import Flag, Nature, Status
from geodata.workspace import Workspace
from indicators.figures import Figures
from indicators.reach.answer import answer, minutes_to_each, placed_facilities
from indicators.reach.catchment import Catchment, graded_two_step, two_step
from indicators.reach.grounds import nature_of, sources_of
from indicators.reach.measures import mean_minutes, mean_of_people, number_within, share_within
from indicators.reach.own_places import own_figures
from indicators.reach.points import POINT_SYSTEM, areas_of_points, inhabited
from indicators.reach.question import Measure, ReachQuestion
from indicators.reach.supply import Supply, supply_of
from indicators.reach.weights import base_of, weights_of

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Integers = NDArray[np.int64]

# Fewer people behind a figure, and it speaks of these people and no more of the place.
MINIMUM_BASE = 10
_PERCENT = 100.0


@dataclass(frozen=True, eq=False)
class _Homes:
    """Who lives where: `people` (k,) at the points, and which of the `n` areas holds each point."""

    people: Floats
    areas: Integers
    n: int


@dataclass(frozen=True, eq=False)
class _Found:
    """Arrays (n,) by area, not yet protected; values are NaN where there is none."""

    values: Floats
    flags: NDArray[np.uint16]
    nature: Nature = Nature.REAL


def reach_figures(workspace: Workspace, question: ReachQuestion, system: str) -> Figures:
    """The figures of a question in an area system, as they may be published.

    Too few people behind a figure, or people of whom a level does not tell how many: suppressed.
    Nobody there: missing. Nobody there with a connection: missing, and flagged so. In the system of
    the points themselves a figure speaks of a place, and nothing is hidden.
    Raises what `answer`, `weights_of` and `supply_of` raise.
    """
    if question.measure == "own":
        return own_figures(workspace, question, system)
    homes = _homes(workspace, question, system)
    found = _MEASURED[question.measure](workspace, question, homes)
    facilities = placed_facilities(workspace, question.filter)
    nature = max(found.nature, nature_of(workspace, question.trip, facilities))
    status = np.where(np.isnan(found.values), Status.MISSING, Status.SHOWN).astype(np.uint8)
    if system != POINT_SYSTEM:
        nature = max(nature, weights_of(workspace, question.group).nature)
        base = base_of(workspace, question.group, system, homes.n)
        status[np.isnan(base) | ((base > 0) & (base < MINIMUM_BASE))] = Status.SUPPRESSED
    hidden = status == Status.SUPPRESSED
    values = np.where(hidden, np.nan, found.values)
    return Figures(
        values=values,
        status=status,
        nature=np.full(homes.n, int(nature), np.uint8),
        flags=np.where(hidden, 0, found.flags).astype(np.uint16),
        sources=frozenset(s.id for s in sources_of(workspace, question.trip, facilities)),
        bases=frozenset(),
    )


def _homes(workspace: Workspace, question: ReachQuestion, system: str) -> _Homes:
    if system == POINT_SYSTEM:
        k = len(inhabited(workspace))
        return _Homes(np.ones(k), np.arange(k), k)
    people = weights_of(workspace, question.group).people
    return _Homes(people, areas_of_points(workspace, system), len(workspace.systems[system]))


def _minutes(workspace: Workspace, question: ReachQuestion, homes: _Homes) -> _Found:
    found = mean_minutes(
        answer(workspace, question.trip).minutes, homes.people, homes.areas, homes.n
    )
    flags = np.where(found.unreached > 0, int(Flag.PARTLY_CONNECTED), 0)
    flags[(found.unreached > 0) & (found.reached == 0)] = int(Flag.NO_CONNECTION)
    return _Found(found.minutes, flags.astype(np.uint16))


def _share(workspace: Workspace, question: ReachQuestion, homes: _Homes) -> _Found:
    minutes = answer(workspace, question.trip).minutes
    limit = float(question.limit_minutes)
    within = share_within(minutes, homes.people, homes.areas, homes.n, limit_minutes=limit)
    return _Found(_PERCENT * within, np.zeros(homes.n, np.uint16))


def _number(workspace: Workspace, question: ReachQuestion, homes: _Homes) -> _Found:
    each = minutes_to_each(workspace, question.trip)
    number = number_within(each, limit_minutes=question.limit_minutes).astype(np.float64)
    values = mean_of_people(number, homes.people, homes.areas, homes.n)
    return _Found(values, np.zeros(homes.n, np.uint16))


def _places(workspace: Workspace, question: ReachQuestion, homes: _Homes) -> _Found:
    """Where people may reach a facility of unknown size, there are at least so many places."""
    supply = _supply(workspace, question)
    demand = weights_of(workspace, question.group)
    unknown = np.where(np.isnan(supply.places), 1.0, 0.0)
    missed = mean_of_people(
        _floating(workspace, question, unknown).access, homes.people, homes.areas, homes.n
    )
    access = places_per_person(workspace, question)
    values = _PERCENT * mean_of_people(access, homes.people, homes.areas, homes.n)
    flags = np.where(np.nan_to_num(missed) > 0, np.uint16(Flag.AT_LEAST), 0).astype(np.uint16)
    return _Found(values, flags, max(supply.nature, demand.nature))


def places_per_person(workspace: Workspace, question: ReachQuestion) -> Floats:
    """What floating catchments give each inhabited point (k,); raises what `supply_of` raises."""
    return _floating(workspace, question, _supply(workspace, question).places).access


def _supply(workspace: Workspace, question: ReachQuestion) -> Supply:
    facilities = placed_facilities(workspace, question.filter)
    return supply_of(workspace, facilities, question.group)


def _floating(workspace: Workspace, question: ReachQuestion, places: Floats) -> Catchment:
    each = minutes_to_each(workspace, question.trip)
    demand = weights_of(workspace, question.group).people
    if question.measure == "graded":
        return graded_two_step(each, places, demand)
    return two_step(each, places, demand, limit_minutes=question.limit_minutes)


# What people find when they go; "own" places need no ways.
_MEASURED: Mapping[Measure, Callable[[Workspace, ReachQuestion, _Homes], _Found]] = {
    "minutes": _minutes,
    "share": _share,
    "number": _number,
    "places": _places,
    "graded": _places,
}
