"""A planner asks how far it is: on foot and by bus, the way there, an indicator that is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.reader import Reader
from tests.browser.serving import served
from tests.browser.worlds import IMAGE, SCRIPT, villages_with_roads

pytestmark = pytest.mark.browser

PATH = "/erreichbarkeit"
HEADLINE, RESULT = "#result-panel .reach-headline", "#result-panel"
LEGEND = ".legend"


@pytest.fixture
def villages(tmp_path: Path) -> Iterator[str]:
    with served(villages_with_roads(tmp_path / "w", tmp_path)) as address:
        yield address


def test_a_planner_asks_how_far_it_is(villages: str, reads: Any) -> None:
    reader = reads(villages).open("?indikator=kinder&ebene=gemeinde")
    the_map_opens_without_a_byte_of_the_mode(reader)
    choices_turn_address_map_and_headline(reader)
    a_click_shows_the_way_and_it_can_be_put_away(reader)
    the_keyboard_sets_out_from_a_place(reader)
    layers_lie_on_the_map_and_tell_of_themselves(reader)
    leaving_the_mode_leaves_the_map_as_it_was(reader)
    by_bus_the_way_has_its_hours(reader)
    an_indicator_is_kept_and_found_on_the_map(reader)


def the_map_opens_without_a_byte_of_the_mode(reader: Reader) -> None:
    asked = reader.requests()
    assert not any("erreichbarkeit" in address for address in asked)
    assert not any("/reach/" in address for address in asked)


def choices_turn_address_map_and_headline(reader: Reader) -> None:
    reader.click(".mode", text="Erreichbarkeit")
    reader.shows(HEADLINE, "mit dem Auto höchstens 15 Minuten")
    reader.shows(LEGEND, "keine Verbindung")
    chip(reader, "weg", "fuss")
    reader.shows(HEADLINE, "zu Fuß höchstens 15 Minuten")
    chip(reader, "grenze", "5")
    reader.shows(HEADLINE, "zu Fuß höchstens 5 Minuten")
    assert (reader.choices["weg"], reader.choices["grenze"]) == ("fuss", "5")
    reader.driver.refresh()
    reader.shows(HEADLINE, "zu Fuß höchstens 5 Minuten")
    assert reader.barriers() == []


def a_click_shows_the_way_and_it_can_be_put_away(reader: Reader) -> None:
    reader.until(lambda: reader.driver.execute_script("return atlas.areas.kept.values"))
    reader.click_area("Cetal")
    reader.shows(".reach-way", "Zu Fuß über 1,0 km")
    reader.shows(".reach-way", IMAGE)
    assert reader.choices["von"].startswith("11.")
    assert reader.barriers() == []
    put_the_way_away(reader)


def the_keyboard_sets_out_from_a_place(reader: Reader) -> None:
    reader.driver.execute_script("document.querySelector('.leaflet-container').focus()")
    reader.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER)
    reader.shows(".reach-way", "min")
    put_the_way_away(reader)


def layers_lie_on_the_map_and_tell_of_themselves(reader: Reader) -> None:
    """As text; and what is reached has a legend of its own."""
    chip(reader, "wo", "gemeinde")
    reader.shows(LEGEND, "Gebiete")
    reader.click("#reach-panel label", text="Mitfahrbänke")
    reader.until(lambda: len(reader.all(".reach-sign")) == 1)
    reader.shows(".reach-told", SCRIPT)
    reader.click("#reach-panel label", text="Haltestellen")
    reader.shows(".reach-told", "Haltestellen")
    assert reader.choices["schichten"] == "halte;mitfahrbank"
    for shown in (True, False, True):
        reader.click("#reach-panel label", text="Erreichte Wege")
        reader.until(lambda shown=shown: bool(reader.all(".reach-legend")) == shown)
    assert reader.barriers() == []
    assert reader.driver.execute_script("return window.hacked") is None


def leaving_the_mode_leaves_the_map_as_it_was(reader: Reader) -> None:
    reader.find(".facility-sign")
    reader.click(".mode", text="Karte")
    reader.until(lambda: not reader.all(".reach-legend, .reach-sign, .facility-sign"))
    reader.settled()
    assert "Kinder" in reader.text(LEGEND)


def by_bus_the_way_has_its_hours(reader: Reader) -> None:
    """And says what the day offers."""
    reader.open("?arten=schule&weg=bus&um=08:20&tag=2026-06-09", path=PATH)
    reader.shows(HEADLINE, "mit Bus und Bahn höchstens 15 Minuten vor 08:20 Uhr")
    reader.until(lambda: reader.driver.execute_script("return atlas.areas.kept.values"))
    reader.click_area("Bedorf")
    reader.shows(".reach-way", "vor 08:20 Uhr")
    reader.shows(".reach-offers", "Schultag")
    assert reader.barriers() == []


def an_indicator_is_kept_and_found_on_the_map(reader: Reader) -> None:
    reader.open("?weg=fuss&mass=anteil&wo=gemeinde", path=PATH)
    reader.shows(HEADLINE, "zu Fuß")
    reader.click(f"{RESULT} summary", text="Als Indikator sichern")
    reader.click(f"{RESULT} button", text="Sichern")
    reader.shows(RESULT, "Gesichert")
    reader.open("?indikator=kitas_anteil_in_15_minuten_zu_fuss&ebene=gemeinde")
    reader.shows(LEGEND, "Kitas: Anteil in 15 Minuten zu Fuß")
    assert reader.see("fills")[0] == reader.see("swatches")[0]


def chip(reader: Reader, name: str, value: str) -> None:
    reader.click(f'#reach-panel label:has(input[name="{name}"][value="{value}"])')


def put_the_way_away(reader: Reader) -> None:
    reader.click(".reach-way button", text="Weg ausblenden")
    reader.until(lambda: not reader.all(".reach-way"))
    assert "von" not in reader.choices
