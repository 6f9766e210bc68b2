"""The way to the nearest facility: a line on the map, and the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.facilities.facility import Facility
from geodata.workspace import Workspace
from indicators.reach.bus_way import BusWay
from indicators.reach.naming import by_text
from indicators.reach.networks import timetable_of
from indicators.reach.question import ReachQuestion, clock
from indicators.reach.walking import TO_STOP_S
from indicators.reach.way import NoWay, Way
from layers.facility_text import facility_name
from layers.german_number import german_number
from layers.in_degrees import geojson_of
from layers.journey_text import hours_text, journey_sentences, leg_kinds
from layers.reach_result import minutes_text
from layers.spoken_area import starting
from layers.words import section, words

_A_FEW_STEPS_M = 15


class _Course(NamedTuple):
    x: NDArray[np.float64]
    y: NDArray[np.float64]


def way_told(
    workspace: Workspace, question: ReachQuestion, found: BusWay | Way | NoWay
) -> dict[str, Any]:
    """What assets/reach/way.js draws and the panel says."""
    by_timetable = question.mode == "transit"
    told: dict[str, Any] = {"words": section("reach.way"), "by_timetable": by_timetable}
    if isinstance(found, NoWay):
        return {
            **told,
            "headline": words("flag.no_connection"),
            "sentences": [_why_none(question, found)],
        }
    told |= {"headline": minutes_text(found.minutes), **_goal(workspace, found.facility)}
    if isinstance(found, BusWay):
        return told | _by_bus(workspace, found)
    by = replace(question, mode="foot") if by_timetable else question
    name = _name(workspace, found.facility)
    return told | {"sentences": [_sentence(by, found, name)], "legs": _legs(["street"], [found])}


def _goal(workspace: Workspace, facility: Facility) -> dict[str, Any]:
    kind = workspace.facility_kinds[facility.kind]
    place = geojson_of(shapely.Point(facility.x, facility.y))
    return {
        "facility": {
            "name": _name(workspace, facility),
            "kind": kind.title,
            "address": facility.address,
        },
        "place": place["coordinates"],
    }


def _name(workspace: Workspace, facility: Facility) -> str:
    """In OpenStreetMap many have none."""
    return facility_name(facility, workspace.facility_kinds[facility.kind])


def _by_bus(workspace: Workspace, found: BusWay) -> dict[str, Any]:
    plan, journey = timetable_of(workspace), found.journey
    minutes, hour = minutes_text(found.minutes), clock(found.arrive_by_s)
    return {
        "headline": words("reach.journey.until", minutes=minutes, hour=hour),
        "hours": hours_text(journey),
        "sentences": journey_sentences(plan, journey, _name(workspace, found.facility)),
        "note": words("reach.journey.change_time", seconds=plan.change_s, walk=TO_STOP_S // 60),
        "legs": _legs(leg_kinds(journey), [_Course(x, y) for x, y in found.courses]),
    }


def _legs(kinds: Sequence[str], courses: Sequence[Way | _Course]) -> list[dict[str, Any]]:
    """A course of a single point is no line."""
    return [
        {
            "kind": kind,
            "course": geojson_of(shapely.linestrings(np.column_stack([course.x, course.y]))),
        }
        for kind, course in zip(kinds, courses, strict=True)
        if len(course.x) > 1
    ]


def _sentence(question: ReachQuestion, found: Way, name: str) -> str:
    if found.length_m < _A_FEW_STEPS_M:
        return words("reach.way.here", name=name)
    sentence = words(
        "reach.way.by_street",
        by=by_text(question),
        distance=distance_text(found.length_m),
        name=name,
    )
    return starting(sentence)


def distance_text(metres: float) -> str:
    """`850 m`, `12,4 km`."""
    tens = 10 * round(metres / 10)
    if tens < 1000:
        return words("reach.way.metres", number=german_number(tens, decimals=0))
    return words("reach.way.kilometres", number=german_number(metres / 1000, decimals=1))


def _why_none(question: ReachQuestion, found: NoWay) -> str:
    if found.far_m:
        return words("reach.way.far", distance=distance_text(found.far_m))
    if found.without_stop:
        return words("reach.way.without_stop", walk=TO_STOP_S // 60)
    if question.mode == "transit":
        return words("reach.way.no_ride", hour=clock(question.arrive_by_s))
    return words("reach.way.none")
