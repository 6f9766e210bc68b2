"""Two areas side by side: what differs by more than chance, and what cannot be said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from geodata.catalogue import Indicator
from geodata.markers import Status
from geodata.workspace import Workspace
from indicators.comparison.place import Place, overlapping
from indicators.comparison.profile import compared, profile, proposed_pairs
from tests.villages import AHAUSEN, BEDORF, CETAL, FOREST, NORTHERN, SOUTHERN

A, B = Place("gemeinde", AHAUSEN), Place("gemeinde", BEDORF)


def children(a: object, b: object, of_a: float = 100, of_b: float = 100) -> dict[str, Any]:
    rest = dict.fromkeys((CETAL, FOREST), "-")
    return {
        "betreut": {AHAUSEN: a, BEDORF: b, **rest},
        "kinder": {AHAUSEN: of_a, BEDORF: of_b, **rest},
    }


@pytest.mark.parametrize(
    ("a", "b", "chance", "better"),
    [(50, 20, "larger", "a"), (20, 50, "larger", "b"), (22, 20, "within", "")],
)
def test_only_a_difference_larger_than_chance_favours_a_side(
    counted: Callable[..., Workspace], a: int, b: int, chance: str, better: str
) -> None:
    found = compared(counted(**children(a, b)), "quote", A, B)
    assert (found.difference, found.chance, found.better) == (a - b, chance, better)
    assert found.county.value == pytest.approx((a + b) / 2)


def test_where_high_is_bad_the_lower_side_is_better(
    world: Any, counted: Callable[..., Workspace]
) -> None:
    world.tell("unfaelle", {AHAUSEN: 40, BEDORF: 5, CETAL: "-", FOREST: "-"})
    found = compared(counted(**children(1, 1, 1000, 1000)), "unfaelle_je_1000", A, B)
    assert (found.difference, found.better) == (35.0, "b")


@pytest.mark.parametrize(
    ("cell", "status"), [(".", Status.SUPPRESSED), ("x", Status.MISSING), ("/", Status.UNRELIABLE)]
)
def test_a_gap_has_no_difference_and_says_nothing_of_chance(
    counted: Callable[..., Workspace], cell: str, status: Status
) -> None:
    found = compared(counted(**children(cell, 20)), "quote", A, B)
    assert (found.difference, found.chance, found.untold) == (None, "", "gap")
    assert found.a.cell.status is status


def test_raw_counts_differ_as_a_matter_of_course(counted: Callable[..., Workspace]) -> None:
    found = compared(counted(**children(5, 5, 100, 900)), "kinder", A, B)
    assert (found.difference, found.chance, found.untold) == (-800, "", "kind")


def test_a_village_within_the_other_area_is_not_tested(counted: Callable[..., Workspace]) -> None:
    found = compared(counted(**children(50, 20)), "quote", A, Place("samtgemeinde", NORTHERN))
    assert (found.untold, found.chance) == ("overlap", "")
    assert found.difference == 15.0


def test_areas_that_only_touch_are_tested(counted: Callable[..., Workspace]) -> None:
    found = compared(counted(**children(50, 20)), "quote", B, Place("samtgemeinde", SOUTHERN))
    assert found.untold != "overlap"


def test_the_latest_period_that_both_have_is_taken(world: Any) -> None:
    for period in ("2021", "2022"):
        world.tell("kinder", {AHAUSEN: 10, BEDORF: 12}, period)
    world.tell("kinder", {NORTHERN: 30}, "2020", system="samtgemeinde")
    now = world.now()
    both = compared(now, "kinder", A, Place("samtgemeinde", NORTHERN))
    assert both.same_period
    assert both.a.period.text == "2022"
    assert compared(now, "kinder", A, B, period="2021").a.period.text == "2021"


def test_without_a_common_period_each_stands_at_its_own(world: Any) -> None:
    # A ready-made mean is not carried to larger areas.
    world.know(Indicator("quadrat", "Fläche je Kopf", kind="mean"))
    world.tell("quadrat", {AHAUSEN: 10}, "2021")
    world.tell("quadrat", {NORTHERN: 30}, "2020", system="samtgemeinde")
    found = compared(world.now(), "quadrat", A, Place("samtgemeinde", NORTHERN))
    assert (found.a.period.text, found.b.period.text) == ("2021", "2020")
    assert found.untold == "period"


def test_model_and_real_figures_have_no_difference(world: Any) -> None:
    world.tell("kinder", {AHAUSEN: 10}, model=True)
    world.tell("kinder", {BEDORF: 12})
    found = compared(world.now(), "kinder", A, B)
    assert (found.difference, found.untold) == (None, "nature")


def test_the_difference_is_that_of_the_figures_as_they_are_read(
    counted: Callable[..., Workspace],
) -> None:
    # 33.33 and 33.25 % read 33.3 and 33.2; the true difference of 0.083 would contradict that.
    found = compared(counted(**children(100, 133, 300, 400)), "quote", A, B)
    assert found.difference == 0.1


def test_several_areas_stand_together(world: Any) -> None:
    world.tell("betreut", {AHAUSEN: 10, BEDORF: 20, CETAL: 5, FOREST: "-"})
    world.tell("kinder", {AHAUSEN: 100, BEDORF: 100, CETAL: 100, FOREST: "-"})
    both = Place("gemeinde", "", (AHAUSEN, BEDORF), "Die beiden")
    found = compared(world.now(), "quote", both, Place("gemeinde", CETAL))
    assert (found.a.name, found.a.cell.value, found.difference) == ("Die beiden", 15.0, 10.0)
    # 30 of 200 against 5 of 100: z = 2.54.
    assert found.chance == "larger"
    low, high = found.a.interval or (0, 0)
    assert low < 15 < high


def test_several_areas_with_a_hidden_one_have_no_quota(world: Any) -> None:
    world.tell("betreut", {AHAUSEN: 10, BEDORF: ".", CETAL: 5, FOREST: "-"})
    world.tell("kinder", dict.fromkeys((AHAUSEN, BEDORF, CETAL, FOREST), 100))
    both = Place("gemeinde", "", (AHAUSEN, BEDORF))
    found = compared(world.now(), "quote", both, Place("gemeinde", CETAL))
    assert (found.a.cell.value, found.a.interval, found.untold) == (None, None, "gap")
    assert found.a.name == "Ahausen, Bedorf"


def test_an_area_among_several_overlaps_them(world: Any) -> None:
    both = Place("gemeinde", "", (AHAUSEN, BEDORF))
    assert overlapping(world.now(), both, A)
    assert not overlapping(world.now(), both, Place("samtgemeinde", SOUTHERN))


def test_a_profile_holds_the_topic_in_the_order_of_the_catalogue(
    world: Any, counted: Callable[..., Workspace]
) -> None:
    world.tell("unfaelle", {AHAUSEN: 4, BEDORF: 5})
    found = profile(counted(**children(50, 20)), A, B, "Jugendhilfe")
    assert [c.indicator.id for c in found] == ["kinder", "quote", "unfaelle_je_1000"]


def test_the_two_largest_villages_are_proposed_in_every_meaning_that_parts_them(
    world: Any,
) -> None:
    world.tell("einwohner", {AHAUSEN: 900, BEDORF: 100, CETAL: 800, FOREST: 0})
    assert proposed_pairs(world.now()) == (
        (Place("gemeinde", AHAUSEN), Place("gemeinde", CETAL)),
        (Place("samtgemeinde", NORTHERN), Place("samtgemeinde", SOUTHERN)),
    )


def test_two_villages_of_one_samtgemeinde_are_proposed_only_as_villages(world: Any) -> None:
    world.tell("einwohner", {AHAUSEN: 900, BEDORF: 800, CETAL: 1, FOREST: 0})
    assert proposed_pairs(world.now()) == ((A, B),)


def test_nothing_is_proposed_where_nobody_knows_who_lives_where(world: Any) -> None:
    assert proposed_pairs(world.now()) == ()
