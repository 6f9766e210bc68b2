"""How a department reads a figure: the second voice beside the number."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

Stage = Literal["draft", "approved"]
STAGES: tuple[Stage, ...] = ("draft", "approved")
MOST_CHARACTERS = 1000
MOST_CHARACTERS_OF_DEPARTMENT = 80


@dataclass(frozen=True)
class NoteKey:
    """What a note belongs to, and whose it is: one department has one note in one place.

    `area_id` is "" for the whole county, and `system` then too; `period` is ISO text.
    """

    indicator: str
    system: str
    area_id: str
    period: str
    department: str


@dataclass(frozen=True)
class Note:
    """A department's reading of a figure; plain text, at most `MOST_CHARACTERS` of it."""

    key: NoteKey
    text: str
    stage: Stage
    written: datetime.date
