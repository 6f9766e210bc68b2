"""The way by bus and train from a place to the nearest facility that is meant, leg by leg."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from geodata.facilities.facility import Facility
from geodata.timetables.connections import DAY_S
from geodata.timetables.timetable import Timetable
from geodata.workspace import Workspace
from indicators.reach.answer import placed_facilities
from indicators.reach.journeys import Journey, Ride, Walk, Ways, journey_arriving_by
from indicators.reach.networks import rides_on, streets_of, timetable_of, usual_day
from indicators.reach.question import ReachQuestion
from indicators.reach.routes import route
from indicators.reach.snapping import snapped
from indicators.reach.transit import (
    ALL_ON_FOOT_S,
    Spots,
    changes_of,
    spots_of,
    walks_to_stops,
)
from indicators.reach.walking import Walks, nearest_by_stop
from indicators.reach.way import NoWay, Way, street_way

Place = tuple[float, float]
Course = tuple[NDArray[np.float64], NDArray[np.float64]]

_A_FEW_STEPS_S = 30


@dataclass(frozen=True, eq=False)
class BusWay:
    """How one gets to a `facility` by bus: the journey, and the course of each of its legs in
    EPSG:25832. A ride goes from stop to stop: how the road bends between them is not known."""

    facility: Facility
    journey: Journey
    courses: tuple[Course, ...]
    arrive_by_s: int

    @property
    def minutes(self) -> float:
        """From the door until one wants to be there, as on the map."""
        return (self.arrive_by_s - self.journey.departure_s) / 60


def bus_way(
    workspace: Workspace, question: ReachQuestion, x: float, y: float
) -> BusWay | Way | NoWay:
    """The journey that leaves last and is there in time, or the walk where that leaves later.

    Raises what `answer` raises.
    """
    trip, plan = question.trip, timetable_of(workspace)
    facilities = placed_facilities(workspace, trip.filter)
    here, goals = Spots(np.array([x]), np.array([y])), spots_of(facilities)
    egress = walks_to_stops(workspace, goals)
    ways = Ways(
        timetable=plan,
        connections=rides_on(workspace, trip.day or usual_day(workspace)),
        footpaths=changes_of(workspace),
        access_s=nearest_by_stop(walks_to_stops(workspace, here), len(plan.stop_ids)),
        egress_s=nearest_by_stop(egress, len(plan.stop_ids)),
    )
    found = journey_arriving_by(ways, trip.arrive_by_s)
    walk = _all_on_foot(workspace, question, x, y)
    by_bus = (trip.arrive_by_s - found.departure_s) / 60 if found else np.inf
    if found is None or (walk is not None and walk.minutes <= by_bus):
        return walk or NoWay(without_stop=not np.isfinite(ways.access_s).any())
    goal = _goal(egress, found)
    facility = facilities[goal]
    ends = ((x, y), (float(goals.x[goal]), float(goals.y[goal])))
    told = _worth_telling(found)
    courses = tuple(_course(workspace, plan, leg, ends) for leg in told.legs)
    return BusWay(facility, told, courses, trip.arrive_by_s)


def _worth_telling(found: Journey) -> Journey:
    """Without the few steps from a door to the stop before it."""
    return Journey(
        tuple(
            leg
            for leg in found.legs
            if isinstance(leg, Ride) or leg.arrival_s - leg.departure_s >= _A_FEW_STEPS_S
        )
    )


def _all_on_foot(workspace: Workspace, question: ReachQuestion, x: float, y: float) -> Way | None:
    """The way on foot where nobody would wait for a bus; None where it is too far."""
    if "streets" not in workspace.network_states:
        return None
    found = street_way(workspace, replace(question, mode="foot"), x, y)
    near = isinstance(found, Way) and found.minutes * 60 <= ALL_ON_FOOT_S
    return found if near and isinstance(found, Way) else None


def _goal(egress: Walks, found: Journey) -> int:
    """The facility nearest to the stop where the last ride ends."""
    last = next(leg for leg in reversed(found.legs) if isinstance(leg, Ride))
    near = egress.stop == last.to_stop
    return int(egress.point[near][egress.seconds[near].argmin()])


def _course(
    workspace: Workspace, plan: Timetable, leg: Walk | Ride, ends: tuple[Place, Place]
) -> Course:
    if isinstance(leg, Ride):
        stops = _stops_of(plan, leg)
        return plan.x[stops], plan.y[stops]
    start = ends[0] if leg.from_stop is None else _place(plan, leg.from_stop)
    end = ends[1] if leg.to_stop is None else _place(plan, leg.to_stop)
    if "streets" in workspace.network_states:
        graph = streets_of(workspace)
        here, there = (
            snapped(graph, "foot", np.array([x]), np.array([y])) for x, y in (start, end)
        )
        walked = route(graph, "foot", here, there)
        if walked is not None:
            return walked.x, walked.y
    return np.array([start[0], end[0]]), np.array([start[1], end[1]])


def _place(plan: Timetable, stop: int) -> Place:
    return float(plan.x[stop]), float(plan.y[stop])


def _stops_of(plan: Timetable, ride: Ride) -> NDArray[np.int64]:
    """The stops that a ride passes, both ends included; a run may pass a stop twice."""
    own = np.arange(plan.trip_start[ride.trip], plan.trip_start[ride.trip + 1])
    on_time = (plan.departure_s[own] - ride.departure_s) % DAY_S == 0
    first = int(np.flatnonzero(on_time & (plan.from_stop[own] == ride.from_stop))[0])
    off_time = (plan.arrival_s[own] - ride.arrival_s) % DAY_S == 0
    last = int(np.flatnonzero(off_time & (plan.to_stop[own] == ride.to_stop))[-1])
    rides = own[first : last + 1]
    return np.append(plan.from_stop[rides], plan.to_stop[rides[-1]]).astype(np.int64)
