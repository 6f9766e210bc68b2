"""Journeys of somebody who asks: opens, chooses, shares, goes back, draws otherwise."""

from __future__ import annotations

from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.reader import Reader

pytestmark = pytest.mark.browser

AGED = "?indikator=anteil_65_plus"


def test_the_atlas_opens_with_a_painted_map_and_says_what_it_shows(
    demonstration: str, reads: Any
) -> None:
    reader = reads(demonstration).open()
    fills = set(reader.see("fills"))
    assert len(fills & set(reader.see("swatches"))) >= 4
    assert {"Lüchow", "Dannenberg", "Clenze"} <= {e.text for e in reader.all(".place-name-area")}
    assert "Prignitz" in {e.text for e in reader.all(".place-name-neighbour")}
    assert "km" in reader.text(".leaflet-control-scale")
    assert "Landesamt für Statistik Niedersachsen" in reader.text(".source-line")
    assert "Stand 30.06.2025" in reader.text(".source-line")
    assert "Landkreis Lüchow-Dannenberg" in reader.text(".top-bar")


def test_another_question_recolours_the_map_and_back_restores_the_first(
    demonstration: str, reads: Any
) -> None:
    reader = reads(demonstration).open()
    first, legend = reader.see("fills"), reader.text(".legend")
    reader.ask("Soziales", "Wo leben viele ältere Menschen?")
    reader.until(lambda: reader.choices.get("indikator") == "menschen_ab_65")
    reader.settled()
    assert reader.see("fills") != first
    assert "Wo leben viele ältere Menschen?" in reader.text(".legend")
    reader.driver.back()
    reader.until(lambda: "indikator" not in reader.choices)
    reader.settled()
    assert (reader.see("fills"), reader.text(".legend")) == (first, legend)
    reader.until(lambda: reader.find("input[value=bevoelkerung]").is_selected())
    _look_from_afar(reader)


def _look_from_afar(reader: Reader) -> None:
    """Areas of a few pixels have no lines; they show the classes and turn with the question."""
    reader.until(lambda: _zoomed_out(reader, to=7))
    reader.until(lambda: _in_colours_of_the_legend(reader))
    first = reader.see("fills")
    reader.ask("Soziales", "Wo leben viele ältere Menschen?")
    reader.until(lambda: reader.choices.get("indikator") == "menschen_ab_65")
    reader.settled()
    assert reader.see("fills") != first
    assert _in_colours_of_the_legend(reader)


def _zoomed_out(reader: Reader, *, to: float) -> bool:
    """One more click where it is not far enough; while the map is moving, clicks are not heard."""
    before: float = reader.see("zoom")
    if before > to:
        reader.click(".leaflet-control-zoom-out")
    return before <= to


def _in_colours_of_the_legend(reader: Reader) -> bool:
    """Nearly all areas; a point near a border may lie on a pixel between two colours."""
    legend = reader.see("swatches")
    fills = reader.see("fills")
    return sum(fill in legend for fill in fills) > 0.8 * len(fills)


def test_a_shared_link_restores_every_choice(demonstration: str, reads: Any) -> None:
    link = (
        "?indikator=anteil_65_plus&zeit=2020-12-31&ebene=samtgemeinde&art=own"
        "&palette=PuBu&grenzen=24;26,5;29&gebiet=033545406&liste=tabelle&namen=0"
    ).replace(",", ".")
    reader = reads(demonstration).open(link)
    reader.until(lambda: reader.find("#system").get_attribute("value") == "Samtgemeinde")
    assert reader.find("#period").get_attribute("value").startswith("31.12.2020")
    assert reader.find("#own-breaks").get_attribute("value") == "24; 26,5; 29"
    assert reader.find(".palette input[value=PuBu]").is_selected()
    assert "26,5" in reader.text(".legend")
    assert not reader.all(".place-name")
    reader.shows("#portrait .area-name", "Elbtalaue")
    reader.until(lambda: reader.all("#table .ag-row-selected"))
    before = (reader.search, reader.text(".legend"), reader.see("fills"))
    reader.driver.refresh()
    reader.settled()
    assert (reader.search, reader.text(".legend"), reader.see("fills")) == before


def test_period_and_area_system_change_what_is_drawn(demonstration: str, reads: Any) -> None:
    reader = reads(demonstration).open("?indikator=bevoelkerung&gebiet=03354005")
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
    _shift_time(reader)
    _show_a_change(reader)
    _open_a_second_map(reader)


def _shift_time(reader: Reader) -> None:
    """The slider paints another period in the same classes."""
    reader.find("#time input").send_keys(Keys.ARROW_RIGHT)
    reader.until(lambda: reader.choices.get("fest") == "1")
    reader.settled()
    assert reader.choices["zeit"] == "2022-05-15"
    reader.find("#time input").send_keys(Keys.ARROW_RIGHT)
    reader.until(lambda: reader.choices["zeit"] == "2022-12-31")
    before = [cell.text for cell in reader.all(".legend-label")]
    reader.settled()
    assert [cell.text for cell in reader.all(".legend-label")] == before


def _show_a_change(reader: Reader) -> None:
    reader.pick("since", "30.06.2020")
    reader.until(lambda: reader.choices.get("seit") == "2020-06-30")
    reader.settled()
    assert "von 30.06.2020 bis 31.12.2022" in reader.text(".legend")
    reader.pick("since", "keine Veränderung zeigen")
    reader.until(lambda: "seit" not in reader.choices)
    reader.settled()


def _open_a_second_map(reader: Reader) -> None:
    """It begins as the first; another question is then its own, as are portrait and lists."""
    reader.click(".drawing summary")
    reader.click(".mantine-Switch-root:has(#second-map) .mantine-Switch-track")
    reader.until(lambda: reader.see("beside"))
    reader.ask("Soziales", "Wo leben viele ältere Menschen?")
    reader.until(lambda: "ältere" in (reader.see("beside") or {}).get("title", ""))
    reader.shows("#portrait .figure-title", "Menschen ab 65 Jahren")
    assert "leben hier" in reader.text(".legend")
    assert reader.choices["indikator"] == "bevoelkerung"
    reader.click(".leaflet-control-zoom-in")
    reader.until(lambda: reader.see("beside")["zoom"] == reader.see("zoom"))


def test_nonsense_as_own_breaks_is_answered_and_the_page_goes_on(
    demonstration: str, reads: Any
) -> None:
    reader = reads(demonstration).open(AGED)
    reader.click(".drawing summary")
    reader.pick("method", "Eigene Grenzen")
    field = reader.find("#own-breaks")
    reader.until(field.is_displayed)
    field.send_keys("zehn; 20", Keys.ENTER)
    reader.shows(".question-panel", "„zehn“ ist keine Zahl.")
    assert "grenzen" not in reader.choices
    field.send_keys(Keys.CONTROL, "a")
    field.send_keys("20; 27,5; 30", Keys.ENTER)
    reader.until(lambda: reader.choices.get("grenzen") == "20;27.5;30")
    reader.settled()
    assert "ist keine Zahl" not in reader.text(".question-panel")
    assert "27,5" in reader.text(".legend")
