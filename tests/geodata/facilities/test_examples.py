"""The examples in the reading of facilities run as they stand there."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from geodata.facilities import columns, coordinates, entries


@pytest.mark.parametrize("module", [columns, coordinates, entries])
def test_the_examples_hold(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert (found.failed, found.attempted > 0) == (0, True)
