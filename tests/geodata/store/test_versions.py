"""Stores of other program versions."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from geodata.store import Store, migration, schema
from geodata.store.refusals import NewerWorkspace
from tests.villages import AHAUSEN, put_table, read


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose store has one table more than this one's."""
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    steps = {schema.VERSION - 1: ["CREATE TABLE note (id INTEGER PRIMARY KEY, said TEXT)"]}
    monkeypatch.setattr(migration, "MIGRATIONS", steps)


def version_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute(
            "SELECT value FROM setting WHERE name = 'version'"
        ).fetchone()
        return str(version)


def test_a_newer_store_is_refused_and_not_touched(at_rest: Path) -> None:
    with closing(sqlite3.connect(at_rest)) as connection:
        connection.execute("UPDATE setting SET value = '99' WHERE name = 'version'")
        connection.commit()
    before = at_rest.read_bytes()
    with pytest.raises(NewerWorkspace, match=r"Speicher 99.*Programm aktualisieren"):
        Store.open(at_rest.parent)
    assert at_rest.read_bytes() == before


def test_an_older_store_is_migrated_and_a_copy_is_kept(at_rest: Path, next_version: None) -> None:
    with Store.open(at_rest.parent) as store:
        put_table(store, "kinder", "2022", {AHAUSEN: 12})
        assert read(store, "kinder", "2022")[0] == 12
    kept = [path for path in at_rest.parent.iterdir() if path != at_rest]
    assert len(kept) == 1
    assert (version_of(kept[0]), version_of(at_rest)) == ("1", "2")
    with closing(sqlite3.connect(at_rest)) as connection:
        assert connection.execute("SELECT * FROM note").fetchall() == []


def test_the_copy_has_what_was_not_yet_written_back(
    three_villages: Store, next_version: None
) -> None:
    put_table(three_villages, "kinder", "2022", {AHAUSEN: 12})
    with Store.open(three_villages.folder):
        pass
    (kept,) = three_villages.folder.glob("*von-1.gpkg")
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT value FROM observation").fetchall() == [(12.0,)]


def test_a_migration_that_fails_leaves_the_store_as_it_was(
    at_rest: Path, next_version: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = {1: ["CREATE TABLE note (id INTEGER PRIMARY KEY)", "CREATE TABLE setting (id)"]}
    monkeypatch.setattr(migration, "MIGRATIONS", steps)
    with pytest.raises(Exception, match="already exists"):
        Store.open(at_rest.parent)
    assert version_of(at_rest) == "1"
    with closing(sqlite3.connect(at_rest)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master").fetchall()
    assert ("note",) not in names


def test_a_migrated_store_opens_again_without_another_copy(
    at_rest: Path, next_version: None
) -> None:
    for _ in range(2):
        with Store.open(at_rest.parent):
            pass
    assert len(list(at_rest.parent.glob("*.gpkg"))) == 2
