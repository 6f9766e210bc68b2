"""A table that is to be published in part, and the pattern that says which part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Mask = NDArray[np.bool_]
Whole = NDArray[np.int64]
Real = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Problem:
    """Counts of n cells, what ties them together, and which of them must not be known.

    A cell is one count: a variable in an area of any area system at one period. Relations (m, n)
    hold exactly, `relations @ counts == 0`: an area is the sum of its parts, a total the sum of its
    columns. Statements are published numbers that are not counts, as rows (k, n) with
    `lower <= statements @ counts <= upper`: a share p ± d of two counts in percent is two rows,
    `100 * numerator - (p + d) * denominator <= 0` and
    `100 * numerator - (p - d) * denominator >= 0`.
    One statement may have several rows (`statement_of`); it is published or hidden as a whole.
    Coefficients that are whole numbers are checked without rounding errors.

    `known` is False where there is no figure at all (its `counts` are not looked at): nobody
    publishes it, and to an attacker it is any whole number from 0. An `unlisted` one stands for
    figures of which he cannot know whether there are any: one of these may be the small one.
    `primary` cells must be hidden by their rule, `hidden` ones stay hidden for another reason,
    `open` ones are handed out already. `minimum` and `width` (counts) are what every hidden cell
    under a rule needs, also the large ones; a width of 0 means no rule. Where a rule shows zeros,
    `zeros_shown` is True, and a zero is no reason to hide a cell. `weights` say what is lost with a
    cell, above 0.
    """

    counts: Whole
    known: Mask
    unlisted: Mask
    primary: Mask
    hidden: Mask
    open: Mask
    zeros_shown: Mask
    minimum: Whole
    width: Whole
    weights: Real
    relations: csr_array
    statements: csr_array
    lower: Real
    upper: Real
    statement_of: Whole
    statement_weights: Real
    statement_hidden: Mask
    statement_open: Mask


@dataclass(frozen=True, eq=False)
class Pattern:
    """Which of n cells and s statements are hidden.

    `lower` and `upper` (n,), in counts, are the least and the greatest whole number that an
    attacker has to reckon with, `inf` where nothing bounds a cell; NaN for cells that are not
    hidden, without figure or without rule.
    """

    hidden: Mask
    statements_hidden: Mask
    lower: Real
    upper: Real
