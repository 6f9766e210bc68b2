"""From where one is there within so many minutes: along streets, and not beyond them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from geodata.streets.graph import Mode, StreetGraph
from geodata.workspace import Workspace
from indicators.kept import kept
from indicators.reach.answer import placed_facilities, snapped_facilities
from indicators.reach.networks import streets_of, timetable_of
from indicators.reach.question import ReachQuestion, Trip
from indicators.reach.reached import Floats, Lines, joined, minutes_at_nodes, reached_lines
from indicators.reach.snapping import snapped
from indicators.reach.summary import STEPS
from indicators.reach.transit import ALL_ON_FOOT_S, minutes_from_stops
from indicators.reach.walking import TO_STOP_S

# A map has some 1,500 pixels across: what is smaller cannot be seen.
_STEPS_ACROSS = 3000


@dataclass(frozen=True)
class Band:
    """The parts of streets from which one is there within so many minutes, in EPSG:25832."""

    minutes: int
    lines: shapely.Geometry


@kept(12)
def isochrone(workspace: Workspace, question: ReachQuestion) -> tuple[Band, ...]:
    """Bands up to the limit of the question, the widest first; raises what `answer` raises.

    Lines and no surfaces: who stands in a forest between two streets is not reached.
    """
    trip, graph = question.trip, streets_of(workspace)
    mode: Mode = "foot" if trip.mode == "transit" else trip.mode
    at_nodes = _at_nodes(workspace, graph, trip, mode)
    tolerance_m = float(np.ptp(graph.x)) / _STEPS_ACROSS
    steps = {step for step in STEPS if step < question.limit_minutes} | {question.limit_minutes}
    return tuple(
        Band(limit, joined(_lines(graph, mode, at_nodes, limit), tolerance_m=tolerance_m))
        for limit in sorted(steps, reverse=True)
    )


def _at_nodes(workspace: Workspace, graph: StreetGraph, trip: Trip, mode: Mode) -> Floats:
    """Minutes from every node; by bus on foot to a stop, and from there as the timetable says."""
    there = snapped_facilities(workspace, trip.filter, mode)
    at_nodes = minutes_at_nodes(graph, mode, there, np.zeros(len(there)))
    if trip.mode != "transit":
        return at_nodes
    at_nodes[at_nodes > ALL_ON_FOOT_S / 60] = np.inf
    plan, facilities = timetable_of(workspace), placed_facilities(workspace, trip.filter)
    stops = snapped(graph, mode, plan.x, plan.y)
    on = minutes_from_stops(workspace, trip, facilities)
    by_bus = minutes_at_nodes(graph, mode, stops, on)
    # Who walks farther to a stop than anyone does is not reached by it.
    near = minutes_at_nodes(graph, mode, stops, np.where(np.isfinite(on), 0.0, np.inf))
    by_bus[near > TO_STOP_S / 60] = np.inf
    return np.minimum(at_nodes, by_bus)


def _lines(graph: StreetGraph, mode: Mode, at_nodes: Floats, limit: int) -> Lines:
    return reached_lines(graph, mode, at_nodes, limit=float(limit))
