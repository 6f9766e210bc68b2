"""A journey by bus and train in words, leg by leg with its hours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from geodata.timetables.timetable import Timetable
from indicators.reach.journeys import Journey, Ride, Walk
from indicators.reach.question import clock
from layers.words import words

# GTFS route types that have a word of their own; all others are a „Fahrt“.
_CALLED = {0: "tram", 1: "metro", 2: "train", 3: "bus", 4: "ferry"}
# The extended types name rail by hundreds of their own.
_RAIL, _BUS = range(100, 200), range(700, 800)


def journey_sentences(plan: Timetable, journey: Journey, goal: str) -> list[str]:
    """One sentence a leg: „07:08 Uhr: Bus 8003 Richtung Lüchow, von … bis … (an 07:31 Uhr).“"""
    return list(_sentences(plan, journey.legs, goal))


def hours_text(journey: Journey) -> str:
    """„los um 07:02 Uhr, da um 07:35 Uhr, einmal umsteigen“."""
    text = words(
        "reach.journey.hours", start=clock(journey.departure_s), end=clock(journey.arrival_s)
    )
    return ", ".join([text, changes_text(journey.changes)])


def changes_text(changes: int) -> str:
    """„ohne Umsteigen“, „einmal umsteigen“, „2-mal umsteigen“."""
    if changes == 0:
        return words("reach.journey.direct")
    if changes == 1:
        return words("reach.journey.one_change")
    return words("reach.journey.changes", count=changes)


def leg_kinds(journey: Journey) -> list[str]:
    """„walk“ or „ride“ for each leg, as the map draws them."""
    return ["ride" if isinstance(leg, Ride) else "walk" for leg in journey.legs]


def vehicle(kind: int) -> str:
    """„Bus“, „Zug“, by the route type of the feed."""
    if kind in _RAIL:
        return words("reach.journey.train")
    if kind in _BUS:
        return words("reach.journey.bus")
    return words(f"reach.journey.{_CALLED.get(kind, 'ride_word')}")


def _sentences(plan: Timetable, legs: Sequence[Walk | Ride], goal: str) -> Iterator[str]:
    for leg in legs:
        yield _ride(plan, leg) if isinstance(leg, Ride) else _walk(plan, leg, goal)


def _walk(plan: Timetable, leg: Walk, goal: str) -> str:
    minutes = -((leg.departure_s - leg.arrival_s) // 60)
    named: dict[str, Any] = {"start": clock(leg.departure_s), "minutes": max(minutes, 1)}
    if leg.to_stop is None:
        return words("reach.journey.walk_to_goal", **named, goal=goal, end=clock(leg.arrival_s))
    return words("reach.journey.walk_to_stop", **named, stop=str(plan.stop_names[leg.to_stop]))


def _ride(plan: Timetable, leg: Ride) -> str:
    towards = words("reach.journey.towards", headsign=leg.headsign) if leg.headsign else ""
    return words(
        "reach.journey.ride",
        start=clock(leg.departure_s),
        vehicle=vehicle(leg.kind),
        line=leg.line,
        towards=towards,
        origin=str(plan.stop_names[leg.from_stop]),
        stop=str(plan.stop_names[leg.to_stop]),
        end=clock(leg.arrival_s),
    )
