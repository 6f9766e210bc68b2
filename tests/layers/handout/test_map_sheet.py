"""The map as a document that can be read aloud."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from geodata.workspace import Workspace
from layers.handout.facts import SourceRow, handout
from layers.handout.map_sheet import Sheet, described, map_sheet
from tests.layers.handout.conftest import CHILDREN, HOSTILE, QUESTION, TITLE
from tests.layers.handout.tagged import Tagged, assert_is_accessible
from tests.villages import BEDORF

ALL = [Sheet("a4"), Sheet("a4", landscape=False), Sheet("a3"), Sheet("a3", landscape=False)]


@pytest.mark.parametrize("sheet", ALL, ids=str)
def test_each_sheet_is_tagged_and_has_its_size(workspace: Workspace, sheet: Sheet) -> None:
    found = Tagged(map_sheet(workspace, handout(workspace, CHILDREN), sheet))
    assert_is_accessible(found)
    size = found.reader.pages[0].mediabox
    assert (size.width > size.height) == sheet.landscape
    assert round(float(max(size.width, size.height))) == {"a4": 842, "a3": 1191}[sheet.size]
    assert len(found.reader.pages) == 2


@pytest.mark.parametrize("sheet", ALL, ids=str)
def test_however_much_must_be_said_the_map_page_holds_it(
    workspace: Workspace, sheet: Sheet
) -> None:
    told = handout(workspace, CHILDREN, base="http://atlas")
    gap = told.gaps[0]
    much = replace(
        told,
        heading="Wo leben besonders viele Kinder, die noch nicht in die Schule gehen? " * 2,
        classes=tuple(replace(told.classes[0], label=f"Klasse {n}") for n in range(9)),
        gaps=tuple(replace(gap, label=f"Lücke {n}", meaning=gap.meaning * 2) for n in range(5)),
        remarks=("Hierzu ist noch etwas zu sagen, das länger ist als eine Zeile. " * 2,) * 2,
        sources=tuple(
            SourceRow(f"Tabelle {n} " * 9, "© Statistisches Amt " * 4, "dl-de/by-2-0")
            for n in range(6)
        ),
    )
    first, *_ = Tagged(map_sheet(workspace, much, sheet)).reader.pages
    text = " ".join(first.extract_text().split())
    for said in ("Klasse 0", "Klasse 8", "Lücke 4", "Tabelle 5", "http://atlas", "Seite 1"):
        assert said in text


def test_the_same_view_is_the_same_bytes(workspace: Workspace) -> None:
    told = handout(workspace, CHILDREN)
    assert map_sheet(workspace, told, Sheet()) == map_sheet(workspace, told, Sheet())


def test_the_map_is_told_in_words(workspace: Workspace) -> None:
    told = handout(workspace, CHILDREN)
    assert described(told) == (
        "Karte: Kinder Gemeinde, Stand 2022. 4 Gebiete, gefärbt in 5 Klassen. "
        "Am höchsten ist der Wert in Bedorf: 1.234. Am niedrigsten ist er in Dornwald: "
        "nichts vorhanden. nichts vorhanden: 1. geheim gehalten: 1."
    )


def test_values_sources_and_link_are_text(workspace: Workspace, tmp_path: Path) -> None:
    told = handout(workspace, replace(CHILDREN, areas=(BEDORF,)), base="http://atlas")
    text = Tagged(map_sheet(workspace, told, Sheet())).text(tmp_path)
    for said in ("1.234", "geheim gehalten", "dl-de/by-2-0", "http://atlas/?indikator=kinder"):
        assert said in text
    assert "Bedorf hat gebaut." in text


def test_hostile_names_stay_text(hostile_workspace: Workspace, tmp_path: Path) -> None:
    told = handout(hostile_workspace, CHILDREN)
    text = Tagged(map_sheet(hostile_workspace, told, Sheet())).text(tmp_path)
    for name in (*HOSTILE, TITLE, QUESTION):
        assert name in text


def test_what_no_typeface_has_is_still_a_document(workspace: Workspace) -> None:
    told = replace(handout(workspace, CHILDREN), heading="漢字 und Łódź")
    assert_is_accessible(Tagged(map_sheet(workspace, told, Sheet())))
