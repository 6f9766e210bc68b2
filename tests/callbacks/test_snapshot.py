"""A story shows the figures of its day, unless something of them was taken back or hidden since."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from callbacks.draw_map import map_answer, map_values
from callbacks.page import create_app
from callbacks.snapshot import asked_workspace
from geodata.imports.notes import put_note, withdraw_note
from geodata.imports.stories import put_story
from geodata.imports.undo import purge_import, undo_import
from geodata.notes import NoteKey, Stage
from geodata.store import Store
from geodata.stories import Chapter, Story
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.secrecy.guard import keep_secret
from layers.handout.facts import handout
from layers.view import View
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    CHILDREN,
    FOREST,
    put_records,
    put_table,
    village_store,
)

SEARCH = "?indikator=kinder&ebene=gemeinde&zeit=2022"
HERE = {"Host": "127.0.0.1"}
NOTE = NoteKey("kinder", "", "", "2022", "Jugendamt")
DAY = datetime.date(2023, 5, 1)
STORY = Story("", "Kinder", (Chapter("Wo?", SEARCH, "Hier."),), 0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with village_store(tmp_path / "w") as made:
        made.ask_before_commit(keep_secret)
        put_table(made, "kinder", "2022", {AHAUSEN: 40, BEDORF: 50, CETAL: 60, FOREST: 2})
        yield made


@pytest.fixture
def holder(store: Store) -> Iterator[WorkspaceHolder]:
    with WorkspaceHolder(store.folder) as held:
        yield held


def told_at(store: Store) -> int:
    """The journal number of a story about what holds now."""
    with WorkspaceHolder(store.folder) as held:
        number = held.current().number
    return put_story(store, replace(STORY, number=number)).number


def values(holder: WorkspaceHolder, entry: int) -> list[float | None]:
    told = map_values(f"{SEARCH}&eintrag={entry}", holder)
    assert told is not None
    found: list[float | None] = told["values"]
    return found


def test_a_story_keeps_its_figures_when_newer_ones_come(
    store: Store, holder: WorkspaceHolder
) -> None:
    number = told_at(store)
    put_table(store, "kinder", "2022", {AHAUSEN: 41, BEDORF: 50, CETAL: 60, FOREST: 2})
    assert values(holder, number)[0] == 40
    assert values(holder, 0)[0] == 41
    assert map_answer(f"{SEARCH}&eintrag={number}", holder)["number"] == number


def test_what_stands_beside_the_map_is_of_the_same_day(
    store: Store, holder: WorkspaceHolder
) -> None:
    number = told_at(store)
    put_table(store, "kinder", "2022", {AHAUSEN: 4321, BEDORF: 50, CETAL: 60, FOREST: 2})
    visitor = create_app(holder).server.test_client()
    for entry, is_new in ((number, False), (0, True)):
        search = f"{SEARCH}&gebiet={AHAUSEN}&eintrag={entry}"
        beside = visitor.get(f"/karte/daneben{search}", headers=HERE).json
        assert beside is not None
        assert ("4.321" in str(beside["portrait"])) is is_new
        figures = map_values(search, holder)
        assert figures is not None
        marks = visitor.get(f"/karte/streuung{search}", headers=HERE).json
        assert marks == figures["marks"]


def test_a_number_that_no_story_has_shows_the_newest(store: Store, holder: WorkspaceHolder) -> None:
    number = told_at(store)
    put_table(store, "kinder", "2022", {AHAUSEN: 41, BEDORF: 50, CETAL: 60, FOREST: 2})
    for strange in (number - 1, number + 1, 999_999):
        assert values(holder, strange)[0] == 41


def test_what_was_taken_back_is_not_shown_by_a_story_either(
    store: Store, holder: WorkspaceHolder
) -> None:
    number = put_table(store, "kinder", "2022", {AHAUSEN: 99, BEDORF: 50, CETAL: 60, FOREST: 2})
    told = told_at(store)
    assert values(holder, told)[0] == 99
    undo_import(store, number)
    assert values(holder, told)[0] == 40


def test_what_a_later_rule_hides_is_not_shown_by_a_story_either(
    store: Store, holder: WorkspaceHolder
) -> None:
    number = told_at(store)
    put_records(store, [replace(CHILDREN, minimum=5)])
    assert values(holder, 0)[3] is None
    assert values(holder, number)[3] is None


def test_the_areas_of_a_story_are_those_of_its_day(store: Store, holder: WorkspaceHolder) -> None:
    number = told_at(store)
    put_table(store, "kinder", "2023", {AHAUSEN: 41})
    answer = map_answer(f"{SEARCH}&eintrag={number}", holder)
    assert answer["geometry"].endswith(f"?eintrag={number}")
    visitor = create_app(holder).server.test_client()
    assert visitor.get(answer["geometry"], headers={"Host": "127.0.0.1"}).status_code == 200


@pytest.mark.parametrize("sign", [".", "x"])
def test_what_the_source_keeps_secret_since_is_not_shown_by_a_story_either(
    store: Store, holder: WorkspaceHolder, sign: str
) -> None:
    number = told_at(store)
    put_table(store, "kinder", "2022", {AHAUSEN: 41, BEDORF: sign, CETAL: 60, FOREST: 2})
    assert values(holder, number)[:2] == [41, None]
    visitor = create_app(holder).server.test_client()
    table = visitor.get(f"/ausgabe/tabelle.csv{SEARCH}&eintrag={number}", headers=HERE)
    (row,) = [line for line in table.text.splitlines() if BEDORF in line]
    assert "50" not in row.split(";")


def test_a_sign_that_the_story_itself_shows_takes_nothing_from_it(
    store: Store, holder: WorkspaceHolder
) -> None:
    put_table(store, "kinder", "2022", {AHAUSEN: 40, BEDORF: ".", CETAL: 60, FOREST: 2})
    number = told_at(store)
    put_table(store, "kinder", "2022", {AHAUSEN: 41, BEDORF: ".", CETAL: 60, FOREST: 2})
    assert values(holder, number)[:2] == [40, None]


def readings(holder: WorkspaceHolder, entry: int) -> list[str]:
    told = handout(asked_workspace(entry, holder), View.from_search(SEARCH))
    return [reading.text for reading in told.readings]


def told_with_a_note(store: Store) -> tuple[int, int]:
    """The numbers of an approved note and of a story after it; then there are newer figures."""
    note = written(store, "Viele Familien.")
    story = told_at(store)
    put_table(store, "kinder", "2022", {AHAUSEN: 41, BEDORF: 50, CETAL: 60, FOREST: 2})
    return note, story


def written(store: Store, text: str, stage: Stage = "approved") -> int:
    return put_note(store, NOTE, text, stage=stage, on=DAY)


def test_a_reading_that_still_stands_is_told_with_a_story(
    store: Store, holder: WorkspaceHolder
) -> None:
    _, story = told_with_a_note(store)
    assert values(holder, story)[0] == 40
    assert readings(holder, story) == ["Viele Familien."]


@pytest.mark.parametrize("how", ["withdrawn", "undone", "purged", "draft", "rewritten"])
def test_a_reading_that_was_taken_back_is_not_told_with_a_story(
    store: Store, holder: WorkspaceHolder, how: str
) -> None:
    note, story = told_with_a_note(store)
    assert readings(holder, story) == ["Viele Familien."]
    if how == "withdrawn":
        withdraw_note(store, NOTE, on=DAY)
    elif how == "undone":
        undo_import(store, note)
    elif how == "purged":
        purge_import(store, note, reason="Versehen")
    else:
        written(store, "Anders.", "draft" if how == "draft" else "approved")
    assert values(holder, story)[0] == 40
    assert readings(holder, story) == []


def test_the_newest_is_there_while_an_earlier_state_is_read(
    store: Store, holder: WorkspaceHolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = told_at(store)
    earlier = Workspace.earlier

    def slow(self: Workspace, number: int) -> Workspace:
        other = Thread(target=holder.current, daemon=True)
        other.start()
        other.join(timeout=20)
        assert not other.is_alive()
        return earlier(self, number)

    monkeypatch.setattr(Workspace, "earlier", slow)
    assert holder.at(number).number == number
