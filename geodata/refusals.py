"""What the atlas refuses, each with the one German sentence that a person reads."""

from __future__ import annotations

from typing import ClassVar


class Refusal(Exception):
    """Something a person asked for that is not done, and nothing was changed.

    A subclass carries the sentence; the facts fill its gaps: file, row, column and the cure.
    """

    sentence: ClassVar[str]

    def __init__(self, **facts: object) -> None:
        super().__init__(self.sentence.format(**facts))
