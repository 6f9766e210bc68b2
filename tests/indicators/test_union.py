"""Several villages together, from what everybody can see of each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geodata.catalogue import Indicator
from geodata.markers import Flag, Status
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.query import Query
from indicators.refusals import NothingToUnite, RatioFromTheSource, UnknownArea
from indicators.union import union
from tests.villages import AHAUSEN, BEDORF, CETAL, FOREST, put_records, put_table

SHARE = Indicator(
    "anteil",
    "Anteil",
    kind="share",
    factor=100.0,
    numerator=("kinder",),
    denominator=("einwohner",),
)
COUNT, ASKED = Query("kinder", "gemeinde", "2022"), Query("anteil", "gemeinde", "2022")


@pytest.fixture
def counted(villages: Store) -> Store:
    put_records(villages, [SHARE])
    put_table(villages, "kinder", "2022", {AHAUSEN: 4.0, BEDORF: 8.0, CETAL: ".", FOREST: "-"})
    put_table(villages, "einwohner", "2022", {AHAUSEN: 100.0, BEDORF: 200.0, CETAL: 300.0})
    return villages


def test_counts_add_up(counted: Store) -> None:
    assert union(Workspace(counted), COUNT, [AHAUSEN, BEDORF, FOREST]).value == 12


def test_a_member_that_is_not_shown_makes_the_sum_at_least(counted: Store) -> None:
    cell = union(Workspace(counted), COUNT, [AHAUSEN, CETAL])
    assert (cell.value, cell.flags) == (4, Flag.AT_LEAST)


def test_hidden_members_alone_are_hidden(counted: Store) -> None:
    cell = union(Workspace(counted), COUNT, [CETAL])
    assert (cell.value, cell.status) == (None, Status.SUPPRESSED)


def test_a_share_is_recomputed_and_not_averaged(counted: Store) -> None:
    """12 of 300, where the mean of 4 % and 4 % of different villages would only be like it."""
    put_table(counted, "kinder", "2022", {AHAUSEN: 1.0})
    assert union(Workspace(counted), ASKED, [AHAUSEN, BEDORF]).value == 3.0


def test_a_share_with_a_hidden_part_is_none(counted: Store) -> None:
    cell = union(Workspace(counted), ASKED, [AHAUSEN, CETAL])
    assert (cell.value, cell.status) == (None, Status.SUPPRESSED)


def test_a_share_over_too_few_is_none(counted: Store) -> None:
    put_records(counted, [replace(SHARE, minimum_base=150)])
    assert union(Workspace(counted), ASKED, [AHAUSEN]).status is Status.SUPPRESSED
    assert union(Workspace(counted), ASKED, [AHAUSEN, BEDORF]).value == 4.0


def test_an_area_named_twice_counts_once(counted: Store) -> None:
    assert union(Workspace(counted), COUNT, [AHAUSEN, AHAUSEN]).value == 4


def test_what_cannot_be_taken_together_is_refused(counted: Store) -> None:
    put_records(counted, [Indicator("quote", "Quote", kind="share", unit="%")])
    put_table(counted, "quote", "2022", {AHAUSEN: 4.0, BEDORF: 8.0})
    workspace = Workspace(counted)
    with pytest.raises(RatioFromTheSource, match="fertig aus der Quelle"):
        union(workspace, Query("quote", "gemeinde", "2022"), [AHAUSEN, BEDORF])
    with pytest.raises(NothingToUnite, match="kein Gebiet"):
        union(workspace, COUNT, [])
    with pytest.raises(UnknownArea):
        union(workspace, COUNT, ["nirgends"])
