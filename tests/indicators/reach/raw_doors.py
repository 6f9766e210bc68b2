"""From door to door over the ways of a file as they stand there: nothing cut, merged or kept.

A place is joined to the nearest of all segments, measured on the ground, and walked to; between
both ends Dijkstra goes from point to point of the file.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from tests.indicators.reach.raw_search import Place, RawStreets

WALK_MINUTES_PER_M = 60 / 5000
# Metres for a degree of the meridian at 49.4° north.
_NORTH_M = 111_209.0

Entries = dict[int, float]


@dataclass(frozen=True)
class Door:
    """A place on its segment: its two points, the share along it, minutes to walk there."""

    a: int
    b: int
    share: float
    walk: float


@dataclass(eq=False)
class RawDoors:
    """Doors and minutes over the ways of one mode; `middle` is a point that all can reach."""

    streets: RawStreets
    middle: Place
    known: dict[Place, Door] = field(default_factory=dict)

    @cached_property
    def core(self) -> set[int]:
        """The points from which one gets to the middle and back."""
        start = self.streets.nearest(self.middle, self.streets.places)
        back: dict[int, list[int]] = {}
        ahead = {a: [b for b, _ in ends] for a, ends in self.streets.leads.items()}
        for a, ends in ahead.items():
            for b in ends:
                back.setdefault(b, []).append(a)
        return self._reached(start, ahead) & self._reached(start, back)

    def _reached(self, start: int, leads: Mapping[int, list[int]]) -> set[int]:
        seen, waiting = {start}, [start]
        while waiting:
            here = waiting.pop()
            if here in self.streets.barred:
                continue
            new = set(leads.get(here, [])) - seen
            seen |= new
            waiting += new
        return seen

    @cached_property
    def _segments(self) -> tuple[np.ndarray, np.ndarray]:
        """Pairs of points (n, 2), and their ends in metres (n, 4)."""
        core = self.core
        pairs = [(a, b) for a, ends in self.streets.leads.items() for b, _ in ends]
        pairs = [(a, b) for a, b in pairs if a in core and b in core]
        ends = [(*self._metres(a), *self._metres(b)) for a, b in pairs]
        return np.array(pairs), np.array(ends)

    def _metres(self, node: int) -> Place:
        return _flat(self.streets.places[node])

    def door(self, place: Place) -> Door:
        if place not in self.known:
            self.known[place] = self._searched(place)
        return self.known[place]

    def _searched(self, place: Place) -> Door:
        pairs, ends = self._segments
        x, y = _flat(place)
        across, up = ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1]
        long = np.maximum(across**2 + up**2, 1e-9)
        share = ((x - ends[:, 0]) * across + (y - ends[:, 1]) * up) / long
        share = np.clip(share, 0.0, 1.0)
        far = np.hypot(ends[:, 0] + share * across - x, ends[:, 1] + share * up - y)
        at = int(far.argmin())
        walk = float(far[at]) * WALK_MINUTES_PER_M
        return Door(int(pairs[at, 0]), int(pairs[at, 1]), float(share[at]), walk)

    def _takes(self, a: int, b: int) -> float:
        return min((m for end, m in self.streets.leads.get(a, []) if end == b), default=math.inf)

    def out(self, door: Door) -> Entries:
        """Minutes from a door to the ends of its segment."""
        return {
            door.a: door.walk + door.share * self._takes(door.b, door.a),
            door.b: door.walk + (1 - door.share) * self._takes(door.a, door.b),
        }

    def into(self, door: Door) -> Entries:
        """Minutes from the ends of its segment to a door."""
        return {
            door.a: door.walk + door.share * self._takes(door.a, door.b),
            door.b: door.walk + (1 - door.share) * self._takes(door.b, door.a),
        }

    def spread(self, start: Door, limit: float = math.inf) -> dict[int, float]:
        """Minutes from a door to every point within a limit."""
        best: dict[int, float] = {}
        heap = [(minutes, node) for node, minutes in self.out(start).items()]
        heapq.heapify(heap)
        while heap:
            minutes, here = heapq.heappop(heap)
            if here in best or minutes > limit:
                continue
            best[here] = minutes
            if here in self.streets.barred:
                continue
            for there, takes in self.streets.leads.get(here, []):
                if there not in best:
                    heapq.heappush(heap, (minutes + takes, there))
        return best

    def minutes(self, start: Door, spread: Mapping[int, float], goal: Door) -> float:
        """Minutes from door to door; `spread` are those from the start to all points."""
        if goal.a not in spread and goal.b not in spread:
            return math.inf
        found = min(
            spread.get(node, math.inf) + minutes for node, minutes in self.into(goal).items()
        )
        if {start.a, start.b} == {goal.a, goal.b}:
            at = goal.share if goal.a == start.a else 1 - goal.share
            ends = (start.a, start.b) if at >= start.share else (start.b, start.a)
            direct = abs(at - start.share) * self._takes(*ends)
            found = min(found, start.walk + direct + goal.walk)
        return found

    def nearest(self, place: Place, goals: Iterable[Place]) -> tuple[int, float]:
        """Which of the goals is nearest, and how many minutes away."""
        start = self.door(place)
        spread = self.spread(start)
        found = [self.minutes(start, spread, self.door(goal)) for goal in goals]
        return int(np.argmin(found)), min(found)


def _flat(place: Place) -> Place:
    lon, lat = place
    return lon * _NORTH_M * math.cos(math.radians(49.4)) * 1.0034, lat * _NORTH_M
