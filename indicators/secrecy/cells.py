"""The cells of a ledger, with what their rules and the past ask of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.store.disclosure import CellKey, HiddenCell
from indicators.secrecy.closing import closable
from indicators.secrecy.ledger import NOBODY, Ledger, Row, Statement

Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Cells:
    """All n cells of a ledger; `keys` of cells that are never published are `NOBODY`."""

    keys: tuple[CellKey, ...]
    counts: NDArray[np.float64]
    primary: Mask
    bound: Mask
    open: Mask
    zeros_shown: Mask
    minimum: NDArray[np.int64]
    width: NDArray[np.int64]
    weights: NDArray[np.float64]
    unlisted: Mask
    concealed: Mask

    @property
    def known(self) -> Mask:
        return ~np.isnan(self.counts)

    def tell_of_concealed(self, statement: Statement) -> bool:
        """Whether a statement would show that there is a figure where nobody may know of one."""
        return any(self.concealed[list(row.cells)].any() for row in statement.rows)


def cells_of(
    ledger: Ledger, hidden: Mapping[CellKey, HiddenCell], out: Mapping[CellKey, set[float]]
) -> Cells:
    """The cells of all blocks, with what their rules and the past ask of them."""
    size = ledger.size
    keys = [NOBODY] * size
    counts, weights = np.full(size, np.nan), np.ones(size)
    minimum, width = np.zeros(size, np.int64), np.zeros(size, np.int64)
    zeros_shown, silent, empty, secret = (np.zeros(size, bool) for _ in range(4))
    unlisted, concealed = np.zeros(size, bool), np.zeros(size, bool)
    for (variable, system, period), block in ledger.blocks.items():
        here = slice(block.start, block.start + len(block.values))
        areas = ledger.workspace.counted_systems[system].area_ids
        if not block.silent:
            keys[here] = [(variable, system, period.text, area) for area in areas]
        counts[here], secret[here], silent[here] = block.values, block.secret, block.silent
        concealed[here] = (variable, system, period) in ledger.concealed
        weights[here] *= ledger.dearness(system)
        empty[here] = block.empty & (np.nan_to_num(block.values) == 0)
        rule = ledger.rules.get(variable)
        if rule is not None:
            ruled = ~empty[here]
            minimum[here], width[here] = rule.minimum * ruled, rule.width * ruled
            zeros_shown[here] = ruled & (not rule.zeros_hidden)
    unlisted[list(ledger.unlisted)] = True
    counts = _deduced(ledger.relations, counts, secret)
    known = ~np.isnan(counts)
    open_now = np.array(
        [is_out(k, v, out) for k, v in zip(keys, counts.tolist(), strict=True)], bool
    )
    kept = np.array([key in hidden for key in keys], bool) & known & ~open_now
    small = known & (width > 0) & (counts < minimum) & ((counts > 0) | ~zeros_shown)
    return Cells(
        keys=tuple(keys),
        counts=counts,
        primary=small & ~secret & ~silent,
        bound=secret | (silent & known & (width > 0)) | kept,
        open=(open_now | (empty & known)) & ~secret,
        zeros_shown=zeros_shown,
        minimum=minimum * known,
        width=width * known,
        unlisted=unlisted,
        weights=weights * (1 + np.log2(1 + np.nan_to_num(counts))),
        concealed=concealed,
    )


def closed_in(ledger: Ledger) -> Mask:
    """The cells (n,) that are hidden because their whole block is."""
    found = np.zeros(ledger.size, bool)
    for key in ledger.closed:
        found[ledger.blocks[key].start + closable(ledger, key)] = True
    return found


def is_out(key: CellKey, value: float, out: Mapping[CellKey, set[float]]) -> bool:
    return key is not NOBODY and value in out.get(key, ())


def _deduced(
    relations: Sequence[Row], counts: NDArray[np.float64], secret: Mask
) -> NDArray[np.float64]:
    """What a source hides but a relation tells all the same: then it is ours to protect."""
    found = counts.copy()
    open_rows = [row for row in relations if np.isnan(counts[list(row.cells)]).any()]
    told = True
    while told:
        told = False
        for row in open_rows:
            values = found[list(row.cells)]
            gaps = np.flatnonzero(np.isnan(values))
            if len(gaps) == 1 and secret[row.cells[gaps[0]]]:
                rest = float(np.nansum(values * row.coefficients))
                count = -rest / row.coefficients[int(gaps[0])]
                if count >= 0 and count == np.floor(count):
                    found[row.cells[gaps[0]]] = count
                    told = True
    return found
