"""Reachability as published figures: like all others, and protected like them."""

from __future__ import annotations

import pytest

from geodata.markers import Flag, Nature, Status
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.facilities.filter import FacilityFilter
from indicators.published import Published, published
from indicators.query import Query
from indicators.reach.question import ReachQuestion
from indicators.reach.refusals import NoFacilities, NoStreets
from tests.village_roads import kita, put_kitas, put_streets
from tests.villages import AHAUSEN, BEDORF, CETAL, put_points, put_table

HOUSES = (("Ahausen", 500, 1500, 100), ("Bedorf", 1500, 1500, 300), ("Cetal", 500, 500, 50))
KITAS = FacilityFilter(kinds=("kita",))


@pytest.fixture
def streets(villages: Store) -> Store:
    """A Kita in Ahausen, a street to Bedorf, a path to Cetal, people at the corners."""
    put_points(villages, HOUSES)
    put_streets(villages)
    put_kitas(villages, kita("Kita Ahausen", "Ahausen"))
    return villages


def asked(store: Store, system: str = "gemeinde", **named: object) -> Published:
    question = ReachQuestion(KITAS, **named)  # type: ignore[arg-type]
    return published(Workspace(store), Query(question.id, system))


def test_minutes_by_area_are_those_of_its_people(streets: Store) -> None:
    found = asked(streets, mode="foot")
    assert found.values.tolist()[:3] == [0, 12, 12]
    assert found.cell("03354401").status is Status.MISSING
    assert asked(streets, "kreis", mode="foot").values.tolist() == [round(12 * 350 / 450)]


def test_who_has_no_connection_counts_in_no_mean_and_is_marked(streets: Store) -> None:
    found = asked(streets, mode="car")
    cell = found.cell(CETAL)
    assert (cell.value, cell.status, cell.flags) == (None, Status.MISSING, Flag.NO_CONNECTION)
    county = asked(streets, "kreis", mode="car").cell("03354")
    assert (county.value, county.flags) == (round(300 / 400), Flag.PARTLY_CONNECTED)


def test_a_share_counts_those_without_connection_as_not_within(streets: Store) -> None:
    found = asked(streets, "kreis", mode="car", measure="share", limit_minutes=10)
    assert found.values.tolist() == [round(100 * 400 / 450, 1)]
    assert found.indicator.kind == "share"


def test_too_few_people_are_no_figure(streets: Store) -> None:
    put_points(streets, [("Ahausen", 500, 1500, 9), ("Bedorf", 1500, 1500, 300)])
    found = asked(streets)
    assert found.cell(AHAUSEN).status is Status.SUPPRESSED
    assert found.cell(AHAUSEN).value is None
    assert found.cell(BEDORF).value == 1


def test_a_hidden_group_is_no_figure_and_a_shown_one_weighs(streets: Store) -> None:
    put_table(streets, "kinder", "2022", {AHAUSEN: ".", BEDORF: 30, CETAL: 20})
    found = asked(streets, mode="foot", group="kinder")
    assert found.cell(AHAUSEN).status is Status.SUPPRESSED
    assert found.cell(BEDORF).value == 12
    assert found.worst_nature is Nature.ESTIMATED


def test_places_per_100_children_are_at_least_so_many_where_a_kita_says_none(
    streets: Store,
) -> None:
    put_table(streets, "kinder", "2022", {AHAUSEN: 20, BEDORF: 30, CETAL: 50})
    put_kitas(
        streets,
        kita("Ahausen", "Ahausen", capacity=25, capacity_nature="model"),
        kita("Cetal", "Cetal"),
    )
    found = asked(streets, mode="car", measure="places", limit_minutes=5, group="kinder")
    assert [found.cell(area).value for area in (AHAUSEN, BEDORF)] == [50, 50]
    cetal = found.cell(CETAL)
    assert (cetal.value, cetal.flags) == (0, Flag.AT_LEAST)
    assert cetal.nature is Nature.MODEL


def test_figures_say_whose_data_they_are_and_of_when(streets: Store) -> None:
    found = asked(streets)
    assert [s.title for s in found.sources] == ["Dorfstraßen", "Kitas 2026", "Ortslagen"]
    assert found.sources[0].attribution == "© Dorf"
    latest = Workspace(streets).journal()[-1].at.date()
    assert found.period.text == latest.isoformat()
    assert found.worst_nature is Nature.REAL


def test_a_model_network_makes_model_figures(streets: Store) -> None:
    put_streets(streets, nature="model")
    assert asked(streets).worst_nature is Nature.MODEL


def test_each_place_has_its_minutes_whoever_lives_there(streets: Store) -> None:
    put_points(streets, [("Ahausen", 500, 1500, 1), ("Cetal", 500, 500, 3)])
    found = asked(streets, "Orte", mode="foot")
    assert found.system.names == ("Ahausen", "Cetal")
    assert found.values.tolist() == [0, 12]
    assert asked(streets, "Orte", mode="car").cell("1").flags == Flag.NO_CONNECTION


def test_without_streets_or_facilities_it_is_said_what_is_missing(villages: Store) -> None:
    put_points(villages, HOUSES)
    with pytest.raises(NoStreets):
        asked(villages)
    put_streets(villages)
    with pytest.raises(NoFacilities):
        asked(villages)
