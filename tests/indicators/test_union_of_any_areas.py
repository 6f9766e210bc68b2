"""Whatever areas are taken together: the share is recomputed, and nothing said of them is lost."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from operator import or_
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from geodata.workspace import Workspace
from indicators.published import Published, published
from indicators.query import Query
from indicators.union import added, divided
from tests.villages import AHAUSEN, BEDORF, CETAL, FOREST, put_table, village_store

SHARE = Indicator("anteil", "Anteil", kind="share", factor=100.0, decimals=3)
counts = st.lists(st.integers(1, 10**6), min_size=4, max_size=4)
chosen = st.sets(st.integers(0, 3), min_size=1)
codes = st.lists(st.sampled_from(list(Nature)), min_size=4, max_size=4)
flags = st.lists(st.integers(0, 63), min_size=4, max_size=4)


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Published:
    folder: Path = tmp_path_factory.mktemp("vier")
    with village_store(folder / "w") as store:
        put_table(store, "kinder", "2022", dict.fromkeys((AHAUSEN, BEDORF, CETAL, FOREST), 1.0))
        return published(Workspace(store), Query("kinder", "gemeinde", "2022"))


def figures(
    four: Published, values: list[int], natures: list[Nature], bits: list[int]
) -> Published:
    return replace(
        four,
        values=np.array(values, np.float64),
        status=np.full(4, int(Status.SHOWN), np.uint8),
        nature=np.array(natures, np.uint8),
        flags=np.array(bits, np.uint16),
    )


@settings(max_examples=150, deadline=None)
@given(counts, counts, chosen)
def test_the_share_of_a_union_is_the_share_of_the_sums(
    four: Published, above: list[int], below: list[int], at: set[int]
) -> None:
    ids = [four.system.area_ids[i] for i in sorted(at)]
    real, none = [Nature.REAL] * 4, [0] * 4
    parts = [added(figures(four, values, real, none), ids) for values in (above, below)]
    share = divided(parts[:1], parts[1:], SHARE)
    expected = 100 * sum(above[i] for i in at) / sum(below[i] for i in at)
    assert share.value == round(expected, 3)


@settings(max_examples=150, deadline=None)
@given(counts, codes, flags, chosen)
def test_nature_and_flags_of_every_member_stay(
    four: Published, values: list[int], natures: list[Nature], bits: list[int], at: set[int]
) -> None:
    ids = [four.system.area_ids[i] for i in sorted(at)]
    cell = added(figures(four, values, natures, bits), ids)
    assert cell.nature == max(natures[i] for i in at)
    assert cell.flags == Flag(reduce(or_, (bits[i] for i in at)))


@settings(max_examples=150, deadline=None)
@given(counts, st.lists(st.sampled_from(list(Status)), min_size=4, max_size=4), chosen)
def test_a_gap_among_the_members_is_never_silent(
    four: Published, values: list[int], gaps: list[Status], at: set[int]
) -> None:
    hidden = [gap in (Status.MISSING, Status.SUPPRESSED) for gap in gaps]
    seen = [Status.SHOWN if not gone else gap for gone, gap in zip(hidden, gaps, strict=True)]
    told = replace(
        figures(four, values, [Nature.REAL] * 4, [0] * 4),
        values=np.where(hidden, np.nan, np.array(values, np.float64)),
        status=np.array(seen, np.uint8),
    )
    cell = added(told, [four.system.area_ids[i] for i in sorted(at)])
    gone = [i for i in at if hidden[i]]
    if len(gone) == len(at):
        assert (cell.value, cell.status) == (None, max(seen[i] for i in gone))
    else:
        assert cell.value == sum(values[i] for i in at if not hidden[i])
        assert (Flag.AT_LEAST in cell.flags) == bool(gone)
