"""Somebody takes all that `indicators values` hands out and reckons with it."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from geodata.store import Store
from indicators.secrecy.refusals import GivenAway
from tests.indicators.disclosure.attacker import Attacker
from tests.indicators.secrecy.outside import (
    ACROSS,
    AREAS,
    COLUMNS,
    RULE,
    VILLAGES,
    attacker_of,
    broken,
    counts_of,
    handed_out,
    hundredths,
    learn_estimated_shares,
    learn_estimates,
    put_counts,
    put_quarters,
    seen_of,
    unprotected,
)
from tests.villages import put_records

# More of them with `make test-long`.
SEEDS = [*range(4), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(4, 40))]

County = Callable[[int], Store]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_hidden_count_can_be_reckoned_from_what_is_handed_out(county: County, seed: int) -> None:
    store = county(seed)
    put_counts(store, counts_of(seed))
    table, shares = seen_of(store, COLUMNS)
    assert "*" in table.values()
    assert broken(attacker_of(table, shares)) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_nor_from_what_was_handed_out_before_a_further_import(county: County, seed: int) -> None:
    """The children first, boys and girls later; who kept the first answers has both."""
    store, counts = county(seed), counts_of(seed)
    put_quarters(store)
    put_counts(store, {"kinder": counts.pop("kinder")})
    earlier, _ = seen_of(store, ["kinder"])
    estimates = handed_out(store, "kinder", ".0f", ACROSS)
    try:
        put_counts(store, counts)
    except GivenAway:
        return
    table, shares = seen_of(store, COLUMNS)
    opened = [cell for cell, text in earlier.items() if text == "*" != table[cell]]
    assert opened == []
    kept = {cell: text for cell, text in earlier.items() if text != "*"}
    attacker = attacker_of(table | kept, shares)
    learn_estimates(attacker, "kinder", estimates)
    assert broken(attacker) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_nor_from_estimates_for_areas_that_lie_across(county: County, seed: int) -> None:
    store = county(seed)
    put_quarters(store)
    put_counts(store, counts_of(seed))
    table, shares = seen_of(store, COLUMNS)
    attacker = attacker_of(table, shares)
    for column in COLUMNS:
        learn_estimates(attacker, column, handed_out(store, column, ".0f", ACROSS))
    learn_estimated_shares(attacker, handed_out(store, "anteil", ".1f", ACROSS))
    assert broken(attacker) == []


def test_estimates_that_rest_on_shown_counts_are_handed_out(county: County) -> None:
    """And are no more than anybody could reckon: the shown counts, divided by surface."""
    seen = 0
    for seed in range(4):
        store = county(seed)
        put_quarters(store)
        put_counts(store, counts_of(seed))
        villages = handed_out(store, "kinder", ".0f", "gemeinde")
        for quarter, text in handed_out(store, "kinder", ".0f", ACROSS).items():
            parts = {village: part for village, part in hundredths()[quarter].items() if part}
            rests_on_stars = any(villages[village] == "*" for village in parts)
            assert (text == "*") == rests_on_stars
            if not rests_on_stars:
                whole = sum(part * int(villages[village]) for village, part in parts.items())
                assert abs(100 * int(text) - whole) <= 50
                seen += 1
    assert seen


def test_where_there_is_but_one_count_nobody_finds_it(county: County) -> None:
    """Five villages have none; their gaps look like the star of the one that has a single child."""
    store = county(0)
    put_counts(store, {"kinder": {VILLAGES[2]: 1}})
    table, _ = seen_of(store, ["kinder"])
    assert set(table.values()) == {"*"}
    state = [(village, "kinder") for village in VILLAGES]
    attacker = Attacker(table, {}, AREAS, {"kinder": ("kinder",)}, RULE)
    for star in state:
        assert attacker.interval(star, reasons=state) == (0, math.inf)


def test_the_attacker_finds_what_estimates_of_hidden_counts_would_tell(county: County) -> None:
    """Were all estimates handed out, as before there was a rule."""
    store = county(5)
    put_quarters(store)
    put_counts(store, counts_of(5))
    table, shares = seen_of(store, COLUMNS)
    put_records(store, unprotected())
    attacker = attacker_of(table, shares)
    for column in COLUMNS:
        assert learn_estimates(attacker, column, handed_out(store, column, ".0f", ACROSS))
    assert broken(attacker)


def test_the_attacker_finds_what_nobody_protects(county: County) -> None:
    """The same table with only its small counts hidden."""
    store = county(5)
    put_records(store, unprotected())
    put_counts(store, counts_of(5))
    table, shares = seen_of(store, COLUMNS)
    starred = {cell: "*" if int(text) < RULE.minimum else text for cell, text in table.items()}
    assert broken(attacker_of(starred, dict.fromkeys(shares, "*")))
