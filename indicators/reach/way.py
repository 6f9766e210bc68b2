"""The way from a place to the nearest facility that is meant."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.facilities.facility import Facility
from geodata.workspace import Workspace
from indicators.reach.answer import placed_facilities, snapped_facilities
from indicators.reach.networks import streets_of
from indicators.reach.question import ReachQuestion, Trip
from indicators.reach.routes import route
from indicators.reach.snapping import snapped
from indicators.reach.streets import minutes_to_nearest


@dataclass(frozen=True, eq=False)
class Way:
    """How one gets to a `facility`: minutes, metres by street, and the course in EPSG:25832."""

    facility: Facility
    minutes: float
    length_m: float
    x: NDArray[np.float64]
    y: NDArray[np.float64]


@dataclass(frozen=True)
class NoWay:
    """Why there is none: the next street is `far_m` metres away; no stop is near enough to walk to
    (`without_stop`); else no way leads there."""

    far_m: float = 0.0
    without_stop: bool = False


def street_way(workspace: Workspace, question: ReachQuestion, x: float, y: float) -> Way | NoWay:
    """The quickest way by street from a place in EPSG:25832; raises what `answer` raises."""
    trip: Trip = question.trip
    assert trip.mode != "transit"  # noqa: S101 - a bus trip has legs, see `journeys`
    graph, facilities = streets_of(workspace), placed_facilities(workspace, trip.filter)
    origin = snapped(graph, trip.mode, np.array([x]), np.array([y]))
    if not origin.reachable[0]:
        return NoWay(far_m=float(origin.distance_m[0]))
    places = snapped_facilities(workspace, trip.filter, trip.mode)
    _, nearest = minutes_to_nearest(graph, trip.mode, places, origin)
    if nearest[0] < 0:
        return NoWay()
    found = route(graph, trip.mode, origin, places.chosen([int(nearest[0])]))
    if found is None:
        return NoWay()
    facility = facilities[int(nearest[0])]
    return Way(facility, found.minutes, found.length_m, found.x, found.y)
