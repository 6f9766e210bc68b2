"""No line ends between a number and its unit."""

from __future__ import annotations

import pytest

from layers.handout.typeface import readable
from layers.unbroken import unbroken

HARD = "\u00a0"


@pytest.mark.parametrize(
    "text",
    [
        *("17,5 %", "10 km²", "73 Minuten", "07:45 Uhr", "12 Kinder", "Nr. 5", "§ 24", "3 m"),
        *("1 Jahr", "1 Tag", "1 Prozentpunkt", "1 Kind", "2 Jahren", "{count} Kinder"),
    ],
)
def test_a_number_and_its_unit_stay_together(text: str) -> None:
    assert unbroken(f"Es sind {text}.") == f"Es sind {text.replace(' ', HARD)}."


@pytest.mark.parametrize(
    "text",
    ["338 der 1.722", "unter 18 am", "2 mal", "5 Minutenzeiger", "2 Kinderärzte", "1 Tagesmutter"],
)
def test_other_lines_may_end_after_a_number(text: str) -> None:
    assert unbroken(text) == text


def test_what_is_typeset_keeps_its_hard_spaces() -> None:
    assert readable(f"  je\n17,5{HARD}%  und 3 km ") == f"je 17,5{HARD}% und 3{HARD}km"
