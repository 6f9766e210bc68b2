"""Patterns in space, on a field of 36 squares."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from shapely.geometry import box

from geodata.workspace import Workspace
from indicators.comparison.autocorrelation import (
    PERMUTATIONS,
    Cluster,
    autocorrelation,
    morans_i,
    permutation_p,
)
from indicators.comparison.neighbours import neighbours
from indicators.comparison.refusals import NoVariation, TooFewAreas
from indicators.query import Query
from tests.villages import AHAUSEN, EAST, NORTH, put_areas, put_table, village_store

SIDE = 6
IDS = [f"feld{at:02d}" for at in range(SIDE * SIDE)]
ISLAND = "insel"
QUERY = Query("kinder", "feld")


@pytest.fixture
def field(tmp_path: Path) -> Iterator[Callable[..., Workspace]]:
    """Six by six squares of 1 km², numbered from the lower left, and an island far off."""

    def square(at: int) -> object:
        x, y = EAST + 1000 * (at % SIDE), NORTH + 1000 * (at // SIDE)
        return box(x, y, x + 1000, y + 1000)

    with village_store(tmp_path / "w") as store:

        def tell(values: object) -> Workspace:
            squares = [square(at) for at in range(SIDE * SIDE)]
            island = box(EAST + 50_000, NORTH, EAST + 51_000, NORTH + 1000)
            names = {area_id: area_id for area_id in [*IDS, ISLAND]}
            put_areas(store, "feld", names, [*squares, island])  # type: ignore[list-item]
            cells = dict(zip([*IDS, ISLAND], values, strict=False))  # type: ignore[call-overload]
            put_table(store, "kinder", "2022", cells, system="feld")
            return Workspace(store)

        yield tell


def halves() -> list[float]:
    """9 in the western half, 1 in the eastern."""
    return [9.0 if at % SIDE < SIDE // 2 else 1.0 for at in range(SIDE * SIDE)]


def test_two_halves_are_a_pattern_with_two_clusters(field: Callable[..., Workspace]) -> None:
    found = autocorrelation(field(halves()), QUERY)
    assert found.moran > 0.6
    assert found.p_value < 0.01
    west, east = found.clusters[0], found.clusters[SIDE - 1]
    assert {west, east, *found.clusters} <= {Cluster.HIGH, Cluster.LOW, Cluster.NONE}
    assert Cluster.HIGH in found.clusters
    assert Cluster.LOW in found.clusters


def test_a_chessboard_is_a_pattern_of_the_other_kind(field: Callable[..., Workspace]) -> None:
    board = [float((at + at // SIDE) % 2) for at in range(SIDE * SIDE)]
    found = autocorrelation(field(board), QUERY, contiguity="border")
    assert found.moran == pytest.approx(-1.0)


def test_chance_is_no_pattern_and_makes_no_clusters(field: Callable[..., Workspace]) -> None:
    values = np.random.default_rng(3).permutation(SIDE * SIDE).astype(float).tolist()
    found = autocorrelation(field(values), QUERY)
    assert found.p_value > 0.05
    assert set(found.clusters) == {Cluster.NONE}


def test_the_same_question_has_the_same_answer(field: Callable[..., Workspace]) -> None:
    now = field(halves())
    first, second = autocorrelation(now, QUERY), autocorrelation(now, QUERY)
    assert first.p_value == second.p_value
    assert first.local_p.tolist() == pytest.approx(second.local_p.tolist(), nan_ok=True)


def test_an_island_and_a_secret_square_are_named_and_take_no_part(
    field: Callable[..., Workspace],
) -> None:
    found = autocorrelation(field([".", *halves()[1:], 5.0]), QUERY)
    assert found.without_neighbours == ((ISLAND, ISLAND),)
    assert found.gaps == ((IDS[0], IDS[0]),)
    assert found.n == SIDE * SIDE - 1


def test_four_villages_are_too_few(field: Callable[..., Workspace]) -> None:
    now = field(halves())
    put_table(now._store, "kinder", "2022", {AHAUSEN: 1})  # type: ignore[arg-type]
    with pytest.raises(TooFewAreas, match="in keinem Gebiet einen Wert und Nachbarn"):
        autocorrelation(Workspace(now._store), Query("kinder", "gemeinde"))


def test_the_same_value_everywhere_is_refused(field: Callable[..., Workspace]) -> None:
    with pytest.raises(NoVariation, match="überall denselben Wert"):
        autocorrelation(field([4.0] * SIDE * SIDE), QUERY)


def test_corners_count_for_the_queen_only(field: Callable[..., Workspace]) -> None:
    now = field(halves())
    middle = SIDE + 1
    assert len(neighbours(now, "feld", "queen")[middle]) == 8
    assert len(neighbours(now, "feld", "border")[middle]) == 4
    assert neighbours(now, "feld")[-1] == ()


def test_own_morans_i_is_that_of_esda() -> None:
    from esda.moran import Moran
    from libpysal.weights import lat2W

    weights = lat2W(SIDE, SIDE)
    among = [weights.neighbors[at] for at in range(SIDE * SIDE)]
    values = np.random.default_rng(1).normal(size=SIDE * SIDE)
    assert morans_i(values, among) == pytest.approx(Moran(values, weights, permutations=0).I)


def test_p_values_never_leave_their_range() -> None:
    row = [[1], [0, 2], [1, 3], [2]]
    assert 0 < permutation_p(np.array([1.0, 2.0, 2.0, 1.0]), row) <= 1


def test_every_order_of_the_values_is_counted_once() -> None:
    """Reckoned many at a time, and here one by one."""
    row = [[1], *[[at - 1, at + 1] for at in range(1, 11)], [10]]
    values = np.array([3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8])
    orders = np.random.default_rng(2022)
    found = [morans_i(orders.permutation(values), row) for _ in range(PERMUTATIONS)]
    own = morans_i(values, row)
    above = sum(one >= own - 1e-12 for one in found)
    below = sum(one <= own + 1e-12 for one in found)
    assert permutation_p(values, row) == min(1.0, 2 * (1 + min(above, below)) / (PERMUTATIONS + 1))
