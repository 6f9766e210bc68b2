"""A link to something that is gone opens the nearest view and says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geodata.workspace import Workspace
from layers.what_is_gone import what_is_gone
from tests.villages import AHAUSEN, put_table, village_store


@pytest.fixture
def villages(tmp_path: Path) -> Iterator[Workspace]:
    with village_store(tmp_path / "w") as store:
        for period in ("2021-12-31", "2022-12-31"):
            put_table(store, "kinder", period, {AHAUSEN: 4.0})
        yield Workspace(store)


@pytest.mark.parametrize(
    "search",
    [
        "",
        "?indikator=kinder&ebene=gemeinde&zeit=2022-12-31&gebiet=" + AHAUSEN,
        "?indikator=kinder&zeit=2022&seit=2021-12-31&klassen=4&arten=kita&namen=0",
    ],
)
def test_a_link_that_shows_what_it_names_needs_no_word(villages: Workspace, search: str) -> None:
    assert what_is_gone(search, villages) == []


@pytest.mark.parametrize(
    ("search", "said"),
    [
        ("?indikator=hunde", "„hunde“ aus dem Link gibt es hier nicht mehr; gezeigt wird „Kinder“"),
        ("?indikator=kinder&zeit=2018-05-01", "Den Stand 01.05.2018 gibt es zu „Kinder“ nicht"),
        ("?indikator=kinder&zeit=<b>", "Den Stand „<b>“ gibt es"),
        ("?indikator=kinder&ebene=stadtteil", "gezeigt wird Gemeinde"),
        ("?indikator=kinder&seit=2010", "seit 2010"),
        ("?indikator=kinder&gebiet=1", "Ein Gebiet aus dem Link"),
        ("?indikator=kinder&gebiet=1;2;" + AHAUSEN, "2 Gebiete aus dem Link"),
        ("?geschichte=weg", "Geschichte aus dem Link"),
        ("?jahr=2022&indicator=kinder", "Nicht verstanden wurde im Link: „jahr“, „indicator“."),
    ],
)
def test_what_is_gone_is_said(villages: Workspace, search: str, said: str) -> None:
    (sentence,) = what_is_gone(search, villages)
    assert said in sentence


def test_where_the_path_asks_how_far_it_is_no_indicator_is_missed(villages: Workspace) -> None:
    assert what_is_gone("?indikator=hunde", villages, reach=True) == []


def test_a_workspace_without_figures_has_nothing_to_miss(tmp_path: Path) -> None:
    with village_store(tmp_path / "leer") as store:
        assert what_is_gone("?indikator=kinder&zeit=2022", Workspace(store)) == []
