"""What somebody learns who reruns the engine for every table that fits: known, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from indicators.disclosure.protect import protect
from indicators.disclosure.refusals import CannotProtect
from tests.indicators.disclosure.worlds import Cell, World, problem_of

# As docs/HANDBUCH.md and `protect` say it.
TABLES, HIDDEN, TOLD = 25, 127, 23
_SEEDS = range(45)
_MOST_TABLES = 60
_MOST_UNKNOWN = 14


def tiny_world(seed: int) -> World:
    """Three to five villages in one or two unions and the county, one or two groups."""
    random = np.random.default_rng(seed)
    villages = [f"v{number}" for number in range(int(random.integers(3, 6)))]
    groups = [f"g{number}" for number in range(int(random.integers(1, 3)))]
    areas = {village: (village,) for village in villages}
    sums, unions = [], []
    members = random.integers(0, 2, len(villages))
    for number in np.unique(members):
        inside = tuple(str(village) for village in np.array(villages)[members == number])
        areas[f"u{number}"] = inside
        sums.append((f"u{number}", inside))
        unions.append(f"u{number}")
    areas["county"] = tuple(villages)
    sums.append(("county", tuple(unions)))
    columns = {group: (group,) for group in groups}
    if len(groups) > 1:
        columns["all"] = tuple(groups)
    totals = (("all", tuple(groups)),) if len(groups) > 1 else ()
    counts = random.poisson(random.gamma(1.0, 6, (len(villages), len(groups))))
    pieces = {
        (village, group): int(counts[i, j])
        for i, village in enumerate(villages)
        for j, group in enumerate(groups)
    }
    return World(pieces, areas, columns, tuple(sums), totals)


def pattern_of(world: World) -> tuple[bool, ...] | None:
    try:
        return tuple(protect(problem_of(world)).hidden.tolist())
    except CannotProtect:
        return None


def fitting(world: World, hidden: tuple[bool, ...]) -> list[dict[Cell, int]]:
    """The tables that agree with all that is shown; one more than `_MOST_TABLES` at most."""
    shown = {
        cell: world.count(*cell) for cell, star in zip(world.cells, hidden, strict=True) if not star
    }
    known = [
        ({(p, g) for p in world.areas[area] for g in world.columns[column]}, count)
        for (area, column), count in shown.items()
    ]
    found = []
    for table in _tables(list(world.pieces), known, {}):
        found.append(dict(table))
        if len(found) > _MOST_TABLES:
            break
    return found


def _tables(
    pieces: list[Cell], known: list[tuple[set[Cell], int]], told: dict[Cell, int]
) -> Iterator[dict[Cell, int]]:
    if len(told) == len(pieces):
        yield told
        return
    piece = pieces[len(told)]
    sums = [(cells, count) for cells, count in known if piece in cells]
    for value in range(min((count for _, count in sums), default=_MOST_UNKNOWN) + 1):
        wider = told | {piece: value}
        if all(_may_be(wider, cells, count) for cells, count in sums):
            yield from _tables(pieces, known, wider)


def _may_be(told: dict[Cell, int], cells: set[Cell], count: int) -> bool:
    """Whether cells, of which some may be open yet, can still add up to a count."""
    added = sum(told.get(cell, 0) for cell in cells)
    return added == count if cells <= told.keys() else added <= count


@pytest.mark.long
def test_a_rerun_for_every_table_tells_what_the_handbook_says_and_no_more() -> None:
    tables = stars = told = 0
    for seed in _SEEDS:
        world = tiny_world(seed)
        hidden = pattern_of(world)
        if hidden is None or not any(hidden):
            continue
        candidates = fitting(world, hidden)
        if len(candidates) > _MOST_TABLES:
            continue
        tables += 1
        alike = [replace(world, pieces=table) for table in candidates]
        alike = [other for other in alike if pattern_of(other) == hidden]
        for cell, star in zip(world.cells, hidden, strict=True):
            if star:
                stars += 1
                values = {other.count(*cell) for other in alike}
                wide = max(values) - min(values) + 1 >= world.width
                told += not (wide and max(values) >= world.minimum)
    assert (tables, stars) == (TABLES, HIDDEN)
    assert told <= TOLD
