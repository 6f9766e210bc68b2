"""A councillor looks for Kitas: filter, list, map, card, supply, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.reader import Reader
from tests.browser.serving import served
from tests.browser.worlds import IMAGE, SCRIPT, villages_with_kitas

pytestmark = pytest.mark.browser

PANEL = "#facilities-panel"
PATH = "/einrichtungen"
LEVEL = "?indikator=kinder&ebene=gemeinde"


@pytest.fixture(scope="module")
def villages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(villages_with_kitas(tmp_path_factory.mktemp("kitas") / "w")) as address:
        yield address


def spoken(reader: Reader) -> str:
    """What stands under the keyboard, as it is read aloud."""
    found: str = reader.driver.execute_script(
        "return document.activeElement.getAttribute('aria-label')"
        " || document.activeElement.textContent"
    )
    return found


def signs(reader: Reader) -> list[str]:
    return [sign.get_attribute("aria-label") for sign in reader.all(".facility-sign")]


def test_the_map_opens_without_a_byte_of_the_mode(villages: str, reads: Any) -> None:
    reader = reads(villages).open(LEVEL)
    asked = reader.requests()
    assert not any("einrichtungen" in address for address in asked)
    assert not any("/facilities/" in address for address in asked)
    assert not reader.all(".facility-sign")


def test_choices_count_turn_the_address_and_come_back_by_it(villages: str, reads: Any) -> None:
    reader = reads(villages).open(LEVEL)
    reader.click(".mode", text="Einrichtungen")
    reader.shows(f"{PANEL} .facility-found", "7 Einrichtungen")
    reader.click(".filter-chip", text="Kitas")
    reader.shows(f"{PANEL} .facility-found", "6 von 7 Einrichtungen")
    assert reader.choices["arten"] == "kita"
    reader.click(".filter-chip", text="Ganztag")
    reader.shows(f"{PANEL} .facility-found", "1 von 7 Einrichtungen")
    reader.driver.refresh()
    reader.shows(f"{PANEL} .facility-found", "1 von 7 Einrichtungen")
    pressed = [chip.text.split() for chip in reader.all(".filter-chip[aria-pressed=true]")]
    assert pressed == [["K", "Kitas", "1"], ["Ganztag", "1"]]
    reader.click("button", text="Filter zurücksetzen")
    reader.shows(f"{PANEL} .facility-found", "7 Einrichtungen")
    assert "arten" not in reader.choices


def test_who_types_keeps_the_field_while_the_answer_comes(villages: str, reads: Any) -> None:
    reader = reads(villages).open(LEVEL, path=PATH)
    reader.find(f"{PANEL} input[type=search]").send_keys("ste")
    reader.shows(f"{PANEL} .facility-found", "1 von 7")
    reader.press("r", "n")
    reader.until(lambda: reader.choices.get("suche") == "stern")
    reader.shows(f"{PANEL} .facility-table", "Stern")


def test_a_row_opens_the_card_and_escape_closes_it(villages: str, reads: Any) -> None:
    reader = reads(villages).open(LEVEL, path=PATH)
    reader.click(".facility-row", text="Sonne")
    reader.shows(".facility-card", "DRK")
    reader.until(lambda: spoken(reader) == "Sonne")
    assert reader.choices["einrichtung"] == "kita:Sonne"
    reader.press(Keys.ESCAPE)
    reader.until(lambda: not reader.all(".facility-card"))
    assert "einrichtung" not in reader.choices


def test_a_shared_link_opens_the_card_and_shows_the_place(villages: str, reads: Any) -> None:
    reader = reads(villages).open(f"{LEVEL}&einrichtung=kita:Dämmerung", path=PATH)
    reader.shows(".facility-card", "keine Angabe")
    reader.until(lambda: any("Dämmerung" in (label or "") for label in signs(reader)))
    assert reader.find(".facility-sign.chosen")


def test_signs_are_walked_by_arrows_and_opened_by_enter(villages: str, reads: Any) -> None:
    reader = reads(villages).open(f"{LEVEL}&arten=schule;kita", path=PATH)
    reader.until(lambda: len(signs(reader)) > 1)
    first = reader.find(".facility-sign[tabindex='0']")
    reader.driver.execute_script("arguments[0].focus({preventScroll: true})", first)
    here = spoken(reader)
    for key in (Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ARROW_LEFT, Keys.ARROW_UP):
        reader.press(key)
        if spoken(reader) != here:
            break
    assert spoken(reader) != here
    assert len(reader.all(".facility-sign[tabindex='0']")) == 1
    reader.click(".facility-row", text="Schule")
    reader.shows(".facility-card", "Schulen")


def test_a_model_is_drawn_and_told_otherwise_than_what_is_real(villages: str, reads: Any) -> None:
    reader = reads(villages).open(f"{LEVEL}&einrichtung=kita:Stern", path=PATH)
    reader.shows(".facility-card .nature-badge", "Modelldaten")
    assert reader.find(".facility-card .sign.model")
    reader.click(".facility-row", text="Sonne")
    reader.until(lambda: "Sonne" in reader.text(".facility-card .facility-name"))
    assert not reader.all(".facility-card .nature-badge")
    assert not reader.all(".facility-card .sign.model")


def test_the_supply_keeps_secrets_and_an_area_is_chosen_in_it(villages: str, reads: Any) -> None:
    reader = reads(villages).open(f"{LEVEL}&teil=versorgung", path=PATH)
    reader.shows(".supply-table", "geheim gehalten")
    assert "mindestens 50,0" in reader.text(".supply-table")
    reader.click(".area-pick", text="Ahausen")
    reader.shows(".facility-summary", "Ahausen: 2 von 7")
    reader.click("button", text="Überall zeigen")
    reader.until(lambda: "gebiet" not in reader.choices)


def test_the_portrait_leads_to_the_same_facilities_on_the_map(villages: str, reads: Any) -> None:
    reader = reads(villages).open(f"{LEVEL}&gebiet=03354001&traeger=DRK")
    reader.click(".facilities-here summary")
    reader.shows(".facilities-here", "Sonne")
    reader.click(".facilities-here a")
    reader.shows(".facility-summary", "Ahausen: 1 von 2")


def test_hostile_names_of_facilities_are_text_everywhere(villages: str, reads: Any) -> None:
    reader = reads(villages).open(f"{LEVEL}&einrichtung=kita:Mond", path=PATH)
    reader.shows(".facility-card", SCRIPT)
    assert IMAGE in reader.text(".facility-card .facility-name")
    assert IMAGE in reader.text(".facility-table")
    assert SCRIPT in reader.text(".filter-fold")
    assert any(IMAGE in (label or "") for label in signs(reader))
    reader.open(f"{LEVEL}&gebiet=03354001").shows(".facilities-here", IMAGE)
    assert reader.driver.execute_script("return window.hacked") is None


def test_leaving_the_mode_leaves_the_map_as_it_was(villages: str, reads: Any) -> None:
    reader = reads(villages).open(f"{LEVEL}&einrichtung=kita:Sonne", path=PATH)
    reader.find(".facility-card")
    reader.click(".mode", text="Vergleich")
    reader.until(lambda: not reader.all(".facility-sign") and not reader.all(".facility-card"))
    reader.find("#comparison-panel .board")
    reader.click(".mode", text="Einrichtungen")
    reader.find(".facility-card")


@pytest.mark.parametrize(("width", "height"), [(820, 1180), (390, 844)])
def test_on_a_narrow_screen_the_filter_is_a_sheet_and_the_map_stays(
    villages: str, reads: Any, width: int, height: int
) -> None:
    reader = reads(villages, width=width, height=height).open(LEVEL, path=PATH)
    reader.shows(f"{PANEL} .facility-found", "7 Einrichtungen")
    reader.until(lambda: signs(reader))
    assert reader.find(".map-panel").size["height"] >= 0.35 * height
    reader.click("#facilities-toggle")
    reader.until(lambda: not reader.find(PANEL).is_displayed())
