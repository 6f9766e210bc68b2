"""The way there, and why there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geodata.store import Store
from geodata.workspace import Workspace
from indicators.facilities.filter import FacilityFilter
from indicators.published import published
from indicators.query import Query
from indicators.reach.answer import answer
from indicators.reach.points import POINT_SYSTEM
from indicators.reach.question import ReachQuestion
from indicators.reach.summary import summary
from indicators.reach.way import NoWay, Way, street_way
from tests.village_roads import kita, put_kitas, put_streets
from tests.villages import EAST, NORTH, put_points

KITAS = FacilityFilter(kinds=("kita",))


@pytest.fixture
def streets(villages: Store) -> Store:
    put_points(villages, [("Ahausen", 500, 1500, 100), ("Cetal", 500, 500, 50)])
    put_streets(villages)
    put_kitas(villages, kita("Kita Ahausen", "Ahausen"), kita("Kita Bedorf", "Bedorf"))
    return villages


def found(store: Store, mode: str, east: float, north: float) -> Way | NoWay:
    question = ReachQuestion(KITAS, mode=mode)  # type: ignore[arg-type]
    return street_way(Workspace(store), question, EAST + east, NORTH + north)


def test_it_leads_along_the_streets_to_the_nearest(streets: Store) -> None:
    way = found(streets, "foot", 500, 500)
    assert isinstance(way, Way)
    assert way.facility.name == "Kita Ahausen"
    assert (round(way.minutes), round(way.length_m)) == (12, 1000)
    assert (way.x[0], way.y[0]) == (EAST + 500, NORTH + 500)
    assert (way.x[-1], way.y[-1]) == (EAST + 500, NORTH + 1500)


def test_no_street_leads_there(streets: Store) -> None:
    assert found(streets, "car", 500, 500) == NoWay()


def test_too_far_from_any_street_is_said_with_the_metres(streets: Store) -> None:
    way = found(streets, "foot", 500, 9500)
    assert isinstance(way, NoWay)
    assert round(way.far_m) == 8000


def test_the_whole_county_in_numbers(streets: Store) -> None:
    told = summary(Workspace(streets), ReachQuestion(KITAS, mode="car", limit_minutes=20))
    assert told is not None
    assert (told.people, told.mean_minutes, round(told.unreached_share, 3)) == (150, 0, 0.333)
    assert [within.minutes for within in told.within] == [5, 10, 15, 20, 30, 45]
    assert (told.within[0].people, round(told.within[0].share, 3)) == (100, 0.667)
    assert [(place.name, place.minutes) for place in told.left_out] == [
        ("Cetal", None),
    ]


def test_who_lies_beyond_is_counted_by_minutes_as_the_map_reads_them(streets: Store) -> None:
    put_points(streets, [("Ahausen", 500, 1500, 100), ("Cetal", 500, 475, 50)])
    workspace, question = Workspace(streets), ReachQuestion(KITAS, mode="foot", limit_minutes=12)
    assert 12 < answer(workspace, question.trip).minutes[1] < 12.5
    on_the_map = published(workspace, Query(question.id, POINT_SYSTEM))
    assert on_the_map.values.tolist() == [0, 12]
    told = summary(workspace, question)
    assert told is not None
    assert (told.beyond, told.left_out) == (0, ())


def test_how_unequal_it_is_depends_on_what_is_asked(streets: Store) -> None:
    put_kitas(streets, kita("Kita Ahausen", "Ahausen", capacity=30))
    on_foot = ReachQuestion(KITAS, mode="foot", limit_minutes=5)
    minutes = summary(Workspace(streets), on_foot)
    places = summary(Workspace(streets), replace(on_foot, measure="places"))
    assert minutes is not None
    assert places is not None
    # 100 need 0 minutes and 50 need 12; all places are for the 100.
    assert minutes.gini == pytest.approx(2 / 3)
    assert places.gini == pytest.approx(1 / 3)


def test_a_handful_of_people_is_no_county(streets: Store) -> None:
    put_points(streets, [("Ahausen", 500, 1500, 9)])
    assert summary(Workspace(streets), ReachQuestion(KITAS)) is None
