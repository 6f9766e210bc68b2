"""Small counties whose pattern one can check by hand."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest

from indicators.disclosure.intervals import intervals
from indicators.disclosure.problem import Pattern, Problem
from indicators.disclosure.protect import protect
from indicators.disclosure.refusals import CannotProtect
from tests.indicators.disclosure.worlds import Cell, World, problem_of

CHILDREN = "children"


def villages_of(
    counts: dict[str, int], above: dict[str, tuple[str, ...]], **options: object
) -> World:
    """Children of villages, and areas above them as their sums."""
    return World(
        pieces={(village, CHILDREN): count for village, count in counts.items()},
        areas={village: (village,) for village in counts} | above,
        columns={CHILDREN: (CHILDREN,)},
        sums=tuple(above.items()),
        totals=(),
        **options,  # type: ignore[arg-type]
    )


def hidden_areas(world: World, pattern: Pattern) -> set[str]:
    return {world.cells[number][0] for number in np.flatnonzero(pattern.hidden)}


def without(problem: Problem, world: World, cells: Iterable[Cell]) -> Problem:
    """The same problem with gaps instead of these figures."""
    gap = np.array([cell in set(cells) for cell in world.cells])
    return replace(
        problem,
        known=problem.known & ~gap,
        primary=problem.primary & ~gap,
        counts=np.where(gap, 0, problem.counts),
    )


@pytest.fixture
def one_small_village() -> World:
    return villages_of({"A": 1, "B": 5, "C": 7}, {"union": ("A", "B", "C")})


def test_one_small_village_takes_the_cheapest_neighbour_with_it(one_small_village: World) -> None:
    pattern = protect(problem_of(one_small_village))
    assert hidden_areas(one_small_village, pattern) == {"A", "B"}
    # 13 in the union less 7 in C: A and B share 6.
    assert (pattern.lower[0], pattern.upper[0]) == (0, 6)


def test_without_small_figures_nothing_is_hidden() -> None:
    world = villages_of({"A": 3, "B": 5}, {"union": ("A", "B")})
    assert hidden_areas(world, protect(problem_of(world))) == set()


def test_intervals_show_why_hiding_alone_does_not_help(one_small_village: World) -> None:
    problem = problem_of(one_small_village)
    lower, upper = intervals(problem, problem.primary, np.zeros(0, bool))
    assert (lower[0], upper[0]) == (1, 1)


def test_the_neighbour_needs_the_same_protection() -> None:
    # A and B would share 8, nine numbers from 0; A and C share 41.
    world = villages_of({"A": 1, "B": 7, "C": 40}, {"union": ("A", "B", "C")}, width=10)
    pattern = protect(problem_of(world))
    assert hidden_areas(world, pattern) == {"A", "C"}
    assert pattern.upper[0] - pattern.lower[0] + 1 >= 10


def test_a_hidden_zero_needs_a_neighbour_and_a_shown_one_does_not() -> None:
    counts, union = {"A": 0, "B": 5, "C": 7}, {"union": ("A", "B", "C")}
    hiding, showing = (villages_of(counts, union, zeros_shown=shown) for shown in (False, True))
    assert hidden_areas(hiding, protect(problem_of(hiding))) == {"A", "B"}
    assert hidden_areas(showing, protect(problem_of(showing))) == set()


def test_two_systems_that_differ_by_one_small_village_are_not_both_published() -> None:
    # Union less district is C.
    above = {"union": ("A", "B", "C"), "district": ("A", "B")}
    world = villages_of({"A": 6, "B": 4, "C": 1}, above)
    assert hidden_areas(world, protect(problem_of(world))) & {"union", "district"}


def test_a_village_cut_by_districts_is_bounded_by_them() -> None:
    # District East is A and one side of B: hidden, A is still at most what East has.
    world = World(
        pieces={("A", CHILDREN): 1, ("B1", CHILDREN): 1, ("B2", CHILDREN): 20},
        areas={"A": ("A",), "B": ("B1", "B2"), "East": ("A", "B1"), "all": ("A", "B1", "B2")},
        columns={CHILDREN: (CHILDREN,)},
        sums=(("B", ("B1", "B2")), ("East", ("A", "B1")), ("all", ("A", "B"))),
        totals=(),
    )
    problem = problem_of(world)
    lower, upper = intervals(
        problem,
        np.array([area in ("A", "B") for area, _ in [*world.cells, *world.nameless]]),
        np.zeros(0, bool),
    )
    assert (lower[0], upper[0]) == (0, 2)
    assert hidden_areas(world, protect(problem)) >= {"A", "B", "East"}


@pytest.fixture
def shares_of_two_villages() -> World:
    """A has 1 child of 40 people, B 9 of 60; both shares are printed with one decimal."""
    return World(
        pieces={("A", CHILDREN): 1, ("A", "o"): 39, ("B", CHILDREN): 9, ("B", "o"): 51},
        areas={"A": ("A",), "B": ("B",), "union": ("A", "B")},
        columns={CHILDREN: (CHILDREN,), "people": (CHILDREN, "o")},
        sums=(("union", ("A", "B")),),
        totals=(),
        shares=(("A", CHILDREN, "people"), ("B", CHILDREN, "people")),
        decimals=1,
    )


def test_a_share_of_a_published_number_of_people_is_not_printed(
    shares_of_two_villages: World,
) -> None:
    pattern = protect(problem_of(shares_of_two_villages))
    # 2.5 % of 40 is 1; 15.0 % of 60 is 9, and 10 less 9 is 1 again.
    assert pattern.statements_hidden.all()


def test_a_share_that_is_out_already_gives_its_numerator_away(
    shares_of_two_villages: World,
) -> None:
    problem = replace(
        problem_of(shares_of_two_villages),
        statement_open=np.array([True, False]),
        open=np.array([cell == ("A", "people") for cell in shares_of_two_villages.cells]),
    )
    with pytest.raises(CannotProtect) as refusal:
        protect(problem)
    assert refusal.value.cells == (0,)


def test_figures_that_are_out_already_give_a_village_away(one_small_village: World) -> None:
    out = frozenset((area, CHILDREN) for area in ("B", "C", "union"))
    with pytest.raises(CannotProtect, match="1 Werte") as refusal:
        protect(problem_of(replace(one_small_village, out=out)))
    assert refusal.value.cells == (0,)


def test_a_small_figure_that_is_out_itself_is_named(one_small_village: World) -> None:
    with pytest.raises(CannotProtect) as refusal:
        protect(problem_of(replace(one_small_village, out=frozenset({("A", CHILDREN)}))))
    assert refusal.value.cells == (0,)


def test_what_is_out_stays_out_and_others_take_its_place(one_small_village: World) -> None:
    world = replace(one_small_village, out=frozenset({("B", CHILDREN)}))
    assert hidden_areas(world, protect(problem_of(world))) == {"A", "C"}


def test_what_was_hidden_stays_hidden_though_it_has_grown() -> None:
    kept = frozenset((village, CHILDREN) for village in ("A", "B"))
    world = villages_of({"A": 8, "B": 5, "C": 7}, {"union": ("A", "B", "C")}, kept_hidden=kept)
    assert hidden_areas(world, protect(problem_of(world))) == {"A", "B"}


def test_the_rule_itself_gives_a_lone_small_figure_among_large_ones_away() -> None:
    """B = 50 is out, so A and the union are hidden; the union is never small, so A must be."""
    world = villages_of({"A": 1, "B": 50}, {"union": ("A", "B")}, out=frozenset({("B", CHILDREN)}))
    problem = problem_of(world)
    _, upper = intervals(problem, np.array([True, False, True]), np.zeros(0, bool))
    assert upper[0] == 2
    with pytest.raises(CannotProtect):
        protect(problem)


def test_a_gap_beside_it_is_no_cover_for_a_small_figure(one_small_village: World) -> None:
    """With B missing only A can be the star that is small: it needs a second star."""
    problem = without(problem_of(one_small_village), one_small_village, [("B", CHILDREN)])
    pattern = protect(problem)
    assert pattern.hidden.sum() == 2
    assert pattern.hidden[0]
    assert np.isnan(pattern.upper[1])


def test_a_program_that_only_starts_does_not_load_scipy() -> None:
    code = "import sys, indicators.disclosure.protect; print('scipy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_counts_that_break_a_sum_are_refused(one_small_village: World) -> None:
    problem = problem_of(one_small_village)
    with pytest.raises(ValueError, match="contradict"):
        protect(replace(problem, counts=problem.counts + np.array([0, 0, 1, 0])))


def test_the_same_problem_has_the_same_pattern_and_progress_ends_at_one() -> None:
    counts = {f"v{number}": (7 * number) % 11 for number in range(12)}
    world = villages_of(counts, {"union": tuple(counts), "district": tuple(counts)[:6]})
    told: list[float] = []
    first, second = protect(problem_of(world), progress=told.append), protect(problem_of(world))
    assert (first.hidden == second.hidden).all()
    assert told[-1] == 1


def test_periods_that_nothing_ties_together_are_protected_apart() -> None:
    world = World(
        pieces={(v, p): n for (v, n) in {"A": 1, "B": 5}.items() for p in ("2023", "2024")}
        | {("A", "2024"): 4},
        areas={"A": ("A",), "B": ("B",), "union": ("A", "B")},
        columns={"2023": ("2023",), "2024": ("2024",)},
        sums=(("union", ("A", "B")),),
        totals=(),
    )
    hidden = np.flatnonzero(protect(problem_of(world)).hidden)
    assert {world.cells[number] for number in hidden} == {("A", "2023"), ("B", "2023")}
