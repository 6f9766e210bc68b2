"""The shipped story in every form that leaves the house, each opened again by another program."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pyogrio
import pytest
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation

from geodata import demonstration
from geodata.stories import Story
from geodata.workspace import Workspace, open_workspace
from layers.handout.products import made_file
from layers.handout.story_document import story_document
from layers.handout.story_slides import story_slides
from layers.unbroken import unbroken
from layers.view import View
from tests.layers.handout.tagged import Tagged, assert_is_accessible

SHIPPED = Path(demonstration.__file__).parent / "workspace"
FIVE = pytest.mark.parametrize("number", range(5))
# A counted figure and one of reachability: pictures take their time.
TWO = pytest.mark.parametrize("number", [2, 4])


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("shipped") / "workspace"
    shutil.copytree(SHIPPED, folder)
    with open_workspace(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def story(workspace: Workspace) -> Story:
    return workspace.stories["kinder-und-wege-im-wendland"]


def file_of(workspace: Workspace, story: Story, number: int, product: str) -> bytes:
    return made_file(workspace, product, View.from_search(story.chapters[number].search)).content


def test_the_document_has_a_page_for_each_chapter_and_can_be_read_aloud(
    workspace: Workspace, story: Story, tmp_path: Path
) -> None:
    content = story_document(workspace, story, base="http://atlas")
    found = Tagged(content)
    assert_is_accessible(found)
    assert len(found.alternatives) == 5
    text = " ".join(found.text(tmp_path).split())
    for chapter in story.chapters:
        assert chapter.question in text
    assert "Modelldaten" in text
    if shutil.which("pdfinfo"):
        (tmp_path / "g.pdf").write_bytes(content)
        told = subprocess.run(["pdfinfo", str(tmp_path / "g.pdf")], capture_output=True, check=True)
        assert b"Tagged:          yes" in told.stdout


def test_the_slides_have_each_chapters_sentence_as_text(workspace: Workspace, story: Story) -> None:
    deck = Presentation(io.BytesIO(story_slides(workspace, story)))
    assert len(deck.slides) == 5
    for slide, chapter in zip(deck.slides, story.chapters, strict=True):
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert slide.shapes.title.text == unbroken(chapter.question)
        assert unbroken(chapter.text) in texts
        for shape in slide.shapes:
            assert shape.top + shape.height <= deck.slide_height


@FIVE
def test_the_values_behind_each_chapter_are_a_workbook(
    number: int, workspace: Workspace, story: Story
) -> None:
    book = load_workbook(io.BytesIO(file_of(workspace, story, number, "tabelle.xlsx")))
    assert book.sheetnames == ["Werte", "Angaben", "Lesarten"]
    assert book["Werte"].max_row > 29


@FIVE
def test_the_areas_of_each_chapter_are_a_geopackage(
    number: int, workspace: Workspace, story: Story, tmp_path: Path
) -> None:
    path = tmp_path / "k.gpkg"
    path.write_bytes(file_of(workspace, story, number, "karte.gpkg"))
    layers = [name for name, kind in pyogrio.list_layers(path) if kind]
    assert pyogrio.read_info(path, layer=layers[0])["features"] == 29


@TWO
def test_the_maps_are_pictures(number: int, workspace: Workspace, story: Story) -> None:
    picture = Image.open(io.BytesIO(file_of(workspace, story, number, "karte.png")))
    assert picture.width > 3000
    drawing = ElementTree.fromstring(file_of(workspace, story, number, "karte.svg"))
    assert drawing.tag.endswith("svg")
