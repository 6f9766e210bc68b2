"""The same view is the same file on any day: nothing in it is of the day on which it is made."""

from __future__ import annotations

import datetime
import shutil
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from geodata import demonstration
from geodata.workspace import open_workspace
from layers.handout.facts import handout
from layers.handout.products import PRODUCTS
from layers.handout.story_document import story_document
from layers.handout.story_slides import story_slides
from layers.view import View

SHIPPED = Path(demonstration.__file__).parent / "workspace"
DAYS_LATER = 400
# How far it is on foot, which names no day.
ON_FOOT = 3


class _Kind(type):
    def __instancecheck__(cls, other: object) -> bool:
        return isinstance(other, REAL)


REAL = datetime.datetime


class _Later(REAL, metaclass=_Kind):
    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> Any:
        return REAL.now(tz) + datetime.timedelta(days=DAYS_LATER)

    @classmethod
    def utcnow(cls) -> Any:
        return REAL.utcnow() + datetime.timedelta(days=DAYS_LATER)


def files(folder: Path) -> dict[str, bytes]:
    """Of the chapter, each made anew in a copy of the shipped workspace."""
    shutil.copytree(SHIPPED, folder)
    with open_workspace(folder) as workspace:
        story = workspace.stories["kinder-und-wege-im-wendland"]
        chapter = story.chapters[ON_FOOT]
        alone = replace(story, chapters=(chapter,))
        told = handout(workspace, View.from_search(chapter.search))
        made = {
            name: PRODUCTS[name].make(workspace, told, "")
            for name in ("karte.png", "karte.svg", "karte-a4-quer.pdf", "tabelle.xlsx")
        }
        made |= {"tabelle.csv": PRODUCTS["tabelle.csv"].make(workspace, told, "")}
        made |= {"geschichte.pdf": story_document(workspace, alone)}
        return made | {"geschichte.pptx": story_slides(workspace, alone)}


def test_a_year_later_every_file_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = files(tmp_path / "heute")
    seconds, local = time.time, time.localtime
    monkeypatch.setattr(time, "time", lambda: seconds() + DAYS_LATER * 86_400)
    monkeypatch.setattr(time, "localtime", lambda at=None: local(at or time.time()))
    monkeypatch.setattr(datetime, "datetime", _Later)
    later = files(tmp_path / "spaeter")
    assert [name for name in today if today[name] != later[name]] == []
