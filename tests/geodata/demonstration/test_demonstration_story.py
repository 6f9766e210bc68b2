"""„Kinder und Wege im Wendland“: what the shipped story says is what the maps behind it show."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from geodata.demonstration.steps import STORIES
from geodata.markers import Flag, Nature
from geodata.stories import Chapter, Story
from geodata.workspace import Workspace
from indicators.published import Published, published
from layers.fitting_view import fitting_view
from layers.german_number import german_number
from layers.view import View
from layers.what_is_gone import what_is_gone

SCHEMA = Path(__file__).resolve().parents[3] / "docs" / "schemas" / "story.schema.json"

# By chapter: which area has which figure, as the sentence says it.
SAID = (
    {"Dannenberg (Elbe)": "341", "Lüchow (Wendland)": "338", "Schnackenburg": "12"},
    {"Clenze": "17,5", "Jameln": "17,5", "Schnackenburg": "11,7"},
    {"Neu Darchau": "8,8", "Prezelle": "1,7"},
    {"Gartow": "94,8", "Clenze": "35,9", "Trebel": "niemand", "Schnega": "niemand"},
    {"Schnackenburg": "73", "Hitzacker (Elbe)": "12", "Damnatz": "keine", "Höhbeck": "keine"},
)
IN_WORDS = {"0,0": "niemand", "": "keine"}
FIVE = pytest.mark.parametrize("number", range(5))


def figures_of(chapter: Chapter, shipped: Workspace) -> Published:
    view = fitting_view(View.from_search(chapter.search), shipped)
    return published(shipped, view.drawn_query)


def test_the_story_is_that_of_its_file(shipped_story: Story) -> None:
    told = json.loads((STORIES / "kinder_und_wege.json").read_text("utf-8"))
    jsonschema.validate(told, json.loads(SCHEMA.read_text("utf-8")))
    assert [c["text"] for c in told["chapters"]] == [c.text for c in shipped_story.chapters]
    assert len(shipped_story.chapters) == 5


@FIVE
def test_every_figure_in_a_sentence_is_the_figure_of_its_map(
    number: int, shipped_story: Story, shipped: Workspace
) -> None:
    chapter = shipped_story.chapters[number]
    figures = figures_of(chapter, shipped)
    names = list(figures.system.names)
    for area, said in SAID[number].items():
        value = float(figures.shown_values[names.index(area)])
        decimals = figures.indicator.shown_decimals
        shown = "" if value != value else german_number(value, decimals=decimals)
        assert IN_WORDS.get(shown, shown) == said
        assert area in chapter.text
        assert said in chapter.text


def test_the_highest_and_lowest_are_those_that_are_called_so(
    shipped_story: Story, shipped: Workspace
) -> None:
    figures = figures_of(shipped_story.chapters[1], shipped)
    known = {
        name: value
        for name, value in zip(figures.system.names, figures.shown_values, strict=True)
        if value == value
    }
    highest, lowest = max(known.values()), min(known.values())
    assert {n for n, v in known.items() if v == highest} == {"Clenze", "Jameln"}
    assert {n for n, v in known.items() if v == lowest} == {"Schnackenburg"}


def test_the_county_has_as_many_children_as_is_said(
    shipped_story: Story, shipped: Workspace
) -> None:
    total = figures_of(shipped_story.chapters[0], shipped).shown_values.sum()
    assert f"der {german_number(total)} Kinder" in shipped_story.chapters[0].text


def test_no_connection_is_said_where_there_is_none_and_nowhere_else(
    shipped_story: Story, shipped: Workspace
) -> None:
    figures = figures_of(shipped_story.chapters[4], shipped)
    cut_off = (figures.flags & int(Flag.NO_CONNECTION)) > 0
    names = [name for name, is_cut in zip(figures.system.names, cut_off, strict=True) if is_cut]
    assert names == ["Damnatz", "Höhbeck"]


@FIVE
def test_what_is_a_model_is_called_one(
    number: int, shipped_story: Story, shipped: Workspace
) -> None:
    chapter = shipped_story.chapters[number]
    is_model = figures_of(chapter, shipped).worst_nature is Nature.MODEL
    assert bool(re.search("Modell", chapter.text)) == is_model


@FIVE
def test_nothing_that_the_story_shows_is_gone(
    number: int, shipped_story: Story, shipped: Workspace
) -> None:
    search = shipped_story.chapters[number].search
    assert what_is_gone(search, shipped) == []
    assert View.from_search(search).search == search
