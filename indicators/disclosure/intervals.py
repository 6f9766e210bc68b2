"""What an attacker can compute for every hidden cell."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from indicators.disclosure.attack import DOWN, UP, Attack
from indicators.disclosure.components import components
from indicators.disclosure.problem import Mask, Problem, Real


def intervals(problem: Problem, hidden: Mask, statements_hidden: Mask) -> tuple[Real, Real]:
    """Least and greatest whole number (n,) that an attacker has to reckon with, in counts.

    For every hidden cell i with a figure and a rule

        lower_i = min x_i,  upper_i = max x_i
        over whole x >= 0 with relations @ x == 0, lower <= statements @ x <= upper for the
        statements published, x_j = counts_j for the cells published, and in every block of hidden
        cells that hang together at least one that its rule hides

    (Fischetti and Salazar 2001, Solving the Cell Suppression Problem on Tabular Data with Linear
    Constraints, Management Science 47(7); the last condition is what knowing the rule adds, see
    `Attack`). Whole numbers, so it is already rounded inward. `inf` where nothing bounds a cell;
    NaN for all other cells. Raises `ValueError` where the counts break a relation or statement.

    Example: two of three villages of a Samtgemeinde with 10 children are hidden; the third has 4.

    >>> from indicators.disclosure.problem import Problem
    >>> from scipy.sparse import csr_array
    >>> yes, no, first = np.ones(4, bool), np.zeros(4, bool), np.arange(4) == 0
    >>> villages = Problem(
    ...     counts=np.array([1, 5, 4, 10]), known=yes, unlisted=no, primary=first,
    ...     hidden=no, open=no, zeros_shown=no, minimum=np.full(4, 3), width=np.full(4, 3),
    ...     weights=np.ones(4), relations=csr_array([[1.0, 1, 1, -1]]),
    ...     statements=csr_array((0, 4)), lower=np.zeros(0), upper=np.zeros(0),
    ...     statement_of=np.zeros(0, int), statement_weights=np.zeros(0),
    ...     statement_hidden=np.zeros(0, bool), statement_open=np.zeros(0, bool))
    >>> intervals(villages, np.array([True, True, False, False]), np.zeros(0, bool))
    (array([ 0.,  0., nan, nan]), array([ 6.,  6., nan, nan]))
    """
    lower = np.full(len(problem.counts), np.nan)
    upper = lower.copy()
    for part in components(replace(problem, hidden=problem.hidden | hidden)):
        attack = Attack(
            part, hidden[part.cells], statements_hidden[part.statements], part.table[None]
        )
        low, high = exact(attack)
        at = attack.guarded
        lower[part.cells[at]], upper[part.cells[at]] = low[at], high[at]
    return lower, upper


def exact(attack: Attack) -> tuple[Real, Real]:
    """Least and greatest count (n,) of every guarded cell of one component."""
    lower, upper = attack.lower.astype(np.float64), attack.upper.astype(np.float64)
    for cell in np.flatnonzero(attack.guarded):
        upper[cell] = attack.farthest(int(cell), UP)
        lower[cell] = attack.farthest(int(cell), DOWN) if attack.lower[cell] > 0 else 0
    return lower, upper
