"""Older stores brought to the form of this program, with a copy kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection

from geodata.store import schema

# From which version on, the statements that lead to the next one.
MIGRATIONS: Mapping[int, Sequence[str]] = {}


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
        for statement in MIGRATIONS[step]:
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        "UPDATE setting SET value = ? WHERE name = 'version'", (str(schema.VERSION),)
    )
