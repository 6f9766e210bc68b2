"""Rows of two areas: who is higher, and a line that holds all that is drawn on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from indicators.comparison.place import Place
from indicators.comparison.profile import Comparison
from indicators.comparison.side import Side
from indicators.portrait import NO_CELL
from indicators.published import Cell, Published
from layers.profile_board import profile_board

GROWTH = Indicator("wachstum", "Wachstum", unit="%", kind="change", decimals=1)
SALDO = Indicator("saldo", "Wanderungssaldo", unit="je 1.000", kind="rate", decimals=1)
SHARE = Indicator("anteil", "Anteil", unit="%", kind="share", decimals=1)


@pytest.fixture
def row(with_changes: Callable[..., Published]) -> Callable[..., dict[str, Any]]:
    """The row of two villages; all areas lie between 0 and 5."""
    shown = {"status": np.zeros(6, np.uint8), "flags": np.zeros(6, np.uint16)}
    figures = with_changes(values=np.arange(6.0), **shown)

    def made(
        indicator: Indicator, a: float, b: float, interval: tuple[float, float] | None = None
    ) -> dict[str, Any]:
        one, other = _side("Lüchow", a, interval), _side("Clenze", b, interval)
        found = Comparison(indicator, one, other, NO_CELL, a - b, "", "gap", None, "")
        told = profile_board([(found, (figures, figures))], {}, topic="", county_name="", asked="")
        only: dict[str, Any] = told["rows"][0]
        return only

    return made


def _side(name: str, value: float, interval: tuple[float, float] | None) -> Side:
    cell = Cell(value, Status.SHOWN, Nature.REAL, Flag(0))
    place = Place("gemeinde", name)
    return Side(place, name, "Gemeinde", cell, Period("2022"), "", interval, False)


@pytest.mark.parametrize(
    ("indicator", "a", "b", "told"),
    [
        (GROWTH, -2.7, -3.8, "Lüchow: 1,1 Prozentpunkte höher"),
        (GROWTH, 1.0, 3.0, "Clenze: 2,0 Prozentpunkte höher"),
        (SALDO, -3.0, 1.0, "Clenze: 4,0 je 1.000 höher"),
        (SHARE, 4.0, 3.0, "Lüchow: 1,0 Prozentpunkte mehr"),
    ],
)
def test_of_what_shrinks_or_changes_nobody_has_more(
    row: Callable[..., dict[str, Any]], indicator: Indicator, a: float, b: float, told: str
) -> None:
    assert row(indicator, a, b)["difference"].replace("\u00a0", " ") == told


def test_whiskers_beyond_all_figures_stay_on_the_line(
    row: Callable[..., dict[str, Any]],
) -> None:
    drawn = row(SHARE, 4.0, 3.0, (2.0, 9.0))
    assert drawn["span"][1] < drawn["a"]["high"] < 1
