"""What the page is told of a map: letters and legend first, figures after."""

from __future__ import annotations

import json
from collections.abc import Callable

from geodata.catalogue import Source
from indicators.classification import classify
from indicators.published import Published
from layers.choropleth import Ground, answer, class_letters, refusal, source_line, values

GROUND = Ground(search="?a", number=7, geometry="/geometrie/gemeinde-1.json", context="")


def test_every_status_has_a_letter_of_its_own(one_of_each: Published) -> None:
    equal = classify(one_of_each, method="equal", class_count=3)
    assert class_letters(one_of_each, equal) == "01czsm"


def test_an_unreliable_area_without_value_has_no_class(
    one_of_each: Published, with_changes: Callable[..., Published]
) -> None:
    without = one_of_each.values.copy()
    without[2] = float("nan")
    figures = with_changes(values=without)
    assert class_letters(figures, classify(figures))[2] == "u"


def test_the_answer_is_json_and_says_what_it_stands_on(one_of_each: Published) -> None:
    told = json.loads(json.dumps(answer(one_of_each, classify(one_of_each), GROUND)))
    assert (told["search"], told["number"], told["geometry"]) == ("?a", 7, GROUND.geometry)


def test_a_gap_is_null_and_never_zero(one_of_each: Published) -> None:
    told = values(one_of_each, search="?a", number=7)
    assert told["values"] == [1.0, 2.0, 3.0, 0.0, None, None]


def test_status_travels_as_one_digit_an_area(one_of_each: Published) -> None:
    assert values(one_of_each, search="", number=1)["status"] == "004132"


def test_only_areas_with_flags_are_named(one_of_each: Published) -> None:
    told = values(one_of_each, search="", number=1)
    assert told["flags"] == {"1": ["preliminary"], "5": ["later"]}


def test_the_source_line_names_source_state_and_owners(one_of_each: Published) -> None:
    line = source_line(one_of_each, map_source="© BKG")
    assert line == "Quelle: Kreisamt · Stand 31.12.2022 · Daten: © Kreisamt · Karte: © BKG"


def test_a_source_named_twice_is_written_once(with_changes: Callable[..., Published]) -> None:
    twice = (Source("a", "Kreisamt"), Source("b", "Kreisamt"))
    line = source_line(with_changes(sources=twice), map_source="")
    assert line == "Quelle: Kreisamt · Stand 31.12.2022"


def test_a_refusal_keeps_the_areas_and_says_why() -> None:
    told = refusal("Das gibt es nicht.", GROUND)
    assert (told["geometry"], told["classes"]) == (GROUND.geometry, "")
    assert told["legend"] == {"sentence": "Das gibt es nicht."}
