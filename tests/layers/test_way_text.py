"""The way there in words: by street, and by bus leg by leg."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from geodata.imports.timetable import import_timetable
from geodata.workspace import Workspace
from indicators.facilities.filter import FacilityFilter
from indicators.reach.bus_way import bus_way
from indicators.reach.question import ReachQuestion
from indicators.reach.way import NoWay, Way, street_way
from layers.journey_text import changes_text, vehicle
from layers.way_text import way_told
from tests.feeds import write_feed
from tests.village_roads import kita, put_kitas, put_streets
from tests.villages import EAST, NORTH, put_points, village_store

KITAS = FacilityFilter(kinds=("kita",))
BY_BUS = ReachQuestion(KITAS, mode="transit", day="2026-06-09", arrive_by_s=8 * 3600 + 1200)


@pytest.fixture
def roads(tmp_path: Path) -> Iterator[Workspace]:
    """A Kita in Cetal; a bus leaves Bedorf at 8:06 and is there at 8:15."""
    with village_store(tmp_path / "w") as store:
        put_points(store, [("Bedorf", 1500, 1500, 300)])
        put_streets(store)
        put_kitas(store, kita("Kita Cetal", "Cetal"))
        import_timetable(store, write_feed(tmp_path / "dorf.zip"))
        yield Workspace(store)


def test_a_bus_has_its_hours_its_stops_and_its_line(roads: Workspace) -> None:
    told = way_told(roads, BY_BUS, bus_way(roads, BY_BUS, EAST + 1400, NORTH + 1500))
    assert told["headline"] == "Los 15\u00a0min vor 08:20\u00a0Uhr"
    assert told["hours"] == "los um 08:04\u00a0Uhr, da um 08:15\u00a0Uhr, ohne Umsteigen"
    walk, ride = told["sentences"]
    assert walk == "08:04\u00a0Uhr: 2\u00a0min zu Fuß zur Haltestelle Bedorf"
    assert ride.startswith("08:06\u00a0Uhr: Bus 1")
    assert ride.endswith("von Bedorf bis Cetal, an 08:15\u00a0Uhr")
    assert [leg["kind"] for leg in told["legs"]] == ["walk", "ride"]
    assert "120 Sekunden" in told["note"]


def test_who_stands_before_it_is_there(roads: Workspace) -> None:
    on_foot = ReachQuestion(KITAS, mode="foot")
    here = way_told(roads, on_foot, street_way(roads, on_foot, EAST + 500, NORTH + 500))
    assert here["sentences"] == ["Kita Cetal ist gleich hier."]
    assert here["by_timetable"] is False


@pytest.mark.parametrize(
    ("changes", "text"), [(0, "ohne Umsteigen"), (1, "einmal umsteigen"), (2, "2-mal umsteigen")]
)
def test_changes_are_spoken(changes: int, text: str) -> None:
    assert changes_text(changes) == text


@pytest.mark.parametrize(
    ("kind", "word"),
    [(3, "Bus"), (2, "Zug"), (106, "Zug"), (715, "Bus"), (4, "Fähre"), (7, "Linie")],
)
def test_the_means_have_words(kind: int, word: str) -> None:
    assert vehicle(kind) == word


def test_without_a_bus_it_is_said_whether_a_stop_or_a_ride_is_missing(roads: Workspace) -> None:
    early = replace(BY_BUS, arrive_by_s=5 * 3600)
    (no_ride,) = way_told(roads, early, NoWay())["sentences"]
    assert no_ride.endswith("das bis 05:00\u00a0Uhr zu einer der Einrichtungen führt.")
    far = bus_way(roads, BY_BUS, EAST + 9000, NORTH + 9000)
    assert far == NoWay(without_stop=True)
    (no_stop,) = way_told(roads, BY_BUS, far)["sentences"]
    assert no_stop == "Hier liegt keine Haltestelle im Umkreis von 20\u00a0Minuten zu Fuß."


def test_who_has_no_name_is_called_by_its_kind(roads: Workspace) -> None:
    on_foot = ReachQuestion(KITAS, mode="foot")
    found = street_way(roads, on_foot, EAST + 1500, NORTH + 500)
    assert isinstance(found, Way)
    nameless = replace(found, facility=replace(found.facility, name=""))
    told = way_told(roads, on_foot, nameless)
    assert told["facility"]["name"] == "Kita ohne Namen"
    assert "Kita ohne Namen" in told["sentences"][0]
