"""A story is handed out as a document and as slides, twice the same, and opened by others."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from geodata.store import Store
from geodata.stories import Chapter, Story
from geodata.workspace import Workspace
from layers.chosen_facts import chosen_facts
from layers.handout.facts import handout
from layers.handout.map_sheet import Sheet, map_sheet
from layers.handout.refusals import EmptyStory
from layers.handout.story_document import story_document
from layers.handout.story_pages import story_pages
from layers.handout.story_slides import story_slides
from layers.handout.table_rows import particulars
from layers.story_told import story_told
from layers.view import View
from tests.layers.handout.conftest import CHILDREN, HOSTILE, SECRET
from tests.layers.handout.tagged import Tagged, assert_is_accessible
from tests.village_roads import kita, put_kitas, put_streets
from tests.villages import BEDORF, put_points, village_store

FIRST = Chapter("Wo leben Kinder?", CHILDREN.search, "In Bedorf.\nUnd in Ahausen.", "Langsam.")
GONE = Chapter("Und sonst?", "?indikator=kinder&zeit=2022&ebene=gemeinde&seit=2020", "")
STORY = Story("kinder", "Kinder im Dorf", (FIRST, GONE), 1)


def slides_of(content: bytes) -> list[Any]:
    return list(Presentation(io.BytesIO(content)).slides)


def texts_of(slide: Any) -> str:
    cells = [c.text for s in slide.shapes if s.has_table for r in s.table.rows for c in r.cells]
    frames = [s.text_frame.text for s in slide.shapes if s.has_text_frame]
    return "\n".join([*frames, *cells])


def test_the_document_is_tagged_and_has_a_page_for_each_chapter(
    workspace: Workspace, tmp_path: Path
) -> None:
    found = Tagged(story_document(workspace, STORY, base="http://atlas"))
    assert_is_accessible(found)
    assert len(found.reader.pages) == 4
    assert len(found.alternatives) == 2
    text = found.text(tmp_path)
    for said in ("Kinder im Dorf", "In Bedorf.", "1.234", "http://atlas/?indikator=kinder"):
        assert said in text
    assert "Langsam." not in text


def test_each_slide_has_title_text_picture_and_table_of_its_own(workspace: Workspace) -> None:
    slides = slides_of(story_slides(workspace, STORY, base="http://atlas"))
    assert [slide.shapes.title.text for slide in slides] == ["Wo leben Kinder?", "Und sonst?"]
    first = texts_of(slides[0])
    for said in ("In Bedorf.\nUnd in Ahausen.", "geheim gehalten", "nichts vorhanden", "Kreisamt"):
        assert said in first
    (picture,) = [shape for shape in slides[0].shapes if shape.name == "Karte"]
    assert picture._element._nvXxPr.cNvPr.get("descr").startswith("Karte: Kinder")
    assert slides[0].notes_slide.notes_text_frame.text == "Langsam."


def links_of(slide: Any) -> list[tuple[str, str]]:
    """Each text that opens an address, and the address."""
    frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
    runs = [run for frame in frames for line in frame.paragraphs for run in line.runs]
    return [(run.text, run.hyperlink.address) for run in runs if run.hyperlink.address]


def test_a_slide_opens_its_view_with_a_click(workspace: Workspace) -> None:
    first, _ = slides_of(story_slides(workspace, STORY, base="http://atlas"))
    ((text, address),) = links_of(first)
    assert text == address
    assert address.startswith("http://atlas/?indikator=kinder")
    assert f"Ansicht: {address} · " in texts_of(first)
    # Nobody has said where the atlas stands.
    assert links_of(slides_of(story_slides(workspace, STORY))[0]) == []


def test_presentation_slide_and_document_say_the_same_of_a_chosen_area(
    workspace: Workspace, tmp_path: Path
) -> None:
    chosen = replace(CHILDREN, areas=(BEDORF,))
    story = replace(STORY, chapters=(replace(FIRST, search=chosen.search),))
    on_stage = chosen_facts(workspace, chosen)
    told = [(fact.name, fact.figure) for fact in on_stage]
    assert told == [("Bedorf", "1.234"), ("Landkreis Dreidorf", "1.300")]
    (slide,) = slides_of(story_slides(workspace, story))
    (table,) = [shape.table for shape in slide.shapes if shape.name == "Gewählte Gebiete"]
    rows = [tuple(cell.text for cell in row.cells) for row in table.rows]
    assert rows == told
    page = " ".join(Tagged(story_document(workspace, story)).text(tmp_path).split())
    assert "Bedorf 1.234 Landkreis Dreidorf 1.300" in page


def test_all_say_the_journal_number_of_the_stage(store: Store, workspace: Workspace) -> None:
    of_its_day = replace(STORY, number=workspace.number - 1)
    told = story_told(of_its_day, workspace, frozen=False, editor=False)
    pages = story_pages(workspace, of_its_day)
    numbers = {page.told.number for page in pages if page.told is not None}
    assert f"(Journal-Eintrag\u00a0{numbers.pop()})" in told["stamp"]
    assert not numbers


def test_the_same_table_is_printed_once(workspace: Workspace, tmp_path: Path) -> None:
    again = replace(FIRST, question="Noch einmal?", text="")
    story = replace(STORY, chapters=(FIRST, GONE, again))
    page = " ".join(Tagged(story_document(workspace, story)).text(tmp_path).split())
    assert "Dieselben Werte wie in Kapitel 1: „Wo leben Kinder?“." in page
    # Two tables, of now and of the change; the legends name no area.
    assert page.count("Ahausen") == 2 + FIRST.text.count("Ahausen")


REACHED = "?modus=erreichbarkeit&arten=kita&weg=fuss&mass=minuten&wo=Orte"


@pytest.fixture(scope="module")
def hamlets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Sixty places along the streets of the villages, with a Kita in Ahausen."""
    with village_store(tmp_path_factory.mktemp("weiler") / "w") as store:
        put_points(store, [(f"Weiler {n:02}", 500 + 15 * n, 1500, 20) for n in range(60)])
        put_streets(store)
        put_kitas(store, kita("Kita", "Ahausen"))
        yield Workspace(store)


@pytest.fixture(scope="module")
def to_kitas() -> Story:
    return replace(STORY, chapters=(Chapter("Wie weit?", REACHED, ""),))


def test_places_are_called_places_in_every_file(
    hamlets: Workspace, to_kitas: Story, tmp_path: Path
) -> None:
    told = handout(hamlets, View.from_search(REACHED))
    assert (told.counted_one, told.counted) == ("Ort", "Orte")
    assert any(text.endswith(" Orte") for _, text in particulars(told))
    (slide,) = slides_of(story_slides(hamlets, to_kitas))
    files = [story_document(hamlets, to_kitas), map_sheet(hamlets, told, Sheet(landscape=False))]
    texts = [texts_of(slide), *(Tagged(content).text(tmp_path) for content in files)]
    for text in texts:
        assert "Orte" in text
        assert "Gebiet" not in text


def test_a_long_table_goes_in_two_columns(
    hamlets: Workspace, to_kitas: Story, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    found = Tagged(story_document(hamlets, to_kitas))
    assert_is_accessible(found)
    # Title and chapter, and sixty rows on one page.
    assert len(found.reader.pages) == 3
    monkeypatch.setattr("layers.handout.story_document._MOST_ROWS", 59)
    text = " ".join(Tagged(story_document(hamlets, to_kitas)).text(tmp_path).split())
    assert "Alle 60 Orte mit ihren Werten stehen in der Excel-Datei" in text


def test_notes_go_with_those_only_who_may_see_them(workspace: Workspace) -> None:
    content = story_slides(workspace, STORY, notes=False)
    assert not slides_of(content)[0].has_notes_slide
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert all(b"Langsam" not in parts.read(name) for name in parts.namelist())


def test_twice_the_same_story_is_the_same_bytes(workspace: Workspace) -> None:
    made = [story_slides(workspace, STORY, base="http://atlas") for _ in range(2)]
    assert made[0] == made[1]
    assert story_document(workspace, STORY) == story_document(workspace, STORY)
    with zipfile.ZipFile(io.BytesIO(story_slides(workspace, STORY))) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}


def test_nothing_leaves_its_slide_and_the_map_is_not_written_over(workspace: Workspace) -> None:
    deck = Presentation(io.BytesIO(story_slides(workspace, STORY)))
    for slide in deck.slides:
        for shape in slide.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= deck.slide_width
            assert 0 <= shape.top <= shape.top + shape.height <= deck.slide_height
        (picture,) = [shape for shape in slide.shapes if shape.name == "Karte"]
        beside = [shape for shape in slide.shapes if shape.name in ("Legende",)]
        assert all(shape.left >= picture.left + picture.width for shape in beside)


def test_hostile_names_stay_text(hostile_workspace: Workspace, tmp_path: Path) -> None:
    hostile = replace(FIRST, question=HOSTILE[0], text=f"{HOSTILE[1]} {HOSTILE[2]} {HOSTILE[3]}")
    story = replace(STORY, title=HOSTILE[3], chapters=(hostile,))
    text = Tagged(story_document(hostile_workspace, story)).text(tmp_path)
    for name in HOSTILE:
        assert name in text
    (slide,) = slides_of(story_slides(hostile_workspace, story))
    assert slide.shapes.title.text == HOSTILE[0]


def test_a_hidden_figure_is_in_neither_file(secret_workspace: Workspace, tmp_path: Path) -> None:
    story = replace(STORY, chapters=(FIRST,))
    assert str(int(SECRET)) not in Tagged(story_document(secret_workspace, story)).text(tmp_path)
    (slide,) = slides_of(story_slides(secret_workspace, story))
    assert str(int(SECRET)) not in texts_of(slide)


def test_a_chapter_without_a_map_says_why(workspace: Workspace, tmp_path: Path) -> None:
    empty = replace(FIRST, search="?indikator=kinder&ebene=kreis&zeit=2020", text="")
    story = replace(STORY, chapters=(replace(empty, search="?modus=erreichbarkeit"),))
    (slide,) = slides_of(story_slides(workspace, story))
    assert len(texts_of(slide)) > len(empty.question) + 20
    assert len(Tagged(story_document(workspace, story)).reader.pages) == 3


def test_a_story_without_chapters_is_refused(workspace: Workspace) -> None:
    with pytest.raises(EmptyStory, match="noch kein Kapitel"):
        story_document(workspace, replace(STORY, chapters=()))


def test_the_link_of_a_chapter_opens_the_figures_that_it_shows(workspace: Workspace) -> None:
    (told, _) = (
        page.told for page in story_pages(workspace, replace(STORY, number=workspace.number))
    )
    assert told is not None
    assert told.link.endswith(f"&eintrag={workspace.number}")
    later = replace(FIRST, search=f"{FIRST.search}&eintrag=3")
    (page,) = story_pages(workspace, replace(STORY, chapters=(later,)))
    assert page.told is not None
    assert "eintrag" not in page.told.link
