"""Where nobody lives, whatever is told of people says so, and says it alike."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from geodata.catalogue import Indicator
from geodata.markers import Flag, Status
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.classification import classify
from indicators.published import published
from indicators.query import Query
from indicators.union import union
from layers.choropleth import class_letters
from layers.figure_text import figure_text
from layers.handout.table_rows import value_rows
from layers.legend import legend
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    FOREST,
    GEMEINDEN,
    POPULATION,
    put_records,
    put_table,
)

PEOPLED = (AHAUSEN, BEDORF, CETAL)
SHARE = Indicator(
    "anteil_kinder",
    "Anteil der Kinder",
    unit="%",
    kind="share",
    numerator=("kinder",),
    denominator=("einwohner",),
    factor=100.0,
)
DENSITY = Indicator(
    "dichte",
    "Einwohner je km²",
    kind="rate",
    numerator=("einwohner",),
    denominator=("flaeche",),
    denominator_period="nearest",
)
CHANGE = Indicator(
    "veraenderung",
    "Veränderung",
    unit="%",
    kind="change",
    numerator=("einwohner",),
    reference_period="2022-12-31",
)


@pytest.fixture
def forest(villages: Store) -> Workspace:
    """Nobody lives in the forest; the table of 2023 leaves it out."""
    put_records(villages, [SHARE, DENSITY, CHANGE])
    put_table(villages, "flaeche", "2022-12-31", dict.fromkeys(GEMEINDEN, 1.0))
    put_table(villages, "einwohner", "2022-12-31", {**dict.fromkeys(GEMEINDEN, 50.0), FOREST: 0.0})
    put_table(villages, "einwohner", "2023-12-31", dict.fromkeys(PEOPLED, 60.0))
    put_table(villages, "kinder", "2022-12-31", dict.fromkeys(PEOPLED, 5.0))
    return Workspace(villages)


@pytest.mark.parametrize(
    "query",
    [
        Query("einwohner", "gemeinde", "2022-12-31"),
        Query("einwohner", "gemeinde", "2023-12-31"),
        Query("kinder", "gemeinde", "2022-12-31"),
        Query("anteil_kinder", "gemeinde", "2022-12-31"),
        Query("dichte", "gemeinde", "2022-12-31"),
        Query("dichte", "gemeinde", "2023-12-31"),
        Query("veraenderung", "gemeinde", "2023-12-31"),
        Query("einwohner", "gemeinde", "2023-12-31", since="2022-12-31"),
        Query("dichte", "gemeinde", "2023-12-31", since="2022-12-31"),
    ],
)
def test_nobody_lives_there_whatever_is_asked(forest: Workspace, query: Query) -> None:
    told = published(forest, query)
    assert figure_text(told.cell(FOREST), told.indicator) == "unbewohnt"
    classes = classify(told)
    assert (class_letters(told, classes)[-1], sum(classes.counts)) == ("l", 3)
    assert legend(told, classes)["gaps"] == [
        {"code": "uninhabited", "label": "unbewohnt", "count": 1}
    ]
    row = value_rows(told)[-1]
    assert (row.status, row.notes) == ("unbewohnt", "")


def test_where_people_live_a_gap_stays_a_gap(villages: Store) -> None:
    put_table(villages, "einwohner", "2022-12-31", dict.fromkeys(PEOPLED, 50.0))
    told = published(Workspace(villages), Query("einwohner", "gemeinde"))
    assert told.status[-1] == Status.MISSING
    assert not np.any(told.flags & np.uint16(Flag.UNINHABITED))


@pytest.mark.parametrize("sign", [".", "/"])
def test_where_the_source_names_nobody_but_hides_a_few_somebody_may_live(
    forest: Workspace, villages: Store, sign: str
) -> None:
    put_table(villages, "einwohner", "2023-12-31", {**dict.fromkeys(PEOPLED, 60.0), FOREST: sign})
    for indicator, period in (("kinder", "2022-12-31"), ("einwohner", "2022-12-31")):
        told = published(Workspace(villages), Query(indicator, "gemeinde", period))
        assert not told.cell(FOREST).flags & Flag.UNINHABITED


def test_where_all_people_are_hidden_their_zero_is_not_told_by_other_figures(
    forest: Workspace, villages: Store
) -> None:
    """Half a person under a rule: nothing can be weighed, so all of the population is hidden."""
    put_records(villages, [replace(POPULATION, minimum=3)])
    put_table(villages, "einwohner", "2023-12-31", dict.fromkeys(PEOPLED, 50.5))
    hidden = Workspace(villages)
    assert (published(hidden, Query("einwohner", "gemeinde")).status == Status.SUPPRESSED).all()
    cell = published(hidden, Query("kinder", "gemeinde")).cell(FOREST)
    assert (cell.status, cell.flags) == (Status.MISSING, Flag(0))


@pytest.mark.parametrize("indicator", ["einwohner", "kinder", "anteil_kinder", "dichte"])
def test_several_areas_together_are_uninhabited_where_each_is(
    forest: Workspace, villages: Store, indicator: str
) -> None:
    query = Query(indicator, "gemeinde", "2022-12-31")
    with_people = union(forest, query, [CETAL, FOREST])
    assert with_people.value
    assert not with_people.flags & (Flag.UNINHABITED | Flag.AT_LEAST)
    for variable, period in (("einwohner", "2022"), ("einwohner", "2023"), ("kinder", "2022")):
        put_table(villages, variable, f"{period}-12-31", {CETAL: "-"})
    emptied = Workspace(villages)
    told = union(emptied, query, [CETAL, FOREST])
    assert figure_text(told, emptied.indicators[indicator]) == "unbewohnt"
