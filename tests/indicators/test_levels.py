"""Figures on larger areas than those that they were counted in."""

from __future__ import annotations

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import box

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.choices import systems
from indicators.published import Published, published
from indicators.query import Query
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    COUNTY,
    EAST,
    FOREST,
    MODEL,
    NORTH,
    NORTHERN,
    SAMTGEMEINDEN,
    SOUTHERN,
    put_areas,
    put_records,
    put_table,
    squares,
)

PEOPLE = {AHAUSEN: 100, BEDORF: 300, CETAL: 200, FOREST: "-"}
SHARE = Indicator(
    "kinderanteil",
    "Anteil der Kinder",
    kind="share",
    unit="%",
    numerator=("kinder",),
    denominator=("einwohner",),
    factor=100,
)


def shown(store: Store, indicator: str, system: str, period: str = "") -> Published:
    return published(Workspace(store), Query(indicator, system, period))


def test_counts_add_up(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", PEOPLE)
    assert shown(villages, "einwohner", "samtgemeinde").values.tolist() == [400, 200]
    assert shown(villages, "einwohner", "kreis").values.tolist() == [600]


def test_a_share_is_reckoned_anew_and_not_averaged(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", PEOPLE)
    put_table(villages, "kinder", "2022", {AHAUSEN: 10, BEDORF: 90, CETAL: 20, FOREST: "-"})
    put_records(villages, [SHARE])
    gemeinden = shown(villages, "kinderanteil", "gemeinde").values.tolist()
    assert gemeinden[:3] == [10, 30, 10]
    # 100 of 400, and not (10 + 30) / 2.
    assert shown(villages, "kinderanteil", "samtgemeinde").values.tolist() == [25, 10]


def test_a_share_of_nobody_is_missing(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", {**PEOPLE, CETAL: 0.0})
    put_table(villages, "kinder", "2022", {AHAUSEN: "-", BEDORF: 0.0, CETAL: 0.0, FOREST: "-"})
    put_records(villages, [SHARE])
    found = shown(villages, "kinderanteil", "gemeinde")
    assert found.status.tolist() == [Status.SHOWN, Status.SHOWN, Status.MISSING, Status.MISSING]
    assert found.values.tolist()[:2] == [0, 0]


def test_an_area_that_its_parts_do_not_cover_has_no_sum(villages: Store) -> None:
    a, b, _, _ = squares()
    # Südkreis reaches as far again to the south, where no village of the workspace lies.
    south = box(EAST, NORTH - 1000, EAST + 2000, NORTH + 1000)
    put_areas(villages, "samtgemeinde", SAMTGEMEINDEN, [box(*a.union(b).bounds), south])
    put_records(villages, [Indicator("quote", "Quote", kind="share", weight="einwohner")])
    put_table(villages, "einwohner", "2022", PEOPLE)
    put_table(villages, "quote", "2022", {AHAUSEN: 10, BEDORF: 30, CETAL: 7})
    for indicator, north in (("einwohner", 400), ("quote", 25)):
        found = shown(villages, indicator, "samtgemeinde")
        assert found.cell(NORTHERN).value == north
        assert found.cell(SOUTHERN).value is None
        assert found.cell(SOUTHERN).status == Status.MISSING
    assert shown(villages, "einwohner", "kreis").values.tolist() == [600]


def test_without_one_covered_area_the_systems_do_not_nest(villages: Store) -> None:
    wide = box(EAST, NORTH - 2000, EAST + 2000, NORTH + 2000)
    put_areas(villages, "kreis", {COUNTY: "Dreidorf"}, [wide])
    put_table(villages, "einwohner", "2022", PEOPLE)
    found = [system.id for system in systems(Workspace(villages), "einwohner")]
    assert found == ["samtgemeinde", "gemeinde"]


@pytest.mark.parametrize(
    ("sign", "status"),
    [
        (".", Status.SUPPRESSED),
        ("...", Status.MISSING),
        ("x", Status.MISSING),
        ("/", Status.UNRELIABLE),
    ],
)
def test_a_gap_makes_the_sum_a_gap(villages: Store, sign: str, status: Status) -> None:
    put_table(villages, "einwohner", "2022", {**PEOPLE, BEDORF: sign})
    found = shown(villages, "einwohner", "samtgemeinde")
    assert found.cell(NORTHERN).status == status
    assert found.cell(NORTHERN).value is None
    assert found.cell(SOUTHERN).value == 200


def test_a_row_that_is_not_there_makes_the_sum_a_gap(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", {AHAUSEN: 100, CETAL: 200, FOREST: "-"})
    assert shown(villages, "einwohner", "kreis").status.tolist() == [Status.MISSING]


def test_suppressed_wins_over_missing(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", {AHAUSEN: ".", BEDORF: "...", CETAL: 1, FOREST: 0.0})
    assert shown(villages, "einwohner", "kreis").status.tolist() == [Status.SUPPRESSED]


def test_a_gap_where_nobody_lives_takes_nothing_from_people(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", PEOPLE)
    put_table(villages, "kinder", "2022", {AHAUSEN: 10, BEDORF: 90, CETAL: 20})
    assert shown(villages, "kinder", "samtgemeinde").values.tolist() == [100, 20]


def test_a_gap_where_nobody_lives_takes_from_what_is_not_people(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", PEOPLE)
    put_records(villages, [Indicator("waldflaeche", "Waldfläche")])
    put_table(villages, "waldflaeche", "2022", {AHAUSEN: 1, BEDORF: 2, CETAL: 3})
    found = shown(villages, "waldflaeche", "samtgemeinde")
    assert found.status.tolist() == [Status.SHOWN, Status.MISSING]


def test_nothing_everywhere_stays_nothing(villages: Store) -> None:
    put_table(villages, "kinder", "2022", {AHAUSEN: "-", BEDORF: "-", CETAL: "-", FOREST: 0.0})
    found = shown(villages, "kinder", "samtgemeinde")
    assert found.status.tolist() == [Status.ZERO, Status.SHOWN]
    assert found.values.tolist() == [0, 0]


def test_the_figure_of_a_file_goes_before_a_sum(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", PEOPLE)
    put_table(villages, "einwohner", "2022", {NORTHERN: 401, SOUTHERN: 199}, system="samtgemeinde")
    assert shown(villages, "einwohner", "samtgemeinde").values.tolist() == [401, 199]


def test_a_county_is_summed_from_the_coarsest_level_that_has_figures(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", PEOPLE)
    put_table(villages, "einwohner", "2022", {NORTHERN: 401, SOUTHERN: 199}, system="samtgemeinde")
    put_table(villages, "einwohner", "2021", PEOPLE)
    assert shown(villages, "einwohner", "kreis", "2022").values.tolist() == [600]
    assert shown(villages, "einwohner", "kreis", "2021").values.tolist() == [600]


def test_a_ready_made_share_without_weight_stays_where_it_was_counted(villages: Store) -> None:
    put_records(villages, [Indicator("quote", "Quote", kind="share", unit="%")])
    put_table(villages, "quote", "2022", {AHAUSEN: 10, BEDORF: 30})
    assert [s.id for s in systems(Workspace(villages), "quote")] == ["gemeinde"]


def test_a_ready_made_share_with_weight_is_averaged_and_an_estimate(villages: Store) -> None:
    put_table(villages, "einwohner", "2022-12-31", PEOPLE)
    put_records(villages, [Indicator("quote", "Quote", kind="share", weight="einwohner")])
    put_table(villages, "quote", "2022", {AHAUSEN: 10, BEDORF: 30, CETAL: 7})
    found = shown(villages, "quote", "samtgemeinde")
    # (100 * 10 + 300 * 30) / 400 and 7, for nobody lives in the forest.
    assert found.values.tolist() == [25, 7]
    assert found.nature.tolist() == [Nature.ESTIMATED, Nature.ESTIMATED]


def test_a_weight_that_is_known_on_other_levels_only_does_not_help(villages: Store) -> None:
    put_records(villages, [Indicator("quote", "Quote", kind="share", weight="einwohner")])
    put_table(villages, "quote", "2022", {AHAUSEN: 10, BEDORF: 30})
    put_table(villages, "einwohner", "2022", {NORTHERN: 1, SOUTHERN: 2}, system="samtgemeinde")
    assert [s.id for s in systems(Workspace(villages), "quote")] == ["gemeinde"]


def test_the_nearest_denominator_may_itself_be_a_sum(villages: Store) -> None:
    put_table(villages, "einwohner", "2020-12-31", PEOPLE)
    put_table(villages, "einwohner", "2022-12-31", {**PEOPLE, AHAUSEN: 50})
    put_table(villages, "kinder", "2022", {AHAUSEN: 10, BEDORF: 90, CETAL: 20, FOREST: "-"})
    everybody = Indicator("alle", "Alle", numerator=("einwohner",))
    share = Indicator(
        "anteil",
        "Anteil",
        kind="share",
        numerator=("kinder",),
        denominator=("alle",),
        denominator_period="nearest",
    )
    put_records(villages, [everybody, share])
    assert shown(villages, "anteil", "gemeinde").cell(AHAUSEN).value == pytest.approx(0.2)


def test_model_figures_are_model_figures_on_every_level(villages: Store) -> None:
    put_table(villages, "kinder", "2022", {**PEOPLE, FOREST: 0.0}, source=MODEL)
    put_table(villages, "einwohner", "2022", PEOPLE)
    put_records(villages, [SHARE])
    for indicator in ("kinder", "kinderanteil"):
        found = shown(villages, indicator, "samtgemeinde")
        assert found.worst_nature == Nature.MODEL
        assert "modell" in [source.id for source in found.sources]


def test_one_model_village_makes_its_samtgemeinde_a_model(villages: Store) -> None:
    put_table(villages, "kinder", "2022", {AHAUSEN: 1, CETAL: 3, FOREST: 0.0})
    put_table(villages, "kinder", "2022", {BEDORF: 2}, source=MODEL)
    found = shown(villages, "kinder", "samtgemeinde")
    assert found.nature.tolist() == [Nature.MODEL, Nature.REAL]


CHANGE = Indicator(
    "wandel",
    "Veränderung",
    kind="change",
    unit="%",
    numerator=("einwohner",),
    reference_period="2020-06-30",
)


def test_a_change_is_in_percent_of_the_earlier_sum(villages: Store) -> None:
    put_records(villages, [CHANGE])
    put_table(villages, "einwohner", "2020-06-30", PEOPLE, base="Zensus 2011")
    put_table(villages, "einwohner", "2021-06-30", {**PEOPLE, AHAUSEN: 60}, base="Zensus 2011")
    found = shown(villages, "wandel", "samtgemeinde")
    assert found.values.tolist() == pytest.approx([-10, 0])
    assert found.flags.tolist() == [0, 0]


def test_a_change_across_the_census_is_marked(villages: Store) -> None:
    put_records(villages, [CHANGE])
    put_table(villages, "einwohner", "2020-06-30", PEOPLE, base="Zensus 2011")
    put_table(villages, "einwohner", "2025-06-30", PEOPLE, base="Zensus 2022")
    found = shown(villages, "wandel", "gemeinde")
    assert found.base == "Zensus 2011, Zensus 2022"
    in_forest = Flag.ACROSS_BREAK | Flag.UNINHABITED
    assert [Flag(f) for f in found.flags.tolist()] == [*[Flag.ACROSS_BREAK] * 3, in_forest]


def test_a_change_from_nothing_is_missing(villages: Store) -> None:
    put_records(villages, [CHANGE])
    put_table(villages, "einwohner", "2020-06-30", {**PEOPLE, AHAUSEN: 0.0})
    put_table(villages, "einwohner", "2021-06-30", PEOPLE)
    assert shown(villages, "wandel", "gemeinde").cell(AHAUSEN).status == Status.MISSING


numbers = st.floats(0, 1e6, allow_nan=False).map(lambda value: round(value, 1))
cells = st.one_of(numbers, st.sampled_from(["-", ".", "...", "x", "/"]))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(parts=st.tuples(cells, cells, cells, cells))
def test_all_parts_make_the_whole_or_the_whole_is_a_gap(
    villages: Store, parts: tuple[float | str, ...]
) -> None:
    ids = (AHAUSEN, BEDORF, CETAL, FOREST)
    put_table(villages, "stellen", "2022", dict(zip(ids, parts, strict=True)))
    whole = shown(villages, "stellen", "kreis").values[0]
    halves = shown(villages, "stellen", "samtgemeinde").values
    if any(part in (".", "...", "x", "/") for part in parts):
        assert math.isnan(whole)
    else:
        total = sum(part for part in parts if isinstance(part, float))
        assert whole == pytest.approx(total)
        assert halves.sum() == pytest.approx(total)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(people=st.tuples(*[st.integers(1, 10**6)] * 4), share=st.tuples(*[st.floats(0, 1)] * 4))
def test_a_share_of_the_whole_lies_between_those_of_its_parts(
    villages: Store, people: tuple[int, ...], share: tuple[float, ...]
) -> None:
    ids = (AHAUSEN, BEDORF, CETAL, FOREST)
    children = [round(n * part) for n, part in zip(people, share, strict=True)]
    put_table(villages, "einwohner", "2022", dict(zip(ids, map(float, people), strict=True)))
    put_table(villages, "kinder", "2022", dict(zip(ids, map(float, children), strict=True)))
    put_records(villages, [SHARE])
    parts = shown(villages, "kinderanteil", "gemeinde").values
    whole = shown(villages, "kinderanteil", "kreis").values[0]
    assert parts.min() - 1e-9 <= whole <= parts.max() + 1e-9
    # The share of the union is that of both totals.
    assert whole == pytest.approx(100 * sum(children) / sum(people))
