"""A councillor with a tablet and one with a phone: panels are sheets, the map stays the largest."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.reader import Reader

pytestmark = pytest.mark.browser

TABLET, PHONE = (820, 1180), (320, 640)
# A window of 1280 x 800 whose page is drawn twice as large.
ZOOMED = (640, 400)
ASKED = "?indikator=anteil_65_plus&gebiet=03354005"
FILTER, RESULT = "#facilities-panel", "#result-panel"


def test_councillors_read_on_tablet_and_phone(demonstration: str, reads: Any) -> None:
    reader = reads(demonstration)
    for width, height in TABLET, PHONE:
        reader.resize(width, height)
        reader.open(ASKED)
        question_and_area_are_sheets(reader, height)
        the_filter_is_a_sheet(reader, height)
        way_and_result_are_sheets(reader, height)
        boards_and_data_fit(reader)
    reader.resize(*ZOOMED, density=2)
    reader.open(ASKED)
    nothing_is_lost_at_twice_the_size(reader)


def question_and_area_are_sheets(reader: Reader, height: int) -> None:
    for panel in "question", "area":
        shown = reader.find(f".{panel}-panel")
        assert not shown.is_displayed()
        reader.click(f"#{panel}-toggle")
        reader.until(shown.is_displayed)
        sheet = reader.see("box", f".{panel}-panel")
        assert reader.see("box", ".map-panel")["area"] > sheet["area"]
        assert sheet["bottom"] <= height
        if panel == "area":
            reader.until(lambda: reader.see("beyond", ".series .main-svg", "#portrait") == 0)
        nothing_keeps_people_out(reader)
        reader.click(f"#{panel}-toggle")
        reader.until(lambda shown=shown: not shown.is_displayed())


def the_filter_is_a_sheet(reader: Reader, height: int) -> None:
    reader.click(".mode", text="Einrichtungen")
    reader.shows(f"{FILTER} .facility-found", "Einrichtungen")
    reader.until(lambda: reader.all(".facility-sign"))
    assert reader.find(".map-panel").size["height"] >= 0.35 * height
    reader.until(lambda: reader.see("covered") == [], else_say="Die Legende verdeckt Gebiete.")
    nothing_keeps_people_out(reader)
    reader.click("#facilities-toggle")
    reader.until(lambda: not reader.find(FILTER).is_displayed())


def way_and_result_are_sheets(reader: Reader, height: int) -> None:
    reader.click(".mode", text="Erreichbarkeit")
    reader.shows(".legend", "Minuten")
    reader.until(lambda: reader.text(RESULT))
    if not reader.find("#reach-panel").is_displayed():
        reader.click("#question-toggle")
    reader.until(lambda: reader.find("#reach-panel").is_displayed())
    assert not reader.find("#question-panel").is_displayed()
    nothing_keeps_people_out(reader)
    reader.click("#area-toggle")
    reader.until(lambda: reader.find(RESULT).is_displayed())
    assert not reader.find("#reach-panel").is_displayed()
    assert reader.find(".map-panel").size["height"] >= 0.35 * height
    # What only a screen reader hears stretches no page.
    page = "return document.documentElement.scrollHeight - window.innerHeight"
    assert reader.driver.execute_script(page) <= 0
    nothing_keeps_people_out(reader)


def boards_and_data_fit(reader: Reader) -> None:
    reader.click(".mode", text="Vergleich")
    reader.find("#comparison-panel .board")
    nothing_keeps_people_out(reader)
    reader.click(".mode", text="Daten")
    reader.shows("#data-page", "Journal")
    nothing_keeps_people_out(reader)


def nothing_is_lost_at_twice_the_size(reader: Reader) -> None:
    for panel in "question", "area":
        reader.click(f"#{panel}-toggle")
        reader.until(reader.find(f".{panel}-panel").is_displayed)
        nothing_keeps_people_out(reader)


def nothing_keeps_people_out(reader: Reader) -> None:
    assert reader.see("overflowing") == 0
    assert reader.barriers() == []
