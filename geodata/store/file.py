"""The one file of a workspace as SQLite has it open, and what its errors mean to a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError

from geodata.refusals import Refusal
from geodata.store.refusals import NoSpace, NotAWorkspace, ReadOnly, StoreBusy

WAIT_SECONDS = 20

# What SQLite says, and what it means to a person.
_FAULTS: Mapping[str, type[Refusal]] = {
    "file is not a database": NotAWorkspace,
    "malformed": NotAWorkspace,
    "database is locked": StoreBusy,
    "disk is full": NoSpace,
    "readonly database": ReadOnly,
    "unable to open": ReadOnly,
}


def engine_of(path: Path) -> Engine:
    """An engine whose transactions are SQLite's own, begun when SQLAlchemy says so."""
    engine = create_engine(URL.create("sqlite", database=str(path)), pool_size=8, max_overflow=24)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:  # noqa: ANN401 - the driver's connection
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout = {WAIT_SECONDS * 1000}",
            "synchronous = FULL",
            "secure_delete = ON",
            "foreign_keys = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if not options.get("outside_transactions"):
            connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("immediate") else "BEGIN")

    return engine


def outside_transactions(engine: Engine) -> Connection:
    return engine.connect().execution_options(outside_transactions=True)


def to_write(engine: Engine) -> Connection:
    """A connection whose transactions keep other writers waiting from their first moment."""
    return engine.connect().execution_options(immediate=True)


def write_ahead(engine: Engine) -> None:
    """In this mode readers do not wait for a writer."""
    _set_journal_mode(engine, "WAL")


def rest(engine: Engine) -> None:
    """Leave the file complete in itself, where nobody else has it open; untouched where it is."""
    _set_journal_mode(engine, "DELETE")


def write_log_back(engine: Engine) -> None:
    with suppress(DatabaseError), outside_transactions(engine) as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")


@contextmanager
def faults_named(folder: Path) -> Iterator[None]:
    """What SQLite cannot do, in a sentence; its own errors are left as they are."""
    try:
        yield
    except DatabaseError as fault:
        said = str(fault.orig)
        for words, refusal in _FAULTS.items():
            if words in said:
                raise refusal(path=folder) from None
        raise


def _set_journal_mode(engine: Engine, mode: str) -> None:
    with outside_transactions(engine) as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 0")
        try:
            connection.exec_driver_sql(f"PRAGMA journal_mode = {mode}")
        except DatabaseError:
            # Somebody else has the file open, or it may only be read: it stays as it is.
            pass
        finally:
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {WAIT_SECONDS * 1000}")
