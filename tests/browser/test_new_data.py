"""Somebody reads while the office works: gaps have words, an import and a restart are noticed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.serving import atlas, free_port
from tests.benchmarks.serving import served as running
from tests.browser.reader import Reader
from tests.browser.worlds import geodata, villages_with_gaps
from tests.villages import AHAUSEN, BEDORF

pytestmark = pytest.mark.browser


@pytest.fixture
def village_folder(tmp_path: Path) -> Path:
    return villages_with_gaps(tmp_path / "w")


def test_a_reader_sees_gaps_new_figures_and_a_restart(
    village_folder: Path, tmp_path: Path, reads: Any
) -> None:
    port = free_port()
    with running(atlas(village_folder), port=port) as program:
        reader = reads(program.address).open("?indikator=kinder&zeit=2022")
        pointing_tells_each_gap_by_its_word(reader)
        an_import_is_offered_and_shown_when_wanted(reader, village_folder, tmp_path)
    the_page_says_that_nobody_answers(reader)
    import_children_of(2024, village_folder, tmp_path)
    with running(atlas(village_folder), port=port):
        the_page_finds_its_way_back_by_itself(reader)
        assert reader.see("told") == []
        # Before nobody answers once more.
        reader.driver.get("about:blank")


def the_page_says_that_nobody_answers(reader: Reader) -> None:
    """In the legend, and the question stays."""
    reader.ask("Demografie", "Einwohner")
    reader.shows(".legend", "nicht geladen")


def the_page_finds_its_way_back_by_itself(reader: Reader) -> None:
    reader.until(reader.find("#news").is_displayed)
    reader.complaints()
    reader.ask("Jugendhilfe", "Kinder")
    reader.settled()
    reader.shows(".legend", "Kinder")
    reader.click("#news-button")
    reader.until(lambda: reader.see("settled") and "Stand 2024" in reader.text(".legend"))


def pointing_tells_each_gap_by_its_word(reader: Reader) -> None:
    told = {}
    for area in ("Ahausen", "Bedorf", "Cetal", "Dornwald"):
        reader.hover(area)
        reader.shows(".map-tooltip", area)
        told[area] = reader.text(".map-tooltip").removeprefix(area).strip()
    assert told == {
        "Ahausen": "4",
        "Bedorf": "unsicher",
        "Cetal": "geheim gehalten",
        "Dornwald": "nichts vorhanden",
    }
    assert "unsicher" in reader.text(".legend")
    assert reader.barriers() == []
    reader.open("?indikator=kinder&zeit=2021")
    reader.hover("Ahausen")
    reader.shows(".map-tooltip", "keine Angabe")
    assert "Angabe gesperrt" in reader.text(".map-tooltip")


def an_import_is_offered_and_shown_when_wanted(reader: Reader, folder: Path, desk: Path) -> None:
    reader.open("?indikator=kinder")
    assert "Stand 2022" in reader.text(".legend")
    assert not reader.find("#news").is_displayed()
    import_children_of(2023, folder, desk)
    reader.until(reader.find("#news").is_displayed)
    assert reader.barriers() == []
    assert "Stand 2022" in reader.text(".legend")
    reader.click("#news-button")
    reader.until(lambda: reader.see("settled") and "Stand 2023" in reader.text(".legend"))
    assert not reader.find("#news").is_displayed()
    assert "88" in reader.text("#ranking")


def import_children_of(year: int, folder: Path, desk: Path) -> None:
    """By a process of its own, as somebody in the office does."""
    table = desk / f"kinder_{year}.csv"
    table.write_text(f"AGS;Kinder\n{AHAUSEN};77\n{BEDORF};88\n", encoding="utf-8")
    wishes = ("--key", "AGS", "--value", "Kinder", "--indicator", "kinder", "--period", str(year))
    geodata("table", folder, str(table), *wishes)
