"""Questions to a real timetable, against a plain Connection Scan, alternating.

A weekday of the VRN around Heidelberg (22,221 connections): by when to leave every stop to be at
a station by 07:45, and when one is everywhere, leaving it at 13:00 – the way to school and back.
Both know the same change times; what the plain scan answers, ours must answer too.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from geodata.timetables.connections import Connections, connections_on
from geodata.timetables.reading import read_timetable
from geodata.timetables.timetable import Timetable
from indicators.reach.footpaths import footpaths
from indicators.reach.rural import Target, offer
from indicators.reach.scan import LONGEST_S, earliest_arrivals, latest_departures
from indicators.reach.walking import beeline_walks, nearest_by_stop
from tests.benchmarks.finding import Finding, german, median_ratio
from tests.benchmarks.plain_scan import PlainScan
from tests.conftest import SHARED

VRN = SHARED / "test-only" / "gtfs" / "vrn_gtfs_cut.zip"
DAY = datetime.date(2022, 6, 21)
TO_SCHOOL_S, HOME_S = 7 * 3600 + 45 * 60, 13 * 3600
# So many changes that the plain scan, which has no bound, finds nothing more.
UNBOUNDED = 12
LONG_S = 30 * 3600
TARGETS, ROUNDS, PLACES = 20, 5, 500
AT_MOST_WITH_WALKING = 5

Numbers = NDArray[np.float64]


def run() -> list[Finding]:
    if not VRN.is_file():
        return [Finding("Fahrplan", "Der echte Fahrplan (../shared/data) liegt hier nicht.")]
    timetable = read_timetable(VRN).timetable
    day = connections_on(timetable, DAY)
    ways = _ways(timetable, day)
    _check(timetable, day)
    times: dict[str, list[float]] = {title: [] for title in ways}
    targets = _targets(timetable, day)
    for _ in range(ROUNDS):
        for stops in targets:
            for title, way in ways.items():
                started = time.perf_counter()
                way(stops)
                times[title].append(1000 * (time.perf_counter() - started))
    own = int(np.diff(timetable.trip_start)[timetable.trips_on(DAY)].sum())
    return [*_findings(times, f"VRN, {german(own)} Verbindungen"), _offer(timetable, day)]


def _ways(timetable: Timetable, day: Connections) -> dict[str, Callable[[list[int]], object]]:
    """What is measured, each called with the stops of a station."""
    plain = PlainScan(timetable, day)
    changes, n = footpaths(timetable), day.stops
    near = beeline_walks(timetable.x, timetable.y, timetable.x, timetable.y, limit_s=480)
    walked = footpaths(timetable, near)
    x, y = _places(timetable)
    to_stops = beeline_walks(x, y, timetable.x, timetable.y)

    def on_foot(stops: list[int]) -> Numbers:
        """The seconds on foot from every stop to the station."""
        goal = beeline_walks(timetable.x[stops], timetable.y[stops], timetable.x, timetable.y)
        return nearest_by_stop(goal, n)

    # Ways on foot to a facility are kept with it, as those of the streets are.
    goals = {tuple(stops): on_foot(stops) for stops in _targets(timetable, day)}

    def there_on_foot(stops: list[int]) -> object:
        found = latest_departures(day, walked, goals[tuple(stops)], TO_SCHOOL_S)
        return found.from_points(to_stops)

    return {
        "rückwärts, einfaches Python": lambda stops: plain.latest(stops, TO_SCHOOL_S, LONGEST_S),
        "rückwärts, unserer ohne Fußwege": lambda stops: latest_departures(
            day, changes, _at(stops, n), TO_SCHOOL_S
        ),
        "rückwärts, unserer mit Fußwegen": there_on_foot,
        "vorwärts, einfaches Python": lambda stops: plain.earliest(stops, HOME_S, LONGEST_S),
        "vorwärts, unserer ohne Fußwege": lambda stops: earliest_arrivals(
            day, changes, _at(stops, n), HOME_S
        ),
    }


def _findings(times: dict[str, list[float]], title: str) -> list[Finding]:
    back, ours, walking, forth, ours_forth = times.values()
    names = list(times)
    ratios = [
        median_ratio(ours, back),
        median_ratio(walking, back),
        median_ratio(ours_forth, forth),
    ]
    targets = [
        ("höchstens 1", ratios[0] <= 1),
        (f"höchstens {AT_MOST_WITH_WALKING}", ratios[1] <= AT_MOST_WITH_WALKING),
        ("", None),
    ]
    found = [Finding(f"{title} · {names[0]}", _fine(back))]
    for name, (target, held), ratio in zip(names[1:3], targets[:2], ratios[:2], strict=True):
        found.append(
            Finding(f"{title} · {name}", _fine(times[name]), german(ratio, 2), target, held)
        )
    found.append(Finding(f"{title} · {names[3]}", _fine(forth)))
    found.append(Finding(f"{title} · {names[4]}", _fine(ours_forth), german(ratios[2], 2)))
    return found


def _offer(timetable: Timetable, day: Connections) -> Finding:
    """All journeys of the day there and back, for many places at once."""
    x, y = _places(timetable)
    walks = beeline_walks(x, y, timetable.x, timetable.y)
    times = []
    for stops in _targets(timetable, day)[:3]:
        goal = Target(footpaths(timetable), walks, _at(stops, day.stops))
        started = time.perf_counter()
        offer(day, goal, longest_s=2 * 3600)
        times.append(1000 * (time.perf_counter() - started))
    return Finding(f"VRN · alle Fahrten eines Tages hin und zurück, {PLACES} Orte", _fine(times))


def _check(timetable: Timetable, day: Connections) -> None:
    """A fast wrong answer is none."""
    plain, changes = PlainScan(timetable, day), footpaths(timetable)
    bounds = {"most_changes": UNBOUNDED, "longest_s": LONG_S}
    for stops in _targets(timetable, day):
        near_s = _at(stops, day.stops)
        ours = latest_departures(day, changes, near_s, TO_SCHOOL_S, **bounds).seconds
        expected = np.array(plain.latest(stops, TO_SCHOOL_S, LONG_S), np.float64)
        assert (ours == np.where(expected < 0, -np.inf, expected)).all()
        ours = earliest_arrivals(day, changes, near_s, HOME_S, **bounds).seconds
        expected = np.array(plain.earliest(stops, HOME_S, LONG_S), np.float64)
        assert (ours == np.where(expected >= 36 * 3600, np.inf, expected)).all()


def _targets(timetable: Timetable, day: Connections) -> list[list[int]]:
    """Stations that are served on the day, each as its stops."""
    served = np.unique(timetable.station[day.from_stop])
    chosen = np.random.default_rng(1).choice(served, TARGETS, replace=False)
    return [np.flatnonzero(timetable.station == station).tolist() for station in chosen]


def _places(timetable: Timetable) -> tuple[Numbers, Numbers]:
    """Places where people live: near stops, as villages are."""
    rng = np.random.default_rng(1)
    some = rng.integers(0, len(timetable.x), PLACES)
    return timetable.x[some] + rng.normal(0, 400, PLACES), timetable.y[some] + rng.normal(
        0, 400, PLACES
    )


def _at(stops: list[int], count: int) -> Numbers:
    seconds = np.full(count, np.inf)
    seconds[stops] = 0
    return seconds


def _fine(rounds: list[float]) -> str:
    """Milliseconds with two decimals: the median, the lowest and the highest."""
    low, high = german(min(rounds), 2), german(max(rounds), 2)
    return f"{german(float(np.median(rounds)), 2)} ms ({low}–{high})"
