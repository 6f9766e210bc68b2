"""Somebody asks how far it is: the panel, the map, the way there, and an indicator that is kept."""

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


@pytest.fixture(scope="module")
def villages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("wege")
    with served(villages_with_roads(folder / "w", folder)) as address:
        yield address


@pytest.fixture
def changed(tmp_path: Path) -> Iterator[str]:
    """A world of its own, in which an indicator is kept."""
    with served(villages_with_roads(tmp_path / "w", tmp_path)) as address:
        yield address


def chip(reader: Reader, name: str, value: str) -> None:
    reader.click(f'#reach-panel label:has(input[name="{name}"][value="{value}"])')


def test_the_map_opens_without_a_byte_of_the_mode(villages: str, reads: Any) -> None:
    reader = reads(villages).open("?indikator=kinder&ebene=gemeinde")
    asked = reader.requests()
    assert not any("erreichbarkeit" in address for address in asked)
    assert not any("/reach/" in address for address in asked)


def test_choices_turn_address_map_and_headline_and_come_back_by_it(
    villages: str, reads: Any
) -> None:
    reader = reads(villages).open("?indikator=kinder&ebene=gemeinde")
    reader.click(".mode", text="Erreichbarkeit")
    reader.shows(HEADLINE, "mit dem Auto in 15 Minuten")
    reader.shows(LEGEND, "keine Verbindung")
    chip(reader, "weg", "fuss")
    reader.shows(HEADLINE, "zu Fuß in 15 Minuten")
    chip(reader, "grenze", "5")
    reader.shows(HEADLINE, "zu Fuß in 5 Minuten")
    assert (reader.choices["weg"], reader.choices["grenze"]) == ("fuss", "5")
    reader.driver.refresh()
    reader.shows(HEADLINE, "zu Fuß in 5 Minuten")
    chip(reader, "wo", "gemeinde")
    reader.shows(LEGEND, "Gebiete")


def test_a_click_shows_the_way_and_it_can_be_put_away(villages: str, reads: Any) -> None:
    reader = reads(villages).open("?weg=fuss", path=PATH)
    reader.shows(HEADLINE, "zu Fuß")
    reader.click_area("Cetal")
    reader.shows(".reach-way", "Zu Fuß über 1,0 km")
    reader.shows(".reach-way", IMAGE)
    assert reader.choices["von"].startswith("11.")
    reader.click(".reach-way button", text="Weg ausblenden")
    reader.until(lambda: not reader.all(".reach-way"))
    assert "von" not in reader.choices


def test_the_keyboard_sets_out_from_a_place(villages: str, reads: Any) -> None:
    reader = reads(villages).open("?weg=fuss", path=PATH)
    reader.shows(HEADLINE, "zu Fuß")
    reader.until(lambda: reader.driver.execute_script("return atlas.areas.kept.values"))
    reader.driver.execute_script("document.querySelector('.leaflet-container').focus()")
    reader.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER)
    reader.shows(".reach-way", "min")


def test_by_bus_the_way_has_its_hours_and_what_the_day_offers(villages: str, reads: Any) -> None:
    reader = reads(villages).open("?arten=schule&weg=bus&um=08:20&tag=2026-06-09", path=PATH)
    reader.shows(HEADLINE, "mit Bus und Bahn bis 08:20 Uhr")
    reader.click_area("Bedorf")
    reader.shows(".reach-way", "bis 08:20 Uhr")
    reader.shows(".reach-offers", "Schultag")


def test_layers_lie_on_the_map_and_tell_of_themselves_as_text(villages: str, reads: Any) -> None:
    reader = reads(villages).open("", path=PATH)
    reader.shows(HEADLINE, "mit dem Auto")
    reader.click("#reach-panel label", text="Mitfahrbänke")
    reader.until(lambda: len(reader.all(".reach-sign")) == 1)
    reader.shows(".reach-told", SCRIPT)
    reader.click("#reach-panel label", text="Haltestellen")
    reader.shows(".reach-told", "Haltestellen")
    assert reader.choices["schichten"] == "halte;mitfahrbank"
    assert reader.driver.execute_script("return window.hacked") is None


def test_what_is_reached_has_a_legend_of_its_own(villages: str, reads: Any) -> None:
    reader = reads(villages).open("?flaeche=1&weg=fuss&wo=gemeinde", path=PATH)
    reader.find(".reach-legend")
    reader.click("#reach-panel label", text="Erreichte Wege")
    reader.until(lambda: not reader.all(".reach-legend"))


def test_leaving_the_mode_leaves_the_map_as_it_was(villages: str, reads: Any) -> None:
    laid = "&weg=fuss&wo=gemeinde&flaeche=1&schichten=mitfahrbank"
    reader = reads(villages).open(f"?indikator=kinder&ebene=gemeinde{laid}", path=PATH)
    reader.find(".reach-legend")
    reader.find(".facility-sign")
    reader.click(".mode", text="Karte")
    reader.until(lambda: not reader.all(".reach-legend, .reach-sign, .facility-sign"))
    reader.settled()
    assert "Kinder" in reader.text(LEGEND)


def test_an_indicator_is_kept_and_found_on_the_map(changed: str, reads: Any) -> None:
    reader = reads(changed).open("?weg=fuss&mass=anteil&wo=gemeinde", path=PATH)
    reader.shows(HEADLINE, "zu Fuß")
    reader.click(f"{RESULT} summary", text="Als Indikator sichern")
    reader.click(f"{RESULT} button", text="Sichern")
    reader.shows(RESULT, "Gesichert")
    reader.open("?indikator=kitas_anteil_in_15_minuten_zu_fuss&ebene=gemeinde")
    reader.shows(LEGEND, "Kitas: Anteil in 15 Minuten zu Fuß")
    assert reader.see("fills")[0] == reader.see("swatches")[0]


@pytest.mark.parametrize(("width", "height"), [(820, 1180), (390, 844)])
def test_on_a_narrow_screen_question_and_result_are_sheets(
    villages: str, reads: Any, width: int, height: int
) -> None:
    reader = reads(villages, width=width, height=height).open("?weg=fuss", path=PATH)
    reader.shows(LEGEND, "Minuten")
    reader.click("#question-toggle")
    reader.until(lambda: reader.find("#reach-panel").is_displayed())
    assert not reader.find("#question-panel").is_displayed()
    reader.click("#area-toggle")
    reader.until(lambda: reader.find(RESULT).is_displayed())
    assert not reader.find("#reach-panel").is_displayed()
    assert reader.find(".map-panel").size["height"] >= 0.35 * height
