"""The program starts with one clear German line, or says in one why not."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from dash import Dash

import app
from geodata.refusals import Refusal
from geodata.store import Store
from tests.villages import village_store

ROOT = Path(__file__).resolve().parents[1]


class Refused(Refusal):
    sentence = "So geht es nicht."


def test_a_missing_workspace_is_said_in_one_sentence(tmp_path: Path) -> None:
    done = CliRunner().invoke(app.main, ["--workspace", str(tmp_path / "nirgends")])
    assert done.exit_code == 1
    assert "kein Arbeitsbereich" in done.stderr
    assert "Traceback" not in done.output


def test_the_workspace_may_stand_in_the_environment(tmp_path: Path) -> None:
    done = CliRunner().invoke(app.main, env={"SOZIALRAUMATLAS_WORKSPACE": str(tmp_path / "fehlt")})
    assert done.exit_code == 1
    assert "fehlt" in done.stderr


def test_an_empty_workspace_has_a_page(tmp_path: Path) -> None:
    village_store(tmp_path / "leer").close()
    page = app.create_app(tmp_path / "leer").server.test_client()
    assert page.get("/").status_code == 200
    assert page.get("/_dash-layout").status_code == 200


def test_no_callback_takes_the_place_of_another(tmp_path: Path) -> None:
    village_store(tmp_path / "leer").close()
    page = app.create_app(tmp_path / "leer").server.test_client()
    told = page.get("/_dash-dependencies").json
    assert told is not None
    names = [callback["output"] for callback in told]
    # Those without an output are named by their inputs alone: the second of two is not heard.
    assert len(set(names)) == len(names)


def test_a_host_given_by_hand_is_answered_by_its_name() -> None:
    assert "atlas.example" in app._names_of("atlas.example")
    assert app._names_of("127.0.0.1") == ()


@pytest.mark.parametrize(
    ("error", "said"),
    [(Refused(), "So geht es nicht."), (ValueError("x"), "Das hat nicht geklappt.")],
)
def test_the_error_door_says_a_sentence(
    monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    shown: list[object] = []
    monkeypatch.setattr(app, "set_props", lambda _, props: shown.append(props["children"]))
    app.say_what_went_wrong(error)
    assert said in str(shown[0])


def test_the_demonstration_is_copied_and_not_opened_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    village_store(tmp_path / "mitgeliefert").close()
    monkeypatch.setattr(app, "DEMONSTRATION", tmp_path / "mitgeliefert")
    monkeypatch.chdir(tmp_path)
    copy = app.copied_demonstration()
    assert copy == Path("workspace")
    assert isinstance(app.create_app(copy), Dash)


def test_a_title_cannot_leave_the_head_of_the_page(tmp_path: Path) -> None:
    Store.create(tmp_path / "w", title="</title><script>1</script>", county="03354").close()
    page = app.create_app(tmp_path / "w").server.test_client().get("/").text
    assert "&lt;/title&gt;&lt;script&gt;1" in page
    assert "<script>1" not in page


def test_a_request_of_more_than_a_megabyte_is_refused(tmp_path: Path) -> None:
    village_store(tmp_path / "w").close()
    client = app.create_app(tmp_path / "w").server.test_client()
    body = b"x" * 1_000_001
    answer = client.post("/_dash-update-component", data=body, content_type="application/json")
    assert answer.status_code == 413


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


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
    arguments = ["--workspace", str(tmp_path / "w")]
    given = {"SOZIALRAUMATLAS_EDITOR": "kurz12"} if how == "environment" else {}
    option = ["--editor", "kurz12"] if how == "option" else []
    done = CliRunner().invoke(app.main, arguments + option, env=given)
    assert done.exit_code == 1
    assert "mindestens 8 Zeichen" in done.stderr
    assert "kurz12" not in done.output
