"""Small counts are not shown, and nothing that is shown gives them away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geodata.catalogue import Indicator
from geodata.store import Store
from tests.indicators.secrecy.conftest import KITA, PROTECTED
from tests.indicators.secrecy.seen import HIDDEN, shown
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    CHILDREN,
    COUNTY,
    FOREST,
    OFFICE,
    add_cells,
    put_records,
    put_table,
)

SHARE = Indicator(
    "anteil",
    "Anteil der Kinder",
    kind="share",
    unit="%",
    numerator=("kinder",),
    denominator=("einwohner",),
    factor=100.0,
    decimals=1,
)


def test_a_small_count_is_hidden_with_the_one_that_would_give_it_away(few_children: Store) -> None:
    assert shown(few_children, "kinder") == [HIDDEN, HIDDEN, 5, 0]


def test_sums_of_larger_areas_stay(few_children: Store) -> None:
    assert shown(few_children, "kinder", "samtgemeinde") == [10, 5]
    assert shown(few_children, "kinder", "kreis") == [15]


def test_where_nobody_lives_everybody_knows_that_no_child_does(few_children: Store) -> None:
    assert shown(few_children, "kinder")[3] == 0


def test_a_zero_among_people_is_hidden_unless_the_rule_shows_it(
    inhabited: Store, guarded: None
) -> None:
    put_records(inhabited, [PROTECTED])
    put_table(inhabited, "kinder", "2022", {AHAUSEN: 0.0, BEDORF: 8.0, CETAL: 5.0, FOREST: "-"})
    assert shown(inhabited, "kinder")[0] == HIDDEN
    put_records(inhabited, [replace(PROTECTED, minimum=0)])
    put_records(inhabited, [replace(PROTECTED, zeros="shown")])
    assert shown(inhabited, "kinder") == [0, 8, 5, 0]


def test_a_share_that_tells_the_count_is_hidden_with_it(few_children: Store) -> None:
    put_records(few_children, [SHARE])
    assert shown(few_children, "anteil")[0] == HIDDEN
    assert shown(few_children, "anteil", "samtgemeinde") == [3.3, 1.7]


def test_a_share_over_few_people_is_hidden_by_its_own_rule(inhabited: Store) -> None:
    put_records(inhabited, [replace(SHARE, minimum_base=150)])
    put_table(inhabited, "kinder", "2022", {AHAUSEN: 20.0, BEDORF: 8.0, CETAL: 5.0, FOREST: "-"})
    assert shown(inhabited, "anteil") == [HIDDEN, 4.0, pytest.approx(5 / 3), "missing"]


def test_what_a_rule_protects_leaves_rounded_as_it_is_read(few_children: Store) -> None:
    put_records(few_children, [SHARE])
    assert shown(few_children, "anteil", "samtgemeinde")[0] == 3.3


def test_columns_of_a_total_do_not_give_each_other_away(inhabited: Store, guarded: None) -> None:
    """Boys and girls: two girls are known from the children, were the boys shown."""
    boys, girls = (
        Indicator(i, i, people=True, minimum=3, adds_to=("kinder",)) for i in ("jungen", "maedchen")
    )
    put_records(inhabited, [boys, girls])
    with inhabited.writing("table", file="kita.csv") as writer:
        for name, counts in KITA.items():
            cells = dict(zip((AHAUSEN, BEDORF, CETAL), counts, strict=True)) | {FOREST: "-"}
            add_cells(writer, "kinder" if name == "alle" else name, "2022", cells)
    assert shown(inhabited, "maedchen")[0] == HIDDEN
    assert HIDDEN in (shown(inhabited, "jungen")[0], shown(inhabited, "kinder")[0])


def test_a_total_that_nobody_declared_is_found_in_the_file(inhabited: Store, guarded: None) -> None:
    put_records(inhabited, [Indicator("maedchen", "Mädchen", people=True, minimum=3)])
    with inhabited.writing("table", file="kita.csv") as writer:
        for name, counts in KITA.items():
            cells = dict(zip((AHAUSEN, BEDORF, CETAL), counts, strict=True))
            add_cells(writer, name, "2022", cells)
    assert shown(inhabited, "maedchen")[0] == HIDDEN
    assert HIDDEN in (shown(inhabited, "jungen")[0], shown(inhabited, "alle")[0])


def test_what_a_source_hides_is_not_given_away_by_other_levels(
    inhabited: Store, guarded: None
) -> None:
    """The county's 20 less 4 and 8 would be Cetal's secret."""
    put_table(inhabited, "kinder", "2022", {COUNTY: 20.0}, system="kreis")
    put_records(inhabited, [PROTECTED])
    put_table(inhabited, "kinder", "2022", {AHAUSEN: 4.0, BEDORF: 8.0, CETAL: ".", FOREST: "-"})
    seen = [*shown(inhabited, "kinder")[:2], *shown(inhabited, "kinder", "kreis")]
    assert shown(inhabited, "kinder")[2] == HIDDEN
    assert HIDDEN in seen


def test_a_change_in_percent_does_not_tell_the_year_before(inhabited: Store, guarded: None) -> None:
    change = Indicator(
        "wandel",
        "Wandel",
        kind="change",
        numerator=("kinder",),
        reference_period="2021",
        decimals=1,
    )
    put_records(inhabited, [PROTECTED, change])
    put_table(inhabited, "einwohner", "2021", {AHAUSEN: 100.0, BEDORF: 200.0, CETAL: 300.0})
    put_table(inhabited, "kinder", "2021", {AHAUSEN: 2.0, BEDORF: 8.0, CETAL: 5.0, FOREST: "-"})
    put_table(inhabited, "kinder", "2022", {AHAUSEN: 30.0, BEDORF: 8.0, CETAL: 5.0, FOREST: "-"})
    assert shown(inhabited, "kinder", period="2021")[0] == HIDDEN
    assert HIDDEN in (shown(inhabited, "wandel")[0], shown(inhabited, "kinder")[0])


def test_a_sum_of_two_does_not_tell_one_of_them(inhabited: Store, guarded: None) -> None:
    both = Indicator("beide", "Beide", numerator=("kinder", "betten"))
    put_records(inhabited, [PROTECTED, Indicator("betten", "Betten"), both])
    put_table(inhabited, "betten", "2022", {AHAUSEN: 7.0, BEDORF: 7.0, CETAL: 7.0, FOREST: "-"})
    put_table(inhabited, "kinder", "2022", {AHAUSEN: 2.0, BEDORF: 8.0, CETAL: 5.0, FOREST: "-"})
    assert HIDDEN in (shown(inhabited, "betten")[0], shown(inhabited, "beide")[0])


def test_without_a_rule_nothing_is_hidden_or_rounded(inhabited: Store, guarded: None) -> None:
    put_records(inhabited, [SHARE, OFFICE, CHILDREN])
    put_table(inhabited, "kinder", "2022", {AHAUSEN: 1.0, BEDORF: 8.0, CETAL: 5.0, FOREST: "-"})
    assert shown(inhabited, "kinder") == [1, 8, 5, 0]
    assert shown(inhabited, "anteil")[2] == 5 / 3


def test_nobody_counts_more_children_than_people(inhabited: Store, guarded: None) -> None:
    """Of ten children in the north at most 8 are Bedorf's: two or three are Ahausen's."""
    put_records(inhabited, [PROTECTED, SHARE])
    put_table(inhabited, "einwohner", "2022", {AHAUSEN: 3.0, BEDORF: 8.0, CETAL: 300.0})
    put_table(inhabited, "kinder", "2022", {AHAUSEN: 2.0, BEDORF: 8.0, CETAL: 5.0, FOREST: "-"})
    assert shown(inhabited, "kinder", "samtgemeinde")[0] == HIDDEN
