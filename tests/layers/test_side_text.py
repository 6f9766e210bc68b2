"""Sides in the address, and what stands there while nobody has chosen."""

from __future__ import annotations

import pytest

from indicators.comparison.place import Place
from layers.side_text import both_sides, place_of, place_text

LARGEST, SECOND, OTHER = (Place("gemeinde", area_id) for area_id in ("1", "2", "3"))
PROPOSED = [(LARGEST, SECOND)]


@pytest.mark.parametrize(
    ("place", "text"),
    [(LARGEST, "gemeinde:1"), (place_of("gemeinde", ["1", "2"]), "gemeinde:1;2")],
)
def test_a_place_is_named_with_its_system(place: Place, text: str) -> None:
    assert place_text(place) == text


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        (None, None, (LARGEST, SECOND)),
        (OTHER, None, (OTHER, SECOND)),
        (SECOND, None, (SECOND, LARGEST)),
        (None, LARGEST, (SECOND, LARGEST)),
        (OTHER, OTHER, (OTHER, OTHER)),
    ],
)
def test_beside_a_chosen_side_stands_another_one(
    a: Place | None, b: Place | None, found: tuple[Place, Place]
) -> None:
    assert both_sides(a, b, PROPOSED) == found


def test_without_proposals_nobody_is_set_beside_one() -> None:
    assert both_sides(OTHER, None, []) is None
