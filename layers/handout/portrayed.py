"""Of which areas a handout can have portraits."""

from __future__ import annotations

from layers.german_number import german_number
from layers.handout.facts import Handout
from layers.handout.refusals import (
    NoAreaToPortray,
    NoPortraitOfReach,
    SeveralAreas,
    TooManyPortraits,
)

# Some seconds each hundred; beyond, nobody would wait, or read.
MOST_PORTRAITS = 500


def portrayed_area(told: Handout) -> str:
    """The chosen area; raises `NoAreaToPortray`, `SeveralAreas`, `NoPortraitOfReach`."""
    if told.view.reach.asked:
        raise NoPortraitOfReach
    if not told.marked:
        raise NoAreaToPortray
    if len(told.marked) > 1:
        raise SeveralAreas(count=len(told.marked))
    return told.marked[0]


def portrayed_level(told: Handout) -> int:
    """How many areas the level has; raises `TooManyPortraits`, `NoPortraitOfReach`."""
    if told.view.reach.asked:
        raise NoPortraitOfReach
    count = len(told.figures.system)
    if count > MOST_PORTRAITS:
        most, shown = german_number(MOST_PORTRAITS), german_number(count)
        raise TooManyPortraits(level=told.level, count=shown, most=most)
    return count
