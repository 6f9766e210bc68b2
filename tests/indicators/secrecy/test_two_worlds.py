"""Two counties that publish the same and hide different counts: no answer tells them apart."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from callbacks.addresses import READ
from geodata import demonstration
from geodata.catalogue import Indicator
from geodata.store import Store
from geodata.workspace import Workspace, open_workspace
from indicators import inhabitants
from indicators.facilities import supply
from indicators.measures import figures_of
from indicators.published import Published, published
from indicators.query import Query
from indicators.reach import weights
from indicators.secrecy import veil
from layers.handout.products import PRODUCTS
from layers.text_paths import ACCESSIBILITY_PATH, HELP_PATH
from tests.indicators.secrecy.other_world import (
    answers,
    copied_with,
    figures_of_counts,
    figures_of_reach,
    other_truth,
    taken_along,
)
from tests.indicators.secrecy.outside import (
    COLUMNS,
    VILLAGES,
    counts_in_rings,
    counts_of,
    put_counts,
    put_quarters,
    put_rings,
)
from tests.indicators.secrecy.reachable import GRID, put_reachable
from tests.villages import POPULATION, add_cells, put_records

SHARE = Indicator("", "Anteil", topic="Bildung", kind="share", factor=100.0, decimals=1)
# Addresses that tell no figure, or only to those who may see what is hidden.
WITHOUT_FIGURES = {
    "/geheimhaltung",
    "/teilen/qr.svg",
    "/praesentation/vortrag",
    "/ausgabe/portraets/stand",
    "/healthz",
    HELP_PATH,
    ACCESSIBILITY_PATH,
    f"{HELP_PATH}/woerter",
}
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


def two_worlds(store: Store, *systems: str) -> tuple[Path, Path]:
    """Two folders: other people live in the areas of the systems, and the same is shown."""
    with open_workspace(store.folder) as workspace:
        truth = other_truth(workspace)
        assert {key[1] for key in truth} >= set(systems)
    store.close()
    other = store.folder.with_name("andere")
    copied_with(store.folder, other, truth)
    return store.folder, other


def two_reachable_worlds(store: Store, seed: int) -> tuple[Path, Path]:
    put_quarters(store)
    put_counts(store, counts_of(seed))
    put_reachable(store, seed)
    return two_worlds(store, "gemeinde", GRID)


def differing(
    folder: Path, other: Path, asked: Callable[[Path], dict[str, str]] = answers
) -> tuple[list[str], int]:
    """The questions that are answered differently, and how many were asked."""
    here, there = asked(folder), asked(other)
    assert here.keys() == there.keys()
    return [question for question in here if here[question] != there[question]], len(here)


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 5))]
)
def test_no_answer_tells_two_counties_apart(county: Callable[[int], Store], seed: int) -> None:
    store = county(seed)
    put_everything(store, seed)
    told_apart, asked = differing(*two_worlds(store, "gemeinde"))
    assert told_apart == []
    assert asked > 500


def test_the_comparison_notices_what_is_not_hidden(
    county: Callable[[int], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were shares of hidden counts shown, one of the answers would differ."""
    store = county(0)
    put_everything(store, 0)
    worlds = two_worlds(store, "gemeinde")
    monkeypatch.setattr(veil, "any_rule", lambda _: False)
    assert differing(*worlds, figures_of_counts)[0]


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 5))]
)
def test_no_answer_about_reachability_tells_them_apart(
    county: Callable[[int], Store], seed: int
) -> None:
    """Children are hidden in villages and people in cells of a grid; both weigh minutes."""
    here, there = map(answers, two_reachable_worlds(county(seed), seed))
    assert here.keys() == there.keys()
    assert [question for question in here if here[question] != there[question]] == []
    asked = {address.partition("<")[0] for address in READ}
    assert {a for a in asked if not any(q.startswith(a) for q in here)} == WITHOUT_FIGURES


@pytest.mark.long
@pytest.mark.parametrize("seed", range(5))
def test_no_file_that_is_taken_along_tells_them_apart(
    county: Callable[[int], Store], seed: int
) -> None:
    store = county(seed)
    put_counts(store, counts_of(seed))
    told_apart, asked = differing(*two_worlds(store), taken_along)
    assert told_apart == []
    assert asked == len(PRODUCTS)


def seen_figures(workspace: Workspace, query: Query) -> Published:
    """Figures as they would be without protection."""
    told = published(workspace, query)
    raw = figures_of(workspace, query.indicator, query.system, told.period)
    return replace(told, values=raw.values, status=raw.status)


@pytest.mark.parametrize(
    ("module", "name", "unprotected"),
    [
        (inhabitants, "_hidden_cells", lambda *_: frozenset()),
        (weights, "published", seen_figures),
        (supply, "published", seen_figures),
    ],
    ids=["cells", "groups", "supply"],
)
def test_the_comparison_notices_weights_that_are_not_published(
    county: Callable[[int], Store],
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    name: str,
    unprotected: Callable[..., object],
) -> None:
    """Did hidden cells weigh, or hidden girls, minutes or places for them would differ."""
    worlds = two_reachable_worlds(county(0), 0)
    monkeypatch.setattr(module, name, unprotected)
    assert differing(*worlds, figures_of_reach)[0]


@pytest.mark.long
def test_no_answer_of_the_demonstration_tells_two_truths_apart(tmp_path: Path) -> None:
    folder, other = tmp_path / "eine", tmp_path / "andere"
    shutil.copytree(Path(demonstration.__file__).parent / "workspace", folder)
    with open_workspace(folder) as workspace:
        truth = other_truth(workspace)
    assert len(truth) > 100
    copied_with(folder, other, truth)
    assert differing(folder, other)[0] == []
