"""All journeys of a day between places and one target that are worth making."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.timetables.connections import DAY_BEGINS_S, DAY_ENDS_S, Connections
from indicators.reach.footpaths import Footpaths
from indicators.reach.scan import LONGEST_S, MOST_CHANGES, latest_departures
from indicators.reach.walking import Walks


@dataclass(frozen=True, eq=False)
class DayJourneys:
    """Journeys (j,) of `points` places: of each none leaves later and is there as early.

    `point` says whose journey it is; times in seconds since the day began.
    """

    points: int
    point: NDArray[np.intp]
    departure_s: NDArray[np.float64]
    arrival_s: NDArray[np.float64]


def journeys_to(
    connections: Connections,
    footpaths: Footpaths,
    walks: Walks,
    egress_s: NDArray[np.float64],
    *,
    since_s: int = DAY_BEGINS_S,
    until_s: int = DAY_ENDS_S,
    most_changes: int = MOST_CHANGES,
    longest_s: int = LONGEST_S,
) -> DayJourneys:
    """Journeys from places to the target that arrive after `since_s` and by `until_s`.

    `walks` lead from places to stops, `egress_s` (s,) from stops to the target. For every moment
    at which somebody can arrive, the scan says who must leave when; where that is later than for
    the moment before, it is one more journey. Without bounds these are all of a traffic day,
    which lasts from three o'clock to three o'clock.
    """
    bounds = {"most_changes": most_changes, "longest_s": longest_s}

    def leaves(moment: int) -> NDArray[np.float64]:
        scan = latest_departures(connections, footpaths, egress_s, moment, **bounds)
        return scan.from_points(walks)

    # Who can be there before it counts does not leave earlier to be there later.
    before = leaves(since_s)
    found: list[tuple[NDArray[np.intp], NDArray[np.float64], NDArray[np.float64]]] = []
    for moment in _arrivals(connections, egress_s, since_s, until_s).tolist():
        leave = leaves(moment)
        new = np.flatnonzero((leave > before) & (leave >= moment - longest_s))
        found.append((new, leave[new], np.full(len(new), float(moment))))
        before = np.maximum(before, leave)
    return _joined(found, walks.points)


def journeys_from(
    connections: Connections,
    footpaths: Footpaths,
    access_s: NDArray[np.float64],
    walks: Walks,
    *,
    since_s: int = DAY_BEGINS_S,
    until_s: int = DAY_ENDS_S,
    most_changes: int = MOST_CHANGES,
    longest_s: int = LONGEST_S,
) -> DayJourneys:
    """Journeys from a place to all others (`walks`) that leave from `since_s` on, before `until_s`.

    `access_s` (s,) leads from the place to stops. Found in the mirrored day.
    """
    found = journeys_to(
        connections.mirrored,
        footpaths.mirrored,
        walks,
        access_s,
        since_s=-until_s,
        until_s=-since_s,
        most_changes=most_changes,
        longest_s=longest_s,
    )
    return DayJourneys(found.points, found.point, -found.arrival_s, -found.departure_s)


def _arrivals(
    connections: Connections, egress_s: NDArray[np.float64], since_s: int, until_s: int
) -> NDArray[np.int64]:
    """All moments after `since_s` and until `until_s` at which a vehicle brings somebody there."""
    there = connections.arrival_s + np.ceil(egress_s[connections.to_stop])
    fine = connections.alight & (there > since_s) & (there <= until_s)
    return np.unique(there[fine].astype(np.int64))


def _joined(
    found: list[tuple[NDArray[np.intp], NDArray[np.float64], NDArray[np.float64]]], points: int
) -> DayJourneys:
    if not found:
        nothing = np.zeros(0)
        return DayJourneys(points, np.zeros(0, np.intp), nothing, nothing)
    point, departure, arrival = (np.concatenate(column) for column in zip(*found, strict=True))
    return DayJourneys(points, point, departure, arrival)
