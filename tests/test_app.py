"""The program starts with one clear German line, or says in one why not."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import app
from geodata.workspace_holder import WorkspaceHolder
from tests.villages import village_store

ROOT = Path(__file__).resolve().parents[1]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def started(*words: str, **environment: str) -> Result:
    """The program, called in this process on a port that nobody has; only for what is refused."""
    return CliRunner().invoke(app.main, ["--port", str(free_port()), *words], env=environment)


def test_a_missing_workspace_is_said_in_one_sentence(tmp_path: Path) -> None:
    done = started("--workspace", str(tmp_path / "nirgends"))
    assert done.exit_code == 1
    assert "kein Arbeitsbereich" in done.stderr
    assert "Traceback" not in done.output


def test_the_program_ends_where_a_workspace_cannot_be_opened_for_any_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: WorkspaceHolder) -> None:
        raise OSError("Gerätefehler")

    monkeypatch.setattr(WorkspaceHolder, "current", broken)
    done = started("--workspace", str(tmp_path))
    assert isinstance(done.exception, OSError)


def test_the_workspace_may_stand_in_the_environment(tmp_path: Path) -> None:
    done = started(SOZIALRAUMATLAS_WORKSPACE=str(tmp_path / "fehlt"))
    assert done.exit_code == 1
    assert "fehlt" in done.stderr


def test_a_host_given_by_hand_is_answered_by_its_name() -> None:
    assert "atlas.example" in app._names_of("atlas.example")
    assert app._names_of("127.0.0.1") == ()


def test_the_demonstration_is_copied_and_not_opened_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    village_store(tmp_path / "mitgeliefert").close()
    monkeypatch.setattr(app, "DEMONSTRATION", tmp_path / "mitgeliefert")
    monkeypatch.chdir(tmp_path)
    copy = app.copied_demonstration()
    assert copy == Path("workspace")
    assert (tmp_path / "workspace" / "atlas.gpkg").is_file()


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process without asking it.")
def test_a_stopped_atlas_leaves_the_one_file_complete(tmp_path: Path) -> None:
    village_store(tmp_path / "w").close()
    port = free_port()
    command = [sys.executable, "app.py", "--workspace", str(tmp_path / "w"), "--port", str(port)]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        running.terminate()
        assert running.wait(timeout=30) == 0
    finally:
        running.kill()
    # Bytes 18 and 19 of an SQLite file: 1 is the rollback journal, 2 the write-ahead log.
    assert (tmp_path / "w" / "atlas.gpkg").read_bytes()[18:20] == b"\x01\x01"
    assert not list((tmp_path / "w").glob("atlas.gpkg-*"))


@pytest.mark.parametrize("how", ["option", "environment"])
def test_a_short_passphrase_is_refused_and_not_repeated(tmp_path: Path, how: str) -> None:
    village_store(tmp_path / "w").close()
    given = {"SOZIALRAUMATLAS_EDITOR": "kurz12"} if how == "environment" else {}
    option = ["--editor", "kurz12"] if how == "option" else []
    done = started("--workspace", str(tmp_path / "w"), *option, **given)
    assert done.exit_code == 1
    assert "mindestens 8 Zeichen" in done.stderr
    assert "kurz12" not in done.output
