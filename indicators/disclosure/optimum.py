"""The whole-number table farthest in one direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import csc_array

    from indicators.disclosure.problem import Real, Whole

_NEAR = 1e-6
# Enough for every table seen; a search that ends here has found less than there is, never more.
_NODES = 5000


def least(
    costs: Real,
    matrix: csc_array,
    lower: Real,
    upper: Real,
    floor: Real,
    ceiling: Real,
    *,
    gap: float = 0.0,
) -> Whole | None:
    """The x (k,) with `lower <= matrix @ x <= upper` between floor and ceiling, least in cost.

    First the relaxation to real numbers; where its vertex is not whole, branch and bound. None
    where there is no such x. With a `gap` the search may end this share above the least cost.
    Rounding errors are the caller's to check (`Component.fits`).

    >>> from scipy.sparse import csc_array
    >>> one_row = csc_array(np.array([[1.0, 1.0]]))
    >>> zero, ten = np.zeros(2), np.full(2, 10.0)
    >>> least(np.array([-1.0, 0.0]), one_row, np.array([4.0]), np.array([4.0]), zero, ten)
    array([4, 0])
    """
    found = _solve(costs, matrix, lower, upper, floor, ceiling)
    if found is not None and (np.abs(found - np.rint(found)) > _NEAR).any():
        found = _solve(costs, matrix, lower, upper, floor, ceiling, gap=gap)
    return None if found is None else np.rint(found).astype(np.int64)


def _solve(
    costs: Real,
    matrix: csc_array,
    lower: Real,
    upper: Real,
    floor: Real,
    ceiling: Real,
    *,
    gap: float | None = None,
) -> Real | None:
    """Real numbers without a gap, whole ones with it."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    answer = milp(
        costs,
        integrality=np.full(len(costs), int(gap is not None)),
        bounds=Bounds(floor, ceiling),
        constraints=LinearConstraint(matrix, lower, upper) if matrix.shape[0] else None,
        options={"mip_rel_gap": gap or 0.0, "node_limit": _NODES},
    )
    return None if answer.x is None else np.asarray(answer.x, np.float64)
