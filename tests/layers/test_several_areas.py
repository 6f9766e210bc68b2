"""What several areas are called."""

from __future__ import annotations

import pytest

from layers.several_areas import LONGEST_NAME, areas_name


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("", "3 Gebiete zusammen"),
        ("   ", "3 Gebiete zusammen"),
        (" Unser \n Norden ", "Unser Norden"),
        ("<b>", "<b>"),
        ("x" * 100, "x" * LONGEST_NAME),
    ],
)
def test_a_name_is_short_plain_and_never_empty(given: str, read: str) -> None:
    assert areas_name(given, 3) == read
