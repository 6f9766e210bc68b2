"""What leaves the indicators, and which period is meant."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from geodata.catalogue import Indicator, Source
from geodata.markers import Flag, Nature, Status
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.choices import periods, resolved_period, topics
from indicators.published import Cell, published
from indicators.query import Query
from indicators.refusals import (
    AmbiguousPeriod,
    NoFigures,
    NoSuchPeriod,
    UnknownArea,
    UnknownIndicator,
    UnknownSystem,
)
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    FOREST,
    GEMEINDEN,
    MODEL,
    OFFICE,
    put_records,
    put_table,
)

EVERYWHERE = dict.fromkeys(GEMEINDEN, 1.0)


@pytest.fixture
def two_states(villages: Store) -> Workspace:
    """The census of May and the end of 2022, and one year before."""
    for period, base in (
        ("2022-12-31", "Zensus 2011"),
        ("2022-05-15", "Zensus 2022"),
        ("2021-12-31", "Zensus 2011"),
    ):
        put_table(villages, "einwohner", period, EVERYWHERE, base=base)
    return Workspace(villages)


def asked(workspace: Workspace, period: str) -> str:
    return resolved_period(workspace, Query("einwohner", "gemeinde", period)).text


def test_without_a_period_the_latest_is_taken(two_states: Workspace) -> None:
    assert asked(two_states, "") == "2022-12-31"


def test_a_year_with_two_states_is_refused_with_the_list(two_states: Workspace) -> None:
    with pytest.raises(AmbiguousPeriod) as caught:
        asked(two_states, "2022")
    assert str(caught.value) == (
        "2022 passt auf mehrere Stände von „Einwohner“: 31.12.2022 (2022-12-31), "
        "15.05.2022 (2022-05-15). Bitte einen nennen."
    )


def test_a_year_with_one_state_means_it(two_states: Workspace) -> None:
    assert asked(two_states, "2021") == "2021-12-31"


@pytest.mark.parametrize("period", ["2022-12", "31.12.2022", "2022-12-31"])
def test_a_month_or_a_day_as_people_write_it_means_its_state(
    two_states: Workspace, period: str
) -> None:
    assert asked(two_states, period) == "2022-12-31"


@pytest.mark.parametrize("period", ["2019", "2022-12-30", "gestern", "2", "2021-", "2021-12-3"])
def test_a_state_that_is_not_there_is_refused_with_the_list(
    two_states: Workspace, period: str
) -> None:
    with pytest.raises(
        NoSuchPeriod, match=r"31\.12\.2022 \(2022-12-31\), 15\.05\.2022 \(2022-05-15\)"
    ):
        asked(two_states, period)


def test_periods_come_latest_first_with_their_census(two_states: Workspace) -> None:
    found = [(c.period.text, c.base) for c in periods(two_states, "einwohner", "kreis")]
    assert found == [
        ("2022-12-31", "Zensus 2011"),
        ("2022-05-15", "Zensus 2022"),
        ("2021-12-31", "Zensus 2011"),
    ]


def test_published_names_the_period_that_was_meant(two_states: Workspace) -> None:
    assert published(two_states, Query("einwohner", "gemeinde")).query.period == "2022-12-31"


def test_only_what_may_be_seen_has_a_value(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", {AHAUSEN: 5, BEDORF: ".", CETAL: "-"})
    found = published(Workspace(villages), Query("einwohner", "gemeinde"))
    assert found.cell(AHAUSEN) == Cell(5, Status.SHOWN, Nature.REAL, Flag(0))
    assert found.cell(BEDORF) == Cell(None, Status.SUPPRESSED, Nature.REAL, Flag(0))
    assert found.cell(CETAL).value == 0


def test_nobody_can_change_what_is_published(two_states: Workspace) -> None:
    found = published(two_states, Query("einwohner", "gemeinde"))
    for array in (found.values, found.status, found.nature, found.flags):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 7


def test_what_is_unknown_is_refused_by_name(two_states: Workspace) -> None:
    with pytest.raises(UnknownIndicator, match="„schafe“"):
        published(two_states, Query("schafe", "gemeinde"))
    with pytest.raises(UnknownSystem, match="kreis, samtgemeinde, gemeinde"):
        published(two_states, Query("einwohner", "raster"))
    with pytest.raises(NoFigures, match="„Kinder“"):
        published(two_states, Query("kinder", "gemeinde"))
    with pytest.raises(UnknownArea, match="09999999"):
        published(two_states, Query("einwohner", "gemeinde")).cell("09999999")


def test_topics_list_only_what_has_figures_the_countys_six_first(villages: Store) -> None:
    put_records(villages, [Indicator("schafe", "Schafe", topic="Landwirtschaft")])
    for variable in ("schafe", "einwohner", "neu"):
        put_table(villages, variable, "2022", EVERYWHERE)
    found = topics(Workspace(villages))
    assert [topic.title for topic in found] == ["Demografie", "Landwirtschaft", "Ohne Thema"]
    assert [i.id for i in found[0].indicators] == ["einwohner"]


def test_a_part_that_is_not_listed_is_no_choice(villages: Store) -> None:
    put_records(villages, [Indicator("teil", "Teil", listed=False)])
    put_table(villages, "teil", "2022", EVERYWHERE)
    assert topics(Workspace(villages)) == ()


def test_the_source_of_the_catalogue_stands_for_a_nameless_file(villages: Store) -> None:
    file = Source("datei_tabelle", "Datei „tabelle.csv“")
    put_records(villages, [MODEL, Indicator("betten", "Betten", source=MODEL.id)])
    put_table(villages, "betten", "2022", {AHAUSEN: 1}, source=file)
    found = published(Workspace(villages), Query("betten", "gemeinde"))
    assert [source.title for source in found.sources] == ["Modellrechnung"]
    assert found.worst_nature is Nature.MODEL


def test_a_source_that_the_import_named_stays(villages: Store) -> None:
    put_records(villages, [MODEL, Indicator("betten", "Betten", source=MODEL.id)])
    put_table(villages, "betten", "2022", {AHAUSEN: 1}, source=OFFICE)
    found = published(Workspace(villages), Query("betten", "gemeinde"))
    assert [source.title for source in found.sources] == ["Kreisamt"]


def test_a_figure_that_is_only_at_least_is_not_reckoned_with(villages: Store) -> None:
    put_table(villages, "kinder", "2022", {AHAUSEN: 4.0, BEDORF: 8.0, CETAL: ".", FOREST: "-"})
    found = published(Workspace(villages), Query("kinder", "gemeinde", "2022"))
    assert found.certain.tolist() == [True, True, False, True]
    flags = np.array([Flag.AT_LEAST, 0, 0, 0], np.uint16)
    assert replace(found, flags=flags).certain.tolist() == [False, True, False, True]
