"""Random counties, protected by the engine, attacked by somebody who knows nothing of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from indicators.disclosure.problem import Pattern
from indicators.disclosure.protect import protect
from indicators.disclosure.refusals import CannotProtect
from tests.indicators.disclosure.attacker import Attacker, Rule
from tests.indicators.disclosure.worlds import World, problem_of, published, random_world


def attacker_of(world: World, pattern: Pattern) -> Attacker:
    table, shares = published(world, pattern)
    rule = Rule(world.minimum, world.width, world.zeros_shown)
    return Attacker(table, shares, world.areas, world.columns, rule)


def survives(world: World) -> None:
    """Every star stands for as many numbers as the pattern says, and that is enough."""
    problem = problem_of(world)
    try:
        pattern = protect(problem)
    except CannotProtect as refusal:
        everything_hidden_does_not_help(world, refusal.cells)
        return
    assert pattern.hidden[problem.primary].all()
    assert not pattern.hidden[problem.open].any()
    attacker = attacker_of(world, pattern)
    for number, cell in enumerate(world.cells):
        if pattern.hidden[number]:
            reasons = attacker.reasons(cell, world.equations)
            told = pattern.lower[number], pattern.upper[number]
            assert attacker.interval(cell, reasons=reasons) == told, cell
            assert told[0] <= world.count(*cell) <= told[1]
            assert told[1] - told[0] + 1 >= world.width
            assert told[1] >= world.minimum


def everything_hidden_does_not_help(world: World, cells: tuple[int, ...]) -> None:
    problem = problem_of(world)
    nothing = np.full(len(problem.counts), np.nan)
    shares = np.ones(len(problem.statement_weights), bool)
    attacker = attacker_of(world, Pattern(~problem.open, shares, nothing, nothing))
    assert cells
    for number in cells:
        cell = world.cells[number]
        assert attacker.breaks(cell, reasons=attacker.reasons(cell, world.equations)), cell


@pytest.mark.parametrize("seed", range(40))
def test_no_star_of_a_random_county_tells_more_than_the_rule_allows(seed: int) -> None:
    survives(random_world(seed))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(40, 260))
def test_no_star_of_many_random_counties_tells_more_than_the_rule_allows(seed: int) -> None:
    survives(random_world(seed))


def test_the_attacker_breaks_tables_that_hide_small_figures_only() -> None:
    broken = 0
    for seed in range(10):
        world = replace(random_world(seed), out=frozenset())
        problem = problem_of(world)
        nothing = np.full(len(problem.counts), np.nan)
        no_share = np.zeros(len(problem.statement_weights), bool)
        attacker = attacker_of(world, Pattern(problem.primary, no_share, nothing, nothing))
        broken += any(attacker.breaks(cell, reasons=[]) for cell in attacker.stars)
    assert broken == 10


def test_the_attacker_notices_when_the_engine_is_not_told_of_a_system() -> None:
    """Without the sums of the districts the engine believes tables safe that are not."""
    broken = 0
    for seed in range(10):
        world = replace(random_world(seed), out=frozenset(), shares=())
        known = tuple(entry for entry in world.sums if not entry[0].startswith("district"))
        pattern = protect(problem_of(replace(world, sums=known)))
        attacker = attacker_of(world, pattern)
        broken += any(attacker.breaks(cell, reasons=[]) for cell in attacker.stars)
    assert broken > 0
