"""A day of a feed searched in plain loops over its own CSV, boarding by boarding.

Independent of what it checks: no arrays of connections, no sweep, no mirror. The latest departure
is found by asking again and again when one would arrive.
"""

from __future__ import annotations

import csv
import datetime
import io
import math
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pyproj import Geod

from tests.indicators.reach.raw_search import Place

ELLIPSOID = Geod(ellps="GRS80")
CHANGE_S = 120
MOST_BOARDINGS = 5
LONGEST_S = 4 * 3600
_SAME_STATION_M = 300
_BAY = re.compile(r"[ ,]+(Bstg|Steig|Gleis) ?\w{1,2}$")
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# Stop, arrival, departure in seconds of the day, and whether one may get on.
Halt = tuple[str, int, int, bool]
Seconds = dict[str, int]


@dataclass(frozen=True)
class RawBus:
    """The runs of one day, where the stops are, and which stops are one station."""

    runs: list[list[Halt]]
    stops: dict[str, Place]
    stations: dict[str, set[str]]

    def arrival(
        self, start_s: int, access: Mapping[str, int], egress: Mapping[str, int], walks: Walks
    ) -> float:
        """When one is there, setting out at a time; inf where no ride leads there."""
        ready = {stop: start_s + seconds for stop, seconds in access.items()}
        there = math.inf
        for _ in range(MOST_BOARDINGS):
            alighted = self._ridden(ready)
            ready = {}
            for stop, time in alighted.items():
                there = min(there, time + egress.get(stop, math.inf))
                changes = dict.fromkeys(self.stations[stop], CHANGE_S)
                for other, seconds in walks.get(stop, {}).items():
                    changes.setdefault(other, max(seconds, CHANGE_S))
                for other, seconds in changes.items():
                    ready[other] = min(ready.get(other, time + seconds), time + seconds)
        return there

    def _ridden(self, ready: Mapping[str, int]) -> Seconds:
        alighted: Seconds = {}
        for run in self.runs:
            on_board = False
            for stop, arrival, departure, board in run:
                if on_board:
                    alighted[stop] = min(alighted.get(stop, arrival), arrival)
                on_board = on_board or (board and ready.get(stop, math.inf) <= departure)
        return alighted

    def latest(
        self, arrive_by_s: int, access: Mapping[str, int], egress: Mapping[str, int], walks: Walks
    ) -> int | None:
        """The last second at which one can set out and be there in time."""
        low, high = arrive_by_s - LONGEST_S, arrive_by_s
        if self.arrival(low, access, egress, walks) > arrive_by_s:
            return None
        while high - low > 1:
            middle = (low + high) // 2
            if self.arrival(middle, access, egress, walks) <= arrive_by_s:
                low = middle
            else:
                high = middle
        return low


Walks = Mapping[str, Mapping[str, int]]


def raw_bus(path: Path, day: datetime.date, *, until_s: int) -> RawBus:
    """The runs of a day that set out before a time, from the files of a feed."""
    with zipfile.ZipFile(path) as feed:
        running = _running(feed, day)
        trips = {t["trip_id"] for t in _rows(feed, "trips") if t["service_id"] in running}
        halts: dict[str, list[tuple[int, Halt]]] = {}
        for row in _rows(feed, "stop_times"):
            if row["trip_id"] in trips:
                times = _seconds(row["arrival_time"]), _seconds(row["departure_time"])
                halt = (row["stop_id"], *times, row["pickup_type"] != "1")
                halts.setdefault(row["trip_id"], []).append((int(row["stop_sequence"]), halt))
        stops = list(_rows(feed, "stops"))
    runs = [[halt for _, halt in sorted(run)] for run in halts.values()]
    places = {s["stop_id"]: (float(s["stop_lon"]), float(s["stop_lat"])) for s in stops}
    names = {s["stop_id"]: _BAY.sub("", s["stop_name"]) for s in stops}
    return RawBus([run for run in runs if run[0][2] <= until_s], places, _stations(names, places))


def _rows(feed: zipfile.ZipFile, table: str) -> csv.DictReader[str]:
    text = io.TextIOWrapper(feed.open(f"{table}.txt"), "utf-8-sig", newline="")
    return csv.DictReader(text)


def _running(feed: zipfile.ZipFile, day: datetime.date) -> set[str]:
    date, weekday = f"{day:%Y%m%d}", _WEEK[day.weekday()]
    running = {
        row["service_id"]
        for row in _rows(feed, "calendar")
        if row["start_date"] <= date <= row["end_date"] and row[weekday] == "1"
    }
    for row in _rows(feed, "calendar_dates"):
        if row["date"] == date:
            change = running.add if row["exception_type"] == "1" else running.discard
            change(row["service_id"])
    return running


def _seconds(clock: str) -> int:
    hours, minutes, seconds = map(int, clock.split(":"))
    return hours * 3600 + minutes * 60 + seconds


def _stations(names: Mapping[str, str], places: Mapping[str, Place]) -> dict[str, set[str]]:
    """Stops of one name that lie near each other, each with itself."""
    found = {stop: {stop} for stop in names}
    for one, name in names.items():
        for other, called in names.items():
            near = called == name and ELLIPSOID.inv(*places[one], *places[other])[2]
            if called == name and near <= _SAME_STATION_M and found[one] is not found[other]:
                both = found[one] | found[other]
                for stop in both:
                    found[stop] = both
    return found
