"""The examples in the docstrings run and are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import indicators

MODULES = [
    module.name
    for module in pkgutil.walk_packages(indicators.__path__, "indicators.")
    if not module.name.endswith("__main__")
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples() -> None:
    found = doctest.DocTestFinder().find(importlib.import_module("indicators.classification"))
    assert any(test.examples for test in found)
