"""What several figures share is said once."""

from __future__ import annotations

import doctest

from layers import source_text


def test_the_examples_hold() -> None:
    assert doctest.testmod(source_text).failed == 0
    assert source_text.joined(["", "LSN", "LSN"]) == "LSN"
