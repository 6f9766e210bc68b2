"""A link to what is no longer there shows the nearest that is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geodata.workspace import Workspace
from layers.fitting_view import fitting_view
from layers.view import View
from tests.villages import AHAUSEN, put_table, village_store


@pytest.fixture
def villages_over_years(tmp_path: Path) -> Iterator[Workspace]:
    with village_store(tmp_path / "jahre") as store:
        for period in ("2019-12-31", "2022-05-15", "2022-12-31"):
            put_table(store, "kinder", period, {AHAUSEN: 4.0})
        yield Workspace(store)


def test_an_empty_view_takes_the_latest_of_the_finest(villages_over_years: Workspace) -> None:
    view = fitting_view(View(), villages_over_years)
    assert (view.indicator, view.system, view.period) == ("kinder", "gemeinde", "2022-12-31")


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ("2022", "2022-12-31"),
        ("2020", "2019-12-31"),
        ("2022-06-01", "2022-05-15"),
        ("unsinn", "2022-12-31"),
        ("2022-05-15", "2022-05-15"),
    ],
)
def test_the_nearest_period_is_shown(
    villages_over_years: Workspace, wanted: str, shown: str
) -> None:
    asked = View(indicator="kinder", system="gemeinde", period=wanted)
    assert fitting_view(asked, villages_over_years).period == shown


def test_areas_of_another_system_are_let_go(villages_over_years: Workspace) -> None:
    asked = View(system="gemeinde", areas=("09999999", AHAUSEN))
    assert fitting_view(asked, villages_over_years).areas == (AHAUSEN,)


def test_a_workspace_without_figures_has_an_empty_view(tmp_path: Path) -> None:
    with village_store(tmp_path / "leer") as store:
        assert fitting_view(View(indicator="kinder"), Workspace(store)) == View()
