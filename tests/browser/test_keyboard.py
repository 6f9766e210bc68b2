"""Somebody without a mouse, perhaps without seeing: everything is reached and spoken."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.reader import Reader

pytestmark = pytest.mark.browser

# More than the page has places that can be focused.
MANY = 160
MODES = ("Vergleich", "Einrichtungen", "Erreichbarkeit", "Präsentation", "Daten", "Karte")


def test_everything_is_reached_by_keyboard(demonstration: str, reads: Any) -> None:
    reader = reads(demonstration).open("?indikator=bevoelkerung")
    the_first_key_offers_to_skip_to_the_map(reader)
    arrows_go_from_area_to_neighbour_and_speak(reader)
    areas_are_chosen_one_and_several(reader)
    nothing_moves_for_who_asked_for_calm(reader)
    no_key_is_a_trap_and_nothing_is_left_out(reader)
    a_word_says_what_it_means(reader)
    help_is_read_and_leads_through_the_page(reader)
    for mode in MODES:
        another_mode_is_opened(reader, mode)
        no_key_is_a_trap_and_nothing_is_left_out(reader)


def the_first_key_offers_to_skip_to_the_map(reader: Reader) -> None:
    reader.press(Keys.TAB)
    assert reader.see("focused") == "Zur Karte springen"
    reader.press(Keys.ENTER)
    reader.until(lambda: reader.see("focused_id") == "map-place")
    reader.press(Keys.TAB)
    reader.until(lambda: "Mit den Pfeiltasten" in reader.see("focused"))


def arrows_go_from_area_to_neighbour_and_speak(reader: Reader) -> None:
    reader.press(Keys.ARROW_DOWN)
    first = reader.until(lambda: reader.text(".map-voice"))
    reader.press(Keys.ARROW_RIGHT)
    spoken = reader.until(lambda: reader.text(".map-voice") != first and reader.text(".map-voice"))
    assert "Einwohner, Klasse " in spoken
    area = spoken.split(":")[0]
    reader.press(Keys.ENTER)
    reader.shows("#portrait .area-name", area)
    assert reader.text(".map-voice") == f"{area} ausgewählt."


def areas_are_chosen_one_and_several(reader: Reader) -> None:
    reader.press(Keys.ARROW_LEFT)
    reader.driver.switch_to.active_element.send_keys(Keys.CONTROL, Keys.ENTER)
    reader.until(lambda: len(reader.choices["gebiet"].split(";")) == 2)
    reader.until(lambda: len(reader.see("outlined")) == 2)
    reader.press(Keys.ESCAPE)
    assert reader.text(".map-voice") == "Auswahl verlassen."


def nothing_moves_for_who_asked_for_calm(reader: Reader) -> None:
    reader.prefer("prefers-reduced-motion", "reduce")
    before = reader.see("zoom")
    reader.press("+")
    assert reader.see("zoom") > before
    reader.press("-")
    assert reader.see("zoom") == before
    reader.click(".leaflet-control-zoom-in")
    assert reader.see("moving") == []
    reader.prefer("prefers-reduced-motion", "")


def a_word_says_what_it_means(reader: Reader) -> None:
    focus(reader, ".legend .term")
    word = reader.see("focused")
    reader.press(Keys.ENTER)
    reader.shows(".term-sheet", word)
    assert reader.barriers() == []
    reader.press(Keys.ESCAPE)
    reader.until(lambda: not reader.all(".term-sheet"))
    assert reader.see("focused") == word


def help_is_read_and_leads_through_the_page(reader: Reader) -> None:
    """To questions with answers, and once around in a minute; the view is as it was."""
    before = reader.search
    focus(reader, "#help-link")
    reader.press(Keys.ENTER)
    reader.shows("h1", "Hilfe")
    reader.press(Keys.TAB)
    assert reader.see("focused") == "Zum Inhalt springen"
    no_key_is_a_trap_and_nothing_is_left_out(reader)
    assert reader.barriers() == []
    focus(reader, ".text-foot a:last-child")
    reader.press(Keys.ENTER)
    reader.shows("h1", "Barrierefreiheit")
    assert reader.barriers() == []
    reader.driver.back()
    focus(reader, "a.button")
    reader.press(Keys.ENTER)
    reader.settled()
    assert reader.search == before
    for _ in range(6):
        reader.until(lambda: reader.all(".tour-here"))
        assert reader.barriers() == []
        focus(reader, ".tour-buttons .button:last-child")
        reader.press(Keys.ENTER)
    reader.shows(".tour", "7 von 7")
    reader.press(Keys.ESCAPE)
    reader.until(lambda: reader.see("focused_id") == "help-link")
    assert not reader.all(".tour, .tour-here")


def focus(reader: Reader, css: str) -> None:
    reader.driver.execute_script("arguments[0].focus()", reader.find(css))


def another_mode_is_opened(reader: Reader, name: str) -> None:
    link = next(e for e in reader.all(".mode") if e.text == name)
    reader.driver.execute_script("arguments[0].focus()", link)
    reader.press(Keys.ENTER)
    reader.until(lambda: link.get_attribute("aria-current") == "page")
    drawn = {
        "Vergleich": "#comparison-panel .board",
        "Einrichtungen": "#facilities-panel .facility-table",
        "Erreichbarkeit": "#result-panel .reach-headline",
        "Präsentation": "#stories-panel .stories-list",
        "Daten": "#data-page h1",
        "Karte": "#portrait .area-name",
    }
    reader.find(drawn[name])


def no_key_is_a_trap_and_nothing_is_left_out(reader: Reader) -> None:
    """Once around by Tab: whatever can be used is passed, in view, with a mark where one is."""
    reader.see("set_out")
    reader.press(*[Keys.TAB] * MANY)
    assert reader.see("left_out") == []
    assert reader.see("unmarked") == []
