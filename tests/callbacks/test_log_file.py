"""The log tells what went wrong, of nobody who asked, and never grows large."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from callbacks import log_file


@pytest.fixture(autouse=True)
def loggers_as_before() -> Iterator[None]:
    root, queue = logging.getLogger(), logging.getLogger("waitress.queue")
    before, filters, level = list(root.handlers), list(queue.filters), root.level
    yield
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()
    queue.filters = filters
    root.setLevel(level)


def told(folder: Path) -> str:
    return (folder / log_file.FILE_NAME).read_text(encoding="utf-8")


def test_an_error_stands_in_the_log_with_its_cause(tmp_path: Path) -> None:
    log_file.keep_log(tmp_path)
    try:
        raise ValueError("Straße")
    except ValueError as error:
        logging.getLogger("sozialraumatlas").error("Unerwarteter Fehler", exc_info=error)
    assert "ERROR sozialraumatlas: Unerwarteter Fehler" in told(tmp_path)
    assert "ValueError: Straße" in told(tmp_path)


@pytest.mark.parametrize("address", ["192.168.3.17", "2001:db8::7", "::1"])
def test_nobody_who_asked_stands_in_it(tmp_path: Path, address: str) -> None:
    log_file.keep_log(tmp_path)
    logging.getLogger("waitress").warning("%s asked /karte?gebiet=03354001&name=Ich", address)
    assert "(Adresse) asked /karte?…" in told(tmp_path)
    assert address not in told(tmp_path)
    assert "03354001" not in told(tmp_path)


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("connected 192.168.3.17:53412", "192.168.3.17"),
        ("GET http://192.168.3.17:8050/x", "192.168.3.17"),
        ("Adresse:192.168.3.17", "192.168.3.17"),
        ("from 192.168.3.17.", "192.168.3.17"),
        ("::ffff:192.168.3.17", "192.168.3.17"),
        ("http://[2001:db8::7]:53412/x", "2001:db8::7"),
        ("2001:db8:0:0:0:0:0:7:53412", "2001:db8"),
        ("host:2001:db8::7", "2001:db8::7"),
        ("...2001:db8::7...", "2001:db8::7"),
    ],
)
def test_nor_does_an_address_among_other_signs(tmp_path: Path, said: str, address: str) -> None:
    log_file.keep_log(tmp_path)
    logging.getLogger("waitress").warning(said)
    assert "(Adresse)" in told(tmp_path)
    assert address not in told(tmp_path)


def test_the_hour_is_no_address(tmp_path: Path) -> None:
    log_file.keep_log(tmp_path)
    logging.getLogger("sozialraumatlas").warning("Abfahrt 07:45:00, Version 1.2")
    assert "Abfahrt 07:45:00, Version 1.2" in told(tmp_path)


def test_earlier_files_are_few_and_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_file, "LARGEST_BYTES", 2_000)
    log_file.keep_log(tmp_path)
    for number in range(500):
        logging.getLogger("sozialraumatlas").warning("Zeile %d", number)
    kept = sorted(tmp_path.iterdir())
    assert len(kept) == 1 + log_file.EARLIER_FILES
    assert all(file.stat().st_size <= 2_000 for file in kept)
    assert os.name == "nt" or {file.stat().st_mode & 0o777 for file in kept} == {0o600}


def test_where_nothing_can_be_written_the_program_goes_on(tmp_path: Path) -> None:
    before = list(logging.getLogger().handlers)
    log_file.keep_log(tmp_path / "fehlt")
    assert logging.getLogger().handlers == before


@pytest.mark.parametrize(("depth", "heard"), [(1, False), (99, False), (100, True)])
def test_only_a_long_queue_is_told_of(
    depth: int, heard: bool, caplog: pytest.LogCaptureFixture
) -> None:
    log_file.quiet_short_queues()
    logging.getLogger("waitress.queue").warning("Task queue depth is %d", depth)
    assert bool(caplog.records) == heard
