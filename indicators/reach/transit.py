"""By bus and train: from the door until one has to be there, over the streets to the stops."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from geodata.facilities.facility import Facility
from geodata.streets.graph import StreetGraph
from geodata.timetables.timetable import Timetable
from geodata.workspace import Workspace
from indicators.kept import kept
from indicators.reach.footpaths import Footpaths, footpaths
from indicators.reach.networks import rides_on, streets_of, timetable_of, usual_day
from indicators.reach.points import inhabited
from indicators.reach.progress import tell
from indicators.reach.question import Trip
from indicators.reach.scan import LatestDepartures, latest_departures
from indicators.reach.snapping import Snaps, snapped
from indicators.reach.streets import minutes_per_facility
from indicators.reach.walking import (
    BETWEEN_STOPS_S,
    TO_STOP_S,
    Walks,
    beeline_walks,
    nearest_by_stop,
    street_walks,
)

Floats = NDArray[np.float64]

# Who is there on foot this soon waits for no bus; farther, nobody calls it a connection.
ALL_ON_FOOT_S = 30 * 60
_MINUTE_S = 60.0
_AT_ONCE = 64


@dataclass(frozen=True, eq=False)
class Spots:
    """Places in metres of EPSG:25832, arrays (n,), from or to which people walk."""

    x: Floats
    y: Floats


def transit_minutes(
    workspace: Workspace, trip: Trip, facilities: tuple[Facility, ...]
) -> NDArray[np.float64]:
    """Minutes (k,) from every inhabited point to be at the nearest facility by the hour of a trip.

    From the door until that hour: walking, waiting and changing are in it, and whoever is early
    waits there. Who is there on foot in half an hour walks. inf: no connection.
    """
    goals = spots_of(facilities)
    egress = walks_to_stops(workspace, goals)
    on_foot = nearest_by_stop(_walks_between(workspace, goals), _k(workspace)) / _MINUTE_S
    return np.minimum(_by_bus(workspace, trip, egress), on_foot)


def transit_minutes_to_each(
    workspace: Workspace, trip: Trip, facilities: tuple[Facility, ...]
) -> NDArray[np.float64]:
    """The same to every facility (f, k)."""
    goals = spots_of(facilities)
    egress, walks = walks_to_stops(workspace, goals), _walks_between(workspace, goals)
    found = np.empty((len(facilities), _k(workspace)))
    for at in range(len(facilities)):
        tell(at / len(facilities))
        own_egress, own_walks = _of_point(egress, at), _of_point(walks, at)
        on_foot = nearest_by_stop(own_walks, _k(workspace)) / _MINUTE_S
        found[at] = np.minimum(_by_bus(workspace, trip, own_egress), on_foot)
    return found


@kept(1)
def changes_of(workspace: Workspace) -> Footpaths:
    """What a change takes between any two stops that are near, over the streets."""
    plan = timetable_of(workspace)
    stops = Spots(plan.x, plan.y)
    return footpaths(plan, _walks(workspace, stops, plan, limit_s=BETWEEN_STOPS_S))


@kept(1)
def access_of(workspace: Workspace) -> Walks:
    """The ways on foot from all inhabited points to the stops near them."""
    return _walks(workspace, _homes(workspace), timetable_of(workspace), limit_s=TO_STOP_S)


def walks_to_stops(workspace: Workspace, spots: Spots) -> Walks:
    """The ways on foot between places and the stops near them."""
    return _walks(workspace, spots, timetable_of(workspace), limit_s=TO_STOP_S)


def spots_of(facilities: tuple[Facility, ...]) -> Spots:
    places = [(facility.x, facility.y) for facility in facilities]
    x, y = np.array(places, np.float64).reshape(-1, 2).T
    return Spots(x, y)


def _homes(workspace: Workspace) -> Spots:
    points = inhabited(workspace)
    return Spots(points.x, points.y)


def minutes_from_stops(
    workspace: Workspace, trip: Trip, facilities: tuple[Facility, ...]
) -> NDArray[np.float64]:
    """Minutes (s,) from every stop until one is to be there; inf where no ride leads there."""
    found = _scanned(workspace, trip, walks_to_stops(workspace, spots_of(facilities)))
    return (trip.arrive_by_s - found.seconds) / _MINUTE_S


def _by_bus(workspace: Workspace, trip: Trip, egress: Walks) -> Floats:
    found = _scanned(workspace, trip, egress)
    return (trip.arrive_by_s - found.from_points(access_of(workspace))) / _MINUTE_S


def _scanned(workspace: Workspace, trip: Trip, egress: Walks) -> LatestDepartures:
    return latest_departures(
        rides_on(workspace, trip.day or usual_day(workspace)),
        changes_of(workspace),
        nearest_by_stop(egress, len(timetable_of(workspace).stop_ids)),
        trip.arrive_by_s,
    )


def _k(workspace: Workspace) -> int:
    return len(inhabited(workspace))


def _of_point(walks: Walks, point: int) -> Walks:
    """The ways from one of the points, as if there were no other."""
    own = walks.point == point
    return replace(walks, point=walks.point[own], stop=walks.stop[own], seconds=walks.seconds[own])


def _walks(workspace: Workspace, spots: Spots, plan: Timetable, *, limit_s: int) -> Walks:
    return _walked(workspace, spots, Spots(plan.x, plan.y), limit_s=limit_s)


def _walks_between(workspace: Workspace, goals: Spots) -> Walks:
    """The ways on foot from goals to homes, which stand in the place of stops."""
    return _walked(workspace, goals, _homes(workspace), limit_s=ALL_ON_FOOT_S)


def _walked(workspace: Workspace, spots: Spots, goals: Spots, *, limit_s: int) -> Walks:
    """Over the streets; as the crow flies where there are none.

    Ways on foot are as long there as back, so it is searched from the side that is fewer.
    """
    if "streets" not in workspace.network_states:
        return beeline_walks(spots.x, spots.y, goals.x, goals.y, limit_s=limit_s)
    graph = streets_of(workspace)
    here, there = (snapped(graph, "foot", s.x, s.y) for s in (spots, goals))
    known = np.empty((0, 0))
    if len(here) < len(there):
        known = _minutes_between(graph, here, there, within=limit_s / _MINUTE_S)

    def minutes_to(some: NDArray[np.intp]) -> Floats:
        if len(known):
            return known[:, some].T
        tell(float(some[0]) / len(there))
        return minutes_per_facility(
            graph, "foot", there.chosen(some), here, within=limit_s / _MINUTE_S
        )

    return street_walks(minutes_to, len(here), len(there), limit_s=limit_s)


def _minutes_between(graph: StreetGraph, few: Snaps, many: Snaps, *, within: float) -> Floats:
    found = np.empty((len(few), len(many)))
    for first in range(0, len(few), _AT_ONCE):
        tell(first / len(few))
        some = np.arange(first, min(first + _AT_ONCE, len(few)))
        found[some] = minutes_per_facility(graph, "foot", few.chosen(some), many, within=within)
    return found
