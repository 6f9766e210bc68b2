"""Random small worlds of buses and ways on foot, and questions to them."""

from __future__ import annotations

from typing import Any

import numpy as np

from geodata.timetables.connections import Connections, connections_on
from geodata.timetables.timetable import Timetable
from indicators.reach.footpaths import Footpaths, footpaths
from indicators.reach.walking import Walks
from tests.timetables import DAY, timetable_of

HOUR = 3600
Seconds = np.ndarray[Any, np.dtype[np.float64]]
World = tuple[Timetable, list[tuple[int, int, int]], int]
Rng = np.random.Generator


def a_world(rng: Rng) -> World:
    """A small timetable, ways on foot beside it, and how many stops there are.

    Most runs set out within two hours, of the morning or around midnight, so that they meet.
    """
    stops = int(rng.integers(4, 10))
    begins = int(rng.choice([0, 6 * HOUR, 23 * HOUR, 25 * HOUR]))
    trips, closed = [], []
    for number in range(int(rng.integers(6, 25))):
        time = begins + int(rng.integers(0, 25)) * 300
        halts = []
        for stop in rng.integers(0, stops, int(rng.integers(2, 4))).tolist():
            arrival = time + int(rng.integers(0, 4)) * 300
            time = arrival + int(rng.integers(0, 3)) * 60
            halts.append((stop, arrival, time))
        trips.append(halts)
        if rng.random() < 0.2:
            closed.append((number, int(rng.integers(0, len(halts)))))
    timetable = timetable_of(
        trips,
        stops=stops,
        stations=_numbered(rng.integers(0, 8, stops).tolist()),
        transfers=_pairs(rng, stops, [-1, 0, 60, 300])[:4],
        change_s=int(rng.choice([0, 120, 300])),
        closed=closed,
    )
    return timetable, _pairs(rng, stops, [30, 200, 700, 900]), stops


def _pairs(rng: Rng, stops: int, seconds: list[int]) -> list[tuple[int, int, int]]:
    """Some pairs of stops with seconds for the way from one to the other, rarely also back."""
    count = int(rng.integers(0, 2 * stops))
    columns = rng.integers(0, stops, (2, count)), rng.choice(seconds, count)
    return list(zip(*(column.tolist() for column in (*columns[0], columns[1])), strict=True))


def _numbered(labels: list[int]) -> list[int]:
    seen: dict[int, int] = {}
    return [seen.setdefault(label, len(seen)) for label in labels]


def _walks(ways: list[tuple[int, int, int]], stops: int) -> Walks:
    columns = np.array(sorted(set(ways)), np.intp).reshape(-1, 3)
    return Walks(stops, columns[:, 0], columns[:, 1], columns[:, 2].astype(np.int32), "streets")


def plain_changes(timetable: Timetable, ways: list[tuple[int, int, int]]) -> dict[Any, int]:
    """The changes, read off the timetable once more in plain loops."""
    n, change = len(timetable.stop_ids), timetable.change_s
    found: dict[tuple[int, int], int] = {}
    for one, other, seconds in sorted(set(ways), reverse=True):
        found[one, other] = max(seconds, change)
    for one in range(n):
        for other in range(n):
            if timetable.station[one] == timetable.station[other]:
                found[one, other] = change
    told = (timetable.transfer_from, timetable.transfer_to, timetable.transfer_s)
    for one, other, seconds in zip(*(column.tolist() for column in told), strict=True):
        found[one, other] = seconds
    return {pair: seconds for pair, seconds in found.items() if seconds >= 0}


def asked(
    timetable: Timetable, ways: list[tuple[int, int, int]], stops: int
) -> tuple[Connections, Footpaths]:
    return connections_on(timetable, DAY), footpaths(timetable, _walks(ways, stops))


def near(rng: Rng, stops: int) -> dict[int, int]:
    """One or two stops in reach, and how far they are."""
    some = rng.integers(0, stops, int(rng.integers(1, 3))).tolist()
    return {stop: int(rng.choice([0, 60, 240])) for stop in some}


def before_some(rng: Rng, connections: Connections) -> int:
    """A few minutes before something sets out, rather early on the day."""
    return int(rng.choice(connections.departure_s, 3).min() - rng.integers(0, 600))


def after_some(rng: Rng, connections: Connections) -> int:
    """A few minutes after something arrives, rather late on the day."""
    return int(rng.choice(connections.arrival_s, 3).max() + rng.integers(0, 600))


def bounds_of(rng: Rng) -> dict[str, int]:
    return {
        "most_changes": int(rng.integers(0, 5)),
        "longest_s": int(rng.choice([HOUR, 3 * HOUR, 9 * HOUR])),
    }


def array_of(seconds: dict[int, int], stops: int) -> Seconds:
    return at(stops, **{f"h{stop}": value for stop, value in seconds.items()})


def at(stops: int, **seconds: float) -> Seconds:
    """Seconds to some stops, named h0, h1 …; inf to all others."""
    found = np.full(stops, np.inf)
    for name, value in seconds.items():
        found[int(name[1:])] = value
    return found
