"""Older stores brought to the form of this program, with a copy kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from sqlalchemy import Connection

from geodata.store import schema
from geodata.store.geopackage import register_attributes, register_places, register_points


def _to_version_2(connection: Connection) -> None:
    """Protected figures, notes of departments and inhabited points."""
    for statement in _VERSION_2:
        connection.exec_driver_sql(statement)
    register_attributes(connection, _VERSION_2_TITLES.items())
    register_points(connection)


def _to_version_3(connection: Connection) -> None:
    """Facilities, streets and timetables, and what moves beside these."""
    for statement in _VERSION_3:
        connection.exec_driver_sql(statement)
    register_attributes(connection, _VERSION_3_TITLES.items())
    register_places(connection)


def _to_version_4(connection: Connection) -> None:
    """Stories and saved views."""
    for statement in _VERSION_4:
        connection.exec_driver_sql(statement)
    register_attributes(connection, _VERSION_4_TITLES.items())


# As version 2 made them: what a later version adds to these tables is that version's own step.
_VALIDITY = (
    "import_id INTEGER NOT NULL REFERENCES journal (number), from_import INTEGER NOT NULL, "
    "withdrawn_by INTEGER"
)
_CELL = (
    "id INTEGER NOT NULL PRIMARY KEY, variable TEXT NOT NULL, system TEXT NOT NULL, "
    "period TEXT NOT NULL, area_id TEXT NOT NULL"
)
_VERSION_2 = (
    f"CREATE TABLE pattern ({_CELL}, stage TEXT NOT NULL, lower FLOAT, upper FLOAT, "
    f"width INTEGER NOT NULL, minimum INTEGER NOT NULL, component TEXT NOT NULL, {_VALIDITY})",
    "CREATE INDEX pattern_by_state ON pattern (variable, system, period)",
    "CREATE TABLE release (id INTEGER NOT NULL PRIMARY KEY, variable TEXT NOT NULL, "
    f"system TEXT NOT NULL, period TEXT NOT NULL, seen TEXT NOT NULL, {_VALIDITY})",
    "CREATE TABLE protection (number INTEGER NOT NULL PRIMARY KEY)",
    "CREATE TABLE note (id INTEGER NOT NULL PRIMARY KEY, indicator TEXT NOT NULL, "
    "system TEXT NOT NULL, area_id TEXT NOT NULL, period TEXT NOT NULL, department TEXT NOT NULL, "
    f"text TEXT NOT NULL, stage TEXT NOT NULL, written TEXT NOT NULL, {_VALIDITY})",
    "CREATE INDEX note_by_indicator ON note (indicator, system, period)",
    "CREATE TABLE inhabited_point (id INTEGER NOT NULL PRIMARY KEY, point_set TEXT NOT NULL, "
    f"name TEXT NOT NULL, population FLOAT, geom BLOB NOT NULL, {_VALIDITY})",
    "CREATE INDEX inhabited_point_by_set ON inhabited_point (point_set)",
)
_VERSION_2_TITLES = {
    "pattern": "Geheimhaltung: verborgene Werte",
    "release": "Geheimhaltung: veröffentlichte Werte geschützter Größen",
    "protection": "Geheimhaltung: Einträge, für die sie gerechnet ist",
    "note": "Lesarten der Fachdienste",
    "inhabited_point": "Bewohnte Punkte mit früheren Ständen",
}

_VERSION_3 = (
    "CREATE TABLE facility (id INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, "
    "facility_id TEXT NOT NULL, name TEXT NOT NULL, provider TEXT NOT NULL, address TEXT NOT NULL, "
    "attributes TEXT NOT NULL, inside INTEGER NOT NULL, row INTEGER NOT NULL, geom BLOB, "
    f"{_VALIDITY})",
    "CREATE INDEX facility_by_kind ON facility (kind)",
    "CREATE TABLE network (id INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, "
    "title TEXT NOT NULL, attribution TEXT NOT NULL, nature TEXT NOT NULL, "
    f"content BLOB NOT NULL, {_VALIDITY})",
    "CREATE TABLE mobility (id INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, "
    f"name TEXT NOT NULL, attributes TEXT NOT NULL, geom BLOB NOT NULL, {_VALIDITY})",
    "CREATE INDEX mobility_by_kind ON mobility (kind)",
)
_VERSION_3_TITLES = {
    "facility": "Einrichtungen mit früheren Ständen",
    "network": "Straßennetz und Fahrplan",
    "mobility": "Rufbusse, Mitfahrbänke und mobile Angebote mit früheren Ständen",
}

_VERSION_4 = (
    "CREATE TABLE story (id INTEGER NOT NULL PRIMARY KEY, story_id TEXT NOT NULL, "
    "title TEXT NOT NULL, number INTEGER NOT NULL, chapters TEXT NOT NULL, "
    f"removed INTEGER NOT NULL, {_VALIDITY})",
    "CREATE TABLE saved_view (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, "
    f"address TEXT NOT NULL, saved TEXT NOT NULL, removed INTEGER NOT NULL, {_VALIDITY})",
)
_VERSION_4_TITLES = {
    "story": "Geschichten für die Präsentation",
    "saved_view": "Gemerkte Ansichten",
}

# From which version on, the step that leads to the next one.
MIGRATIONS: Mapping[int, Callable[[Connection], None]] = {
    1: _to_version_2,
    2: _to_version_3,
    3: _to_version_4,
}


def copy_before_migration(connection: Connection, path: Path, version: int) -> Path:
    """Keep the store as it was, beside it, with what is not yet written back into its file."""
    kept = path.with_name(f"{path.stem}.vor-version-{schema.VERSION}.von-{version}{path.suffix}")
    kept.unlink(missing_ok=True)
    kept.touch(mode=0o600)
    connection.exec_driver_sql("VACUUM INTO ?", (str(kept),))
    return kept


def copies_before_migrations(path: Path) -> list[Path]:
    """All copies that earlier migrations have left beside a store."""
    return sorted(path.parent.glob(f"{path.stem}.vor-version-*{path.suffix}"))


def migrate(connection: Connection, version: int) -> None:
    """Run all steps from `version` to this program's, inside the caller's transaction."""
    for step in range(version, schema.VERSION):
        MIGRATIONS[step](connection)
    connection.exec_driver_sql(
        "UPDATE setting SET value = ? WHERE name = 'version'", (str(schema.VERSION),)
    )
