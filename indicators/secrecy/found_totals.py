"""Columns of a file that in every row are the sum of others: found, where nobody declared them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from geodata.workspace import Workspace
from indicators.secrecy.relations import Total

# So many rows have to agree: fewer may do so by chance.
_FEWEST_ROWS = 3
# Three columns of so many are tried in every combination, and two of so many.
_MOST_FOR_THREE, _MOST_FOR_TWO = 30, 120
_MODULUS = 2**61 - 1

Table = NDArray[np.float64]


def found_totals(workspace: Workspace, variables: Iterable[str]) -> list[Total]:
    """Totals in the files that the variables came from, with the columns that add up to them.

    Tried are one, two and three columns in any order, and any run of neighbouring columns. What
    is found holds in every row and period; what is longer and scattered is not found.
    """
    wanted = set(variables)
    found: dict[Total, None] = {}
    for names, table in _tables(workspace, wanted):
        for total, parts in sums_in(table):
            found[names[total], tuple(sorted(names[part] for part in parts))] = None
    return list(found)


def sums_in(table: Table) -> list[tuple[int, tuple[int, ...]]]:
    """Columns of a table (rows, k) of whole numbers that are the sum of others, with these.

    >>> men, women = np.array([4.0, 6, 0, 9]), np.array([5.0, 1, 7, 9])
    >>> sums_in(np.stack([men + women, men, women], axis=1))
    [(0, (1, 2))]
    """
    columns = table.shape[1]
    marks = _marks(table)
    place = {int(mark): at for at, mark in reversed(list(enumerate(marks)))}
    # A column of nothing adds nothing to any sum.
    filled = [at for at in range(columns) if table[:, at].any()]
    found: dict[tuple[int, tuple[int, ...]], None] = {}
    for parts in _candidates(filled, columns):
        total = place.get(int(sum(int(marks[part]) for part in parts) % _MODULUS))
        if total is None or total in parts:
            continue
        whole, summed = table[:, total], table[:, list(parts)].sum(axis=1)
        if len(np.unique(whole)) >= _FEWEST_ROWS and (whole == summed).all():
            found[total, tuple(sorted(parts))] = None
    return list(found)


def _candidates(filled: list[int], columns: int) -> Iterator[tuple[int, ...]]:
    for size, most in ((1, columns), (2, _MOST_FOR_TWO), (3, _MOST_FOR_THREE)):
        if len(filled) <= most:
            yield from combinations(filled, size)
    for start, end in combinations(range(len(filled) + 1), 2):
        if end - start > 1:
            yield tuple(filled[start:end])


def _marks(table: Table) -> list[int]:
    """A number for every column, so that the number of a sum is the sum of the numbers."""
    numbers = np.random.default_rng(20261122).integers(1, 2**31, len(table)).tolist()
    return [
        sum(a * int(b) for a, b in zip(numbers, column, strict=True)) % _MODULUS
        for column in table.T.tolist()
    ]


def _tables(workspace: Workspace, wanted: set[str]) -> Iterator[tuple[list[str], Table]]:
    """The columns of each file in each area system as one table over all areas and periods."""
    files: dict[tuple[int, str], dict[str, set[str]]] = {}
    for state in workspace.states:
        columns = files.setdefault((state.import_id, state.system), {})
        columns.setdefault(state.variable, set()).add(state.period.text)
    for (_, system), columns in files.items():
        if not wanted & set(columns) or system not in workspace.counted_systems:
            continue
        periods = max((sorted(found) for found in columns.values()), key=len)
        names = [name for name, found in columns.items() if sorted(found) == periods]
        table = np.concatenate(
            [
                np.stack([workspace.slice(name, system, p).values for name in names], axis=1)
                for p in periods
            ]
        )
        table = table[~np.isnan(table).any(axis=1)]
        whole = [at for at in range(len(names)) if _is_whole(table[:, at])]
        if len(table) >= _FEWEST_ROWS and len(whole) > 1:
            yield [names[at] for at in whole], table[:, whole]


def _is_whole(values: Table) -> bool:
    return bool(((values >= 0) & (values == np.floor(values))).all())
