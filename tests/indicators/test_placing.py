"""Points in areas, each in exactly one."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.placing import placed

# Nine squares of 1 m², row by row from the lower left corner.
SQUARES = np.array([shapely.box(at % 3, at // 3, at % 3 + 1, at // 3 + 1) for at in range(9)])
halves = st.integers(-1, 7).map(lambda number: number / 2)


@given(st.lists(st.tuples(halves, halves), min_size=1, max_size=40))
@settings(deadline=None)
def test_every_point_lies_in_one_square_on_borders_too(points: list[tuple[float, float]]) -> None:
    x, y = np.array(points).T
    found = placed(SQUARES, x, y)
    inside = (x >= 0) & (x <= 3) & (y >= 0) & (y <= 3)
    assert ((found >= 0) == inside).all()
    touched = shapely.intersects_xy(SQUARES[found[inside]], x[inside], y[inside])
    assert touched.all()


def test_a_point_on_a_border_goes_to_the_first_area() -> None:
    assert placed(SQUARES, np.array([1.0, 1.0]), np.array([0.5, 1.0])).tolist() == [0, 0]
    assert placed(SQUARES[::-1], np.array([1.0]), np.array([0.5])).tolist() == [7]


def test_where_areas_overlap_the_first_takes_the_point() -> None:
    wide = np.array([shapely.box(0, 0, 2, 2), shapely.box(1, 1, 3, 3)])
    assert placed(wide, np.array([1.5, 2.5]), np.array([1.5, 2.5])).tolist() == [0, 1]


def test_no_points_lie_nowhere() -> None:
    assert placed(SQUARES, np.array([]), np.array([])).tolist() == []
