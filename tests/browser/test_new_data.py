"""Somebody reads while the office works: gaps have words, an import and a restart are noticed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.reader import Reader
from tests.browser.serving import served
from tests.browser.worlds import geodata, villages_with_gaps
from tests.villages import AHAUSEN, BEDORF

pytestmark = pytest.mark.browser


@pytest.fixture
def village_folder(tmp_path: Path) -> Path:
    return villages_with_gaps(tmp_path / "w")


@pytest.fixture
def villages(village_folder: Path) -> Iterator[str]:
    with served(village_folder) as address:
        yield address


def test_a_reader_sees_gaps_and_new_figures(
    villages: str, village_folder: Path, tmp_path: Path, reads: Any
) -> None:
    reader = reads(villages).open("?indikator=kinder&zeit=2022")
    pointing_tells_each_gap_by_its_word(reader)
    an_import_is_offered_and_shown_when_wanted(reader, village_folder, tmp_path)


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
    table = desk / "kinder_2023.csv"
    table.write_text(f"AGS;Kinder\n{AHAUSEN};77\n{BEDORF};88\n", encoding="utf-8")
    wishes = ("--key", "AGS", "--value", "Kinder", "--indicator", "kinder", "--period", "2023")
    geodata("table", folder, str(table), *wishes)
    reader.until(reader.find("#news").is_displayed)
    assert reader.barriers() == []
    assert "Stand 2022" in reader.text(".legend")
    reader.click("#news-button")
    reader.until(lambda: reader.see("settled") and "Stand 2023" in reader.text(".legend"))
    assert not reader.find("#news").is_displayed()
    assert "88" in reader.text("#ranking")
