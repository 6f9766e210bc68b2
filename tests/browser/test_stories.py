"""Journeys through „Teilen“ and „Präsentation“: the shipped story by keyboard, one of one's own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from app import DEMONSTRATION
from geodata.imports.stories import put_story
from geodata.store import Store
from geodata.stories import Chapter, Story
from tests.browser.reader import Reader
from tests.browser.serving import served
from tests.browser.worlds import IMAGE, SCRIPT, villages_with_gaps
from tests.villages import AHAUSEN, put_table

pytestmark = pytest.mark.browser

STORY = "kinder-und-wege-im-wendland"
WALL = (1920, 1080)
PHONES = (360, 740), (320, 640)
SHIPPED = Path(DEMONSTRATION).parent / "stories" / "kinder_und_wege.json"


@pytest.fixture
def own_demonstration(tmp_path: Path) -> Iterator[str]:
    """A copy that may be written to."""
    folder = tmp_path / "eigene"
    shutil.copytree(DEMONSTRATION, folder)
    with served(folder) as address:
        yield address


@pytest.fixture
def villages(tmp_path: Path) -> Iterator[str]:
    with served(villages_with_gaps(tmp_path / "w")) as address:
        yield address


def on_the_wall(reader: Reader, number: int) -> None:
    """Wait until a chapter's map stands, with its legend, source and date."""
    reader.shows(".stage-count", f"{number} / 5")
    reader.until(lambda: reader.all(".stage-classes li") and not reader.all("[data-waiting]"))
    assert reader.text(".stage-source").startswith("Quelle:")
    assert "Eintrag" in reader.text(".stage-stamp")


def test_the_shipped_story_is_presented_from_first_to_last_chapter(
    demonstration: str, reads: Any
) -> None:
    presented_by_keyboard(demonstration, reads)
    in_the_hand_map_and_statement_are_read(demonstration, reads)
    an_area_is_large_on_the_wall(demonstration, reads)
    the_speakers_window_leads_and_follows(demonstration, reads)
    without_an_address_there_is_no_code(demonstration, reads)


def test_a_planner_builds_a_story_and_shares_views(
    villages: str, own_demonstration: str, reads: Any
) -> None:
    built_from_the_running_screen(villages, reads)
    an_old_link_opens_the_nearest_view(villages, reads)
    shared_named_and_taken_into_a_story(own_demonstration, reads)


def test_a_story_keeps_its_day_and_is_taken_by_camera(tmp_path: Path, reads: Any) -> None:
    keeps_the_figures_of_its_day(tmp_path, reads)
    a_camera_takes_the_chapter(tmp_path, reads)


def presented_by_keyboard(demonstration: str, reads: Any) -> None:
    chapters = json.loads(SHIPPED.read_text("utf-8"))["chapters"]
    reader = reads(demonstration, width=WALL[0], height=WALL[1])
    reader.open(path="/praesentation")
    reader.shows(".story-card", "Kinder und Wege im Wendland")
    present = reader.until(lambda: reader.find(".story-card .primary"))
    reader.driver.execute_script("arguments[0].focus()", present)
    reader.press(Keys.ENTER)
    for number, chapter in enumerate(chapters, start=1):
        on_the_wall(reader, number)
        assert reader.text(".stage-question") == chapter["question"]
        assert reader.text(".stage-text") == chapter["text"]
        assert bool(reader.all(".stage-badge")) == ("Modell" in chapter["text"])
        assert reader.see("overflowing") == 0
        reader.press(
            (Keys.ARROW_RIGHT, Keys.PAGE_DOWN, Keys.SPACE, Keys.ARROW_DOWN, Keys.END)[number - 1]
        )
    on_the_wall(reader, 5)
    assert reader.barriers() == []
    reader.press(Keys.PAGE_UP)
    on_the_wall(reader, 4)
    reader.press("b")
    reader.shows(".stage-dark", "dunkel")
    reader.press("b")
    reader.until(lambda: not reader.all(".stage-dark"))
    assert not reader.find(".top-bar").is_displayed()
    reader.press(Keys.ESCAPE)
    reader.until(lambda: reader.find(".top-bar").is_displayed())
    assert "geschichte" not in reader.choices
    reader.until(
        lambda: reader.driver.switch_to.active_element.get_attribute("data-story") == STORY
    )


def in_the_hand_map_and_statement_are_read(demonstration: str, reads: Any) -> None:
    """A phone: the map is seen, all is reached by scrolling, the buttons stand below."""
    reader = reads(demonstration)
    for width, height in PHONES:
        reader.resize(width, height)
        reader.open(f"?geschichte={STORY}&kapitel=5", path="/praesentation")
        on_the_wall(reader, 5)
        seen = reader.see("box", ".map-panel")
        assert seen["area"] >= 0.4 * width * height
        parts = [reader.see("box", f".stage-{part}") for part in ("head", "side", "told")]
        assert parts[0]["bottom"] <= seen["bottom"] <= parts[1]["bottom"] <= parts[2]["bottom"]
        assert reader.see("box", ".stage-controls")["bottom"] <= height
        assert reader.barriers() == []
        reader.click(".stage-previous")
        on_the_wall(reader, 4)


def an_area_is_large_on_the_wall(demonstration: str, reads: Any) -> None:
    reader = reads(demonstration, width=WALL[0], height=WALL[1])
    reader.open(f"?geschichte={STORY}&kapitel=2", path="/praesentation")
    on_the_wall(reader, 2)
    reader.until(lambda: len(reader.all(".stage-zoom option")) > 20)
    before = reader.see("zoom")
    reader.click(".stage-zoom option", text="Clenze")
    reader.shows(".stage-facts", "Clenze 17,5")
    assert "Landkreis Lüchow-Dannenberg 15,5" in reader.text(".stage-facts")
    assert reader.see("zoom") > before
    reader.press("z")
    reader.until(lambda: reader.see("zoom") == before)
    reader.click_area("Jameln")
    reader.shows(".stage-facts", "Jameln 17,5")


def the_speakers_window_leads_and_follows(demonstration: str, reads: Any) -> None:
    reader = reads(demonstration, width=WALL[0], height=WALL[1])
    reader.open(f"?geschichte={STORY}&kapitel=1", path="/praesentation")
    on_the_wall(reader, 1)
    wall = reader.driver.current_window_handle
    reader.driver.switch_to.new_window("tab")
    try:
        reader.driver.get(f"{demonstration}/praesentation/vortrag?geschichte={STORY}")
        reader.shows(".speaker-note", "gerechnet und nicht erhoben")
        reader.shows(".speaker-next", "Wo ist die Bevölkerung besonders jung?")
        reader.press(Keys.PAGE_DOWN)
        reader.shows(".speaker-now", "Wo ist die Bevölkerung besonders jung?")
        assert reader.text(".speaker-time")
    finally:
        reader.driver.close()
        reader.driver.switch_to.window(wall)
    on_the_wall(reader, 2)
    reader.driver.get(f"{demonstration}/praesentation/vortrag?geschichte={STORY}")
    reader.shows(".speaker-note", "gerechnet und nicht erhoben")
    assert reader.barriers() == []


def a_camera_takes_the_chapter(tmp_path: Path, reads: Any) -> None:
    folder = Path(shutil.copytree(DEMONSTRATION, tmp_path / "wand"))
    with served(folder, public="https://atlas.kreis.de") as address:
        reader = reads(address, width=WALL[0], height=WALL[1])
        reader.open(f"?geschichte={STORY}&kapitel=2", path="/praesentation")
        on_the_wall(reader, 2)
        reader.press("q")
        reader.shows(".stage-qr", "atlas.kreis.de")
        picture = "return document.querySelector('.stage-qr img').naturalWidth > 0"
        reader.until(lambda: reader.driver.execute_script(picture))
        reader.press(Keys.ARROW_RIGHT)
        reader.until(lambda: not reader.all(".stage-qr"))
        on_the_wall(reader, 2)
        reader.driver.get("about:blank")


def without_an_address_there_is_no_code(demonstration: str, reads: Any) -> None:
    reader = reads(demonstration, width=WALL[0], height=WALL[1])
    reader.open(f"?geschichte={STORY}&kapitel=2", path="/praesentation")
    on_the_wall(reader, 2)
    reader.press("q")
    assert not reader.all(".stage-qr, .stage-code")


def built_from_the_running_screen(villages: str, reads: Any) -> None:
    reader = reads(villages).open("?indikator=kinder&zeit=2022")
    reader.click(".mode", text="Präsentation")
    reader.click(".stories-tools .button", text="Neue Geschichte")
    title = reader.find(".stories-panel .note-field input")
    title.clear()
    title.send_keys(f"Dorf {SCRIPT}")
    reader.click(".editor-add .button")
    text = reader.until(lambda: reader.find(".chapter[open] textarea"))
    assert reader.barriers() == []
    text.send_keys(IMAGE)
    reader.click(".chapter-tools .quiet-button", text="Verdoppeln")
    reader.until(lambda: len(reader.all(".chapter")) == 2)
    reader.click(".editor-foot .primary")
    reader.shows(".editor-foot", "Gespeichert")
    a_chapter_comes_from_elsewhere(reader)
    reader.click(".editor-back")
    reader.shows(".story-card", f"Dorf {SCRIPT}")
    assert reader.barriers() == []
    assert not reader.find("#news").is_displayed()
    reader.click(".story-card .primary")
    reader.shows(".stage-text", IMAGE)
    reader.shows(".stage-count", "1 / 3")
    reader.click(".stage-next")
    reader.shows(".stage-count", "2 / 3")
    # It has the same map: its areas are still there to be zoomed to.
    reader.until(lambda: len(reader.all(".stage-zoom option")) > 3)
    reader.click(".stage-leave")
    reader.settled()
    assert reader.driver.execute_script("return globalThis.hacked") is None


def a_chapter_comes_from_elsewhere(reader: Any) -> None:
    """While the story is open to be written, and is not lost when it is saved."""
    reader.find(".stories-panel .note-field input").send_keys("!")
    reader.click(".mode", text="Karte")
    reader.click("#share")
    reader.click(".share-chapter .button")
    reader.shows(".share-said", "Aufgenommen")
    reader.press(Keys.ESCAPE)
    reader.click(".mode", text="Präsentation")
    reader.until(lambda: len(reader.all(".chapter")) == 3)
    reader.click(".editor-foot .primary")
    reader.shows(".editor-foot", "Gespeichert")
    assert len(reader.all(".chapter")) == 3


def keeps_the_figures_of_its_day(tmp_path: Path, reads: Any) -> None:
    folder = villages_with_gaps(tmp_path / "w")
    with Store.open(folder) as store:
        chapter = Chapter("Wo leben Kinder?", "?indikator=kinder&zeit=2022", "In Ahausen vier.")
        put_story(store, Story("", "Dorf", (chapter,), 0))
        put_table(store, "kinder", "2022", {AHAUSEN: 77.0})
    with served(folder) as address:
        reader = reads(address)
        reader.open("?geschichte=dorf&kapitel=1", path="/praesentation")
        reader.shows(".stage-banner", "neuere Zahlen")
        reader.until(lambda: len(reader.all(".stage-zoom option")) > 3)
        reader.click(".stage-zoom option", text="Ahausen")
        reader.shows(".stage-facts", "Ahausen 4")
        reader.press(Keys.ESCAPE)
        reader.shows(".story-newer", "neuere Zahlen")
        reader.open("?indikator=kinder&zeit=2022")
        assert "77" in reader.text(".legend")
        reader.driver.get("about:blank")


def shared_named_and_taken_into_a_story(own_demonstration: str, reads: Any) -> None:
    reader = reads(own_demonstration).open("?indikator=anteil_unter_18&gebiet=03354002")
    reader.click("#share")
    reader.shows(".share-how", "--public-url")
    reader.find(".share-views input").send_keys("Junge Gemeinden", Keys.ENTER)
    reader.shows(".share-list", "Junge Gemeinden")
    assert reader.barriers() == []
    reader.click(".share-chapter .button")
    reader.shows(".share-said", "Aufgenommen")
    reader.press(Keys.ESCAPE)
    reader.until(lambda: not reader.find(".share-dialog").is_displayed())
    assert reader.see("focused_id") == "share"
    reader.click(".mode", text="Präsentation")
    reader.shows(".story-card", "6 Kapitel")
    reader.open("?indikator=anteil_65_plus")
    reader.click("#share")
    reader.click(".share-list a", text="Junge Gemeinden")
    reader.settled()
    assert reader.choices["indikator"] == "anteil_unter_18"
    assert reader.driver.find_elements(By.CSS_SELECTOR, "dialog[open]") == []


def an_old_link_opens_the_nearest_view(villages: str, reads: Any) -> None:
    reader = reads(villages).open("?indikator=hunde&zeit=2022&farbe=rot")
    reader.shows("#notice", "„hunde“")
    reader.shows("#notice", "„farbe“")
    reader.click("#notice .button")
    reader.until(lambda: not reader.text("#notice"))
