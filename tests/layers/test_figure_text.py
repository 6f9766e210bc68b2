"""Figures in words: a gap has its own, a number keeps its unit."""

from __future__ import annotations

import pytest

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from indicators.published import Cell
from layers.figure_text import figure_text, signed_number

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


@pytest.mark.parametrize(
    ("value", "text"), [(3.2, "+3,2"), (-1, "−1,0"), (0, "0,0"), (0.01, "0,0")]
)
def test_a_change_shows_its_direction(value: float, text: str) -> None:
    assert signed_number(value, decimals=1) == text
