"""A story that is told with maps: chapters, each a question, a view and a sentence or two."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

MOST_CHAPTERS = 40
MOST_STORIES = 200
MOST_SAVED_VIEWS = 500
LONGEST_TITLE = 120
LONGEST_QUESTION = 160
LONGEST_TEXT = 400
LONGEST_NOTE = 2000
LONGEST_ADDRESS = 2000
LONGEST_NAME = 80


@dataclass(frozen=True)
class Chapter:
    """One picture of a story: `search` is its view as the address has it, `note` is for whoever
    speaks. All four are plain text.
    """

    question: str
    search: str
    text: str
    note: str = ""


@dataclass(frozen=True)
class Story:
    """Chapters in the order in which they are told; `number` is the journal number whose figures
    they are about. `id` is made from the title and stays when that changes.
    """

    id: str
    title: str
    chapters: tuple[Chapter, ...]
    number: int


@dataclass(frozen=True)
class SavedView:
    """A view that was given a name; `address` is path and search, as `/vergleich?indikator=…`."""

    name: str
    address: str
    saved: datetime.date
