"""How tests of the store begin processes and look into the file."""

from __future__ import annotations

import multiprocessing
import sqlite3
from collections.abc import Callable
from contextlib import closing
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest

from tests.villages import village_store


@pytest.fixture
def processes() -> BaseContext:
    """Real processes; forked where the system can, since a fresh start costs a second."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods else "spawn")


@pytest.fixture
def asked() -> Callable[[Path, str], list[tuple[object, ...]]]:
    """Asks a file at rest with Python's own SQLite."""

    def ask(path: Path, statement: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute(statement).fetchall()

    return ask


@pytest.fixture
def at_rest(tmp_path: Path) -> Path:
    """The file of the three villages with nobody at it."""
    with village_store(tmp_path / "in_ruhe") as store:
        return store.path
