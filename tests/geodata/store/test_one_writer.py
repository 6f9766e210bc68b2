"""One writer, many readers, and a store that survives every kill."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest
from sqlalchemy import Engine

from geodata.imports.table import import_table
from geodata.store import Store
from geodata.store import file as opened_file
from geodata.store import store as opened_store
from geodata.store.refusals import StoreBusy, WorkspaceExists
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from tests.villages import AHAUSEN, BEDORF, CETAL, GEMEINDEN, put_table, read, village_store

Ask = Callable[[Path, str], list[tuple[object, ...]]]


def table_of(path: Path, value: int, *, years: int = 1) -> Path:
    """A CSV with the same number everywhere, so that a half import would show."""
    head = ";".join(["AGS", *(f"Betten {2000 + n}" for n in range(years))])
    rows = [";".join([ags, *[str(value)] * years]) for ags in GEMEINDEN]
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return path


def import_in_process(folder: Path, table: Path, ready: object = None) -> None:
    with Store.open(folder) as store:
        if ready is not None:
            ready.set()  # type: ignore[attr-defined]
        import_table(store, table)


def is_whole(path: Path, asked: Ask) -> bool:
    return asked(path, "PRAGMA integrity_check") == [("ok",)]


def test_of_two_that_make_a_workspace_at_once_one_is_told_that_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both_looked, prepare = threading.Barrier(2), opened_store.engine_of

    def prepare_and_wait(path: Path) -> Engine:
        both_looked.wait(timeout=30)
        return prepare(path)

    def make(title: str) -> str:
        try:
            Store.create(tmp_path / "w", title=title, county="03354").close()
        except WorkspaceExists:
            return "refused"
        return title

    monkeypatch.setattr(opened_store, "engine_of", prepare_and_wait)
    with ThreadPoolExecutor(2) as pool:
        told = set(pool.map(make, ["Einer", "Anderer"]))
    monkeypatch.undo()
    assert "refused" in told
    with Store.open(tmp_path / "w") as store:
        assert {Workspace(store).title, "refused"} == told


def test_twenty_imports_while_another_thread_reads(three_villages: Store, asked: Ask) -> None:
    put_table(three_villages, "betten", "2022", dict.fromkeys(GEMEINDEN, 0.0))
    stop, seen, wrong = threading.Event(), set(), []

    def look() -> None:
        while not stop.is_set():
            found = read(three_villages, "betten", "2022")
            seen.add(found[0])
            if len(set(found)) != 1:
                wrong.append(found)

    reader = threading.Thread(target=look)
    reader.start()
    for n in range(1, 21):
        put_table(three_villages, "betten", "2022", dict.fromkeys(GEMEINDEN, float(n)))
    stop.set()
    reader.join()
    three_villages.close()
    assert wrong == []
    assert len(seen) > 1
    assert is_whole(three_villages.path, asked)
    if shutil.which("ogrinfo"):
        command = ["ogrinfo", "-ro", "-so", three_villages.path, "observation"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert f"Feature Count: {21 * 4}" in done.stdout
    assert [path.name for path in three_villages.folder.iterdir()] == ["atlas.gpkg"]


def killed_at(processes: BaseContext, folder: Path, table: Path, seconds: float) -> int | None:
    """Import in a process of its own and kill it; its exit code says who was faster."""
    ready = processes.Event()
    process = processes.Process(target=import_in_process, args=(folder, table, ready))  # type: ignore[attr-defined]
    process.start()
    assert ready.wait(20)
    time.sleep(seconds)
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    code: int | None = process.exitcode
    return code


def survives_kills(processes: BaseContext, tmp_path: Path, asked: Ask, times: int) -> None:
    chance = random.Random(20221231)
    with village_store(tmp_path / "w") as store:
        folder, path = store.folder, store.path
    started = time.perf_counter()
    import_in_process(folder, table_of(tmp_path / "betten.csv", 1, years=20))
    whole = time.perf_counter() - started
    before, codes = 1.0, set()
    for n in range(2, times + 2):
        table = table_of(tmp_path / "betten.csv", n, years=20)
        # The last two see both ends of the import for sure.
        seconds = {times: 0.0, times + 1: 3 * whole}.get(n, chance.uniform(0, 1.2 * whole))
        codes.add(killed_at(processes, folder, table, seconds))
        with Store.open(folder) as store:
            found = {
                value for year in range(20) for value in read(store, "betten", str(2000 + year))
            }
            kept = {path.stem for path in store.originals.glob("*.csv")}
            told = {entry.sha256 for entry in Workspace(store).journal() if entry.sha256}
        assert found in ({before}, {float(n)})
        assert told <= kept
        before = found.pop()
        assert is_whole(path, asked)
    assert -signal.SIGKILL in codes
    import_in_process(folder, table_of(tmp_path / "betten.csv", 999, years=20))
    with Store.open(folder) as store:
        assert read(store, "betten", "2019") == [999.0] * 4
    assert sorted(p.name for p in folder.iterdir()) == ["atlas.gpkg", "originals"]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kill -9 gibt es hier nicht.")
def test_killed_at_any_moment_an_import_is_whole_or_not_at_all(
    processes: BaseContext, tmp_path: Path, asked: Ask
) -> None:
    survives_kills(processes, tmp_path, asked, times=8)


@pytest.mark.long
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kill -9 gibt es hier nicht.")
def test_killed_two_hundred_times_an_import_is_whole_or_not_at_all(
    processes: BaseContext, tmp_path: Path, asked: Ask
) -> None:
    survives_kills(processes, tmp_path, asked, times=200)


def test_a_second_importer_is_refused_when_it_has_waited(
    three_villages: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened_file, "WAIT_SECONDS", 0.05)
    with Store.open(three_villages.folder) as second:
        with three_villages.writing("table"), pytest.raises(StoreBusy, match="anderer Import"):
            put_table(second, "betten", "2022", {AHAUSEN: 1})
        put_table(second, "betten", "2022", {AHAUSEN: 1})
        assert read(second, "betten", "2022")[0] == 1


def test_a_second_importer_waits_for_the_first(three_villages: Store) -> None:
    with Store.open(three_villages.folder) as second:
        with three_villages.writing("table", file="erste.csv"):
            waiting = threading.Thread(
                target=put_table, args=(second, "betten", "2022", {AHAUSEN: 5})
            )
            waiting.start()
            waiting.join(0.1)
            assert waiting.is_alive()
        waiting.join(10)
        files = [entry.file for entry in Workspace(second).journal()][-2:]
    assert files == ["erste.csv", "tabelle.csv"]


def test_two_processes_import_one_after_the_other(
    processes: BaseContext, tmp_path: Path, asked: Ask
) -> None:
    with village_store(tmp_path / "w") as store:
        folder, path = store.folder, store.path
    tables = [table_of(tmp_path / f"{n}.csv", n) for n in (1, 2, 3)]
    running = [processes.Process(target=import_in_process, args=(folder, t)) for t in tables]  # type: ignore[attr-defined]
    for process in running:
        process.start()
    for process in running:
        process.join(60)
    assert [process.exitcode for process in running] == [0, 0, 0]
    assert asked(path, "SELECT COUNT(*) FROM journal WHERE kind = 'table'") == [(3,)]
    assert is_whole(path, asked)


def test_the_running_atlas_notices_what_another_process_wrote(
    processes: BaseContext, tmp_path: Path
) -> None:
    with village_store(tmp_path / "w") as store:
        put_table(store, "betten", "2000", dict.fromkeys(GEMEINDEN, 1.0))
        folder = store.folder
    table = table_of(tmp_path / "betten.csv", 7)
    process = processes.Process(target=import_in_process, args=(folder, table))  # type: ignore[attr-defined]
    process.start()
    process.join(60)
    holder = WorkspaceHolder(folder)
    in_flight = holder.current()
    assert holder.current() is in_flight
    with Store.open(folder) as other:
        put_table(other, "betten", "2000", {BEDORF: 70.0, CETAL: "."})
    newest = holder.current()
    assert newest.number == in_flight.number + 1
    assert in_flight.slice("betten", "gemeinde", "2000").values.tolist() == [7, 7, 7, 7]
    assert newest.slice("betten", "gemeinde", "2000").values.tolist()[:2] == [7, 70]
    holder.close()


def test_a_dry_run_leaves_the_file_as_it_was(three_villages: Store, tmp_path: Path) -> None:
    def rows() -> str:
        with three_villages.reading() as reader:
            return str([reader.journal(), reader.states(), reader.indicators()])

    before = rows()
    import_table(three_villages, table_of(tmp_path / "betten.csv", 3), dry_run=True)
    assert rows() == before
    assert not three_villages.originals.exists()
