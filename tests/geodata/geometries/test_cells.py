"""Cells of the European grid: their ids and where they lie."""

from __future__ import annotations

import doctest

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geodata.geometries import cells
from geodata.geometries.cells import cell_id, cell_name, midpoints, outlines, read_cell_ids


def test_the_example_is_true() -> None:
    found = doctest.testmod(cells)
    assert (found.attempted, found.failed) == (1, 0)


@given(st.sampled_from([100, 250, 500, 1000, 10_000]), st.integers(1, 9_000), st.integers(1, 9_000))
def test_an_id_is_read_as_it_was_written(size: int, across: int, up: int) -> None:
    east, north = float(size * across % 9_000_000), float(size * up % 9_000_000)
    found = read_cell_ids(pd.Series([cell_id(size, east, north)]))
    assert found.iloc[0].tolist() == [size, east, north]


@pytest.mark.parametrize(
    ("text", "corner"),
    [
        ("CRS3035RES1000mN2689000E4337000", [1000, 4_337_000, 2_689_000]),
        ("CRS3035RES100mN2689100E4337900", [100, 4_337_900, 2_689_100]),
        ("1kmN2689E4337", [1000, 4_337_000, 2_689_000]),
        ("100mN26891E43379", [100, 4_337_900, 2_689_100]),
    ],
)
def test_both_ways_of_writing_are_read(text: str, corner: list[float]) -> None:
    assert read_cell_ids(pd.Series([text])).iloc[0].tolist() == corner


@pytest.mark.parametrize("text", ["03354001", "", "1kmN2689", "1kmN2689E4337x", "E4337N2689"])
def test_what_is_no_id_is_none(text: str) -> None:
    assert read_cell_ids(pd.Series([text])).isna().all(axis=None)


def test_a_cell_is_named_in_cells() -> None:
    assert cell_name(1000, 4_337_000.0, 2_689_000.0) == "Zelle N2689 E4337"


def test_cells_lie_beside_each_other_without_gap_or_overlap() -> None:
    east, north = np.divmod(np.arange(9), 3)
    drawn = outlines(1000, 4_404_000.0 + 1000 * east, 3_318_000.0 + 1000 * north)
    assert shapely.coverage_is_valid(drawn)
    x, y = midpoints(1000, 4_404_000.0 + 1000 * east, 3_318_000.0 + 1000 * north)
    assert shapely.contains_xy(drawn, x, y).all()
    # Equal in area in EPSG:3035, and nearly so on our map.
    assert shapely.area(drawn) == pytest.approx(np.full(9, 1e6), rel=0.005)
