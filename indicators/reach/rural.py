"""What the timetable really offers a place: how often, first and last, in time, and back again.

Where three buses run a day, a mean or median of minutes says nothing; what counts is whether
there is one in time, and one back. No connection is no connection: `None` or infinity, never a
large number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.timetables.connections import Connections, connections_on
from geodata.timetables.day_kinds import DayKind, Kind
from geodata.timetables.timetable import Timetable
from indicators.reach.day_journeys import DayJourneys, journeys_from, journeys_to
from indicators.reach.footpaths import Footpaths
from indicators.reach.scan import LONGEST_S, MOST_CHANGES, earliest_arrivals
from indicators.reach.walking import Walks


@dataclass(frozen=True, eq=False)
class Best:
    """The best connection of each place (n,): leaves last, and of those is there first.

    -inf and inf where there is no connection.
    """

    departure_s: NDArray[np.float64]
    arrival_s: NDArray[np.float64]

    @property
    def minutes(self) -> NDArray[np.float64]:
        """From door to door (n,), inf where there is no connection."""
        return np.asarray((self.arrival_s - self.departure_s) / 60, np.float64)


@dataclass(frozen=True)
class Times:
    """How many journeys a place has in one direction, and when the first and the last leave."""

    trips: int
    first_s: int | None
    last_s: int | None


@dataclass(frozen=True, eq=False)
class Offer:
    """Journeys of a traffic day between places and a target, there and back."""

    there: DayJourneys
    back: DayJourneys

    def trips_there(self) -> NDArray[np.int64]:
        """How many journeys a day lead there (n,)."""
        return _count(self.there)

    def trips_back(self) -> NDArray[np.int64]:
        """How many journeys a day lead back (n,)."""
        return _count(self.back)

    def times_there(self, point: int) -> Times:
        return _times(self.there, point)

    def times_back(self, point: int) -> Times:
        return _times(self.back, point)


@dataclass(frozen=True, eq=False)
class Target:
    """Where one wants to go: places (`walks` to stops), and the seconds between stops and target.

    `near_s` (s,) is inf where a stop is too far from the target on foot.
    """

    footpaths: Footpaths
    walks: Walks
    near_s: NDArray[np.float64]


def best_arriving_by(
    connections: Connections,
    target: Target,
    arrive_by_s: int,
    *,
    most_changes: int = MOST_CHANGES,
    longest_s: int = LONGEST_S,
) -> Best:
    """The best connection of every place that is at the target by a given time.

    It leaves as late as possible; among those that leave together it is the first one there.
    """
    found = journeys_to(
        connections,
        target.footpaths,
        target.walks,
        target.near_s,
        since_s=arrive_by_s - longest_s,
        until_s=arrive_by_s,
        most_changes=most_changes,
        longest_s=longest_s,
    )
    departure = np.full(found.points, -np.inf)
    np.maximum.at(departure, found.point, found.departure_s)
    arrival = np.full(found.points, np.inf)
    last = found.departure_s == departure[found.point]
    np.minimum.at(arrival, found.point[last], found.arrival_s[last])
    in_time = arrive_by_s - departure <= longest_s
    return Best(np.where(in_time, departure, -np.inf), np.where(in_time, arrival, np.inf))


def home_again(
    connections: Connections,
    target: Target,
    leave_s: int,
    home_by_s: int,
    *,
    most_changes: int = MOST_CHANGES,
) -> NDArray[np.float64]:
    """When one is home at the earliest (n,), leaving the target at `leave_s`; inf: not in time.

    Whoever can go home in the window has a finite number.
    """
    reached = earliest_arrivals(
        connections,
        target.footpaths,
        target.near_s,
        leave_s,
        most_changes=most_changes,
        longest_s=home_by_s - leave_s,
    ).at_points(target.walks)
    return np.where(reached <= home_by_s, reached, np.inf)


def offer(
    connections: Connections,
    target: Target,
    *,
    most_changes: int = MOST_CHANGES,
    longest_s: int = LONGEST_S,
) -> Offer:
    """All journeys of the traffic day that are worth making and take at most `longest_s`."""
    bounds = {"most_changes": most_changes, "longest_s": longest_s}
    there = journeys_to(connections, target.footpaths, target.walks, target.near_s, **bounds)
    back = journeys_from(connections, target.footpaths, target.near_s, target.walks, **bounds)
    return Offer(there, back)


def offers(
    timetable: Timetable,
    target: Target,
    kinds: Mapping[Kind, DayKind],
    *,
    most_changes: int = MOST_CHANGES,
    longest_s: int = LONGEST_S,
) -> Mapping[Kind, Offer]:
    """What a school day offers, a holiday, a Saturday and a Sunday, each by its usual day."""
    bounds = {"most_changes": most_changes, "longest_s": longest_s}
    return {
        kind: offer(connections_on(timetable, found.day), target, **bounds)
        for kind, found in kinds.items()
    }


def _count(found: DayJourneys) -> NDArray[np.int64]:
    return np.bincount(found.point, minlength=found.points).astype(np.int64)


def _times(found: DayJourneys, point: int) -> Times:
    departures = found.departure_s[found.point == point]
    if not len(departures):
        return Times(0, None, None)
    return Times(len(departures), int(departures.min()), int(departures.max()))
