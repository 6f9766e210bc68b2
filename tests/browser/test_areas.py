"""A councillor opens a shared link and looks at areas: map, list, table, sources, notes."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from tests.browser.reader import Reader

pytestmark = pytest.mark.browser

GARTOW, CLENZE = "03354005", "03354002"
LINK = (
    "?indikator=anteil_65_plus&zeit=2020-12-31&ebene=samtgemeinde&art=own&palette=PuBu"
    "&grenzen=24;26.5;29&gebiet=033545406&liste=tabelle&namen=0"
)


def test_a_councillor_opens_a_link_and_looks_at_areas(demonstration: str, reads: Any) -> None:
    reader = reads(demonstration).open(LINK)
    the_link_restores_every_choice(reader)
    model_figures_wear_a_badge_and_counted_ones_do_not(reader)
    an_area_chosen_anywhere_is_chosen_everywhere(reader)
    any_figure_tells_where_it_comes_from(reader)
    asks_where_it_comes_from_and_writes_a_note(reader)
    reads_two_as_one(reader)
    a_line_around_the_map_takes_all_areas(reader)


def the_link_restores_every_choice(reader: Reader) -> None:
    reader.until(lambda: reader.find("#system").get_attribute("value") == "Samtgemeinde")
    assert reader.find("#period").get_attribute("value").startswith("31.12.2020")
    assert reader.find("#own-breaks").get_attribute("value") == "24; 26,5; 29"
    assert reader.find(".palette input[value=PuBu]").is_selected()
    assert "26,5" in reader.text(".legend")
    assert not reader.all(".place-name")
    reader.shows("#portrait .area-name", "Elbtalaue")
    reader.until(lambda: reader.all("#table .ag-row-selected"))
    assert reader.barriers() == []
    before = (reader.search, reader.text(".legend"), reader.see("fills"))
    reader.driver.refresh()
    reader.settled()
    assert (reader.search, reader.text(".legend"), reader.see("fills")) == before


def model_figures_wear_a_badge_and_counted_ones_do_not(reader: Reader) -> None:
    reader.open(f"?indikator=anteil_65_plus&gebiet={GARTOW}")
    assert "Modelldaten" in reader.text(".legend .badge")
    assert "Modelldaten" in reader.text("#portrait .nature-badge")
    reader.hover("Clenze")
    reader.shows(".map-tooltip", "Modelldaten")
    reader.open(f"?indikator=bevoelkerung&gebiet={GARTOW}")
    assert not reader.all(".legend .badge")
    assert "Modelldaten" not in reader.text("#portrait .figure-block")


def an_area_chosen_anywhere_is_chosen_everywhere(reader: Reader) -> None:
    reader.click("#portrait .quiet-button")
    reader.until(lambda: "gebiet" not in reader.choices)
    reader.settled()
    reader.until(lambda: reader.see("outlined") == [])
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


def any_figure_tells_where_it_comes_from(reader: Reader) -> None:
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


def asks_where_it_comes_from_and_writes_a_note(reader: Reader) -> None:
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


def reads_two_as_one(reader: Reader) -> None:
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


def a_line_around_the_map_takes_all_areas(reader: Reader) -> None:
    """The gesture ends the lasso."""
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
