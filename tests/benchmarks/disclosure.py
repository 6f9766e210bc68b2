"""Suppression in made counties: all periods of one figure with its age groups, times added."""

from __future__ import annotations

import time

import numpy as np
from scipy.sparse import csr_array

from indicators.disclosure.problem import Problem
from indicators.disclosure.protect import protect
from tests.benchmarks.finding import Finding, german

PERIODS = 11
MOST_SECONDS = 20.0
AGES = np.array([0.02, 0.025, 0.035, 0.05, 0.03, 0.06, 0.5, 0.28])
UNINHABITED = 2


def run() -> list[Finding]:
    return [
        _measured("Einwohner, 29 Gebiete", 29, (5, 5), 48_000, target=MOST_SECONDS),
        _measured("ein Zehntel der Einwohner, 29 Gebiete", 29, (5, 5), 4_800, target=MOST_SECONDS),
        _measured("Einwohner, 60 Gebiete", 60, (8, 9), 48_000),
        _measured("ein Zehntel der Einwohner, 60 Gebiete", 60, (8, 9), 4_800),
    ]


def _measured(
    title: str, areas: int, systems: tuple[int, ...], people: int, *, target: float | None = None
) -> Finding:
    problems = [county(areas, systems, people, seed=seed) for seed in range(PERIODS)]
    begun = time.perf_counter()
    patterns = [protect(problem) for problem in problems]
    seconds = time.perf_counter() - begun
    first = sum(int(problem.primary.sum()) for problem in problems)
    hidden = sum(int(pattern.hidden.sum()) for pattern in patterns)
    cells = sum(len(problem.counts) for problem in problems)
    return Finding(
        f"Geheimhaltung {title} × 9 Spalten × {PERIODS} Stände ({german(cells)} Zellen)",
        f"{german(seconds, 1)} s; {german(first)} primär, {german(hidden - first)} sekundär",
        target=f"höchstens {german(target)} s" if target else "",
        held=seconds <= target if target else None,
    )


def county(areas: int, systems: tuple[int, ...], people: int, *, seed: int) -> Problem:
    """Villages, coarser systems of so many areas each, the county; eight age groups and their sum.

    Sizes of villages are log-normal, the last two have nobody. Counts are drawn (Poisson); below 3,
    zero too, they are small. The county is dearest, then the coarser systems.
    """
    random = np.random.default_rng(seed)
    size = random.lognormal(7, 0.7, areas) * (np.arange(areas) < areas - UNINHABITED)
    base = random.poisson(np.outer(size / size.sum() * people, AGES))
    members = [np.arange(areas) * count // areas for count in systems]
    members[-1] = np.arange(areas) * systems[-1] // (areas + systems[-1])
    members[-1][-UNINHABITED:] = systems[-1] - 1
    layers = [np.eye(areas)]
    layers += [np.eye(count)[member].T for count, member in zip(systems, members, strict=True)]
    layers.append(np.ones((1, areas)))
    counts = np.vstack(layers) @ base
    counts = np.column_stack([counts, counts.sum(axis=1)]).astype(np.int64).ravel()
    rank = np.repeat([1.0, *[5.0] * len(systems), 50.0], [len(layer) for layer in layers])
    weights = np.outer(rank, np.append(np.ones(len(AGES)), 2.0)).ravel() * (1 + np.log1p(counts))
    no = np.zeros(len(counts), np.bool_)
    return Problem(
        counts=counts,
        known=~no,
        unlisted=no,
        primary=counts < 3,
        hidden=no,
        open=no,
        zeros_shown=no,
        minimum=np.full(len(counts), 3),
        width=np.full(len(counts), 3),
        weights=weights,
        relations=_sums(layers),
        statements=csr_array((0, len(counts))),
        lower=np.zeros(0),
        upper=np.zeros(0),
        statement_of=np.zeros(0, np.int64),
        statement_weights=np.zeros(0),
        statement_hidden=np.zeros(0, np.bool_),
        statement_open=np.zeros(0, np.bool_),
    )


def _sums(layers: list[np.ndarray]) -> csr_array:
    """Every coarser area is its villages, the county every system's areas, all ages the groups."""
    starts = np.cumsum([0, *[len(layer) for layer in layers]])
    columns = len(AGES) + 1
    areas = []
    for number, layer in enumerate(layers[1:-1], start=1):
        for area, parts in enumerate(layer):
            areas.append(np.zeros(starts[-1]))
            areas[-1][: len(parts)] = parts
            areas[-1][starts[number] + area] = -1
        areas.append(np.zeros(starts[-1]))
        areas[-1][starts[number] : starts[number + 1]] = 1
        areas[-1][-1] = -1
    ages = np.append(np.ones(len(AGES)), -1.0)
    over_areas = np.kron(np.array(areas), np.eye(columns))
    over_ages = np.kron(np.eye(starts[-1]), ages)
    return csr_array(np.vstack([over_areas, over_ages]))
