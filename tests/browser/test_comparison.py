"""A planner compares two areas, goes back, and reads where the figures come from."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.reader import Reader

pytestmark = pytest.mark.browser


def test_a_planner_compares_and_reads_where_figures_come_from(
    demonstration: str, reads: Any
) -> None:
    reader = reads(demonstration).open("?indikator=anteil_65_plus")
    two_areas_are_told_in_sentences(reader)
    another_question_and_another_side_are_taken(reader)
    each_board_speaks(reader)
    back_leads_to_the_first_board(reader)
    the_page_of_data_tells_what_is_there(reader)
    the_map_has_kept_the_question(reader)


def two_areas_are_told_in_sentences(reader: Reader) -> None:
    reader.click(".mode", text="Vergleich")
    reader.shows(".profile-row.asked", "In Lüchow (Wendland) kommen auf 100 Einwohner")
    reader.until(lambda: [sign.text for sign in reader.all(".side-sign")] == ["A", "B"])
    assert reader.barriers() == []
    reader.click(".swap-button")
    reader.until(lambda: reader.choices.get("a") == "gemeinde:03354004")
    reader.shows(".profile-row.asked", "In Dannenberg (Elbe) kommen auf 100 Einwohner")


def another_question_and_another_side_are_taken(reader: Reader) -> None:
    reader.click(".profile-ask", text="unter 18")
    reader.shows(".legend", "Anteil der unter 18-Jährigen")
    reader.shows(".profile-row.asked", "unter 18")
    reader.click("[data-keep=side-a]")
    reader.press("Hitz", Keys.ENTER)
    reader.until(lambda: reader.choices.get("a") == "gemeinde:03354009")


def each_board_speaks(reader: Reader) -> None:
    reader.click(".board-tab", text="Zusammenhang")
    reader.shows("[data-keep=experts]", "Für Fachleute")
    assert reader.barriers() == []
    reader.click(".board-tab", text="Ähnliche")
    reader.click("[data-keep=alike-by] summary")
    reader.click(".by-indicator", text="Haltestellen je 10 km²")
    reader.shows("[data-keep=alike-by]", "eigene Auswahl")
    reader.shows(".board-text", "gewählten Indikatoren")
    assert "haltestellen_je_10km2" in reader.choices["nach"]
    assert reader.barriers() == []


def back_leads_to_the_first_board(reader: Reader) -> None:
    for _ in range(3):
        reader.driver.back()
    reader.shows(".profile-row.asked", "In Hitzacker (Elbe) kommen auf 100 Einwohner")
    assert reader.see("overflowing") == 0
    page = "document.documentElement.scrollHeight <= innerHeight"
    assert reader.driver.execute_script(f"return {page}")
    for board, drawn in (("Vergleichsring", ".board-ring"), ("Muster", ".board-muster")):
        reader.click(".board-tab", text=board)
        reader.find(drawn)
        assert reader.barriers() == []
    reader.click(".board-tab", text="A und B")
    reader.click(".profile-ask", text="ab 65")
    reader.shows(".legend", "Anteil der Menschen ab 65 Jahren")


def the_page_of_data_tells_what_is_there(reader: Reader) -> None:
    reader.click(".mode", text="Daten")
    reader.shows("#data-page", "Journal")
    told = reader.text("#data-page")
    for part in ("Samtgemeinde", "dl-de/by-2-0", "Modell", "© GeoBasis-DE / BKG 2016", "Katalog"):
        assert part in told
    assert reader.barriers() == []


def the_map_has_kept_the_question(reader: Reader) -> None:
    reader.click(".mode", text="Karte")
    reader.settled()
    assert reader.choices["indikator"] == "anteil_65_plus"
