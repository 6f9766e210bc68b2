"""Children at points: only from what is published, and never more than is shown."""

from __future__ import annotations

import numpy as np
import pytest

from geodata.catalogue import Indicator
from geodata.markers import Nature
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.reach.refusals import UnknownGroup
from indicators.reach.weights import base_of, weights_of
from tests.villages import AHAUSEN, BEDORF, CETAL, FOREST, put_points, put_records, put_table

HOUSES = (
    ("Ahausen West", 250, 1500, 90),
    ("Ahausen Ost", 750, 1500, 10),
    ("Bedorf", 1500, 1500, 300),
    ("Cetal", 100, 100, 50),
)


@pytest.fixture
def houses(villages: Store) -> Store:
    put_points(villages, HOUSES)
    return villages


def test_everybody_counts_where_no_group_is_named(houses: Store) -> None:
    found = weights_of(Workspace(houses))
    assert (found.people.tolist(), found.nature) == ([90, 10, 300, 50], Nature.REAL)


def test_children_are_spread_inside_their_area_as_all_people_are(houses: Store) -> None:
    put_table(houses, "kinder", "2022", {AHAUSEN: 20, BEDORF: 30, CETAL: 5, FOREST: "-"})
    found = weights_of(Workspace(houses), "kinder")
    assert found.people.tolist() == [18, 2, 30, 5]
    assert found.nature is Nature.ESTIMATED


def test_what_is_hidden_is_taken_from_the_level_above(houses: Store) -> None:
    put_table(houses, "kinder", "2022", {AHAUSEN: ".", BEDORF: 30, CETAL: 5, FOREST: "-"})
    put_table(houses, "kinder", "2022", {"033545401": 40, "033545402": 5}, system="samtgemeinde")
    workspace = Workspace(houses)
    assert weights_of(workspace, "kinder").people.tolist() == [9, 1, 30, 5]
    base = base_of(workspace, "kinder", "gemeinde", 4)
    assert base.tolist()[1:3] == [30, 5]
    assert np.isnan(base[0])


def test_what_nobody_shows_anywhere_weighs_nothing(houses: Store) -> None:
    put_table(houses, "kinder", "2022", {AHAUSEN: ".", BEDORF: 30, CETAL: 5, FOREST: "-"})
    assert weights_of(Workspace(houses), "kinder").people.tolist() == [0, 0, 30, 5]


@pytest.mark.parametrize("group", ["kinder", "nirgends", "anteil"])
def test_what_counts_no_people_is_no_group(houses: Store, group: str) -> None:
    put_records(houses, [Indicator("anteil", "Anteil", kind="share")])
    with pytest.raises(UnknownGroup):
        weights_of(Workspace(houses), group)
