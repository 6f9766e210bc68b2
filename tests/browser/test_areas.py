"""Journeys of somebody who looks at areas: by mouse, by list, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.browser.reader import Reader
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
    reader.shows(".ranking-name[aria-pressed=true]", "Gartow")
    reader.click(".ranking-name", text="Clenze")
    reader.point_at_nothing()
    reader.until(lambda: reader.see("outlined") == ["Clenze"])
    assert reader.choices["gebiet"] == CLENZE
    reader.click("[role=tab]", text="Tabelle")
    reader.shows("#table .ag-row-selected", "Clenze")
    reader.click("#table [col-id=name]", text="Dannenberg")
    reader.until(lambda: reader.see("outlined") == ["Dannenberg (Elbe)"])
    reader.shows("#portrait .area-name", "Dannenberg (Elbe)")
    any_figure_tells_where_it_comes_from(reader)
    asks_where_it_comes_from_and_writes_a_note(reader)
    reads_two_as_one(reader)


def any_figure_tells_where_it_comes_from(reader: Any) -> None:
    """In table and ranking, by keyboard and by mouse; what is chosen stays chosen."""
    reader.click("#table [col-id=name]", text="Dannenberg")
    reader.press(Keys.ARROW_RIGHT, Keys.ENTER)
    reader.shows(".origin-sheet", "Dannenberg (Elbe): Bevölkerung")
    reader.shows(".origin-sheet", "lsn_A100001G.csv")
    reader.press(Keys.ESCAPE)
    reader.until(lambda: not reader.all(".origin-sheet"))
    reader.click("[role=tab]", text="Rangliste")
    reader.click(".ranking-row .figure-button", text="9.143")
    reader.shows(".origin-sheet", "Lüchow (Wendland): Bevölkerung, 9.143")
    reader.click(".origin-close")
    assert reader.see("focused") == "9.143\u00a0Einwohner"
    reader.shows("#portrait .area-name", "Dannenberg (Elbe)")


def asks_where_it_comes_from_and_writes_a_note(reader: Any) -> None:
    """The note is written, read and taken back again."""
    reader.click("#portrait summary", text="Woher kommt diese Zahl?")
    reader.shows(".provenance-told", "lsn_A100001G.csv")
    reader.click("#portrait summary", text="Lesart schreiben")
    reader.find(".note-writing textarea").send_keys("Ein <b>Neubaugebiet</b>.")
    reader.click(".note-buttons button", text="Speichern")
    reader.until(lambda: "HTML" in reader.text(".note-refused") or reader.all(".note"))
    reader.complaints()
    reader.find(".note-writing textarea").clear()
    reader.find(".note-writing textarea").send_keys("Ein Neubaugebiet.")
    reader.click(".note-stages label", text="Freigegeben")
    reader.click(".note-buttons button", text="Speichern")
    reader.shows(".note", "Stabsstelle Controlling schreibt:")
    reader.shows(".note", "Ein Neubaugebiet.")
    reader.click(".note-tools button", text="Zurücknehmen")
    reader.click(".note-tools button", text="Wirklich zurücknehmen")
    reader.until(lambda: not reader.all(".note"))


def reads_two_as_one(reader: Any) -> None:
    """By keyboard one more is taken; named, kept in the address, and taken out again."""
    reader.click("[role=tab]", text="Rangliste")
    row = reader.find(f".ranking-name[data-area='{CLENZE}']")
    reader.driver.execute_script("arguments[0].focus()", row)
    ActionChains(reader.driver).key_down(Keys.CONTROL).send_keys(Keys.ENTER).key_up(
        Keys.CONTROL
    ).perform()
    reader.shows("#portrait .area-name", "2 Gebiete zusammen")
    reader.find(".areas-name input").send_keys("Nord und Süd")
    reader.until(lambda: reader.choices.get("name") == "Nord und Süd")
    reader.shows("#portrait .area-name", "Nord und Süd")
    reader.driver.refresh()
    reader.settled()
    reader.shows("#portrait .area-name", "Nord und Süd")
    reader.click(".members li:last-child .member-remove")
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
    reader.press(Keys.ARROW_LEFT)
    reader.driver.switch_to.active_element.send_keys(Keys.CONTROL, Keys.ENTER)
    reader.until(lambda: len(reader.choices["gebiet"].split(";")) == 2)
    reader.until(lambda: len(reader.see("outlined")) == 2)
    reader.press(Keys.ESCAPE)
    assert reader.text(".map-voice") == "Auswahl verlassen."
    _draw_around_all(reader)


def _draw_around_all(reader: Reader) -> None:
    """A line once around the map takes all areas; the gesture ends the lasso."""
    reader.click(".lasso-button")
    box = reader.see("box", ".map")
    chain = ActionChains(reader.driver, duration=10)
    pointer = chain.w3c_actions.pointer_action
    corners = [(0.02, 0.02), (0.5, 0.02), (0.8, 0.04), (0.98, 0.3), (0.98, 0.7), (0.5, 0.97)]
    corners += [(0.2, 0.97), (0.03, 0.9), (0.02, 0.5)]
    for number, (across, down) in enumerate(corners):
        x = box["left"] + across * (box["right"] - box["left"])
        pointer.move_to_location(int(x), int(box["top"] + down * (box["bottom"] - box["top"])))
        if number == 0:
            pointer.pointer_down()
    pointer.pointer_up()
    chain.perform()
    reader.until(lambda: len(reader.choices["gebiet"].split(";")) == 29)


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
