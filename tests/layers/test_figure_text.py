"""Figures in words: a gap has its own, a number keeps its unit."""

from __future__ import annotations

import pytest

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from indicators.published import Cell
from layers.figure_text import figure_text, flag_texts, signed_number

SHARE = Indicator("anteil", "Anteil", unit="%", kind="share")


@pytest.mark.parametrize(
    ("value", "status", "text"),
    [
        (1234.56, Status.SHOWN, "1.234,6\u00a0%"),
        (-0.5, Status.SHOWN, "−0,5\u00a0%"),
        (0.0, Status.SHOWN, "0,0\u00a0%"),
        (0.0, Status.ZERO, "nichts vorhanden"),
        (None, Status.MISSING, "keine Angabe"),
        (None, Status.SUPPRESSED, "geheim gehalten"),
        (4.0, Status.UNRELIABLE, "4,0\u00a0% (unsicher)"),
        (None, Status.UNRELIABLE, "unsicher"),
    ],
)
def test_every_status_reads_differently(value: float | None, status: Status, text: str) -> None:
    assert figure_text(Cell(value, status, Nature.REAL, Flag(0)), SHARE) == text


def test_a_sum_with_a_hidden_part_reads_at_least_and_says_it_once() -> None:
    cell = Cell(12.0, Status.SHOWN, Nature.REAL, Flag.AT_LEAST | Flag.REVISED)
    assert figure_text(cell, SHARE) == "mindestens 12,0\u00a0%"
    assert flag_texts(cell.flags) == ["berichtigt"]


@pytest.mark.parametrize(
    ("value", "text"), [(3.2, "+3,2"), (-1, "−1,0"), (0, "0,0"), (0.01, "0,0")]
)
def test_a_change_shows_its_direction(value: float, text: str) -> None:
    assert signed_number(value, decimals=1) == text
