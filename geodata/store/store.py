"""One workspace's file, opened: who reads, who writes, and since when."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import OperationalError

from geodata.refusals import Refusal
from geodata.store import schema
from geodata.store.file import (
    engine_of,
    faults_named,
    outside_transactions,
    rest,
    to_write,
    write_ahead,
    write_log_back,
)
from geodata.store.geopackage import (
    create_core,
    register_attributes,
    register_places,
    register_points,
)
from geodata.store.journal import Kind
from geodata.store.migration import copies_before_migrations, copy_before_migration, migrate
from geodata.store.originals import discard_unknown
from geodata.store.reading import Reader, known_hashes, latest_number
from geodata.store.refusals import (
    NewerWorkspace,
    NotAWorkspace,
    NoWorkspace,
    ReadOnly,
    WorkspaceExists,
)
from geodata.store.writing import Writer

FILE_NAME = "atlas.gpkg"


class Store:
    """The GeoPackage of a workspace. All that happens inside it goes through SQLAlchemy.

    `before_commit` is asked before each change takes hold, and may refuse it: a program that knows
    more than the store (what must be hidden) gives it when it starts.
    """

    before_commit: ClassVar[Callable[[Writer], None] | None] = None

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self.originals = folder / "originals"
        self._engine = engine_of(self.path)
        self._watch: Connection | None = None
        self._own_say: Callable[[Writer], None] | None = None

    def ask_before_commit(self, say: Callable[[Writer], None]) -> None:
        """Ask this before each change of this one store, whatever the program gave for all."""
        self._own_say = say

    @classmethod
    def create(cls, folder: Path, *, title: str, county: str) -> Store:
        """Make an empty workspace; journal number 1 says when and for which county.

        Raises `WorkspaceExists` where there is one, `ReadOnly` where none can be made.
        """
        path = folder / FILE_NAME
        # A file without a byte is what a killed `init` leaves: nothing is lost by using it.
        if path.exists() and path.stat().st_size:
            raise WorkspaceExists(path=folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT, 0o600))
        except OSError:
            raise ReadOnly(path=folder) from None
        store = cls(folder)
        with (
            faults_named(store.folder),
            to_write(store._engine) as connection,
            connection.begin(),
        ):
            # Another process may have been faster.
            if connection.exec_driver_sql("SELECT COUNT(*) FROM sqlite_master").scalar_one():
                raise WorkspaceExists(path=folder)
            create_core(connection)
            schema.metadata.create_all(connection)
            register_attributes(connection, schema.TITLES.items())
            register_points(connection)
            register_places(connection)
            note = (
                "Diese Datei enthält kleine Fallzahlen. Nicht weitergeben; dafür gibt es Exporte."
            )
            connection.execute(insert(schema.confidential), [{"hinweis": note}])
            told = {"title": title, "county": county}
            writer = _entered(connection, "init", file="", sha256="")
            writer.set({**told, "version": str(schema.VERSION)})
            _report(connection, writer.number, told)
        write_ahead(store._engine)
        return store

    @classmethod
    def open(cls, folder: Path, *, only_to_read: bool = False) -> Store:
        """Open a workspace; an older one is migrated with a copy kept.

        Who comes `only_to_read` leaves not a byte of the file changed; beside somebody who writes,
        one of the two may have to wait for a moment. Raises `NoWorkspace`, `NotAWorkspace` or
        `NewerWorkspace`.
        """
        if not (folder / FILE_NAME).is_file():
            raise NoWorkspace(path=folder)
        store = cls(folder)
        try:
            store._bring_up_to_date()
            store._keep_private()
            if not only_to_read:
                write_ahead(store._engine)
        except BaseException:
            store._engine.dispose()
            raise
        return store

    @contextmanager
    def reading(self, number: int | None = None) -> Iterator[Reader]:
        """A reader at a journal number, or at the newest; it sees one state throughout."""
        with faults_named(self.folder), self._engine.begin() as connection:
            yield Reader(connection, latest_number(connection) if number is None else number)

    @contextmanager
    def writing(
        self, kind: Kind, *, file: str = "", sha256: str = "", keep: bool = True
    ) -> Iterator[Writer]:
        """One transaction under a new journal number; `keep=False` takes it back at the end.

        A second writer waits; after `WAIT_SECONDS` it is refused with `StoreBusy`.
        """
        with (
            faults_named(self.folder),
            to_write(self._engine) as connection,
            connection.begin() as transaction,
        ):
            # Nobody else writes now: what the journal does not know was left by a killed import.
            known = known_hashes(connection)
            discard_unknown(self.originals, known)
            writer = _entered(connection, kind, file=file, sha256=sha256)
            yield writer
            self._ask_before_commit(writer, known)
            writer.report = _with_notices(writer)
            _report(connection, writer.number, writer.report)
            if not keep:
                transaction.rollback()

    def _ask_before_commit(self, writer: Writer, known: set[str]) -> None:
        """Let the program have its say; where it refuses, the file that came goes too."""
        ask = self._own_say or type(self).before_commit
        if ask is None:
            return
        try:
            ask(writer)
        except Refusal:
            discard_unknown(self.originals, known)
            raise

    def change_count(self) -> int:
        """A number that differs after another connection or process has written."""
        if self._watch is None:
            self._watch = outside_transactions(self._engine)
        # Asked by every answer: past SQLAlchemy it takes a tenth of the time.
        cursor = self._watch.connection.cursor()
        cursor.execute("PRAGMA data_version")
        ((count,),) = cursor.fetchall()
        return int(count)

    def discard_unknown_originals(self) -> None:
        """Remove kept files that no import stands on any more, while nobody imports."""
        with (
            faults_named(self.folder),
            to_write(self._engine) as connection,
            connection.begin(),
        ):
            discard_unknown(self.originals, known_hashes(connection))

    def discard_copies(self) -> list[str]:
        """Remove what else holds figures or areas of the past: copies kept before migrations, and
        the files that the map was drawn from. Returns what could not be removed.
        """
        drawn = [path for path in (self.folder / "cache").rglob("*") if path.is_file()]
        left = []
        for path in [*copies_before_migrations(self.path), *drawn]:
            try:
                path.unlink(missing_ok=True)
            except OSError:
                left.append(path.name)
        return left

    def shrink(self) -> None:
        """Rewrite the file without what was deleted, and empty the log beside it."""
        with faults_named(self.folder), outside_transactions(self._engine) as connection:
            connection.exec_driver_sql("VACUUM")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the file; when nobody else has it open, it is complete in itself."""
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        self._engine.dispose()
        rest(self._engine)
        # Where an atlas runs on: should it be killed, nothing waits in the log beside the file.
        write_log_back(self._engine)
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _keep_private(self) -> None:
        """Small counts are for their owner only, also in a copy that was made without care."""
        with suppress(OSError):
            self.path.chmod(0o600)

    def _bring_up_to_date(self) -> None:
        with faults_named(self.folder), self._engine.connect() as connection:
            version = self._version(connection)
        if version > schema.VERSION:
            raise NewerWorkspace(path=self.folder, found=version, known=schema.VERSION)
        if version < schema.VERSION:
            with outside_transactions(self._engine) as connection:
                copy_before_migration(connection, self.path, version)
            with to_write(self._engine) as connection, connection.begin():
                # Another process may have been faster.
                migrate(connection, self._version(connection))

    def _version(self, connection: Connection) -> int:
        query = select(schema.setting.c.value).where(schema.setting.c.name == "version")
        try:
            found = connection.scalar(query)
        except OperationalError as fault:
            if "no such table" in str(fault.orig):
                raise NotAWorkspace(path=self.folder) from None
            raise
        if found is None or not found.isdigit():
            raise NotAWorkspace(path=self.folder)
        return int(found)


def _entered(connection: Connection, kind: Kind, *, file: str, sha256: str) -> Writer:
    """A writer under the next journal number, whose line stands already."""
    number = latest_number(connection) + 1
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    named = {"number": number, "kind": kind, "file": file, "sha256": sha256}
    row: dict[str, Any] = {**named, "at": now, "report": "{}", "reason": ""}
    connection.execute(insert(schema.journal), [row])
    return Writer(connection, number, kind)


def _with_notices(writer: Writer) -> Mapping[str, Any]:
    if not writer.notices:
        return writer.report
    return {**writer.report, "warnings": [*writer.report.get("warnings", ()), *writer.notices]}


def _report(connection: Connection, number: int, report: Mapping[str, Any]) -> None:
    text = json.dumps(report, ensure_ascii=False)
    line = update(schema.journal).where(schema.journal.c.number == number)
    connection.execute(line.values(report=text))
