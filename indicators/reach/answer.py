"""How long people at each point need to the nearest facility that is meant."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.facilities.facility import Facility
from geodata.streets.graph import Mode
from geodata.workspace import Workspace
from indicators.facilities.filter import FacilityFilter, applied
from indicators.kept import kept
from indicators.reach.networks import streets_of
from indicators.reach.points import inhabited
from indicators.reach.question import Trip
from indicators.reach.refusals import NoFacilities
from indicators.reach.snapping import Snaps, snapped
from indicators.reach.streets import minutes_per_facility, minutes_to_nearest
from indicators.reach.transit import transit_minutes, transit_minutes_to_each

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class ReachAnswer:
    """`minutes` (k,) from the `inhabited` points to the nearest of the `facilities`, inf where
    there is no connection."""

    facilities: tuple[Facility, ...]
    minutes: Floats


@kept(24)
def answer(workspace: Workspace, trip: Trip) -> ReachAnswer:
    """The minutes of a trip from every inhabited point.

    By street: the quickest way to any of the facilities. By bus: from the door until the hour at
    which one wants to be there, on foot where that is quicker.
    Raises `NoStreets`, `NoTimetable`, `NoFacilities`, `NobodyKnown`.
    """
    facilities = placed_facilities(workspace, trip.filter)
    if trip.mode == "transit":
        return ReachAnswer(facilities, transit_minutes(workspace, trip, facilities))
    minutes, _ = minutes_to_nearest(
        streets_of(workspace),
        trip.mode,
        snapped_facilities(workspace, trip.filter, trip.mode),
        snapped_points(workspace, trip.mode),
    )
    return ReachAnswer(facilities, minutes)


@kept(4)
def minutes_to_each(workspace: Workspace, trip: Trip) -> Floats:
    """The minutes (f, k) from every inhabited point to every facility that is meant."""
    if trip.mode == "transit":
        facilities = placed_facilities(workspace, trip.filter)
        return transit_minutes_to_each(workspace, trip, facilities)
    return minutes_per_facility(
        streets_of(workspace),
        trip.mode,
        snapped_facilities(workspace, trip.filter, trip.mode),
        snapped_points(workspace, trip.mode),
    )


@kept(32)
def placed_facilities(workspace: Workspace, chosen: FacilityFilter) -> tuple[Facility, ...]:
    """The facilities that pass a filter and stand somewhere; raises `NoFacilities`."""
    found = tuple(f for f in applied(chosen, workspace.facilities) if f.is_placed)
    if not found:
        raise NoFacilities
    return found


@kept(32)
def snapped_facilities(workspace: Workspace, chosen: FacilityFilter, mode: Mode) -> Snaps:
    """Where the facilities that pass a filter meet the streets."""
    places = [(f.x, f.y) for f in placed_facilities(workspace, chosen)]
    x, y = np.array(places, np.float64).T
    return snapped(streets_of(workspace), mode, x, y)


@kept(8)
def snapped_points(workspace: Workspace, mode: Mode) -> Snaps:
    """Where people step onto the streets."""
    points = inhabited(workspace)
    return snapped(streets_of(workspace), mode, points.x, points.y)
