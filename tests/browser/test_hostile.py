"""A workspace whose names are attacks is read as text, in every mode."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.serving import served
from tests.browser.worlds import FORMULA, IMAGE, SCRIPT, hostile_villages

pytestmark = pytest.mark.browser


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[str]:
    with served(hostile_villages(tmp_path / "w", tmp_path)) as address:
        yield address


def test_hostile_names_are_text_everywhere(hostile: str, reads: Any) -> None:
    reader = reads(hostile).open("?indikator=titel&gebiet=03354001")
    reader.hover(IMAGE)
    reader.shows(".map-tooltip", IMAGE)
    assert SCRIPT in reader.text(".top-bar")
    assert SCRIPT in reader.text(".legend")
    assert IMAGE in reader.text(".source-line")
    assert IMAGE in reader.text("#portrait .area-name")
    ranking = reader.text("#ranking")
    assert IMAGE in ranking
    assert SCRIPT in ranking
    assert FORMULA in ranking
    assert any("<img" in label.text for label in reader.all(".place-name"))
    reader.click("[role=tab]", text="Tabelle")
    reader.shows("#table", FORMULA)
    reader.shows("#table", IMAGE)
    reader.click("[role=tab]", text="Thema")
    assert IMAGE in reader.text(".question-panel")
    reader.open("?indikator=titel&a=gemeinde:03354001&b=gemeinde:03354002", path="/vergleich")
    reader.shows("#comparison-panel .board-legend", IMAGE)
    reader.shows("#comparison-panel .profile", SCRIPT)
    reader.click(".mode", text="Daten")
    reader.shows("#data-page", IMAGE)
    assert "tabelle <b>.csv" in reader.text("#data-page")
    reader.open(f"?indikator=titel&gebiet=03354001;03354002&name={quote(IMAGE)}")
    reader.shows("#portrait .area-name", IMAGE)
    reader.shows("#portrait .members", SCRIPT)
    reader.open("?indikator=titel&gebiet=03354001")
    reader.click("#portrait summary", text="Woher kommt diese Zahl?")
    reader.shows(".provenance-told", IMAGE)
    reader.shows(".provenance-told", "tabelle <b>.csv")
    column = "?indikator=img_src_x_onerror_window_hacked_1"
    reader.open(column)
    assert IMAGE in reader.text(".legend")
    assert reader.driver.execute_script("return window.hacked === undefined")
    assert not reader.all("img[src=x]")
