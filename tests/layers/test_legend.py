"""The legend is the map's own classification, in German."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from indicators.classification import classify
from indicators.published import Cell, Published
from layers.legend import class_labels, legend


def test_classes_carry_their_limits_and_counts(one_of_each: Published) -> None:
    drawn = legend(one_of_each, classify(one_of_each, method="own", own_breaks=(1.5, 2.5)))
    assert [(row["label"], row["count"]) for row in drawn["classes"]] == [
        ("bis 1,5", 1),
        ("über 1,5 bis 2,5", 1),
        ("über 2,5", 1),
    ]


def test_a_class_of_one_value_is_written_as_that_value() -> None:
    assert class_labels((4.0, 4.0), decimals=0) == ["4"]


def test_gaps_are_named_and_counted_only_where_there_are_any(
    one_of_each: Published, with_changes: Callable[..., Published]
) -> None:
    whole = with_changes(
        values=np.arange(6.0), status=np.zeros(6, np.uint8), flags=np.zeros(6, np.uint16)
    )
    assert legend(whole, classify(whole))["gaps"] == []
    assert [
        (row["label"], row["count"]) for row in legend(one_of_each, classify(one_of_each))["gaps"]
    ] == [
        ("nichts vorhanden", 1),
        ("unsicher", 1),
        ("geheim gehalten", 1),
        ("keine Angabe", 1),
    ]


def test_the_question_comes_first_and_the_technical_title_second(one_of_each: Published) -> None:
    drawn = legend(one_of_each, classify(one_of_each))
    assert (drawn["title"], drawn["subtitle"]) == ("Wo leben viele Kinder?", "Kinder unter 3")


def test_without_a_question_the_title_stands_alone(
    one_of_each: Published, with_changes: Callable[..., Published]
) -> None:
    plain = with_changes(indicator=replace(one_of_each.indicator, question=""))
    drawn = legend(plain, classify(plain))
    assert (drawn["title"], drawn["subtitle"]) == ("Kinder unter 3", "")


def test_model_figures_carry_the_badge_and_counted_ones_none(
    one_of_each: Published,
    with_changes: Callable[..., Published],
    all_modelled: np.ndarray[Any, np.dtype[np.uint8]],
) -> None:
    modelled = with_changes(nature=all_modelled)
    assert legend(one_of_each, classify(one_of_each))["badge"] is None
    assert legend(modelled, classify(modelled))["badge"] == {"code": "model", "text": "Modelldaten"}


def test_the_census_base_is_said(with_changes: Callable[..., Published]) -> None:
    figures = with_changes(base="Zensus 2011")
    period = legend(figures, classify(figures))["period"]
    assert period == "Stand 31.12.2022 (Grundlage Zensus 2011)"


def test_histogram_bars_take_the_colour_of_their_class(one_of_each: Published) -> None:
    drawn = legend(one_of_each, classify(one_of_each, method="equal", class_count=3))
    histogram = drawn["histogram"]
    assert histogram["classes"] == [0] * 8 + [1] * 8 + [2] * 8
    assert sum(histogram["bins"]) == 3


def test_a_bar_on_a_limit_takes_the_class_that_most_of_its_values_are_in(
    with_changes: Callable[..., Published],
) -> None:
    # Bars are 100 / 24 wide: the fourth begins at 12.5 and has its middle beyond the limit 13.
    figures = with_changes(
        values=np.array([0.0, 13.0, 100.0, np.nan, np.nan, np.nan]),
        status=np.array([0, 0, 0, 2, 2, 2], np.uint8),
    )
    drawn = legend(figures, classify(figures, method="own", own_breaks=(13.0, 15.0)))
    assert [row["count"] for row in drawn["classes"]] == [2, 0, 1]
    assert drawn["histogram"]["classes"][3] == 0


def test_without_any_value_there_are_no_classes_and_no_histogram(
    with_changes: Callable[..., Published],
) -> None:
    empty = with_changes(values=np.full(6, np.nan), status=np.full(6, 2, np.uint8))
    drawn = legend(empty, classify(empty))
    assert (drawn["classes"], drawn["histogram"]) == ([], None)
    assert drawn["gaps"] == [{"code": "missing", "label": "keine Angabe", "count": 6}]


def test_a_name_from_a_file_stays_as_it_is(with_changes: Callable[..., Published]) -> None:
    hostile = Indicator("x", "<img src=x onerror=alert(1)>")
    figures = with_changes(indicator=hostile)
    assert legend(figures, classify(figures))["title"] == "<img src=x onerror=alert(1)>"


def test_a_limit_that_was_moved_to_the_middle_is_said(
    one_of_each: Published, with_changes: Callable[..., Published]
) -> None:
    turning = with_changes(indicator=replace(one_of_each.indicator, middle=1.5))
    own = classify(turning, method="own", own_breaks=(1.5, 2.5))
    equal = classify(turning, method="equal", class_count=3)
    assert legend(turning, own)["notes"] == ["Die Farbe wechselt bei 1,5."]
    assert legend(turning, equal)["notes"] == [
        "Die Farbe wechselt bei 1,5; die nächste Klassengrenze liegt deshalb dort."
    ]


def test_where_most_figures_are_secret_a_coarser_level_is_named(
    with_changes: Callable[..., Published],
) -> None:
    def notes(hidden: int) -> str:
        status = np.zeros(6, np.uint8)
        status[:hidden] = Status.SUPPRESSED
        figures = with_changes(values=np.arange(6.0), status=status, flags=np.zeros(6, np.uint16))
        return " ".join(legend(figures, classify(figures))["notes"])

    assert "gröberen Raumebene" in notes(3)
    assert "gröberen Raumebene" not in notes(2)


def test_classes_of_all_periods_turn_at_the_latest_county_value(
    with_changes: Callable[..., Published], one_of_each: Published
) -> None:
    indicator = replace(one_of_each.indicator, middle="county", classes={"palette": "PuOr"})
    figures = with_changes(
        indicator=indicator,
        values=np.arange(6.0),
        status=np.zeros(6, np.uint8),
        flags=np.zeros(6, np.uint16),
    )
    county = Cell(2.5, Status.SHOWN, Nature.REAL, Flag(0))
    cut = classify(figures, county=county)
    assert "beim Wert des Kreises" in legend(figures, cut)["notes"][0]
    kept = replace(cut, over_time=True)
    assert "beim letzten Wert des Kreises" in legend(figures, kept)["notes"][0]
