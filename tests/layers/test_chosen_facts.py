"""What is said of the areas that are chosen: the same words wherever a view is told."""

from __future__ import annotations

from pathlib import Path

from geodata.workspace import Workspace
from layers.chosen_facts import chosen_facts
from layers.view import View
from tests.villages import AHAUSEN, BEDORF, CETAL, COUNTY, FOREST, put_table, village_store

NOW = View(indicator="kinder", system="gemeinde", period="2022")


def told(folder: Path, **view: object) -> list[tuple[str, str]]:
    with village_store(folder) as store:
        put_table(store, "kinder", "2020", {AHAUSEN: 3.0, BEDORF: 12.0, CETAL: 5.0, FOREST: "-"})
        put_table(store, "kinder", "2022", {AHAUSEN: 4.0, BEDORF: 10.0, CETAL: ".", FOREST: "-"})
        put_table(store, "kinder", "2022", {COUNTY: 17.0}, system="kreis")
        asked = View(**{**vars(NOW), **view})  # type: ignore[arg-type]
        return [(fact.name, fact.figure) for fact in chosen_facts(Workspace(store), asked)]


def test_an_area_stands_beside_the_county(tmp_path: Path) -> None:
    assert told(tmp_path, areas=(AHAUSEN,)) == [("Ahausen", "4"), ("Landkreis Dreidorf", "17")]


def test_a_gap_is_told_as_what_it_is(tmp_path: Path) -> None:
    assert told(tmp_path, areas=(CETAL,))[0] == ("Cetal", "geheim gehalten")


def test_several_are_told_one_by_one_and_together(tmp_path: Path) -> None:
    found = told(tmp_path, areas=(AHAUSEN, BEDORF), areas_name="Die zwei")
    assert found[:3] == [("Ahausen", "4"), ("Bedorf", "10"), ("Die zwei", "14")]


def test_a_change_says_its_direction(tmp_path: Path) -> None:
    found = told(tmp_path, areas=(AHAUSEN, BEDORF), since="2020")
    assert [figure for _, figure in found[:2]] == ["+1", "−2"]


def test_without_a_choice_nothing_is_told(tmp_path: Path) -> None:
    assert told(tmp_path) == []
