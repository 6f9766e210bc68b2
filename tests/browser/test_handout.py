"""Somebody takes the map along: what the dialog offers, by keyboard, and what the links bring."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from pypdf import PdfReader
from selenium.webdriver.common.keys import Keys

from tests.browser.reader import Reader
from tests.browser.serving import served
from tests.browser.worlds import villages_with_gaps

pytestmark = pytest.mark.browser

VIEW = "?indikator=kinder&zeit=2022&ebene=gemeinde&gebiet=03354001"
DIALOG = ".handout-dialog[open]"


@pytest.fixture
def villages(tmp_path: Path) -> Iterator[str]:
    with served(villages_with_gaps(tmp_path / "w")) as address:
        yield address


def test_a_view_is_taken_along(villages: str, reads: Any) -> None:
    reader = reads(villages).open(VIEW)
    nothing_of_it_comes_with_the_map(reader)
    the_dialog_opens_by_keyboard_and_has_no_barrier(reader)
    each_link_brings_the_view(reader, villages)
    all_portraits_tell_how_far_they_are(reader)
    escape_leads_back_to_where_one_was(reader)
    a_printed_page_is_one_sheet_with_its_legend(reader)


def nothing_of_it_comes_with_the_map(reader: Reader) -> None:
    assert not any("/handout/" in address for address in reader.requests())


def the_dialog_opens_by_keyboard_and_has_no_barrier(reader: Reader) -> None:
    reader.driver.execute_script("document.querySelector('#handout').focus()")
    reader.press(Keys.ENTER)
    reader.shows(DIALOG, "für QGIS: Gebiete, Werte und dieselben Klassen")
    assert reader.see("focused") == "Schließen"
    assert reader.barriers() == []
    reader.press(Keys.TAB)
    assert reader.see("focused") == "PNG"


def each_link_brings_the_view(reader: Reader, villages: str) -> None:
    links = [link.get_attribute("href") for link in reader.all(f"{DIALOG} a")]
    assert len(links) == 10
    assert all("indikator=kinder" in link and "gebiet=03354001" in link for link in links)
    (table,) = (link for link in links if ".csv" in link)
    with urlopen(table) as answer:
        assert "Ahausen;4;" in answer.read().decode("utf-8-sig")


def all_portraits_tell_how_far_they_are(reader: Reader) -> None:
    reader.click(f"{DIALOG} button", text="Alle 4 auf der Raumebene")
    reader.shows(".handout-said", "Fertig")


def escape_leads_back_to_where_one_was(reader: Reader) -> None:
    reader.press(Keys.ESCAPE)
    reader.until(lambda: not reader.all(DIALOG))
    assert reader.see("focused") == "Export"


def a_printed_page_is_one_sheet_with_its_legend(reader: Reader) -> None:
    printed = reader.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    (page,) = PdfReader(io.BytesIO(base64.b64decode(printed["data"]))).pages
    assert page.mediabox.width > page.mediabox.height
    text = page.extract_text()
    for said in ("Dreidorf", "geheim gehalten", "Kreisamt"):
        assert said in text
    assert "Rangliste" not in text
