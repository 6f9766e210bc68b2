"""Somebody takes all that `indicators values` hands out and reckons with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from shapely import union_all
from shapely.geometry import Polygon, box

from geodata.catalogue import Indicator
from geodata.store import Store
from indicators.commands import indicators
from indicators.secrecy.refusals import GivenAway
from tests.indicators.disclosure.attacker import Attacker, Rule
from tests.villages import COUNTY, EAST, NORTH, OFFICE, add_cells, put_areas, put_records

Cell = tuple[str, str]

VILLAGES = tuple(f"0335400{number}" for number in range(1, 7))
# Two rows and three columns of villages: the two larger systems cut across each other.
SYSTEMS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "gemeinde": {village: (village,) for village in VILLAGES},
    "samtgemeinde": {"033545401": VILLAGES[:3], "033545402": VILLAGES[3:]},
    "sozialraum": {f"SR{n}": (VILLAGES[n], VILLAGES[n + 3]) for n in range(3)},
    "kreis": {COUNTY: VILLAGES},
}
COLUMNS = {"jungen": ("jungen",), "maedchen": ("maedchen",), "kinder": ("jungen", "maedchen")}
# More of them with `make test-long`.
SEEDS = [*range(4), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(4, 40))]
RULE = Rule(minimum=3, width=3, zeros_shown=False)
AREAS = {area: members for areas in SYSTEMS.values() for area, members in areas.items()}


def squares() -> dict[str, Polygon]:
    corners = [(x, y) for y in (1, 0) for x in range(3)]
    starts = [(EAST + 1000 * x, NORTH + 1000 * y) for x, y in corners]
    return {
        village: box(east, north, east + 1000, north + 1000)
        for village, (east, north) in zip(VILLAGES, starts, strict=True)
    }


def records() -> list[Indicator]:
    parts = [
        Indicator(name, name, people=True, minimum=3, adds_to=("kinder",))
        for name in ("jungen", "maedchen")
    ]
    share = Indicator(
        "anteil",
        "Anteil",
        kind="share",
        factor=100.0,
        decimals=1,
        numerator=("maedchen",),
        denominator=("kinder",),
    )
    return [*parts, Indicator("kinder", "Kinder", people=True, minimum=3), share]


@pytest.fixture
def county(tmp_path: Path, guarded: None) -> Callable[[int], Store]:
    """Six villages with rules, and no figures yet."""

    def make(seed: int) -> Store:
        store = Store.create(tmp_path / str(seed), title="Landkreis", county=COUNTY)
        shapes = squares()
        for system, areas in SYSTEMS.items():
            whole = [union_all([shapes[m] for m in members]) for members in areas.values()]
            put_areas(store, system, {area: area for area in areas}, whole)
        put_records(store, [OFFICE, *records()])
        return store

    return make


def put_counts(store: Store, seed: int, names: Iterable[str]) -> None:
    """Random boys and girls, mostly few, as one import."""
    boys, girls = np.random.default_rng(seed).geometric(0.2, (2, 6)) - 1
    counts = {"jungen": boys, "maedchen": girls, "kinder": boys + girls}
    with store.writing("table", file="kinder.csv") as writer:
        for name in names:
            cells = dict(zip(VILLAGES, map(float, counts[name]), strict=True))
            add_cells(writer, name, "2022", cells)


def handed_out(store: Store, indicator: str, form: str) -> dict[str, str]:
    """What stands in the answers for all systems: a number as text, or a star."""
    seen = {}
    for system in SYSTEMS:
        words = ["values", indicator, "--system", system, "--format", "json"]
        told = CliRunner().invoke(indicators, [*words, "--workspace", str(store.folder)])
        for row in json.loads(told.stdout):
            hidden = row["status"] == "suppressed"
            gap = "*" if hidden else ""
            seen[row["area_id"]] = gap if row["value"] is None else format(row["value"], form)
    return seen


def seen_of(store: Store, names: Iterable[str]) -> tuple[dict[Cell, str], dict[str, str]]:
    """The texts of all counts and shares; a share that there is none of is empty."""
    table = {
        (area, name): text
        for name in names
        for area, text in handed_out(store, name, ".0f").items()
    }
    both = {"maedchen", "kinder"} <= set(names)
    return table, handed_out(store, "anteil", ".1f") if both else {}


def attacker_of(table: Mapping[Cell, str], shares: Mapping[str, str]) -> Attacker:
    told = {(area, "maedchen", "kinder"): text for area, text in shares.items() if text}
    attacker = Attacker(table, told, AREAS, COLUMNS, RULE)
    for area, text in shares.items():
        # A share stands over at least one child; that there is none stands over no child.
        most = 0.0 if not text else np.inf
        least = 0.0 if not text else 1.0
        if text != "*":
            attacker.facts.append((attacker.sum_of((area, "kinder")), least, most))
    return attacker


def broken(attacker: Attacker) -> list[Cell]:
    sums = [
        [(area, name), *((member, name) for member in members)]
        for area, members in AREAS.items()
        for name in COLUMNS
    ]
    sums += [[(area, name) for name in COLUMNS] for area in AREAS]
    return [
        star
        for star in attacker.stars
        if attacker.breaks(star, reasons=attacker.reasons(star, sums))
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_hidden_count_can_be_reckoned_from_what_is_handed_out(
    county: Callable[[int], Store], seed: int
) -> None:
    store = county(seed)
    put_counts(store, seed, COLUMNS)
    table, shares = seen_of(store, COLUMNS)
    assert "*" in table.values()
    assert broken(attacker_of(table, shares)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_nor_from_what_was_handed_out_before_a_further_import(
    county: Callable[[int], Store], seed: int
) -> None:
    """The children first, boys and girls later; who kept the first answer has both."""
    store = county(seed)
    put_counts(store, seed, ["kinder"])
    earlier, _ = seen_of(store, ["kinder"])
    try:
        put_counts(store, seed, ["jungen", "maedchen"])
    except GivenAway:
        return
    table, shares = seen_of(store, COLUMNS)
    opened = [cell for cell, text in earlier.items() if text == "*" != table[cell]]
    assert opened == []
    kept = {cell: text for cell, text in earlier.items() if text != "*"}
    assert broken(attacker_of(table | kept, shares)) == []


def test_the_attacker_finds_what_nobody_protects(county: Callable[[int], Store]) -> None:
    """The same table with only its small counts hidden."""
    store = county(5)
    put_records(store, [replace(record, minimum=0) for record in records()])
    put_counts(store, 5, COLUMNS)
    table, shares = seen_of(store, COLUMNS)
    starred = {cell: "*" if int(text) < RULE.minimum else text for cell, text in table.items()}
    assert broken(attacker_of(starred, dict.fromkeys(shares, "*")))
