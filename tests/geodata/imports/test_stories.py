"""Stories and saved views: kept, replaced, removed, undone; a file of one goes out and comes in."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from geodata.imports.saved_views import put_view, remove_view
from geodata.imports.stories import put_story, remove_story
from geodata.imports.story_file import story_as_file, story_from_file
from geodata.imports.story_refusals import (
    HugeStory,
    NewerStory,
    NoSuchStory,
    NoSuchView,
    UnreadableStory,
    WrongSavedView,
    WrongStory,
)
from geodata.imports.undo import undo_import
from geodata.store import Store
from geodata.stories import MOST_CHAPTERS, MOST_STORIES, Chapter, Story
from geodata.story_age import newer_figures, was_taken_back
from geodata.workspace import Workspace
from tests.villages import AHAUSEN, put_table, village_store

DAY = datetime.date(2026, 11, 28)
FIRST = Chapter("Wo leben Kinder?", "?indikator=kinder", "In Ahausen.", "Langsam sprechen.")
SECOND = Chapter("Und <b>wo</b> nicht?", "?indikator=kinder&zeit=2020", "Im Wald.\nDort nie.")
STORY = Story("", "Kinder & Wege", (FIRST, SECOND), 0)
SCHEMA = Path(__file__).resolve().parents[3] / "docs" / "schemas" / "story.schema.json"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with village_store(tmp_path / "w") as made:
        put_table(made, "kinder", "2022", {AHAUSEN: 5})
        yield made


def held(store: Store) -> dict[str, Story]:
    return dict(Workspace(store).stories)


def test_a_story_is_kept_under_a_name_made_from_its_title(store: Store) -> None:
    kept = put_story(store, STORY)
    assert kept.id == "kinder-wege"
    assert held(store) == {"kinder-wege": kept}
    assert kept.chapters == (FIRST, SECOND)
    assert Workspace(store).journal()[-1].report["chapters"] == 2
    assert put_story(store, STORY).id == "kinder-wege-2"
    assert put_story(store, replace(STORY, title="!?")).id == "geschichte"


def test_a_changed_story_takes_the_place_of_the_earlier_and_an_undo_brings_that_back(
    store: Store,
) -> None:
    kept = put_story(store, STORY)
    put_story(store, replace(kept, title="Anders", chapters=(SECOND, FIRST)))
    assert held(store)["kinder-wege"].title == "Anders"
    undo_import(store, Workspace(store).number)
    assert held(store) == {"kinder-wege": kept}


def test_a_removed_story_is_gone_until_that_is_undone(store: Store) -> None:
    kept = put_story(store, STORY)
    number = remove_story(store, kept.id)
    assert held(store) == {}
    undo_import(store, number)
    assert held(store) == {kept.id: kept}
    with pytest.raises(NoSuchStory):
        remove_story(store, "nie")
    with pytest.raises(NoSuchStory):
        put_story(store, replace(STORY, id="nie"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (replace(STORY, title=" "), "Titel"),
        (replace(STORY, title="x" * 121), "121 Zeichen"),
        (replace(STORY, chapters=(replace(FIRST, question="\u202e"),)), "Kapitel 1 .* Frage"),
        (replace(STORY, chapters=(FIRST, replace(FIRST, text="x" * 401))), "Kapitel 2 .*401"),
        (replace(STORY, chapters=(replace(FIRST, note="x" * 2001),)), "2.001 Zeichen"),
        (replace(STORY, chapters=(replace(FIRST, search="x" * 2001),)), "Ansicht"),
        (replace(STORY, chapters=(FIRST,) * (MOST_CHAPTERS + 1)), "41 Kapitel"),
    ],
)
def test_what_is_missing_or_too_long_is_said_and_nothing_is_kept(
    store: Store, wrong: Story, said: str
) -> None:
    before = Workspace(store).number
    with pytest.raises(WrongStory, match=said):
        put_story(store, wrong)
    assert Workspace(store).number == before


def test_there_is_an_end_to_stories(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_STORIES == 200
    monkeypatch.setattr("geodata.imports.stories.MOST_STORIES", 1)
    put_story(store, STORY)
    with pytest.raises(WrongStory, match="alte löschen"):
        put_story(store, STORY)


def test_a_story_is_old_once_figures_come_and_not_when_stories_do(store: Store) -> None:
    kept = put_story(store, replace(STORY, number=Workspace(store).number))
    put_story(store, STORY)
    undo_import(store, Workspace(store).number)
    assert newer_figures(Workspace(store).journal(), kept.number) == []
    table = put_table(store, "kinder", "2023", {AHAUSEN: 6})
    assert [e.number for e in newer_figures(Workspace(store).journal(), kept.number)] == [table]
    assert not was_taken_back(Workspace(store).journal(), kept.number)
    undo_import(store, table)
    assert was_taken_back(Workspace(store).journal(), kept.number)


def test_a_story_goes_out_as_a_file_and_comes_in_again(store: Store) -> None:
    kept = put_story(store, STORY)
    content = story_as_file(kept)
    jsonschema.validate(json.loads(content), json.loads(SCHEMA.read_text("utf-8")))
    again = story_from_file(content, file="g.json", number=3)
    assert again == replace(kept, id="", number=3)
    assert story_as_file(again) == content


def file_with(**changes: Any) -> bytes:
    told = json.loads(story_as_file(STORY))
    return json.dumps({**told, **changes}).encode()


@pytest.mark.parametrize(
    ("content", "refusal", "said"),
    [
        (file_with(schema=2), NewerStory, "neueren Version"),
        (b'{"schema": 1', UnreadableStory, "kein vollst"),
        (b"\xff\xfe\x00", UnreadableStory, "JSON"),
        (b"[" * 200_000, UnreadableStory, "JSON"),
        (b"[]", UnreadableStory, "Kennzeichen"),
        (file_with(kind="rezept"), UnreadableStory, "Kennzeichen"),
        (file_with(schema=True), UnreadableStory, "Kennzeichen"),
        (file_with(chapters=None), UnreadableStory, "Kapitel fehlen"),
        (file_with(title=7), UnreadableStory, "Titel"),
        (file_with(chapters=[{"question": 1}]), UnreadableStory, "Kapitel 1"),
        (file_with(chapters=[[]]), UnreadableStory, "Kapitel 1"),
        (b" " * 500_001, HugeStory, "500 kB"),
    ],
)
def test_a_file_that_is_no_story_is_refused_with_a_sentence(
    content: bytes, refusal: type[Exception], said: str
) -> None:
    with pytest.raises(refusal, match=said):
        story_from_file(content, file="g.json", number=1)


def test_markup_and_formulas_in_a_file_stay_text() -> None:
    hostile = {"question": "<script>1</script>", "view": "?a=b", "text": "=cmd()", "note": "&lt;"}
    story = story_from_file(file_with(chapters=[hostile]), file="g.json", number=1)
    assert story.chapters == (Chapter("<script>1</script>", "?a=b", "=cmd()", "&lt;"),)


def test_a_view_is_kept_under_its_name_and_removed(store: Store) -> None:
    put_view(store, "  Kinder  2022 ", "/?indikator=kinder", on=DAY)
    put_view(store, "Kinder 2022", "/vergleich?indikator=kinder", on=DAY)
    (view,) = Workspace(store).saved_views
    assert (view.name, view.address) == ("Kinder 2022", "/vergleich?indikator=kinder")
    number = remove_view(store, "Kinder 2022")
    assert Workspace(store).saved_views == ()
    undo_import(store, number)
    assert Workspace(store).saved_views == (view,)
    with pytest.raises(NoSuchView, match="Anders"):
        remove_view(store, "Anders")


@pytest.mark.parametrize(
    ("name", "address", "said"),
    [("\u200b", "/", "Namen"), ("x" * 81, "/", "81 Zeichen"), ("x", "/" * 2001, "verwickelt")],
)
def test_a_view_without_a_name_or_too_long_is_refused(
    store: Store, name: str, address: str, said: str
) -> None:
    with pytest.raises(WrongSavedView, match=said):
        put_view(store, name, address, on=DAY)
