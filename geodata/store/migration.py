"""Older stores brought to the form of this program, with a copy kept."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection

from geodata.store.schema import VERSION

# From which version on, the statements that lead to the next one.
MIGRATIONS: Mapping[int, Sequence[str]] = {}


def copy_before_migration(path: Path, version: int) -> Path:
    """Keep the store as it was, beside it."""
    kept = path.with_name(f"{path.stem}.vor-version-{VERSION}.von-{version}{path.suffix}")
    shutil.copyfile(path, kept)
    kept.chmod(0o600)
    return kept


def migrate(connection: Connection, version: int) -> None:
    """Run all steps from `version` to this program's, inside the caller's transaction."""
    for step in range(version, VERSION):
        for statement in MIGRATIONS[step]:
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        "UPDATE setting SET value = ? WHERE name = 'version'", (str(VERSION),)
    )
