"""One way by bus and train, leg by leg, as it can be told in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.timetables.connections import Connections
from geodata.timetables.timetable import Timetable
from indicators.reach.footpaths import Footpaths
from indicators.reach.scan import (
    LONGEST_S,
    MOST_CHANGES,
    LatestDepartures,
    earliest_arrivals,
    latest_departures,
)


@dataclass(frozen=True)
class Walk:
    """On foot; no stop stands for the place where the journey starts or ends."""

    from_stop: int | None
    to_stop: int | None
    departure_s: int
    arrival_s: int


@dataclass(frozen=True)
class Ride:
    """In one vehicle from a stop to a stop, which are positions in the timetable."""

    from_stop: int
    to_stop: int
    departure_s: int
    arrival_s: int
    trip: int
    line: str
    headsign: str
    kind: int


@dataclass(frozen=True)
class Journey:
    """The legs in order; times in seconds since the day began, waiting between legs not told."""

    legs: tuple[Walk | Ride, ...]

    @property
    def departure_s(self) -> int:
        return self.legs[0].departure_s

    @property
    def arrival_s(self) -> int:
        return self.legs[-1].arrival_s

    @property
    def changes(self) -> int:
        return sum(isinstance(leg, Ride) for leg in self.legs) - 1


@dataclass(frozen=True, eq=False)
class Ways:
    """What a journey is looked for in; `access_s` leads to stops, `egress_s` from them (s,)."""

    timetable: Timetable
    connections: Connections
    footpaths: Footpaths
    access_s: NDArray[np.float64]
    egress_s: NDArray[np.float64]


def journey_arriving_by(
    ways: Ways, arrive_by_s: int, *, most_changes: int = MOST_CHANGES, longest_s: int = LONGEST_S
) -> Journey | None:
    """The way that leaves last and is there in time; of those the first there, with the fewest
    changes. None: no connection."""
    bounds = {"most_changes": most_changes, "longest_s": longest_s}
    found = latest_departures(
        ways.connections, ways.footpaths, ways.egress_s, arrive_by_s, **bounds
    )
    leave_s = float(np.max(found.seconds - ways.access_s, initial=-np.inf))
    if not leave_s >= arrive_by_s - longest_s:
        return None
    return journey_leaving_at(ways, int(leave_s), **bounds)


def journey_leaving_at(
    ways: Ways, start_s: int, *, most_changes: int = MOST_CHANGES, longest_s: int = LONGEST_S
) -> Journey | None:
    """The way that is there first; of those the last to leave, with the fewest changes."""
    bounds = {"most_changes": most_changes, "longest_s": longest_s}
    reached = earliest_arrivals(ways.connections, ways.footpaths, ways.access_s, start_s, **bounds)
    there_s = float(np.min(reached.seconds + ways.egress_s, initial=np.inf))
    if not there_s <= start_s + longest_s:
        return None
    found = latest_departures(
        ways.connections, ways.footpaths, ways.egress_s, int(there_s), **bounds
    )
    return Journey(tuple(_legs(ways, found, int(there_s))))


def _legs(ways: Ways, found: LatestDepartures, there_s: int) -> Iterator[Walk | Ride]:
    leave = np.array([sweep.board - ways.access_s for sweep in found.rounds])
    # argmax takes the first round, and so the fewest changes.
    number, stop = (int(at) for at in np.unravel_index(np.argmax(leave), leave.shape))
    leave_s, walk_s = int(leave[number, stop]), int(ways.access_s[stop])
    if walk_s:
        yield Walk(None, stop, leave_s, leave_s + walk_s)
    while True:
        ride = _ride(ways, found, number, stop)
        yield ride
        if number == 0:
            break
        number -= 1
        stop = _next_stop(ways, found, number, ride.to_stop)
        station = ways.timetable.station
        if station[stop] != station[ride.to_stop]:
            way_s = ways.footpaths.between[ride.to_stop, stop]
            yield Walk(ride.to_stop, stop, ride.arrival_s, ride.arrival_s + way_s)
    walk_s = int(np.ceil(ways.egress_s[ride.to_stop]))
    if walk_s:
        yield Walk(ride.to_stop, None, ride.arrival_s, ride.arrival_s + walk_s)
    assert ride.arrival_s + walk_s <= there_s  # noqa: S101 - the scan's own promise


def _ride(ways: Ways, found: LatestDepartures, number: int, stop: int) -> Ride:
    """Of the runs that leave the stop at the time of its label, the one that allows to get off
    with most time to spare; that leaves most room for the change."""
    c, sweep = ways.connections, found.rounds[number]
    at_stop = (c.from_stop == stop) & (c.departure_s == sweep.board[stop]) & c.board
    best: tuple[int, int, int] | None = None
    for board in np.flatnonzero(at_stop).tolist():
        rest = np.arange(board, c.run_start[c.run[board] + 1])
        rest = rest[c.alight[rest]]
        spare = (sweep.alight[c.to_stop[rest]] - c.arrival_s[rest]).tolist()
        most = max(range(len(spare)), key=spare.__getitem__, default=None)
        if most is not None and spare[most] >= 0 and (best is None or spare[most] > best[0]):
            best = spare[most], board, int(rest[most])
    assert best is not None  # noqa: S101 - the label came from such a run
    _, board, alight = best
    trip, t = int(c.run_trip[c.run[board]]), ways.timetable
    return Ride(
        from_stop=stop,
        to_stop=int(c.to_stop[alight]),
        departure_s=int(c.departure_s[board]),
        arrival_s=int(c.arrival_s[alight]),
        trip=trip,
        line=str(t.line_names[t.trip_line[trip]]),
        headsign=str(t.trip_headsign[trip]),
        kind=int(t.line_kinds[t.trip_line[trip]]),
    )


def _next_stop(ways: Ways, found: LatestDepartures, number: int, stop: int) -> int:
    """Where one gets on next: the stop whose departure the time to get off here was taken from."""
    paths = ways.footpaths
    ends = np.append(paths.begins, len(paths.from_stop))
    some = slice(int(ends[stop]), int(ends[stop + 1]))
    ready = found.rounds[number].board[paths.to_stop[some]] - paths.seconds[some]
    return int(paths.to_stop[some][np.argmax(ready)])
