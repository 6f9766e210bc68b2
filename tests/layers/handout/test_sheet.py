"""The map as PNG and SVG."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from geodata.markers import Status
from geodata.workspace import Workspace
from layers.handout.facts import Handout, Reading, handout
from layers.handout.legend_block import draw_legend
from layers.handout.looks import GAP_DOT, GAP_GROUND
from layers.handout.paper import Paper
from layers.handout.sheet import sheet_png, sheet_svg
from tests.layers.handout.conftest import CHILDREN


@pytest.fixture(scope="module")
def told(workspace: Workspace) -> Handout:
    return handout(workspace, CHILDREN, base="http://atlas")


@pytest.fixture(scope="module")
def png(workspace: Workspace, told: Handout) -> bytes:
    return sheet_png(workspace, told)


def texts_in(svg: bytes) -> int:
    found = (element.get("id", "") for element in ElementTree.fromstring(svg).iter())
    return sum(name.startswith("text_") for name in found)


def test_the_same_view_is_the_same_bytes(workspace: Workspace, told: Handout, png: bytes) -> None:
    assert sheet_png(workspace, handout(workspace, CHILDREN, base="http://atlas")) == png
    assert sheet_svg(workspace, told) == sheet_svg(workspace, told)


def test_a_picture_is_fine_enough_for_print(png: bytes) -> None:
    picture = Image.open(io.BytesIO(png))
    assert picture.size == (3508, 2480)
    assert round(picture.info["dpi"][0]) == 300


def test_classes_and_gaps_have_the_colours_of_the_screen(told: Handout, png: bytes) -> None:
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    counted = picture.getcolors(maxcolors=1 << 20) or []
    found = {"#" + bytes(colour).hex() for _, colour in counted}  # type: ignore[arg-type]
    assert {row.colour.lower() for row in told.classes} <= found
    assert {GAP_GROUND, GAP_DOT, "#ffffff"} <= found


def test_a_picture_names_source_view_and_version(told: Handout, png: bytes) -> None:
    info = Image.open(io.BytesIO(png)).info
    assert info["Source"] == "http://atlas/?indikator=kinder&zeit=2022&ebene=gemeinde"
    assert "Kreisamt" in info["Copyright"]
    assert info["Software"] == told.made_with


def test_a_map_of_hidden_figures_alone_is_no_large_file(
    workspace: Workspace, told: Handout
) -> None:
    count = len(told.figures.system)
    hidden = replace(
        told.figures,
        values=np.full(count, np.nan),
        status=np.full(count, Status.SUPPRESSED, np.uint8),
    )
    nothing = replace(told.classification, indices=np.full(count, -1))
    svg = sheet_svg(workspace, replace(told, figures=hidden, classification=nothing))
    assert svg == sheet_svg(workspace, replace(told, figures=hidden, classification=nothing))
    (dots,) = re.findall(rb'd="([^"]*)"[^>]*stroke: #5c574e[^>]*stroke-linecap: round', svg)[:1]
    assert dots.count(b"M") > 5000
    assert len(svg) < 1_500_000


def test_hostile_names_are_drawn_and_nothing_else(hostile_workspace: Workspace) -> None:
    told = handout(hostile_workspace, CHILDREN)
    svg = sheet_svg(hostile_workspace, told)
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(svg).iter()}
    assert tags.isdisjoint({"img", "script", "image", "foreignObject", "a"})
    nameless = sheet_svg(
        hostile_workspace, handout(hostile_workspace, replace(CHILDREN, names=False))
    )
    assert texts_in(svg) >= texts_in(nameless) + 4


def test_a_change_is_drawn_too(workspace: Workspace) -> None:
    told = handout(workspace, replace(CHILDREN, since="2020"))
    assert texts_in(sheet_svg(workspace, told)) > 10


def test_long_readings_end_above_the_sources(told: Handout) -> None:
    long = Reading("Jugendamt", "Bedorf", "01.05.2023", "Viele Wörter stehen hier. " * 40)
    paper = Paper(297, 210)
    lower = draw_legend(paper, replace(told, readings=(long,) * 9), 200, 40, 60, lowest=150)
    assert 130 < lower < 156


def test_names_can_be_left_out(workspace: Workspace, told: Handout) -> None:
    nameless = handout(workspace, replace(CHILDREN, names=False))
    assert texts_in(sheet_svg(workspace, told)) >= texts_in(sheet_svg(workspace, nameless)) + 4
