"""The earliest arrival by another road: Dijkstra over what can happen, one event at a time.

Nothing of the scan is used here, neither its arrays' order nor its mirror. An event is to stand
ready at a stop or to sit in a run before one of its halts, each after so many boardings.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping

from geodata.timetables.connections import Connections

Ways = Mapping[tuple[int, int], int]


class Search:
    """Asks one day; `changes` are the seconds between getting off at one stop and on at another."""

    def __init__(self, connections: Connections, changes: Ways) -> None:
        self.rides = list(
            zip(
                connections.from_stop.tolist(),
                connections.to_stop.tolist(),
                connections.departure_s.tolist(),
                connections.arrival_s.tolist(),
                connections.board.tolist(),
                connections.alight.tolist(),
                connections.run.tolist(),
                strict=True,
            )
        )
        self.leaving: dict[int, list[int]] = defaultdict(list)
        for number, ride in enumerate(self.rides):
            self.leaving[ride[0]].append(number)
        self.changes: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for (start, end), seconds in changes.items():
            self.changes[start].append((end, seconds))

    def arrivals(
        self, access: Mapping[int, int], start_s: int, *, most_changes: int, longest_s: int
    ) -> dict[int, int]:
        """For each stop that is got off at, the earliest arrival."""
        queue: list[tuple[int, str, int, int]] = [
            (start_s + seconds, "ready", stop, 0) for stop, seconds in access.items()
        ]
        heapq.heapify(queue)
        seen: set[tuple[str, int, int]] = set()
        best: dict[int, int] = {}
        while queue:
            time, kind, where, boardings = heapq.heappop(queue)
            if (kind, where, boardings) in seen or time > start_s + longest_s:
                continue
            seen.add((kind, where, boardings))
            if kind == "ready":
                if boardings <= most_changes:
                    for number in self.leaving[where]:
                        _, _, departure, _, board, _, _ = self.rides[number]
                        if board and departure >= time:
                            heapq.heappush(queue, (departure, "rides", number, boardings + 1))
                continue
            _, end, _, arrival, _, alight, run = self.rides[where]
            if alight and arrival <= start_s + longest_s:
                best[end] = min(best.get(end, arrival), arrival)
                for other, seconds in self.changes[end]:
                    heapq.heappush(queue, (arrival + seconds, "ready", other, boardings))
            onward = where + 1
            if onward < len(self.rides) and self.rides[onward][6] == run:
                heapq.heappush(queue, (self.rides[onward][2], "rides", onward, boardings))
        return best

    def departures(
        self, egress: Mapping[int, int], arrive_by_s: int, *, most_changes: int, longest_s: int
    ) -> dict[int, int]:
        """For each stop the latest departure, found by trying every one of them forwards."""
        best: dict[int, int] = {}
        for number, (start, _, departure, *_) in enumerate(self.rides):
            if departure < arrive_by_s - longest_s or departure <= best.get(start, -(10**9)):
                continue
            if not self.rides[number][4]:
                continue
            reached = self.arrivals(
                {start: 0}, departure, most_changes=most_changes, longest_s=10**9
            )
            if any(reached.get(end, 10**9) + s <= arrive_by_s for end, s in egress.items()):
                best[start] = departure
        return best
