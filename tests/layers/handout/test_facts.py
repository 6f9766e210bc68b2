"""What every file of a view says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from geodata.workspace import Workspace
from indicators.published import published
from layers.handout.facts import handout, program_version
from layers.handout.refusals import NoFiguresToHandOut, NothingToHandOut
from layers.legend import legend
from layers.view import View
from tests.layers.handout.conftest import CHILDREN
from tests.villages import AHAUSEN, BEDORF, CETAL, FOREST, put_table, village_store


def test_classes_and_gaps_are_those_of_the_screen(workspace: Workspace) -> None:
    found = handout(workspace, CHILDREN)
    told = legend(published(workspace, CHILDREN.query), found.classification)
    rows = [{"label": r.label, "colour": r.colour, "count": r.count} for r in found.classes]
    assert rows == told["classes"]
    assert [(gap.code, gap.count) for gap in found.gaps] == [("zero", 1), ("suppressed", 1)]


def test_every_gap_says_what_it_means(workspace: Workspace) -> None:
    meanings = [gap.meaning for gap in handout(workspace, CHILDREN).gaps]
    assert meanings[0] == "Gezählt wurde, und die Zahl ist null."


def test_source_licence_state_and_version_are_told(workspace: Workspace) -> None:
    found = handout(workspace, CHILDREN)
    assert found.source_lines[0] == "Quelle: Kreisamt · © Kreisamt · dl-de/by-2-0"
    assert found.source_lines[1] == "Karte: © Vermessung"
    assert found.state == "Stand 2022"
    assert program_version() in found.made_with
    assert str(workspace.number) in found.made_with


def test_the_link_leads_to_the_view_where_the_atlas_stands(workspace: Workspace) -> None:
    found = handout(workspace, CHILDREN, base="http://atlas.example/")
    assert found.link == "http://atlas.example/?indikator=kinder&zeit=2022&ebene=gemeinde"
    assert handout(workspace, CHILDREN).link.startswith("?indikator=kinder")


def test_readings_come_with_the_area_that_is_chosen(workspace: Workspace) -> None:
    assert handout(workspace, CHILDREN).readings == ()
    (reading,) = handout(workspace, replace(CHILDREN, areas=(BEDORF,))).readings
    assert (reading.area, reading.department, reading.date) == ("Bedorf", "Jugendamt", "01.05.2023")


def test_a_change_says_between_which_states(workspace: Workspace) -> None:
    found = handout(workspace, replace(CHILDREN, since="2020"))
    assert (found.title, found.state) == ("Veränderung: Kinder", "von 2020 bis 2022")


def test_a_figure_is_told_in_words_and_a_change_with_its_direction(workspace: Workspace) -> None:
    assert handout(workspace, CHILDREN).figure(BEDORF) == "1.234"
    change = handout(workspace, replace(CHILDREN, since="2020"))
    assert (change.figure(BEDORF), change.figure(CETAL)) == ("+34", "geheim gehalten")


def test_a_view_of_what_is_gone_hands_out_the_nearest(workspace: Workspace) -> None:
    assert handout(workspace, View(indicator="hunde", period="1999")).figures.indicator.id


def test_an_empty_atlas_has_nothing_to_hand_out(tmp_path: Path) -> None:
    with village_store(tmp_path / "leer") as store, pytest.raises(NothingToHandOut):
        handout(Workspace(store), CHILDREN)


def test_only_gaps_are_refused_with_the_cure(tmp_path: Path) -> None:
    with village_store(tmp_path / "luecken") as store:
        put_table(store, "kinder", "2022", dict.fromkeys([AHAUSEN, BEDORF, CETAL, FOREST], "x"))
        with pytest.raises(NoFiguresToHandOut, match="anderen Zeitpunkt"):
            handout(Workspace(store), CHILDREN)
