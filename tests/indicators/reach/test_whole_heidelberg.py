"""Heidelberg, made by the commands of the README, and twenty ways through it searched once more.

To look at the same: `python -m tests.reach_worlds heidelberg --workspace W`.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest
from pyproj import Transformer

from geodata.streets.graph import Mode as StreetMode
from geodata.workspace import Workspace, open_workspace
from indicators.facilities.filter import FacilityFilter
from indicators.published import published
from indicators.query import Query
from indicators.reach.answer import answer, placed_facilities
from indicators.reach.bus_way import bus_way
from indicators.reach.points import inhabited
from indicators.reach.question import Mode, ReachQuestion
from indicators.reach.summary import summary
from indicators.reach.way import NoWay, street_way
from layers.in_degrees import metres_of
from tests import reach_worlds
from tests.indicators.reach.raw_bus import RawBus, Seconds, Walks, raw_bus
from tests.indicators.reach.raw_doors import RawDoors
from tests.indicators.reach.raw_search import Place, raw_streets

pytestmark = pytest.mark.long

_TO_DEGREES = Transformer.from_crs("EPSG:25832", "EPSG:4326", always_xy=True)
DAY, BY_S = "2022-06-21", 7 * 3600 + 45 * 60
BISMARCKPLATZ = (8.6930, 49.4094)
TO_STOP, BETWEEN_STOPS = 20, 8

PLACES: dict[str, Place] = {
    "Hauptbahnhof": (8.6753, 49.4036),
    "Bismarckplatz": BISMARCKPLATZ,
    "Schloss": (8.7151, 49.4106),
    "Neuenheimer Feld": (8.6690, 49.4172),
    "Rohrbach": (8.6930, 49.3788),
    "Ziegelhausen": (8.7720, 49.4170),
    "Königstuhl": (8.7260, 49.3980),
    "Dossenheim": (8.6710, 49.4490),
    "Eppelheim": (8.6330, 49.4010),
    "Wieblingen": (8.6430, 49.4310),
    "Gaiberg": (8.7500, 49.3640),
    "Schönau": (8.8090, 49.4360),
    "Altenbach": (8.7290, 49.4930),
}
# From where, to the nearest of what: which one that is, and the minutes from door to door.
WAYS: list[tuple[Mode, str, str, str, float]] = [
    ("foot", "Hauptbahnhof", "kita", "AWO - Kindertagesstätte Bergheim", 5.7),
    ("foot", "Bismarckplatz", "schule", "Kurfürst-Friedrich-Gymnasium", 4.5),
    ("foot", "Schloss", "schule", "Heidelberg College", 15.9),
    ("foot", "Altenbach", "schule", "Heinrich Sigmund Gymnasium", 77.6),
    ("bike", "Neuenheimer Feld", "kita", "Kids' Club", 3.5),
    ("bike", "Gaiberg", "kita", "Waldorfkindergarten Bammental", 12.7),
    ("bike", "Königstuhl", "schule", "Helmholtz-Gymnasium", 23.0),
    ("bike", "Schönau", "schule", "Grundschule Neckargemünd", 31.4),
    ("pedelec", "Wieblingen", "kita", "Städtische Kindertagesstätte Karolinger Weg", 6.0),
    ("pedelec", "Eppelheim", "schule", "Elisabeth von Thadden-Schule", 12.3),
    ("car", "Hauptbahnhof", "kita", "Zollhofgarten", 4.4),
    ("car", "Ziegelhausen", "schule", "Neckarschule", 4.8),
    ("car", "Schönau", "kita", "Evangelische Kindertagesstätte Kleingemünd", 11.0),
    ("car", "Gaiberg", "schule", "Helmholtz-Gymnasium", 15.7),
    ("transit", "Hauptbahnhof", "schule", "Heidelberg International School", 10.2),
    ("transit", "Neuenheimer Feld", "schule", "Tiefburgschule", 16.0),
    ("transit", "Rohrbach", "schule", "Julius-Springer-Schule", 22.5),
    ("transit", "Dossenheim", "schule", "Tiefburgschule", 11.7),
    ("transit", "Königstuhl", "schule", "Kurfürst-Friedrich-Gymnasium", 39.2),
    ("transit", "Gaiberg", "schule", "Kurfürst-Friedrich-Gymnasium", 56.2),
]


def question(kind: str, mode: Mode, **more: object) -> ReachQuestion:
    day = DAY if mode == "transit" else ""
    return ReachQuestion(FacilityFilter(kinds=(kind,)), mode=mode, day=day, **more)  # type: ignore[arg-type]


def places_of(workspace: Workspace, kind: str) -> list[Place]:
    facilities = placed_facilities(workspace, FacilityFilter(kinds=(kind,)))
    return [_TO_DEGREES.transform(f.x, f.y) for f in facilities]


@pytest.fixture(scope="module")
def osm(shared_data: Path) -> Path:
    return shared_data / "test-only" / "osm"


@pytest.fixture(scope="module")
def heidelberg(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("welt") / "w"
    reach_worlds.heidelberg(folder, shared_data)
    with open_workspace(folder) as workspace:
        yield workspace


@pytest.fixture(scope="module")
def doors(osm: Path) -> Mapping[StreetMode, RawDoors]:
    found = raw_streets(osm / "heidelberg.test.pbf")
    return {mode: RawDoors(streets, BISMARCKPLATZ) for mode, streets in found.items()}


@pytest.fixture(scope="module")
def bus(shared_data: Path) -> RawBus:
    feed = shared_data / "test-only" / "gtfs" / "vrn_gtfs_cut.zip"
    return raw_bus(feed, datetime.date.fromisoformat(DAY), until_s=BY_S)


@pytest.fixture(scope="module")
def changes(doors: Mapping[StreetMode, RawDoors], bus: RawBus) -> Walks:
    """On foot from every stop to those near it."""
    return {
        stop: to_stops(doors["foot"], place, bus, BETWEEN_STOPS)
        for stop, place in bus.stops.items()
    }


def to_stops(foot: RawDoors, place: Place, bus: RawBus, limit: float) -> Seconds:
    start = foot.door(place)
    spread = foot.spread(start, limit + 0.1)
    found = {stop: foot.minutes(start, spread, foot.door(p)) for stop, p in bus.stops.items()}
    return {stop: math.ceil(60 * minutes) for stop, minutes in found.items() if minutes <= limit}


def test_there_are_twenty_ways() -> None:
    assert len(WAYS) == 20


@pytest.mark.parametrize(("mode", "start", "kind", "goal", "minutes"), WAYS[:14])
def test_by_street_a_click_finds_what_the_plain_search_finds(
    heidelberg: Workspace,
    doors: Mapping[StreetMode, RawDoors],
    mode: StreetMode,
    start: str,
    kind: str,
    goal: str,
    minutes: float,
) -> None:
    found = street_way(heidelberg, question(kind, mode), *metres_of(*PLACES[start]))
    assert not isinstance(found, NoWay)
    number, plain = doors[mode].nearest(PLACES[start], places_of(heidelberg, kind))
    named = placed_facilities(heidelberg, FacilityFilter(kinds=(kind,)))[number].name
    assert (found.facility.name, named) == (goal, goal)
    assert found.minutes == pytest.approx(plain, rel=1e-3, abs=0.02)
    assert found.minutes == pytest.approx(minutes, abs=0.06)


@pytest.mark.parametrize(("mode", "start", "kind", "goal", "minutes"), WAYS[14:])
def test_by_bus_a_click_finds_what_the_plain_search_finds(
    heidelberg: Workspace,
    doors: Mapping[StreetMode, RawDoors],
    bus: RawBus,
    changes: Walks,
    mode: Mode,
    start: str,
    kind: str,
    goal: str,
    minutes: float,
) -> None:
    found = bus_way(heidelberg, question(kind, mode), *metres_of(*PLACES[start]))
    assert not isinstance(found, NoWay)
    access = to_stops(doors["foot"], PLACES[start], bus, TO_STOP)
    egress: Seconds = {}
    for place in places_of(heidelberg, kind):
        for stop, seconds in to_stops(doors["foot"], place, bus, TO_STOP).items():
            egress[stop] = min(seconds, egress.get(stop, seconds))
    leave = bus.latest(BY_S, access, egress, changes)
    assert leave is not None
    assert found.facility.name == goal
    # Whoever is nearer by foot would be told so.
    assert found.minutes == pytest.approx((BY_S - leave) / 60, abs=0.05)
    assert found.minutes == pytest.approx(minutes, abs=0.06)


@pytest.mark.parametrize("start", ["Altenbach", "Schönau", "Eppelheim"])
def test_where_the_cut_feed_has_no_ride_there_is_no_connection(
    heidelberg: Workspace, start: str
) -> None:
    found = bus_way(heidelberg, question("schule", "transit"), *metres_of(*PLACES[start]))
    assert isinstance(found, NoWay)


def test_everybody_is_spread_along_streets_and_said_to_be_estimated(heidelberg: Workspace) -> None:
    points = inhabited(heidelberg)
    assert (points.basis, points.nature.code) == ("streets", "estimated")
    assert points.people.sum() == pytest.approx(215_528)
    told = published(heidelberg, Query("bevoelkerung", "gemeinde"))
    assert told.values.sum() == pytest.approx(215_528)
    found = summary(heidelberg, question("kita", "car"))
    assert found is not None
    assert (found.points, found.facilities, found.nature.code) == (3624, 25, "estimated")


def test_figures_of_a_gemeinde_are_those_of_its_streets(
    heidelberg: Workspace, doors: Mapping[StreetMode, RawDoors]
) -> None:
    """Gaiberg on foot: every street by the plain search, from all Kitas at once."""
    points, foot = inhabited(heidelberg), doors["foot"]
    own = [at for at, name in enumerate(points.names) if name.endswith("Gaiberg")]
    homes = [foot.door(_TO_DEGREES.transform(points.x[at], points.y[at])) for at in own]
    nearest = np.full(len(own), np.inf)
    for place in places_of(heidelberg, "kita"):
        start = foot.door(place)
        spread = foot.spread(start, 60.0)
        found = [foot.minutes(start, spread, home) for home in homes]
        nearest = np.minimum(nearest, found)
    people = points.people[own]
    asked = question("kita", "foot", measure="share", limit_minutes=30)
    share = published(heidelberg, Query(asked.id, "gemeinde"))
    at = share.system.names.index("Gaiberg")
    assert share.values[at] == pytest.approx(
        100 * people[nearest <= 30].sum() / people.sum(), abs=0.06
    )
    mean = published(heidelberg, Query(question("kita", "foot").id, "gemeinde"))
    assert mean.values[at] == pytest.approx((people * nearest).sum() / people.sum(), abs=0.55)
    whole = answer(heidelberg, question("kita", "foot").trip).minutes[own]
    assert whole == pytest.approx(nearest, rel=1e-3, abs=0.03)
