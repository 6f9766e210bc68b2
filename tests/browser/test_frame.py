"""Journeys around the map: its modes, new data, small screens, no internet, model figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.serving import served
from tests.browser.worlds import geodata, villages_with_gaps
from tests.villages import AHAUSEN, BEDORF

pytestmark = pytest.mark.browser

TABLET, PHONE = (820, 1180), (400, 800)


@pytest.fixture
def village_folder(tmp_path: Path) -> Path:
    return villages_with_gaps(tmp_path / "w")


@pytest.fixture
def villages(village_folder: Path) -> Iterator[str]:
    with served(village_folder) as address:
        yield address


def test_each_mode_keeps_the_question_and_leads_back(demonstration: str, reads: Any) -> None:
    reader = reads(demonstration).open("?indikator=anteil_65_plus")
    reader.click(".mode", text="Vergleich")
    reader.shows(".profile-row.asked", "In Lüchow (Wendland) kommen auf 100 Einwohner")
    reader.until(lambda: [sign.text for sign in reader.all(".side-sign")] == ["A", "B"])
    reader.click(".swap-button")
    reader.until(lambda: reader.choices.get("a") == "gemeinde:03354004")
    reader.shows(".profile-row.asked", "In Dannenberg (Elbe) kommen auf 100 Einwohner")
    reader.click(".profile-ask", text="unter 18")
    reader.shows(".legend", "Anteil der unter 18-Jährigen")
    reader.shows(".profile-row.asked", "unter 18")
    reader.click("[data-keep=side-a]")
    reader.press("Hitz", Keys.ENTER)
    reader.until(lambda: reader.choices.get("a") == "gemeinde:03354009")
    reader.click(".board-tab", text="Zusammenhang")
    reader.shows("[data-keep=experts]", "Für Fachleute")
    reader.click(".board-tab", text="Ähnliche")
    reader.click("[data-keep=alike-by] summary")
    reader.click(".by-indicator", text="Haltestellen je 10 km²")
    reader.shows("[data-keep=alike-by]", "eigene Auswahl")
    reader.shows(".board-text", "gewählten Indikatoren")
    assert "haltestellen_je_10km2" in reader.choices["nach"]
    for _ in range(3):
        reader.driver.back()
    reader.shows(".profile-row.asked", "In Hitzacker (Elbe) kommen auf 100 Einwohner")
    assert reader.see("overflowing") == 0
    page = "document.documentElement.scrollHeight <= innerHeight"
    assert reader.driver.execute_script(f"return {page}")
    reader.click(".profile-ask", text="ab 65")
    reader.shows(".legend", "Anteil der Menschen ab 65 Jahren")
    reader.click(".mode", text="Daten")
    reader.shows("#data-page", "Journal")
    told = reader.text("#data-page")
    for part in ("Samtgemeinde", "dl-de/by-2-0", "Modell", "© GeoBasis-DE / BKG 2016", "Katalog"):
        assert part in told
    reader.click(".mode", text="Karte")
    reader.settled()
    assert reader.choices["indikator"] == "anteil_65_plus"


def test_an_import_by_another_process_is_offered_and_shown_when_wanted(
    villages: str, village_folder: Path, tmp_path: Path, reads: Any
) -> None:
    reader = reads(villages).open("?indikator=kinder")
    assert "Stand 2022" in reader.text(".legend")
    assert not reader.find("#news").is_displayed()
    table = tmp_path / "kinder_2023.csv"
    table.write_text(f"AGS;Kinder\n{AHAUSEN};77\n{BEDORF};88\n", encoding="utf-8")
    wishes = ("--key", "AGS", "--value", "Kinder", "--indicator", "kinder", "--period", "2023")
    geodata("table", village_folder, str(table), *wishes)
    reader.until(reader.find("#news").is_displayed)
    assert "Stand 2022" in reader.text(".legend")
    reader.click("#news-button")
    reader.until(lambda: reader.see("settled") and "Stand 2023" in reader.text(".legend"))
    assert not reader.find("#news").is_displayed()
    assert "88" in reader.text("#ranking")


def test_on_small_screens_panels_are_sheets_and_the_map_stays_the_largest(
    demonstration: str, reads: Any
) -> None:
    reader = reads(demonstration)
    for width, height in TABLET, PHONE:
        reader.resize(width, height)
        reader.open("?indikator=anteil_65_plus&gebiet=03354005")
        for panel in "question", "area":
            shown = reader.find(f".{panel}-panel")
            assert not shown.is_displayed()
            reader.click(f"#{panel}-toggle")
            reader.until(shown.is_displayed)
            sheet = reader.see("box", f".{panel}-panel")
            assert reader.see("box", ".map-panel")["area"] > sheet["area"]
            assert sheet["bottom"] <= height
            assert reader.see("overflowing") == 0
            if panel == "area":
                reader.until(lambda: reader.see("beyond", ".series .main-svg", "#portrait") == 0)
            reader.click(f"#{panel}-toggle")
            reader.until(lambda shown=shown: not shown.is_displayed())
        reader.click(".mode", text="Daten")
        reader.shows("#data-page", "Journal")
        assert reader.see("overflowing") == 0


@pytest.mark.offline_tiles
def test_a_basemap_that_does_not_answer_stays_quietly_off(demonstration: str, reads: Any) -> None:
    reader = reads(demonstration).open()
    reader.click(".drawing summary")
    reader.click("label", text="Hintergrundkarte")
    reader.until(lambda: reader.choices.get("grund") == "grau")
    asked = reader.until(lambda: [a for a in reader.requests() if "basemapde" in a])
    reader.ask("Jugendhilfe", "Wo leben besonders viele Kinder unter 3?")
    reader.until(lambda: reader.choices.get("indikator") == "alter_0_2")
    reader.settled()
    assert len(asked) + len([a for a in reader.requests() if "basemapde" in a]) <= 3
    assert "basemap" not in reader.text(".source-line")
    assert not reader.all(".leaflet-tile-pane img")
    assert not reader.text("#notice")
    assert "#f3f1ec" not in reader.see("fills")[:27]


def test_model_figures_wear_a_badge_and_counted_ones_do_not(demonstration: str, reads: Any) -> None:
    reader = reads(demonstration).open("?indikator=anteil_65_plus&gebiet=03354005")
    assert "Modelldaten" in reader.text(".legend .badge")
    assert "Modelldaten" in reader.text("#portrait .nature-badge")
    reader.hover("Clenze")
    reader.shows(".map-tooltip", "Modelldaten")
    reader.open("?indikator=bevoelkerung&gebiet=03354005")
    assert not reader.all(".legend .badge")
    assert "Modelldaten" not in reader.text("#portrait .figure-block")
