"""How often the timetable leads from a place to a facility and back, on each kind of day."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from geodata.facilities.facility import Facility
from geodata.timetables.day_kinds import Kind
from geodata.workspace import Workspace
from indicators.reach.answer import placed_facilities
from indicators.reach.bus_way import BusWay, bus_way
from indicators.reach.networks import kinds_of_days, timetable_of
from indicators.reach.question import ReachQuestion
from indicators.reach.rural import Target, Times, offers
from indicators.reach.transit import Spots, changes_of, spots_of, walks_to_stops
from indicators.reach.walking import nearest_by_stop
from indicators.reach.way import Way


@dataclass(frozen=True)
class DayOffer:
    """Journeys of a kind of day, there and back."""

    kind: Kind
    there: Times
    back: Times


@dataclass(frozen=True)
class Offers:
    """What every kind of day offers between a place and a facility; None: the nearest of all."""

    facility: Facility | None
    days: tuple[DayOffer, ...]


def day_offers(workspace: Workspace, question: ReachQuestion, x: float, y: float) -> Offers:
    """Journeys between a place in EPSG:25832 and the facility that `bus_way` finds for it.

    Where it finds none in time, journeys to any of the facilities count. Nobody takes a bus to what
    is near: there are no days then. Raises what `bus_way` raises.
    """
    way = bus_way(workspace, question, x, y)
    if isinstance(way, Way):
        return Offers(way.facility, ())
    facility = way.facility if isinstance(way, BusWay) else None
    goals = (facility,) if facility else placed_facilities(workspace, question.trip.filter)
    plan = timetable_of(workspace)
    target = Target(
        footpaths=changes_of(workspace),
        walks=walks_to_stops(workspace, Spots(np.array([x]), np.array([y]))),
        near_s=nearest_by_stop(walks_to_stops(workspace, spots_of(goals)), len(plan.stop_ids)),
    )
    kinds = {day.kind: day for day in kinds_of_days(workspace)}
    found = offers(plan, target, kinds)
    days = [
        DayOffer(kind, offer.times_there(0), offer.times_back(0)) for kind, offer in found.items()
    ]
    return Offers(facility, tuple(days))
