"""Classes for the time slider: cut once, the same in every year."""

from __future__ import annotations

import pytest

from geodata.store import Store
from geodata.workspace import Workspace
from indicators.classes_over_time import classify_over_time
from indicators.query import Query
from tests.villages import AHAUSEN, BEDORF, CETAL, FOREST, MODEL, OFFICE, put_table

YEARS = {"2020": (1, 2, 3, "-"), "2021": (4, 5, 6, "."), "2022": (7, 8, 9, 10)}


@pytest.fixture
def decade(villages: Store) -> Workspace:
    for year, cells in YEARS.items():
        told = dict(zip((AHAUSEN, BEDORF, CETAL, FOREST), cells, strict=True))
        put_table(villages, "kinder", year, told)
    return Workspace(villages)


def test_every_year_has_the_same_limits_and_colours(decade: Workspace) -> None:
    found = [
        classify_over_time(decade, Query("kinder", "gemeinde", year), method="equal", class_count=3)
        for year in YEARS
    ]
    assert {classes.breaks for classes in found} == {(1.0, 4.0, 7.0, 10.0)}
    assert len({classes.colours for classes in found}) == 1


def test_counts_gaps_and_indices_are_those_of_the_year(decade: Workspace) -> None:
    query = Query("kinder", "gemeinde", "2021")
    found = classify_over_time(decade, query, method="equal", class_count=3)
    # 4 closes the first class, which holds what lies up to and with it.
    assert found.indices.tolist() == [0, 1, 1, -1]
    assert found.counts == (1, 2, 0)
    assert found.gaps["suppressed"] == 1
    assert found.over_time


def test_changes_from_one_year_share_their_classes_around_zero(decade: Workspace) -> None:
    found = [
        classify_over_time(decade, Query("kinder", "gemeinde", year, since="2020"))
        for year in ("2021", "2022")
    ]
    assert found[0].breaks == found[1].breaks
    assert found[0].middle == 0.0


def test_what_is_hidden_takes_no_part_in_the_limits(decade: Workspace) -> None:
    query = Query("kinder", "gemeinde", "2021")
    found = classify_over_time(decade, query, method="equal", class_count=3)
    assert sum(found.counts) + found.gaps["suppressed"] == 4


def test_a_model_year_takes_no_part_in_the_changes_of_the_others(villages: Store) -> None:
    for year, value, source in (("2020", 1, OFFICE), ("2021", 5, OFFICE), ("2022", 90, MODEL)):
        put_table(villages, "kinder", year, {AHAUSEN: value, BEDORF: 2 * value}, source=source)
    query = Query("kinder", "gemeinde", "2021", since="2020")
    found = classify_over_time(Workspace(villages), query, method="equal")
    assert (found.breaks[0], found.breaks[-1]) == (4.0, 8.0)
