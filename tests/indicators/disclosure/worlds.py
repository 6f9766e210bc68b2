"""Made counties small enough to attack: villages, two systems above them, groups, shares."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from scipy.sparse import csr_array

from indicators.disclosure.problem import Pattern, Problem

Cell = tuple[str, str]
Share = tuple[str, str, str]


@dataclass(frozen=True)
class World:
    """Pieces of land with their groups, and areas and columns as sets of them.

    `areas` maps an area to its pieces, `columns` a column to its groups. `sums` are the area sums
    that the publisher knows of (area, parts), `totals` the column sums. A piece that is no area of
    its own has no published figures. `shares` are (area, numerator, denominator), published in
    percent with `decimals`.
    """

    pieces: dict[Cell, int]
    areas: dict[str, tuple[str, ...]]
    columns: dict[str, tuple[str, ...]]
    sums: tuple[tuple[str, tuple[str, ...]], ...]
    totals: tuple[tuple[str, tuple[str, ...]], ...]
    shares: tuple[Share, ...] = ()
    decimals: int = 0
    minimum: int = 3
    width: int = 3
    zeros_shown: bool = False
    out: frozenset[Cell] = frozenset()
    kept_hidden: frozenset[Cell] = frozenset()
    weights: dict[Cell, float] = field(default_factory=dict)

    def count(self, area: str, column: str) -> int:
        return sum(self.pieces[p, g] for p in self.areas[area] for g in self.columns[column])

    @property
    def cells(self) -> list[Cell]:
        return [(area, column) for area in self.areas for column in self.columns]

    @property
    def nameless(self) -> list[Cell]:
        """Pieces that only part an area: cells without figure."""
        loose = {piece for piece, _ in self.pieces if piece not in self.areas}
        return [(p, column) for p in sorted(loose) for column in self.columns]

    def small(self, cell: Cell) -> bool:
        return int(self.zeros_shown) <= self.count(*cell) < self.minimum

    @property
    def equations(self) -> list[list[Cell]]:
        """Cells that stand in one sum: an area with its parts, a total with its columns."""
        land = dict.fromkeys(area for area, _ in [*self.cells, *self.nameless])
        return [[(a, c) for a in (w, *ps)] for w, ps in self.sums for c in self.columns] + [
            [(a, c) for c in (w, *ps)] for w, ps in self.totals for a in land
        ]

    def told(self, share: Share) -> str | None:
        """A share as it is printed; none where there is nothing to divide by."""
        area, part, whole = share
        if not self.count(area, whole):
            return None
        percent = 100 * self.count(area, part) / self.count(area, whole)
        return f"{percent:.{self.decimals}f}"


def problem_of(world: World) -> Problem:
    """The publisher's problem: one row for every sum, two for every share."""
    named = world.cells
    cells = named + world.nameless
    at = {cell: number for number, cell in enumerate(cells)}
    known = np.arange(len(cells)) < len(named)
    counts = np.array([world.count(*c) for c in named] + [0] * len(world.nameless))
    rows = [
        _row(at, {(whole, column): -1} | {(part, column): 1 for part in parts})
        for whole, parts in world.sums
        for column in world.columns
    ]
    rows += [
        _row(at, {(area, whole): -1} | {(area, part): 1 for part in parts})
        for whole, parts in world.totals
        for area in dict.fromkeys(area for area, _ in cells)
    ]
    told = [share for share in world.shares if world.told(share) is not None]
    statements, lower, upper = _share_rows(world, told, at)
    ruled = np.where(known, 1, 0)
    no = np.zeros(len(told), bool)
    empty = np.zeros((0, len(cells)))
    return Problem(
        counts=counts.astype(np.int64),
        known=known,
        unlisted=np.zeros(len(cells), bool),
        primary=np.array([c in named and world.small(c) for c in cells]),
        hidden=np.array([c in world.kept_hidden for c in cells]),
        open=np.array([c in world.out for c in cells]),
        zeros_shown=np.full(len(cells), world.zeros_shown),
        minimum=ruled * world.minimum,
        width=ruled * world.width,
        weights=np.array(
            [world.weights.get(c, 1.0 + math.log1p(n)) for c, n in zip(cells, counts, strict=True)]
        ),
        relations=csr_array(np.array(rows) if rows else empty),
        statements=csr_array(np.array(statements) if statements else empty),
        lower=np.array(lower, float),
        upper=np.array(upper, float),
        statement_of=np.repeat(np.arange(len(told)), 2),
        statement_weights=np.full(len(told), 1.0),
        statement_hidden=no,
        statement_open=no,
    )


def _row(at: dict[Cell, int], entries: dict[Cell, float]) -> np.ndarray:
    row = np.zeros(len(at))
    for cell, value in entries.items():
        row[at[cell]] += value
    return row


def _share_rows(
    world: World, told: list[Share], at: dict[Cell, int]
) -> tuple[list[np.ndarray], list[float], list[float]]:
    """Whole coefficients: 200 * 10^d numerator against (2 * 10^d p ± 1) denominator."""
    rows: list[np.ndarray] = []
    lower: list[float] = []
    upper: list[float] = []
    for area, part, whole in told:
        scale = 10**world.decimals
        printed = round(float(str(world.told((area, part, whole)))) * scale)
        for side, low, high in ((1, -np.inf, 0.0), (-1, 0.0, np.inf)):
            entries = {(area, part): 200.0 * scale, (area, whole): -(2.0 * printed + side)}
            rows.append(_row(at, entries))
            lower.append(low)
            upper.append(high)
    return rows, lower, upper


def published(world: World, pattern: Pattern) -> tuple[dict[Cell, str], dict[Share, str]]:
    """What everybody can read: texts, "*" for what is hidden."""
    table = {
        cell: "*" if pattern.hidden[number] else str(world.count(*cell))
        for number, cell in enumerate(world.cells)
    }
    told = [share for share in world.shares if world.told(share) is not None]
    shares = {
        share: "*" if hidden else str(world.told(share))
        for share, hidden in zip(told, pattern.statements_hidden, strict=True)
    }
    return table, shares


def random_world(seed: int) -> World:
    """Four to six villages in unions and, cut differently, in districts; two to four groups."""
    random = np.random.default_rng(seed)
    villages = [f"v{number}" for number in range(random.integers(4, 7))]
    groups = [f"g{number}" for number in range(random.integers(2, 5))]
    areas: dict[str, tuple[str, ...]] = {village: (village,) for village in villages}
    sums: list[tuple[str, tuple[str, ...]]] = []
    if random.random() < 0.4:
        areas[villages[0]] = ("v0-east", "v0-west")
        sums.append((villages[0], areas[villages[0]]))
    pieces = list(chain.from_iterable(areas[village] for village in villages))
    for name in ("union", "district"):
        pool = villages if name == "union" else pieces
        members = random.integers(0, random.integers(2, 4), len(pool))
        parts = []
        for number in np.unique(members):
            inside = tuple(str(unit) for unit in np.array(pool)[members == number])
            area = f"{name}{number}"
            areas[area] = tuple(p for unit in inside for p in areas.get(unit, (unit,)))
            sums.append((area, inside))
            parts.append(area)
        sums.append(("county", tuple(parts)))
    areas["county"] = tuple(pieces)
    columns: dict[str, tuple[str, ...]] = {group: (group,) for group in groups}
    totals: list[tuple[str, tuple[str, ...]]] = [("all", tuple(groups))]
    columns["all"] = tuple(groups)
    if len(groups) > 2 and random.random() < 0.5:
        columns["young"] = tuple(groups[:2])
        totals.append(("young", tuple(groups[:2])))
    mean = random.uniform(2, 12)
    counts = random.poisson(random.gamma(1.0, mean, (len(pieces), len(groups))))
    shares = [(area, groups[0], "all") for area in areas if random.random() < 0.4]
    wanted = random.random() < 0.6
    world = World(
        pieces={
            (piece, group): int(counts[i, j])
            for i, piece in enumerate(pieces)
            for j, group in enumerate(groups)
        },
        areas=areas,
        columns=columns,
        sums=tuple(sums),
        totals=tuple(totals),
        shares=tuple(shares) if wanted else (),
        decimals=int(random.integers(0, 2)),
        minimum=int(random.integers(2, 5)),
        width=int(random.integers(2, 6)),
        zeros_shown=bool(random.random() < 0.4),
    )
    large = [cell for cell in world.cells if not world.small(cell)]
    share_out = random.choice([0.0, 0.0, 0.1, 0.3])
    return World(
        **{**world.__dict__, "out": frozenset(c for c in large if random.random() < share_out)}
    )
