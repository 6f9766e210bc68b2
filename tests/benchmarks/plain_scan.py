"""The Connection Scan of Dibbelt et al. (2013) in plain Python, as fast as lists allow.

The reference of the benchmark: connections as tuples in order of departure, one flag a run, one
time a station. Changes are not bounded, there are no ways on foot but within the station, and it
keeps nothing to tell a journey by.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import numpy as np

from geodata.timetables.connections import Connections
from geodata.timetables.timetable import Timetable


class PlainScan:
    """A day laid out for both directions, which is not measured."""

    def __init__(self, timetable: Timetable, connections: Connections) -> None:
        self.change_s = timetable.change_s
        self.stations = len(timetable.station_names)
        self.stops = connections.stops
        self.runs = len(connections.run_trip)
        self.station = timetable.station.tolist()
        start, end = (
            timetable.station[connections.from_stop],
            timetable.station[connections.to_stop],
        )
        columns = (
            *(connections.departure_s, connections.arrival_s, start, end),
            *(connections.from_stop, connections.to_stop, connections.run),
        )
        rides = list(zip(*(column.tolist() for column in columns), strict=True))
        # Within a run the later ride must be seen first backwards, and last forwards.
        order = np.lexsort((connections.position, connections.departure_s)).tolist()
        self.forwards = [rides[at] for at in order]
        self.backwards = self.forwards[::-1]
        self._departures = [ride[0] for ride in self.forwards]
        self._negative = [-ride[0] for ride in self.backwards]

    def latest(self, targets: list[int], arrive_by_s: int, longest_s: int) -> list[int]:
        """The latest departure from each stop, -1 for none, to a target station by then."""
        first = bisect_left(self._negative, -arrive_by_s)
        last = bisect_right(self._negative, longest_s - arrive_by_s)
        off = [-1] * self.stations
        for stop in targets:
            off[self.station[stop]] = arrive_by_s
        leave, reached, change = [-1] * self.stops, bytearray(self.runs), self.change_s
        for departure, arrival, start, end, stop, _, run in self.backwards[first:last]:
            if reached[run] or arrival <= off[end]:
                reached[run] = 1
                if departure > leave[stop]:
                    leave[stop] = departure
                    if departure - change > off[start]:
                        off[start] = departure - change
        return leave

    def earliest(self, sources: list[int], start_s: int, longest_s: int) -> list[int]:
        """The earliest arrival at each stop, a day and a half for none, from a station."""
        first = bisect_left(self._departures, start_s)
        last = bisect_right(self._departures, start_s + longest_s)
        never = 36 * 3600
        on = [never] * self.stations
        for stop in sources:
            on[self.station[stop]] = start_s
        arrive, reached, change = [never] * self.stops, bytearray(self.runs), self.change_s
        for departure, arrival, start, end, _, stop, run in self.forwards[first:last]:
            if reached[run] or departure >= on[start]:
                reached[run] = 1
                if arrival < arrive[stop]:
                    arrive[stop] = arrival
                    if arrival + change < on[end]:
                        on[end] = arrival + change
        return arrive
