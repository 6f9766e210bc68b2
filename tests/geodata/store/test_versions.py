"""Stores of other program versions."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from geodata.store import Store, migration, schema
from geodata.store.refusals import NewerWorkspace
from tests.villages import AHAUSEN, put_table, read, village_store


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose store has one table more than this one's."""
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    monkeypatch.setattr(migration, "MIGRATIONS", {schema.VERSION - 1: with_a_diary})


def with_a_diary(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE diary (id INTEGER PRIMARY KEY, said TEXT)")


def with_a_diary_and_a_fault(connection: Connection) -> None:
    with_a_diary(connection)
    connection.exec_driver_sql("CREATE TABLE setting (id)")


# What versions 2 to 4 have brought.
BROUGHT = (
    *("pattern", "release", "protection", "note", "inhabited_point"),
    *("facility", "network", "mobility", "story", "saved_view"),
)
VIEWS = ("bewohnte_punkte", "einrichtungen", "mobilitaet")


@pytest.fixture
def first_version(at_rest: Path) -> Path:
    """The villages with 12 children in Ahausen, as the first released program kept them."""
    with Store.open(at_rest.parent) as store:
        put_table(store, "kinder", "2022", {AHAUSEN: 12})
    with closing(sqlite3.connect(at_rest)) as connection:
        for view in VIEWS:
            connection.execute(f"DROP VIEW {view}")
        for name in (*BROUGHT, *VIEWS):
            connection.execute("DELETE FROM gpkg_geometry_columns WHERE table_name = ?", (name,))
            connection.execute("DELETE FROM gpkg_contents WHERE table_name = ?", (name,))
        for name in BROUGHT:
            connection.execute(f"DROP TABLE {name}")
        connection.execute("UPDATE setting SET value = '1' WHERE name = 'version'")
        connection.commit()
    return at_rest


def form_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Columns of every table (name, type, needed, key), and what indexes and views there are."""
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        form: dict[str, list[tuple[object, ...]]] = {
            name: [
                (column[1], column[2], column[3], column[5])
                for column in connection.execute(f"PRAGMA table_info({name})")
            ]
            for name in names
        }
        form[""] = sorted(
            connection.execute(
                "SELECT type, name FROM sqlite_master WHERE type IN ('index', 'view')"
            )
        )
        form["gpkg_contents"] += sorted(
            connection.execute("SELECT table_name, data_type FROM gpkg_contents")
        )
        return form


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
    assert (version_of(kept[0]), version_of(at_rest)) == ("4", "5")
    with closing(sqlite3.connect(at_rest)) as connection:
        assert connection.execute("SELECT * FROM diary").fetchall() == []


def test_a_store_of_version_1_becomes_like_a_new_one_and_a_copy_is_kept(
    first_version: Path, tmp_path: Path
) -> None:
    with Store.open(first_version.parent) as store:
        assert read(store, "kinder", "2022")[0] == 12
    with village_store(tmp_path / "neu") as new:
        pass
    assert form_of(first_version) == form_of(new.path)
    (kept,) = first_version.parent.glob("*.vor-version-4.von-1.gpkg")
    assert (version_of(kept), version_of(first_version)) == ("1", "4")


def test_the_copy_has_what_was_not_yet_written_back(
    three_villages: Store, next_version: None
) -> None:
    put_table(three_villages, "kinder", "2022", {AHAUSEN: 12})
    with Store.open(three_villages.folder):
        pass
    (kept,) = three_villages.folder.glob("*von-4.gpkg")
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT value FROM observation").fetchall() == [(12.0,)]


def test_a_migration_that_fails_leaves_the_store_as_it_was(
    at_rest: Path, next_version: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migration, "MIGRATIONS", {4: with_a_diary_and_a_fault})
    with pytest.raises(Exception, match="already exists"):
        Store.open(at_rest.parent)
    assert version_of(at_rest) == "4"
    with closing(sqlite3.connect(at_rest)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master").fetchall()
    assert ("diary",) not in names


def test_a_migrated_store_opens_again_without_another_copy(
    at_rest: Path, next_version: None
) -> None:
    for _ in range(2):
        with Store.open(at_rest.parent):
            pass
    assert len(list(at_rest.parent.glob("*.gpkg"))) == 2
