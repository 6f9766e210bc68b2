"""Two counties that publish the same and hide different counts: no answer tells them apart."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from geodata import demonstration
from geodata.catalogue import Indicator
from geodata.store import Store
from geodata.workspace import open_workspace
from indicators.secrecy import veil
from tests.indicators.secrecy.other_world import answers, copied_with, other_truth
from tests.indicators.secrecy.outside import (
    COLUMNS,
    VILLAGES,
    counts_in_rings,
    counts_of,
    put_quarters,
    put_rings,
)
from tests.villages import POPULATION, add_cells, put_records

SHARE = Indicator("", "Anteil", topic="Bildung", kind="share", factor=100.0, decimals=1)
PEOPLE = (40, 210, 300, 90, 150, 500)


def put_everything(store: Store, seed: int) -> None:
    """Children in villages and a ring in two years, people, and all that can be made of them."""
    put_quarters(store)
    put_rings(store)
    put_records(
        store,
        [
            POPULATION,
            replace(SHARE, id="anteil", numerator=("maedchen",), denominator=("kinder",)),
            replace(SHARE, id="dichte", numerator=("kinder",), denominator=("einwohner",)),
            Indicator("beide", "Beide", topic="Bildung", numerator=("jungen", "maedchen")),
            Indicator(
                "wandel",
                "Wandel",
                topic="Bildung",
                kind="change",
                numerator=("kinder",),
                reference_period="2021",
                decimals=1,
            ),
        ],
    )
    with store.writing("table", file="kinder.csv") as writer:
        for year, number in (("2021", seed + 1000), ("2022", seed)):
            people = dict(zip(VILLAGES, map(float, PEOPLE), strict=True))
            add_cells(writer, "einwohner", year, people)
            for name in COLUMNS:
                cells = {a: float(v) for a, v in counts_of(number)[name].items()}
                add_cells(writer, name, year, cells)
                told = {a: float(v) for a, v in counts_in_rings(number)[name].items()}
                members = {key: told[key] for key in list(told)[:5]}
                add_cells(writer, name, year, members, system="ring:nachbarn")


def differing(folder: Path, other: Path) -> tuple[list[str], int]:
    """The questions that are answered differently, and how many were asked."""
    here, there = answers(folder), answers(other)
    assert here.keys() == there.keys()
    return [question for question in here if here[question] != there[question]], len(here)


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 5))]
)
def test_no_answer_tells_two_counties_apart(county: Callable[[int], Store], seed: int) -> None:
    store = county(seed)
    put_everything(store, seed)
    with open_workspace(store.folder) as workspace:
        truth = other_truth(workspace)
        assert len({key[3] for key in truth}) > 2
    store.close()
    other = store.folder.with_name("andere")
    copied_with(store.folder, other, truth)
    told_apart, asked = differing(store.folder, other)
    assert told_apart == []
    assert asked > 500


def test_the_comparison_notices_what_is_not_hidden(
    county: Callable[[int], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were shares of hidden counts shown, one of the answers would differ."""
    store = county(0)
    put_everything(store, 0)
    with open_workspace(store.folder) as workspace:
        truth = other_truth(workspace)
    store.close()
    other = store.folder.with_name("andere")
    copied_with(store.folder, other, truth)
    monkeypatch.setattr(veil, "any_rule", lambda _: False)
    assert differing(store.folder, other)[0]


@pytest.mark.long
def test_no_answer_of_the_demonstration_tells_two_truths_apart(tmp_path: Path) -> None:
    folder, other = tmp_path / "eine", tmp_path / "andere"
    shutil.copytree(Path(demonstration.__file__).parent / "workspace", folder)
    with open_workspace(folder) as workspace:
        truth = other_truth(workspace)
    assert len(truth) > 100
    copied_with(folder, other, truth)
    assert differing(folder, other)[0] == []
