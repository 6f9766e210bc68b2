"""The examples in the docstrings run and are true."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from layers.handout import cell_sizes, file_name, looks, names


@pytest.mark.parametrize("module", [cell_sizes, file_name, looks, names], ids=lambda m: m.__name__)
def test_the_examples_are_true(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert found.attempted > 0
    assert found.failed == 0
