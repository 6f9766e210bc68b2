"""A councillor looks for Kitas: filter, list, card, map and supply, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.reader import Reader
from tests.browser.serving import served
from tests.browser.worlds import IMAGE, SCRIPT, villages_with_kitas

pytestmark = pytest.mark.browser

PANEL, FOUND = "#facilities-panel", "#facilities-panel .facility-found"
PATH = "/einrichtungen"
LEVEL = "?indikator=kinder&ebene=gemeinde"


@pytest.fixture
def villages(tmp_path: Path) -> Iterator[str]:
    with served(villages_with_kitas(tmp_path / "w")) as address:
        yield address


def test_a_councillor_looks_for_kitas(villages: str, reads: Any) -> None:
    reader = reads(villages).open(LEVEL)
    the_map_opens_without_a_byte_of_the_mode(reader)
    choices_count_and_come_back_by_the_address(reader)
    who_types_keeps_the_field(reader)
    a_row_opens_the_card_and_escape_closes_it(reader)
    a_model_is_told_otherwise_than_what_is_real(reader)
    signs_are_walked_by_arrows_and_opened_by_enter(reader)
    another_mode_finds_the_map_as_it_was(reader)
    the_supply_keeps_secrets_and_an_area_is_chosen_in_it(reader)
    hostile_names_are_text(reader)
    the_portrait_leads_to_the_same_facilities(reader)


def the_map_opens_without_a_byte_of_the_mode(reader: Reader) -> None:
    asked = reader.requests()
    assert not any("einrichtungen" in address for address in asked)
    assert not any("/facilities/" in address for address in asked)
    assert not reader.all(".facility-sign")


def choices_count_and_come_back_by_the_address(reader: Reader) -> None:
    reader.click(".mode", text="Einrichtungen")
    reader.shows(FOUND, "7 Einrichtungen")
    assert reader.barriers() == []
    reader.click(".filter-chip", text="Kitas")
    reader.shows(FOUND, "6 von 7 Einrichtungen")
    assert reader.choices["arten"] == "kita"
    reader.click(".filter-chip", text="Ganztag")
    reader.shows(FOUND, "1 von 7 Einrichtungen")
    reader.driver.refresh()
    reader.shows(FOUND, "1 von 7 Einrichtungen")
    pressed = [chip.text.split() for chip in reader.all(".filter-chip[aria-pressed=true]")]
    assert pressed == [["K", "Kitas", "1"], ["Ganztag", "1"]]
    reader.click("button", text="Filter zurücksetzen")
    reader.shows(FOUND, "7 Einrichtungen")
    assert "arten" not in reader.choices


def who_types_keeps_the_field(reader: Reader) -> None:
    reader.find(f"{PANEL} input[type=search]").send_keys("ste")
    reader.shows(FOUND, "1 von 7")
    reader.press("r", "n")
    reader.until(lambda: reader.choices.get("suche") == "stern")
    reader.shows(f"{PANEL} .facility-table", "Stern")
    reader.press(*[Keys.BACKSPACE] * len("stern"))
    reader.shows(FOUND, "7 Einrichtungen")
    reader.until(lambda: "suche" not in reader.choices)


def a_row_opens_the_card_and_escape_closes_it(reader: Reader) -> None:
    reader.click(".facility-row", text="Sonne")
    reader.shows(".facility-card", "DRK")
    reader.until(lambda: reader.see("focused") == "Sonne")
    assert reader.choices["einrichtung"] == "kita:Sonne"
    assert reader.barriers() == []
    reader.press(Keys.ESCAPE)
    reader.until(lambda: not reader.all(".facility-card"))
    assert "einrichtung" not in reader.choices


def a_model_is_told_otherwise_than_what_is_real(reader: Reader) -> None:
    reader.click(".facility-row", text="Stern")
    reader.shows(".facility-card .nature-badge", "Modelldaten")
    assert reader.find(".facility-card .sign.model")
    reader.click(".facility-row", text="Sonne")
    reader.until(lambda: "Sonne" in reader.text(".facility-card .facility-name"))
    assert not reader.all(".facility-card .nature-badge")
    assert not reader.all(".facility-card .sign.model")


def signs_are_walked_by_arrows_and_opened_by_enter(reader: Reader) -> None:
    reader.until(lambda: len(signs(reader)) > 1)
    first = reader.find(".facility-sign[tabindex='0']")
    reader.driver.execute_script("arguments[0].focus({preventScroll: true})", first)
    here = reader.see("focused")
    for key in (Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ARROW_LEFT, Keys.ARROW_UP):
        reader.press(key)
        if reader.see("focused") != here:
            break
    assert reader.see("focused") != here
    assert len(reader.all(".facility-sign[tabindex='0']")) == 1
    reader.click(".facility-row", text="Schule")
    reader.shows(".facility-card", "Schule")


def another_mode_finds_the_map_as_it_was(reader: Reader) -> None:
    reader.click(".mode", text="Vergleich")
    reader.until(lambda: not reader.all(".facility-sign") and not reader.all(".facility-card"))
    reader.find("#comparison-panel .board")
    reader.click(".mode", text="Einrichtungen")
    reader.find(".facility-card")


def the_supply_keeps_secrets_and_an_area_is_chosen_in_it(reader: Reader) -> None:
    reader.open(f"{LEVEL}&teil=versorgung", path=PATH)
    reader.shows(".supply-table", "geheim gehalten")
    assert "mindestens 50,0" in reader.text(".supply-table")
    assert reader.barriers() == []
    reader.click(".area-pick", text="Ahausen")
    reader.shows(".facility-summary", "Ahausen: 2 von 7")
    reader.click("button", text="Überall zeigen")
    reader.until(lambda: "gebiet" not in reader.choices)


def hostile_names_are_text(reader: Reader) -> None:
    """And a shared link opens the card and shows the place."""
    reader.open(f"{LEVEL}&einrichtung=kita:Mond", path=PATH)
    reader.shows(".facility-card", SCRIPT)
    assert IMAGE in reader.text(".facility-card .facility-name")
    assert IMAGE in reader.text(".facility-table")
    assert SCRIPT in reader.text(".filter-fold")
    reader.until(lambda: any(IMAGE in label for label in signs(reader)))
    assert reader.find(".facility-sign.chosen")
    assert reader.driver.execute_script("return window.hacked") is None
    reader.click(".facility-row", text="Dämmerung")
    reader.shows(".facility-card", "keine Angabe")
    reader.until(lambda: any("Dämmerung" in label for label in signs(reader)))


def the_portrait_leads_to_the_same_facilities(reader: Reader) -> None:
    reader.open(f"{LEVEL}&gebiet=03354001").shows(".facilities-here", IMAGE)
    reader.open(f"{LEVEL}&gebiet=03354001&traeger=DRK")
    reader.click(".facilities-here summary")
    reader.shows(".facilities-here", "Sonne")
    reader.click(".facilities-here a")
    reader.shows(".facility-summary", "Ahausen: 1 von 2")
    assert reader.driver.execute_script("return window.hacked") is None


def signs(reader: Reader) -> list[str]:
    """What the signs on the map are called when they are read aloud."""
    return [sign.get_attribute("aria-label") or "" for sign in reader.all(".facility-sign")]
