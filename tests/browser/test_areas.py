"""Journeys of somebody who looks at areas: by mouse, by list, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.serving import served
from tests.browser.worlds import villages_with_gaps

pytestmark = pytest.mark.browser

GARTOW, CLENZE = "03354005", "03354002"


@pytest.fixture
def villages(tmp_path: Path) -> Iterator[str]:
    with served(villages_with_gaps(tmp_path / "w")) as address:
        yield address


def test_an_area_chosen_anywhere_is_chosen_everywhere(demonstration: str, reads: Any) -> None:
    reader = reads(demonstration).open("?indikator=bevoelkerung")
    assert reader.see("outlined") == []
    reader.click_area("Gartow")
    reader.until(lambda: reader.choices.get("gebiet") == GARTOW)
    reader.hover("Clenze")
    reader.shows("#portrait .area-name", "Gartow")
    assert "Rang" in reader.text("#portrait .facts")
    reader.shows(".ranking-row[aria-pressed=true]", "Gartow")
    reader.click(".ranking-row", text="Clenze")
    reader.point_at_nothing()
    reader.until(lambda: reader.see("outlined") == ["Clenze"])
    assert reader.choices["gebiet"] == CLENZE
    reader.click("[role=tab]", text="Tabelle")
    reader.shows("#table .ag-row-selected", "Clenze")
    reader.click("#table .ag-row", text="Dannenberg")
    reader.until(lambda: reader.see("outlined") == ["Dannenberg (Elbe)"])
    reader.shows("#portrait .area-name", "Dannenberg (Elbe)")


def test_without_a_mouse_the_map_speaks_and_areas_are_chosen(
    demonstration: str, reads: Any
) -> None:
    reader = reads(demonstration).open("?indikator=bevoelkerung")
    reader.press(Keys.TAB)
    assert reader.see("focused") == "Zur Karte springen"
    reader.press(Keys.ENTER)
    reader.until(lambda: reader.see("focused_id") == "map-place")
    reader.press(Keys.TAB)
    reader.until(lambda: "Mit den Pfeiltasten" in reader.see("focused"))
    reader.press(Keys.ARROW_DOWN)
    first = reader.until(lambda: reader.text(".map-voice"))
    reader.press(Keys.ARROW_RIGHT)
    spoken = reader.until(lambda: reader.text(".map-voice") != first and reader.text(".map-voice"))
    assert "Einwohner, Klasse " in spoken
    area = spoken.split(":")[0]
    reader.press(Keys.ENTER)
    reader.shows("#portrait .area-name", area)
    assert reader.text(".map-voice") == f"{area} ausgewählt."
    reader.press(Keys.ESCAPE)
    assert reader.text(".map-voice") == "Auswahl verlassen."


def test_pointing_tells_name_and_figure_and_each_gap_by_its_word(villages: str, reads: Any) -> None:
    reader = reads(villages).open("?indikator=kinder&zeit=2022")
    told = {}
    for area in ("Ahausen", "Bedorf", "Cetal", "Dornwald"):
        reader.hover(area)
        reader.shows(".map-tooltip", area)
        told[area] = reader.text(".map-tooltip").removeprefix(area).strip()
    assert told == {
        "Ahausen": "4",
        "Bedorf": "unsicher",
        "Cetal": "geheim gehalten",
        "Dornwald": "nichts vorhanden",
    }
    assert "unsicher" in reader.text(".legend")
    reader.open("?indikator=kinder&zeit=2021")
    reader.hover("Ahausen")
    reader.shows(".map-tooltip", "keine Angabe")
    assert "Angabe gesperrt" in reader.text(".map-tooltip")
