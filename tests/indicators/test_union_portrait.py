"""Several villages, with their years and the topic, as one."""

from __future__ import annotations

import pytest

from geodata.catalogue import Indicator
from geodata.markers import Flag
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.query import Query
from indicators.refusals import NoUnion
from indicators.union_portrait import union_portrait
from tests.villages import AHAUSEN, BEDORF, CETAL, put_records, put_table

ASKED = Query("kinder", "gemeinde", "2022")
BOTH = (AHAUSEN, BEDORF)
READY = Indicator("quote", "Quote", kind="share", topic="Jugendhilfe", source="amt")


@pytest.fixture
def counted(villages: Store) -> Workspace:
    put_records(villages, [READY])
    put_table(villages, "kinder", "2020", {AHAUSEN: 3.0, BEDORF: 7.0, CETAL: 1.0})
    put_table(villages, "kinder", "2022", {AHAUSEN: 4.0, BEDORF: 8.0, CETAL: "."})
    put_table(villages, "quote", "2022", {AHAUSEN: 30.0, BEDORF: 40.0, CETAL: 50.0})
    return Workspace(villages)


def test_the_years_and_the_change_are_those_of_the_sum(counted: Workspace) -> None:
    found = union_portrait(counted, ASKED, BOTH, "Norden")
    assert [point.cell.value for point in found.series] == [10, 12]
    assert found.change is not None
    assert (found.change.absolute, found.change.percent) == (2, 20)
    assert (found.name, found.rank) == ("Norden", None)


def test_a_secret_member_makes_it_at_least(counted: Workspace) -> None:
    cell = union_portrait(counted, ASKED, (AHAUSEN, CETAL), "x").cell
    assert (cell.value, cell.flags) == (4, Flag.AT_LEAST)


def test_nobody_knows_how_much_at_least_so_many_have_become_more(counted: Workspace) -> None:
    found = union_portrait(counted, ASKED, (AHAUSEN, CETAL), "x")
    assert [point.cell.value for point in found.series] == [4, 4]
    assert found.change is None


def test_what_comes_ready_made_is_left_out_of_the_topic_and_refused_itself(
    counted: Workspace,
) -> None:
    found = union_portrait(counted, ASKED, BOTH, "x")
    assert "quote" not in [indicator.id for indicator, _, _ in found.others]
    with pytest.raises(NoUnion):
        union_portrait(counted, Query("quote", "gemeinde", "2022"), BOTH, "x")
