"""The portrait of an area as a document, alone and with all others of its level."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from geodata.workspace import Workspace
from indicators.portrait import Point
from indicators.published import Cell
from indicators.refusals import UnknownArea
from layers.handout.all_portraits import portraits_of, portraits_zip
from layers.handout.area_portrait import area_portrait
from layers.handout.facts import handout
from layers.handout.line_picture import line_svg, steps_between
from layers.handout.paper import Paper
from tests.layers.handout.conftest import CHILDREN, HOSTILE
from tests.layers.handout.tagged import Tagged, assert_is_accessible
from tests.villages import AHAUSEN, BEDORF, CETAL


def test_a_portrait_is_tagged_and_tells_its_pictures(workspace: Workspace) -> None:
    found = Tagged(area_portrait(workspace, handout(workspace, CHILDREN), BEDORF))
    assert_is_accessible(found)
    assert found.tags["/Table"] >= 3
    assert any("Bedorf ist mit einem dunklen Rand" in text for text in found.alternatives)
    assert any("2020: 1.200; 2022: 1.234" in text for text in found.alternatives)


def test_a_portrait_has_values_county_and_reading(workspace: Workspace, tmp_path: Path) -> None:
    told = handout(workspace, CHILDREN)
    text = Tagged(area_portrait(workspace, told, BEDORF, base="http://atlas")).text(tmp_path)
    for said in ("1.234", "1.300", "5.000", "Bedorf hat gebaut.", "Kreisamt", "1 von 3"):
        assert said in text
    assert "http://atlas/?indikator=kinder&zeit=2022&ebene=gemeinde&gebiet=03354002" in text


def test_a_secret_figure_is_called_so(workspace: Workspace, tmp_path: Path) -> None:
    told = handout(workspace, CHILDREN)
    text = Tagged(area_portrait(workspace, told, CETAL)).text(tmp_path)
    assert "geheim gehalten" in text


def test_hostile_names_stay_text(hostile_workspace: Workspace, tmp_path: Path) -> None:
    told = handout(hostile_workspace, CHILDREN)
    text = Tagged(area_portrait(hostile_workspace, told, AHAUSEN)).text(tmp_path)
    assert HOSTILE[0] in text


def test_an_area_of_another_level_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UnknownArea):
        area_portrait(workspace, handout(workspace, CHILDREN), "033545401")


def test_all_portraits_come_as_one_file_and_are_counted(workspace: Workspace) -> None:
    counted: list[int] = []
    told = handout(workspace, CHILDREN)
    content = portraits_zip(workspace, told, heard=counted.append)
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert names[0] == "03354001_Ahausen.pdf"
    assert counted == [1, 2, 3, 4]
    assert portraits_zip(workspace, told) == content


def test_who_asks_again_gets_the_same_work(workspace: Workspace) -> None:
    told = handout(workspace, CHILDREN)
    first = portraits_of(workspace, told)
    assert portraits_of(workspace, handout(workspace, CHILDREN)) is first
    assert zipfile.ZipFile(io.BytesIO(first.content())).testzip() is None
    assert (first.done, first.total) == (4, 4)


def test_names_of_files_hold_no_path(hostile_workspace: Workspace) -> None:
    told = handout(hostile_workspace, replace(CHILDREN, period=""))
    content = portraits_zip(hostile_workspace, told)
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert names[0] == "03354001_img-src-x-onerror-alert-1.pdf"
    assert all("/" not in name and ".." not in name for name in names)


@pytest.mark.parametrize(
    ("low", "high"), [(0.0, 1.0), (5.0, 5.0), (-3.2, 0.4), (0.0, 0.0), (9876.0, 123456.0)]
)
def test_steps_hold_all_values_and_are_few(low: float, high: float) -> None:
    steps = steps_between(low, high)
    assert steps[0] <= low <= high <= steps[-1]
    assert 2 <= len(steps) <= 6


def test_steps_of_two_and_a_half_are_written_as_they_are_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written: list[str] = []
    monkeypatch.setattr(Paper, "text", lambda _, __, ___, text, **____: written.append(text))
    series = [
        Point(Period(year), "", Cell(value, Status.SHOWN, Nature.REAL, Flag(0)))
        for year, value in (("2020", -7.4), ("2021", 2.4))
    ]
    line_svg(series, Indicator("wandel", "Wandel", unit="%"), width_mm=80, height_mm=40)
    steps = [text.removesuffix("\u00a0%") for text in written if "%" in text]
    assert steps == ["−7,5", "−5,0", "−2,5", "0,0", "2,5"]
