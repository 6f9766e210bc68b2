"""A planner asks: opens, chooses, goes back, moves time, lays two maps side by side, draws anew."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.reader import Reader

pytestmark = pytest.mark.browser

AGED = "?indikator=anteil_65_plus"


@pytest.mark.offline_tiles
def test_a_planner_asks_one_question_after_another(demonstration: str, reads: Any) -> None:
    reader = reads(demonstration).open()
    the_map_is_painted_and_says_what_it_shows(reader)
    another_question_recolours_it_and_back_restores_the_first(reader)
    from_afar_it_shows_the_classes_too(reader)
    period_and_level_change_what_is_drawn(reader)
    the_slider_paints_another_period_in_the_same_classes(reader)
    a_change_is_shown(reader)
    a_second_map_has_a_question_of_its_own(reader)
    nonsense_as_own_breaks_is_answered(reader)
    a_basemap_that_does_not_answer_stays_quietly_off(reader)


def the_map_is_painted_and_says_what_it_shows(reader: Reader) -> None:
    fills = set(reader.see("fills"))
    assert len(fills & set(reader.see("swatches"))) >= 4
    assert {"Lüchow", "Dannenberg", "Clenze"} <= {e.text for e in reader.all(".place-name-area")}
    assert "Prignitz" in {e.text for e in reader.all(".place-name-neighbour")}
    assert "km" in reader.text(".leaflet-control-scale")
    assert "Landesamt für Statistik Niedersachsen" in reader.text(".source-line")
    assert "Stand 30.06.2025" in reader.text(".source-line")
    assert "Landkreis Lüchow-Dannenberg" in reader.text(".top-bar")
    assert reader.barriers() == []


def another_question_recolours_it_and_back_restores_the_first(reader: Reader) -> None:
    first, legend = reader.see("fills"), reader.text(".legend")
    reader.ask("Soziales", "Wo leben viele ältere Menschen?")
    reader.until(lambda: reader.choices.get("indikator") == "menschen_ab_65")
    reader.settled()
    assert reader.see("fills") != first
    assert "Wo leben viele ältere Menschen?" in reader.text(".legend")
    assert "Wo leben viele ältere Menschen?, Stand" in reader.text(".map-voice")
    reader.driver.back()
    reader.until(lambda: "indikator" not in reader.choices)
    reader.settled()
    assert (reader.see("fills"), reader.text(".legend")) == (first, legend)
    reader.until(lambda: reader.find("input[value=bevoelkerung]").is_selected())


def from_afar_it_shows_the_classes_too(reader: Reader) -> None:
    """Areas of a few pixels have no lines, and turn with the question."""
    reader.until(lambda: zoomed_out(reader, to=7))
    reader.until(lambda: in_colours_of_the_legend(reader))
    first = reader.see("fills")
    reader.ask("Soziales", "Wo leben viele ältere Menschen?")
    reader.until(lambda: reader.choices.get("indikator") == "menschen_ab_65")
    reader.settled()
    assert reader.see("fills") != first
    assert in_colours_of_the_legend(reader)


def period_and_level_change_what_is_drawn(reader: Reader) -> None:
    reader.open("?indikator=bevoelkerung&gebiet=03354005")
    reader.pick("period", "30.06.2020")
    reader.until(lambda: reader.choices.get("zeit") == "2020-06-30")
    reader.settled()
    assert "Stand 30.06.2020 (Grundlage Zensus 2011)" in reader.text(".legend")
    reader.pick("system", "Sozialraum")
    reader.until(lambda: reader.choices.get("ebene") == "sozialraum")
    reader.settled()
    assert "gebiet" not in reader.choices
    assert len(reader.see("fills")) == 7
    reader.until(lambda: len(reader.all(".ranking-row")) == 7)


def the_slider_paints_another_period_in_the_same_classes(reader: Reader) -> None:
    reader.find("#time input").send_keys(Keys.ARROW_RIGHT)
    reader.until(lambda: reader.choices.get("fest") == "1")
    reader.settled()
    assert reader.choices["zeit"] == "2022-05-15"
    reader.find("#time input").send_keys(Keys.ARROW_RIGHT)
    reader.until(lambda: reader.choices["zeit"] == "2022-12-31")
    before = [cell.text for cell in reader.all(".legend-label")]
    reader.settled()
    assert [cell.text for cell in reader.all(".legend-label")] == before


def a_change_is_shown(reader: Reader) -> None:
    reader.pick("since", "30.06.2020")
    reader.until(lambda: reader.choices.get("seit") == "2020-06-30")
    reader.settled()
    assert "von 30.06.2020 bis 31.12.2022" in reader.text(".legend")
    assert reader.barriers() == []
    reader.pick("since", "keine Veränderung zeigen")
    reader.until(lambda: "seit" not in reader.choices)
    reader.settled()


def a_second_map_has_a_question_of_its_own(reader: Reader) -> None:
    """It begins as the first; portrait and lists follow the map that is set."""
    reader.click(".drawing summary")
    reader.click(".mantine-Switch-root:has(#second-map) .mantine-Switch-track")
    reader.until(lambda: reader.see("beside"))
    reader.ask("Soziales", "Wo leben viele ältere Menschen?")
    reader.until(lambda: "ältere" in (reader.see("beside") or {}).get("title", ""))
    reader.shows("#portrait .figure-title", "Menschen ab 65 Jahren")
    assert "leben hier" in reader.text(".legend")
    assert reader.choices["indikator"] == "bevoelkerung"
    assert reader.barriers() == []
    assert reader.barriers(frame=".second-map") == []
    reader.click(".leaflet-control-zoom-in")
    reader.until(lambda: reader.see("beside")["zoom"] == reader.see("zoom"))


def nonsense_as_own_breaks_is_answered(reader: Reader) -> None:
    """And the page goes on."""
    reader.open(AGED)
    reader.click(".drawing summary")
    reader.pick("method", "Eigene Grenzen")
    field = reader.find("#own-breaks")
    reader.until(field.is_displayed)
    field.send_keys("zehn; 20", Keys.ENTER)
    reader.shows(".question-panel", "„zehn“ ist keine Zahl.")
    assert "grenzen" not in reader.choices
    assert reader.barriers() == []
    field.send_keys(Keys.CONTROL, "a")
    field.send_keys("20; 27,5; 30", Keys.ENTER)
    reader.until(lambda: reader.choices.get("grenzen") == "20;27.5;30")
    reader.settled()
    assert "ist keine Zahl" not in reader.text(".question-panel")
    assert "27,5" in reader.text(".legend")


def a_basemap_that_does_not_answer_stays_quietly_off(reader: Reader) -> None:
    reader.requests()
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


def zoomed_out(reader: Reader, *, to: float) -> bool:
    """One more click where it is not far enough; while the map is moving, clicks are not heard."""
    before: float = reader.see("zoom")
    if before > to:
        reader.click(".leaflet-control-zoom-out")
    return before <= to


def in_colours_of_the_legend(reader: Reader) -> bool:
    """Nearly all areas; a point near a border may lie on a pixel between two colours."""
    legend = reader.see("swatches")
    fills = reader.see("fills")
    return sum(fill in legend for fill in fills) > 0.8 * len(fills)
