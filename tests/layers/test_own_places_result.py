"""Beside the map of places of the areas' own: what the county has, and no minutes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geodata.store import Store
from geodata.workspace import Workspace
from indicators.facilities.filter import FacilityFilter
from indicators.reach.question import ReachQuestion
from layers.own_places_result import own_result
from tests.kitas import KITAS, served_by_children
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    FOREST,
    put_facilities,
    put_records,
    put_table,
    village_store,
)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Store]:
    with village_store(tmp_path / "w") as store:
        counts = {AHAUSEN: 60.0, BEDORF: 40.0, CETAL: 20.0, FOREST: 0.0}
        put_table(store, "kinder", "2022", counts)
        put_records(store, [served_by_children()])
        put_facilities(store, "kita", KITAS)
        yield store


def test_the_county_has_so_many_places_for_each_hundred(village: Store) -> None:
    asked = ReachQuestion(FacilityFilter(kinds=("kita",)), measure="own")
    told = own_result(Workspace(village), asked)
    # 20 + 10 + 30 of those that tell, for 120 children.
    assert told["headline"] == "Im ganzen Landkreis: mindestens 50,0\u00a0Plätze je 100."
    assert (told["steps"], told["mean"]) == ([], "")
    assert told["grounds"] == "4 Einrichtungen"
