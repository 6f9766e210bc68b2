"""Boards of the comparison, asked for as the page asks; the rest of the page waits for nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from callbacks.compare import board
from geodata.workspace_holder import WorkspaceHolder
from layers.view import BOARDS
from tests.villages import AHAUSEN, BEDORF, CETAL, FOREST, village_store

CHILDREN = "?indikator=kinder&ebene=gemeinde&zeit=2022"


def sides(a: str, b: str) -> str:
    return f"{CHILDREN}&a=gemeinde:{a}&b=gemeinde:{b}"


def test_the_two_largest_villages_stand_there_before_anybody_chose(
    told_villages: WorkspaceHolder,
) -> None:
    told = board(CHILDREN, told_villages)
    assert (told["a"]["name"], told["b"]["name"]) == ("Cetal", "Bedorf")
    assert [pair[0]["kind"] for pair in told["pairs"]] == ["Gemeinde", "Samtgemeinde"]


def test_both_values_their_difference_and_a_sentence_stand_in_a_row(
    told_villages: WorkspaceHolder,
) -> None:
    [row] = board(sides(AHAUSEN, BEDORF), told_villages)["rows"]
    assert (row["a"]["text"], row["b"]["text"], row["difference"]) == ("4", "8", "Bedorf: 4 mehr")
    assert row["a"]["at"] < row["b"]["at"]
    assert row["sentence"].startswith("In Ahausen sind es 4, in Bedorf 8.")
    assert board(sides(AHAUSEN, BEDORF), told_villages)["spoken"] == f"Kinder: {row['sentence']}"


def test_a_secret_figure_is_a_word_without_a_place_on_the_line(
    told_villages: WorkspaceHolder,
) -> None:
    told = board(sides(CETAL, BEDORF), told_villages)
    [row] = told["rows"]
    assert (row["a"]["text"], row["a"]["at"], row["a"]["low"]) == ("geheim gehalten", None, None)
    assert row["difference"] == ""
    assert "geheim gehalten" in row["sentence"]


def test_the_map_is_told_which_areas_stand_on_which_side(told_villages: WorkspaceHolder) -> None:
    told = board(sides(f"{AHAUSEN};{BEDORF}", CETAL), told_villages)
    assert told["sides"] == {"a": [AHAUSEN, BEDORF], "b": [CETAL]}
    elsewhere = f"{CHILDREN}&a=samtgemeinde:033545401&b=gemeinde:{CETAL}"
    assert board(elsewhere, told_villages)["sides"]["a"] == []


def test_several_areas_are_one_side_under_their_own_name(told_villages: WorkspaceHolder) -> None:
    together = f"{AHAUSEN};{BEDORF}"
    search = f"{sides(together, FOREST)}&gebiet={together}&name=Oben"
    told = board(search, told_villages)
    assert (told["a"]["name"], told["a"]["members"]) == ("Oben", ["Ahausen", "Bedorf"])
    assert told["rows"][0]["a"]["text"] == "12"
    assert told["picked"] is None


def test_what_is_picked_on_the_map_is_offered_for_either_side(
    told_villages: WorkspaceHolder,
) -> None:
    told = board(f"{sides(AHAUSEN, BEDORF)}&gebiet={CETAL}", told_villages)
    assert told["picked"]["value"] == f"gemeinde:{CETAL}"


def test_a_side_that_is_not_there_gives_way_to_a_proposed_one(
    told_villages: WorkspaceHolder,
) -> None:
    told = board(sides("gibtesnicht", CETAL), told_villages)
    assert (told["a"]["name"], told["b"]["name"]) == ("Bedorf", "Cetal")


@pytest.mark.parametrize(
    ("search", "sentence"),
    [
        ("&tafel=zusammenhang", "Nur 2 Gebiete haben beide Werte"),
        ("&tafel=aehnlich", "Bitte ein Gebiet auf der Karte anklicken"),
        ("&tafel=ring", "Noch kein Vergleichsring"),
        ("&tafel=muster", "Zu wenige Gebiete"),
    ],
)
def test_where_there_is_nothing_to_compare_a_sentence_says_why(
    told_villages: WorkspaceHolder, search: str, sentence: str
) -> None:
    told = board(CHILDREN + search, told_villages)
    assert sentence in " ".join([told.get("refusal", ""), *told.get("sentences", [])])


def test_the_area_most_alike_has_its_reasons(told_villages: WorkspaceHolder) -> None:
    told = board(f"{CHILDREN}&tafel=aehnlich&gebiet={BEDORF}", told_villages)
    nearest = told["areas"][0]
    assert (nearest["name"], nearest["reasons"][0]["own"]) == ("Ahausen", "8")


def test_the_indicators_that_count_are_chosen_freely(told_villages: WorkspaceHolder) -> None:
    told = board(
        f"{CHILDREN}&tafel=aehnlich&gebiet={BEDORF}&nach=einwohner;gibtesnicht", told_villages
    )
    assert told["by"]["title"] == "Woran gemessen wird: eigene Auswahl (1)"
    offered = [one for topic in told["by"]["topics"] for one in topic["indicators"]]
    assert {one["id"]: one["chosen"] for one in offered} == {"kinder": False, "einwohner": True}
    assert "gemessen an: Einwohner" in told["intro"]
    assert [reason["title"] for reason in told["areas"][0]["reasons"]] == ["Einwohner"]
    assert any("Anzahlen" in note for note in told["notes"])


def test_where_nothing_chosen_is_there_the_topic_counts(told_villages: WorkspaceHolder) -> None:
    told = board(f"{CHILDREN}&tafel=aehnlich&gebiet={BEDORF}&nach=gibtesnicht", told_villages)
    assert told["by"]["title"].startswith("Woran gemessen wird: Thema")
    assert told["by"]["back"] == ""


def test_the_choice_is_there_before_an_area_is_picked(told_villages: WorkspaceHolder) -> None:
    told = board(f"{CHILDREN}&tafel=aehnlich&nach=kinder", told_villages)
    assert told["by"]["title"].endswith("eigene Auswahl (1)")
    assert told["refusal"]


def test_an_empty_workspace_says_what_to_do_next(tmp_path: Path) -> None:
    village_store(tmp_path / "leer", systems=()).close()
    empty = WorkspaceHolder(tmp_path / "leer")
    told = [board(f"?tafel={name}", empty) for name in BOARDS]
    empty.close()
    assert all("Noch keine Daten" in one["refusal"] for one in told)


def test_the_page_asks_by_address(visitor: FlaskClient, told_villages: WorkspaceHolder) -> None:
    got = visitor.get(f"/vergleich/tafel{sides(AHAUSEN, BEDORF)}")
    assert got.headers["Cache-Control"] == "no-store"
    assert got.json == json.loads(json.dumps(board(sides(AHAUSEN, BEDORF), told_villages)))


def test_areas_are_found_by_a_part_of_their_name(visitor: FlaskClient) -> None:
    found = visitor.get("/vergleich/gebiete?suche=DORF").json
    assert [one["name"] for one in found or []] == ["Bedorf", "Dreidorf"]
    assert visitor.get("/vergleich/gebiete?suche=<b>").json == []


def test_the_drawing_scripts_come_late_and_are_there(visitor: FlaskClient) -> None:
    page = visitor.get("/vergleich").get_data(as_text=True)
    files = visitor.get("/vergleich/dateien").json or []
    assert "/comparison/" not in page
    assert any(name.split("?")[0].endswith("boards.css") for name in files)
    assert [visitor.get(name).status_code for name in files] == [200] * len(files)


def test_without_a_picked_area_side_a_has_its_alike(told_villages: WorkspaceHolder) -> None:
    told = board(f"{sides(BEDORF, CETAL)}&tafel=aehnlich", told_villages)
    assert told["own"]["name"] == "Bedorf"
    assert "auf der Karte anklicken" in told["other"]
    picked = board(f"{sides(BEDORF, CETAL)}&tafel=aehnlich&gebiet={AHAUSEN}", told_villages)
    assert (picked["own"]["name"], picked["other"]) == ("Ahausen", "")
