"""Somebody takes what the rings hand out too, and knows that a county is the same everywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pytest

from geodata.store import Store
from geodata.workspace import Workspace
from indicators.secrecy.audit import audit
from tests.indicators.secrecy.outside import (
    AREAS,
    COLUMNS,
    NEIGHBOURS,
    RINGS,
    RULE,
    Cell,
    attacker_of,
    broken,
    counts_in_rings,
    counts_of,
    handed_out_in_ring,
    put_counts,
    put_rings,
    seen_of,
)
from tests.villages import COUNTY

# More of them with `make test-long`.
SEEDS = [*range(6), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(6, 60))]
COUNTIES = AREAS | {key: (key,) for key in NEIGHBOURS}

Texts = Mapping[str, Mapping[Cell, str]]


def put_all(store: Store, seed: int) -> None:
    """Counts of villages, and in each ring; anywhere a column may be missing."""
    random, told = np.random.default_rng(seed), counts_in_rings(seed)
    put_rings(store)
    on_map = {name: counts_of(seed)[name] for name in list(COLUMNS)[: random.integers(1, 4)]}
    in_rings = {
        ring: {
            name: {key: told[name][key] for key in keys}
            for name in COLUMNS
            if random.random() < 0.7
        }
        for ring, keys in RINGS.items()
    }
    put_counts(store, on_map, in_rings)


def seen_in_rings(store: Store) -> Texts:
    """By ring, the texts of all counts of its members."""
    return {
        ring: {
            (key, name): text
            for name in COLUMNS
            for key, text in handed_out_in_ring(store, name, ".0f", ring).items()
        }
        for ring in RINGS
    }


def together(table: Mapping[Cell, str], rings: Texts) -> dict[Cell, str]:
    """A number that stands anywhere is known; where nobody says anything, there is no star."""
    found: dict[Cell, str] = {}
    for seen in (table, *rings.values()):
        for cell, text in seen.items():
            if text and found.get(cell, "*") == "*":
                found[cell] = text
    return found


def closed(table: Mapping[Cell, str], rings: Texts) -> list[list[Cell]]:
    """States of a ring in which all is hidden but for what the map shows of the own county."""
    found = []
    for seen in rings.values():
        for name in COLUMNS:
            cells = [cell for cell in seen if cell[1] == name and table.get(cell) == "*"]
            others = [cell for cell in seen if cell[1] == name and cell[0] != COUNTY]
            if others and set(others) <= set(cells):
                found.append(cells)
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_no_hidden_count_of_a_ring_can_be_reckoned(
    county: Callable[[int], Store], seed: int
) -> None:
    store = county(seed)
    put_all(store, seed)
    standing = Workspace(store).states_of
    table, shares = seen_of(store, [name for name in COLUMNS if (name, "gemeinde") in standing])
    rings = seen_in_rings(store)
    everything = together(table, rings)
    told = {
        key: text
        for ring in RINGS
        for key, text in handed_out_in_ring(store, "anteil", ".1f", ring).items()
        if key != COUNTY and text
    }
    attacker = attacker_of(everything, shares | told, COUNTIES)
    assert broken(attacker, COUNTIES, also=closed(everything, rings)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_the_audit_says_the_same(county: Callable[[int], Store], seed: int) -> None:
    store = county(seed)
    put_all(store, seed)
    entries = audit(Workspace(store))
    assert [entry for entry in entries if not entry.safe] == []
    hidden = {
        (entry.area_id, entry.indicator_id)
        for entry in entries
        if entry.system.startswith("ring:") and entry.indicator_id in COLUMNS
    }
    assert {
        cell for seen in seen_in_rings(store).values() for cell, text in seen.items() if text == "*"
    } == hidden


def test_the_attacker_finds_what_a_ring_gives_away_that_only_hides_small_counts(
    county: Callable[[int], Store],
) -> None:
    found = 0
    for seed in range(6):
        counts = counts_in_rings(seed)
        ring = {
            (key, name): "*" if counts[name][key] < RULE.minimum else str(counts[name][key])
            for name in COLUMNS
            for key in RINGS["nachbarn"]
        }
        found += bool(broken(attacker_of(ring, {}, {k: COUNTIES[k] for k in RINGS["nachbarn"]})))
    assert found
