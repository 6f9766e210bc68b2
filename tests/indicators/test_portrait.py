"""One area beside its kind, the county and its own past."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.catalogue import Indicator
from geodata.markers import Status
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.county import county_system
from indicators.portrait import Portrait, county_value, portrait
from indicators.query import Query
from indicators.refusals import UnknownArea
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    COUNTY,
    FOREST,
    MODEL,
    levels,
    put_areas,
    put_records,
    put_table,
    village_store,
)

PEOPLE = {AHAUSEN: 100, BEDORF: 300, CETAL: 300, FOREST: "-"}


def of(store: Store, area_id: str, period: str = "") -> Portrait:
    return portrait(Workspace(store), Query("einwohner", "gemeinde", period), area_id)


def test_the_largest_figure_has_rank_1_and_equal_ones_share_it(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", PEOPLE)
    assert [of(villages, area).rank for area in (BEDORF, CETAL, AHAUSEN, FOREST)] == [1, 1, 3, 4]
    assert of(villages, AHAUSEN).rank_of == 4


def test_figures_that_read_the_same_share_the_rank(villages: Store) -> None:
    put_records(villages, [Indicator("quote", "Quote", kind="rate")])
    put_table(villages, "quote", "2022", {AHAUSEN: 4.21, BEDORF: 4.18, CETAL: 4.0, FOREST: 9.96})
    snapshot = Workspace(villages)
    query = Query("quote", "gemeinde")
    ranks = [portrait(snapshot, query, area).rank for area in (FOREST, AHAUSEN, BEDORF, CETAL)]
    assert ranks == [1, 2, 2, 4]


def test_a_gap_has_no_rank_and_is_not_counted(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", {**PEOPLE, BEDORF: "."})
    suppressed = of(villages, BEDORF)
    assert (suppressed.rank, suppressed.rank_of) == (None, 3)
    assert suppressed.cell.status == Status.SUPPRESSED


def test_the_county_stands_beside_it(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", PEOPLE)
    found = of(villages, AHAUSEN)
    assert (found.county.value, found.county_name) == (700, "Landkreis Dreidorf")


def test_without_the_same_state_the_county_is_a_gap(villages: Store) -> None:
    put_records(villages, [Indicator("quote", "Quote", kind="share")])
    put_table(villages, "quote", "2022", {AHAUSEN: 10})
    found = county_value(Workspace(villages), Query("quote", "gemeinde"))
    assert (found.value, found.status) == (None, Status.MISSING)


def test_the_change_stays_on_one_census(villages: Store) -> None:
    for period, value, base in (
        ("2020", 120, "Zensus 2011"),
        ("2021", 130, "Zensus 2011"),
        ("2022", 110, "Zensus 2022"),
        ("2023", 99, "Zensus 2022"),
    ):
        put_table(villages, "einwohner", period, {**PEOPLE, AHAUSEN: value}, base=base)
    change = of(villages, AHAUSEN).change
    assert change is not None
    assert (change.absolute, change.percent, change.since.text) == (-11, -10, "2022")
    assert not change.across_break


def test_a_change_across_the_census_says_so(villages: Store) -> None:
    put_table(villages, "einwohner", "2020", PEOPLE, base="Zensus 2011")
    put_table(villages, "einwohner", "2022", {**PEOPLE, AHAUSEN: 95}, base="Zensus 2022")
    change = of(villages, AHAUSEN).change
    assert change is not None
    assert (change.absolute, change.across_break) == (-5, True)


def test_a_model_is_not_compared_with_a_count_where_a_count_is_there(villages: Store) -> None:
    put_table(villages, "einwohner", "2019", {**PEOPLE, AHAUSEN: 1}, source=MODEL)
    put_table(villages, "einwohner", "2020", {**PEOPLE, AHAUSEN: 50})
    put_table(villages, "einwohner", "2021", PEOPLE)
    change = of(villages, AHAUSEN).change
    assert change is not None
    assert (change.since.text, change.percent) == ("2020", 100)


def test_a_count_has_no_change_since_a_model(villages: Store) -> None:
    put_table(villages, "einwohner", "2020", PEOPLE, source=MODEL)
    put_table(villages, "einwohner", "2021", PEOPLE)
    assert of(villages, AHAUSEN).change is None


def test_a_change_never_starts_from_an_unreliable_figure(villages: Store) -> None:
    put_table(villages, "einwohner", "2019", {**PEOPLE, AHAUSEN: "/"})
    put_table(villages, "einwohner", "2020", {**PEOPLE, AHAUSEN: "-"})
    put_table(villages, "einwohner", "2021", PEOPLE)
    change = of(villages, AHAUSEN).change
    assert change is not None
    assert (change.since.text, change.absolute, change.percent) == ("2020", 100, None)


def test_a_difference_of_changes_across_a_break_is_across_it_too(villages: Store) -> None:
    growth = Indicator(
        "wachstum", "Wachstum", kind="change", numerator=("einwohner",), reference_period="2019"
    )
    put_records(villages, [growth])
    put_table(villages, "einwohner", "2019", PEOPLE, base="Zensus 2011")
    for period, value in (("2021", 110), ("2022", 121)):
        cells = {**PEOPLE, AHAUSEN: value}
        put_table(villages, "einwohner", period, cells, base="Zensus 2022")
    change = portrait(Workspace(villages), Query("wachstum", "gemeinde"), AHAUSEN).change
    assert change is not None
    assert (round(change.absolute), change.across_break) == (11, True)


def test_a_lone_area_of_a_finer_level_is_not_the_county(tmp_path: Path) -> None:
    names, geometries = levels()["gemeinde"]
    with village_store(tmp_path / "w", systems=("samtgemeinde",)) as store:
        put_areas(store, "gemeinde", {AHAUSEN: names[AHAUSEN]}, geometries[:1])
        assert county_system(Workspace(store)) is None


def test_the_county_is_the_area_with_its_key(villages: Store) -> None:
    county = county_system(Workspace(villages))
    assert county is not None
    assert (county.id, county.area_ids) == ("kreis", (COUNTY,))


def test_a_change_from_0_has_no_percent(villages: Store) -> None:
    put_table(villages, "einwohner", "2020", {**PEOPLE, AHAUSEN: 0.0})
    put_table(villages, "einwohner", "2021", PEOPLE)
    change = of(villages, AHAUSEN).change
    assert change is not None
    assert (change.absolute, change.percent) == (100, None)


def test_without_a_past_there_is_no_change(villages: Store) -> None:
    put_table(villages, "einwohner", "2021", PEOPLE)
    put_table(villages, "einwohner", "2020", {AHAUSEN: "."})
    assert of(villages, AHAUSEN).change is None


def test_the_line_runs_from_the_earliest_and_keeps_its_gaps(villages: Store) -> None:
    put_table(villages, "einwohner", "2021", {AHAUSEN: "."}, base="Zensus 2011")
    put_table(villages, "einwohner", "2020", PEOPLE, base="Zensus 2011")
    put_table(villages, "einwohner", "2022", PEOPLE, base="Zensus 2022")
    points = [(p.period.text, p.base, p.cell.value) for p in of(villages, AHAUSEN).series]
    assert points == [
        ("2020", "Zensus 2011", 100),
        ("2021", "Zensus 2011", None),
        ("2022", "Zensus 2022", 100),
    ]


def test_the_rest_of_the_topic_comes_at_the_same_state_or_the_latest(villages: Store) -> None:
    put_records(
        villages, [Indicator(name, name.title(), topic="Demografie") for name in ("a", "b")]
    )
    put_table(villages, "einwohner", "2021", PEOPLE)
    for period in ("2020", "2021", "2022"):
        put_table(villages, "a", period, PEOPLE)
    put_table(villages, "b", "2019", PEOPLE)
    put_table(villages, "kinder", "2021", PEOPLE)
    others = [(i.id, choice.period.text) for i, choice, _ in of(villages, AHAUSEN).others]
    assert others == [("a", "2021"), ("b", "2019")]


def test_an_area_that_is_not_there_is_refused(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", PEOPLE)
    with pytest.raises(UnknownArea):
        of(villages, "99999999")


def test_the_change_begins_where_it_is_asked_from(villages: Store) -> None:
    for period, people in (("2020", 50), ("2021", 80), ("2022", 100)):
        put_table(villages, "einwohner", period, {AHAUSEN: people})
    snapshot, query = Workspace(villages), Query("einwohner", "gemeinde", "2022")
    changes = [portrait(snapshot, query, AHAUSEN, since=since).change for since in ("", "2021")]
    assert [change.absolute for change in changes if change is not None] == [50, 20]
