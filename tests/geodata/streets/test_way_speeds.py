"""Tags of a way, and how fast each mode travels on it."""

from __future__ import annotations

import doctest
import importlib
import math
import pkgutil

import pytest

import geodata.streets
from geodata.streets.access import stopped
from geodata.streets.mode_table import MODES, mode_table
from geodata.streets.way_speeds import way_speeds

MODULES = [m.name for m in pkgutil.iter_modules(geodata.streets.__path__, "geodata.streets.")]


def speeds(**tags: str) -> dict[str, tuple[float, float]]:
    spelled = {key.replace("__", ":"): value for key, value in tags.items()}
    return dict(zip(MODES, way_speeds(spelled, mode_table()), strict=True))


def stops(**tags: str) -> set[str]:
    found = stopped(tags, mode_table())
    return {mode for mode, is_stopped in zip(MODES, found, strict=True) if is_stopped}


@pytest.mark.parametrize(
    ("tags", "kmh"),
    [
        ({"highway": "residential"}, 25),
        ({"highway": "residential", "maxspeed": "30"}, 24),
        ({"highway": "secondary", "maxspeed": "DE:urban"}, 40),
        ({"highway": "secondary", "maxspeed": "DE:rural"}, 80),
        ({"highway": "primary", "maxspeed": "DE:rural"}, 80),
        ({"highway": "unclassified", "maxspeed": "100"}, 50),
        ({"highway": "motorway", "maxspeed": "none"}, 104),
        ({"highway": "living_street", "maxspeed": "walk"}, 0.8 * 7),
        ({"highway": "tertiary", "maxspeed": "signals"}, 40),
        ({"highway": "tertiary", "maxspeed": "70", "surface": "sett"}, 40),
        ({"highway": "unclassified", "tracktype": "grade5"}, 20),
        ({"highway": "residential", "smoothness": "impassable"}, 0),
        ({"highway": "residential", "access": "private"}, 0),
        ({"highway": "residential", "access": "private", "motor_vehicle": "destination"}, 25),
        ({"highway": "track"}, 0),
        ({"highway": "track", "vehicle": "destination"}, 10),
        ({"highway": "track", "motor_vehicle": "agricultural;forestry"}, 0),
        ({"highway": "footway"}, 0),
        ({"highway": "construction", "motor_vehicle": "yes"}, 0),
    ],
)
def test_how_fast_a_car_goes(tags: dict[str, str], kmh: float) -> None:
    assert dict(zip(MODES, way_speeds(tags, mode_table()), strict=True))["car"][0] == kmh


def test_each_direction_has_its_own_limit() -> None:
    found = speeds(highway="secondary", maxspeed__forward="50", maxspeed__backward="70")
    assert found["car"] == (40, 56)


@pytest.mark.parametrize(
    ("tags", "kmh"),
    [
        ({"highway": "cycleway"}, 15),
        ({"highway": "cycleway", "surface": "paving_stones"}, 10),
        ({"highway": "track", "surface": "sand"}, 3),
        ({"highway": "footway"}, 4),
        ({"highway": "footway", "bicycle": "yes"}, 12),
        ({"highway": "footway", "bicycle": "no"}, 0),
        ({"highway": "footway", "foot": "no"}, 0),
        ({"highway": "pedestrian", "vehicle": "no"}, 0),
        ({"highway": "steps"}, 0),
        ({"highway": "primary", "bicycle": "use_sidepath"}, 0),
        ({"highway": "primary", "motorroad": "yes"}, 0),
        ({"highway": "motorway"}, 0),
        ({"highway": "living_street", "maxspeed": "walk"}, 7),
    ],
)
def test_how_fast_a_bicycle_goes(tags: dict[str, str], kmh: float) -> None:
    assert dict(zip(MODES, way_speeds(tags, mode_table()), strict=True))["bike"][0] == kmh


def test_a_pedelec_is_two_kilometres_an_hour_faster_but_not_where_it_is_pushed() -> None:
    assert speeds(highway="residential")["pedelec"][0] == pytest.approx(17, abs=0.01)
    assert speeds(highway="footway")["pedelec"] == speeds(highway="footway")["bike"] == (4, 4)


def test_on_foot_one_goes_everywhere_but_on_motorways_and_where_it_is_forbidden() -> None:
    assert speeds(highway="path")["foot"] == (5, 5)
    assert speeds(highway="steps")["foot"] == (3, 3)
    assert speeds(highway="motorway")["foot"] == (0, 0)
    assert speeds(highway="trunk", foot="yes")["foot"] == (5, 5)
    assert speeds(highway="service", access="private")["foot"] == (0, 0)


@pytest.mark.parametrize(
    ("tags", "car", "bike"),
    [
        ({"oneway": "yes"}, (True, False), (True, False)),
        ({"oneway": "-1"}, (False, True), (False, True)),
        ({"oneway": "no", "junction": "roundabout"}, (True, True), (True, True)),
        ({"junction": "roundabout"}, (True, False), (True, False)),
        ({"oneway": "yes", "oneway:bicycle": "no"}, (True, False), (True, True)),
        ({"oneway": "yes", "cycleway": "opposite_lane"}, (True, False), (True, True)),
        ({"oneway": "yes", "cycleway:left:oneway": "-1"}, (True, False), (True, True)),
        ({"oneway": "reversible"}, (False, False), (False, False)),
    ],
)
def test_one_way(tags: dict[str, str], car: tuple[bool, bool], bike: tuple[bool, bool]) -> None:
    found = dict(
        zip(MODES, way_speeds({"highway": "residential", **tags}, mode_table()), strict=True)
    )
    assert tuple(kmh > 0 for kmh in found["car"]) == car
    assert tuple(kmh > 0 for kmh in found["bike"]) == bike
    assert found["foot"] == (5, 5)


def test_oneway_on_foot_holds_only_where_it_says_foot() -> None:
    assert speeds(highway="path", oneway__foot="yes")["foot"] == (5, 0)


def test_a_ferry_takes_cars_only_where_it_says_so() -> None:
    assert speeds(route="ferry")["foot"] == speeds(route="ferry")["bike"] == (5, 5)
    assert speeds(route="ferry")["car"] == (0, 0)
    assert speeds(route="ferry", motor_vehicle="yes")["car"] == (5, 5)
    assert speeds(route="ferry", motor_vehicle="yes", foot="no")["foot"] == (0, 0)


@pytest.mark.parametrize(
    ("tags", "who"),
    [
        ({"barrier": "gate"}, set()),
        ({"barrier": "bollard"}, {"car"}),
        ({"barrier": "bollard", "motor_vehicle": "yes"}, set()),
        ({"barrier": "gate", "access": "private"}, {"foot", "bike", "pedelec", "car"}),
        ({"barrier": "gate", "access": "no", "foot": "yes"}, {"bike", "pedelec", "car"}),
        ({"barrier": "kissing_gate"}, {"bike", "pedelec", "car"}),
        ({"barrier": "wall"}, {"foot", "bike", "pedelec", "car"}),
    ],
)
def test_whom_a_barrier_stops(tags: dict[str, str], who: set[str]) -> None:
    assert stops(**tags) == who


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_every_speed_of_the_table_is_one() -> None:
    for rules in mode_table().modes.values():
        for table in (rules.kmh, rules.pushed_kmh, rules.fastest, rules.surface, rules.tracktype):
            assert all(0 < kmh < 131 and math.isfinite(kmh) for kmh in table.values())
