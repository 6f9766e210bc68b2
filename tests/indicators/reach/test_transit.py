"""By bus through the villages: when to leave to be there in time, and the way in legs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from geodata.imports.timetable import import_timetable
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.facilities.filter import FacilityFilter
from indicators.reach.answer import answer, minutes_to_each
from indicators.reach.bus_way import BusWay, bus_way
from indicators.reach.day_offers import day_offers
from indicators.reach.departures import line_day, station_day
from indicators.reach.isochrone import isochrone
from indicators.reach.journeys import Ride, Walk
from indicators.reach.networks import usual_day
from indicators.reach.quality import quality_areas
from indicators.reach.question import ReachQuestion
from indicators.reach.way import NoWay, Way
from tests.feeds import write_feed
from tests.village_roads import kita, put_kitas, put_streets
from tests.villages import EAST, NORTH, put_points

HOUSES = (("Ahausen", 500, 1500, 100), ("Bedorf", 1500, 1500, 300), ("Cetal", 500, 500, 50))
HOUR = 3600


def by_bus(arrive_by_s: int, day: str = "2026-06-09") -> ReachQuestion:
    kitas = FacilityFilter(kinds=("kita",))
    return ReachQuestion(kitas, mode="transit", day=day, arrive_by_s=arrive_by_s)


@pytest.fixture
def bus(villages: Store, tmp_path: Path) -> Store:
    """A Kita in Cetal; the bus leaves Ahausen at 8:00, Bedorf at 8:06, and is there at 8:15."""
    put_points(villages, HOUSES)
    put_streets(villages)
    put_kitas(villages, kita("Kita Cetal", "Cetal"))
    import_timetable(villages, write_feed(tmp_path / "dorf.zip"))
    return villages


def test_minutes_run_from_the_door_until_one_wants_to_be_there(bus: Store) -> None:
    workspace = Workspace(bus)
    minutes = answer(workspace, by_bus(8 * HOUR + 20 * 60).trip).minutes
    # Ahausen walks the path of 12 minutes, Bedorf takes the bus at 8:06, Cetal is there.
    assert minutes.tolist() == pytest.approx([12, 14, 0], abs=0.05)
    each = minutes_to_each(workspace, by_bus(8 * HOUR + 20 * 60).trip)
    assert each.tolist() == [minutes.tolist()]


def test_without_a_bus_in_time_only_those_who_walk_are_there(bus: Store) -> None:
    minutes = answer(Workspace(bus), by_bus(6 * HOUR).trip).minutes
    assert minutes.tolist() == [12, 24, 0]


def test_the_way_is_told_leg_by_leg(bus: Store) -> None:
    found = bus_way(Workspace(bus), by_bus(8 * HOUR + 20 * 60), EAST + 1500, NORTH + 1500)
    assert isinstance(found, BusWay)
    (ride,) = found.journey.legs
    assert isinstance(ride, Ride)
    assert (ride.line, ride.departure_s) == ("1", 8 * HOUR + 6 * 60)
    assert (found.facility.name, found.minutes) == ("Kita Cetal", 14)
    assert found.courses[0][0].tolist() == pytest.approx([EAST + 1500, EAST + 500])


def test_who_is_there_sooner_on_foot_walks(bus: Store) -> None:
    found = bus_way(Workspace(bus), by_bus(8 * HOUR + 20 * 60), EAST + 500, NORTH + 1500)
    assert isinstance(found, Way)
    assert round(found.minutes) == 12


def test_from_nowhere_nothing_leads_there(bus: Store) -> None:
    found = bus_way(Workspace(bus), by_bus(8 * HOUR), EAST + 30_000, NORTH)
    assert found == NoWay(without_stop=True)


def test_how_often_something_runs_there_and_back(bus: Store) -> None:
    found = day_offers(Workspace(bus), by_bus(8 * HOUR + 20 * 60), EAST + 1500, NORTH + 1500)
    assert found.facility is not None
    assert found.facility.name == "Kita Cetal"
    day = next(day for day in found.days if day.kind == "school")
    # Buses call at 7:06 and 8:06; the step to the stop is counted.
    there = day.there
    assert (there.trips, there.first_s, there.last_s) == (2, 7 * HOUR + 359, 8 * HOUR + 359)
    assert day.back.trips == 2


def test_who_walks_waits_for_no_bus_and_who_is_too_late_asks_for_any(bus: Store) -> None:
    workspace, question = Workspace(bus), by_bus(8 * HOUR + 20 * 60)
    assert day_offers(workspace, question, EAST + 500, NORTH + 1500).days == ()
    late = day_offers(workspace, by_bus(6 * HOUR), EAST + 1400, NORTH + 4000)
    assert late.facility is None


def test_a_walk_to_the_stop_is_a_leg(bus: Store) -> None:
    found = bus_way(Workspace(bus), by_bus(8 * HOUR + 20 * 60), EAST + 1400, NORTH + 1500)
    assert isinstance(found, BusWay)
    walk, ride = found.journey.legs
    assert isinstance(walk, Walk)
    assert isinstance(ride, Ride)
    assert (walk.from_stop, walk.arrival_s - walk.departure_s) == (None, 73)


def test_without_streets_people_walk_as_the_crow_flies(villages: Store, tmp_path: Path) -> None:
    put_points(villages, HOUSES)
    put_kitas(villages, kita("Kita Cetal", "Cetal"))
    import_timetable(villages, write_feed(tmp_path / "dorf.zip"))
    minutes = answer(Workspace(villages), by_bus(8 * HOUR + 20 * 60).trip).minutes
    assert round(float(minutes[0]), 2) == 16.25


def test_lines_reach_only_around_stops_and_the_goal(bus: Store) -> None:
    (wide, *_) = isochrone(Workspace(bus), by_bus(8 * HOUR + 20 * 60))
    west, south, east, north = wide.lines.bounds
    assert wide.minutes == 15
    # From Bedorf's stop a minute is left to walk towards it: 83 m of the street.
    assert east == EAST + 1500
    assert (round(west - EAST), round(south - NORTH), round(north - NORTH)) == (500, 490, 1500)


def test_no_day_named_is_a_school_day(bus: Store) -> None:
    workspace = Workspace(bus)
    assert usual_day(workspace) == station_day_of(workspace)
    unnamed, named = by_bus(8 * HOUR, day=""), by_bus(8 * HOUR, day=usual_day(workspace))
    assert np.array_equal(
        answer(workspace, unnamed.trip).minutes, answer(workspace, named.trip).minutes
    )


def station_day_of(workspace: Workspace) -> str:
    from indicators.reach.networks import kinds_of_days

    return next(k.day for k in kinds_of_days(workspace) if k.kind == "school").isoformat()


def test_departures_of_a_day_are_counted_by_station(bus: Store) -> None:
    found = station_day(Workspace(bus), "2026-06-09")
    counted = dict(zip(found.names, found.departures.tolist(), strict=True))
    assert {name: counted[name] for name in ("Ahausen", "Bedorf", "Cetal")} == {
        "Ahausen": 2,
        "Bedorf": 2,
        "Cetal": 0,
    }
    at = found.names.index("Ahausen")
    assert (found.first_s[at], found.last_s[at]) == (7 * HOUR, 8 * HOUR)
    assert found.lines[at] == ("1",)


def test_lines_of_a_day_have_their_runs(bus: Store) -> None:
    (line,) = line_day(Workspace(bus), "2026-06-09")
    assert (line.name, line.runs, len(line.pairs)) == ("1", 2, 2)


def test_two_buses_a_day_make_no_quality(bus: Store) -> None:
    assert quality_areas(Workspace(bus), "2026-06-09") == ()


def test_a_bus_every_hour_makes_the_two_lowest_classes(
    villages: Store, tmp_path: Path, hourly: Callable[[], dict[str, str]]
) -> None:
    import_timetable(villages, write_feed(tmp_path / "dorf.zip", **hourly()))
    found = quality_areas(Workspace(villages), "2026-06-09")
    assert [area.name for area in found] == ["F"]
    assert found[0].stations == ("Ahausen", "Bedorf")


@pytest.fixture
def hourly() -> Callable[[], dict[str, str]]:
    """The same line with a run each hour from 6 to 19 o'clock, one way: a headway of two hours."""

    def feed() -> dict[str, str]:
        hours = range(6, 20)
        trips = "".join(f"1,werktags,h{hour},Cetal\n" for hour in hours)
        times = "".join(
            f"h{h},{h:02}:00:00,{h:02}:00:00,a,1\nh{h},{h:02}:05:00,{h:02}:06:00,b,2\n"
            f"h{h},{h:02}:15:00,{h:02}:15:00,c,3\n"
            for h in hours
        )
        return {
            "trips": "route_id,service_id,trip_id,trip_headsign\n" + trips,
            "stop_times": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n" + times,
        }

    return feed
