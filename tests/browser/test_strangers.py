"""Journeys into other worlds: a second county, and a workspace whose names are attacks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests import second_county
from tests.browser.serving import served
from tests.browser.worlds import FORMULA, IMAGE, SCRIPT, hostile_villages

pytestmark = pytest.mark.browser


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[str]:
    with served(hostile_villages(tmp_path / "w", tmp_path)) as address:
        yield address


@pytest.fixture
def lueneburg_folder(tmp_path: Path, shared_data: Path) -> Path:
    """The second county with its tables, before anything was catalogued."""
    second_county.bring_in(tmp_path / "w", shared_data)
    return tmp_path / "w"


@pytest.fixture
def lueneburg(lueneburg_folder: Path) -> Iterator[str]:
    with served(lueneburg_folder) as address:
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


def test_another_county_has_its_own_atlas_and_a_new_share_appears_while_it_runs(
    lueneburg: str, lueneburg_folder: Path, reads: Any
) -> None:
    reader = reads(lueneburg).open("?indikator=prs018")
    assert "Landkreis Lüneburg" in reader.text(".top-bar")
    assert len(reader.see("fills")) == 43
    assert "Amelinghausen" in reader.text("#ranking")
    assert "Uelzen" in {e.text for e in reader.all(".place-name-neighbour")}
    second_county.make_a_share(lueneburg_folder)
    reader.until(reader.find("#news").is_displayed)
    reader.click("#news-button")
    reader.until(lambda: reader.see("settled") and "Demografie" in reader.text(".topics"))
    reader.ask("Demografie", "Wo leben mehr Frauen als Männer?")
    reader.until(lambda: reader.choices.get("indikator") == "frauenanteil")
    reader.settled()
    assert "Anteil der Frauen" in reader.text(".legend")
    assert "51,4" in reader.text("#portrait .figure")
    assert "Hitzacker" not in reader.driver.page_source
    assert "03354" not in reader.driver.page_source
