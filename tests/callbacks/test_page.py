"""A workspace has one page, whatever is in it, and what goes wrong there is said."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from callbacks import page
from geodata.refusals import Refusal
from geodata.store import Store
from geodata.workspace_holder import WorkspaceHolder
from tests.villages import AHAUSEN, BEDORF, put_table, village_store

OPEN_A_PAGE = """
import sys
from pathlib import Path
from callbacks.page import create_app
from geodata.workspace_holder import WorkspaceHolder
with WorkspaceHolder(Path(sys.argv[1])) as holder:
    browser = create_app(holder).server.test_client()
    assert browser.get("/").status_code == 200
    assert not {"sqlalchemy", "geodata.store", "geodata.workspace"} & set(sys.modules)
    answers = [browser.get(address) for address in ("/_dash-layout", "/_dash-dependencies")]
    assert all(answer.status_code == 200 for answer in answers)
print(*sys.modules)
"""


DRAW_THE_FIRST_MAP = """
import sys
from pathlib import Path
from callbacks.draw_map import map_answer
from geodata.workspace_holder import WorkspaceHolder
with WorkspaceHolder(Path(sys.argv[1])) as holder:
    assert map_answer("", holder)["classes"]
print(*sys.modules)
"""


class Refused(Refusal):
    sentence = "So geht es nicht."


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[FlaskClient]:
    """The page of a workspace in which nothing is."""
    village_store(tmp_path / "leer").close()
    with WorkspaceHolder(tmp_path / "leer") as holder:
        yield page.create_app(holder).server.test_client()


def test_an_empty_workspace_has_a_page(browser: FlaskClient) -> None:
    assert browser.get("/").status_code == 200
    assert browser.get("/_dash-layout").status_code == 200


def test_no_two_components_share_an_id(browser: FlaskClient) -> None:
    ids = re.findall(r'"id":\s*"([^"]+)"', browser.get("/_dash-layout").text)
    assert "shell" in ids
    assert len(set(ids)) == len(ids)


def test_no_callback_takes_the_place_of_another(browser: FlaskClient) -> None:
    told = browser.get("/_dash-dependencies").json
    assert told is not None
    names = [callback["output"] for callback in told]
    # Those without an output are named by their inputs alone: the second of two is not heard.
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("error", "said"),
    [(Refused(), "So geht es nicht."), (ValueError("x"), "Das hat nicht geklappt.")],
)
def test_the_error_door_says_a_sentence(
    monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    shown: list[object] = []
    monkeypatch.setattr(page, "set_props", lambda _, props: shown.append(props["children"]))
    page.say_what_went_wrong(error)
    assert said in str(shown[0])


def test_the_page_is_sent_out_before_its_workspace_is_open(tmp_path: Path) -> None:
    with WorkspaceHolder(tmp_path / "kommt noch") as holder:
        reader = page.create_app(holder).server.test_client()
        assert reader.get("/").status_code == 200
        Store.create(tmp_path / "kommt noch", title="Wo <b>", county="03354").close()
        assert "Wo <b>" in str(reader.get("/_dash-layout").json)


def test_a_request_of_more_than_a_megabyte_is_refused(browser: FlaskClient) -> None:
    body = b"x" * 1_000_001
    answer = browser.post("/_dash-update-component", data=body, content_type="application/json")
    assert answer.status_code == 413


def modules_after(program: str, workspace: Path) -> set[str]:
    """What a process of its own has imported at the end of a program."""
    told = subprocess.run(
        [sys.executable, "-c", program, str(workspace)],
        cwd=Path(page.__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(told.stdout.split())


def test_the_page_opens_without_what_reckons(tmp_path: Path) -> None:
    """A browser waits for all that is imported here; the rest comes while it draws the page."""
    village_store(tmp_path / "w").close()
    loaded = modules_after(OPEN_A_PAGE, tmp_path / "w")
    assert "callbacks.gestures" in loaded
    assert not loaded & {"indicators", "numpy", "pandas", "scipy", "shapely"}


def test_the_first_map_needs_neither_geometries_nor_streets(tmp_path: Path) -> None:
    store = village_store(tmp_path / "w", systems=["gemeinde"])
    put_table(store, "kinder", "2022", {AHAUSEN: 4, BEDORF: 8})
    store.close()
    loaded = modules_after(DRAW_THE_FIRST_MAP, tmp_path / "w")
    assert "indicators.published" in loaded
    assert not loaded & {"geodata.streets", "geodata.timetables", "pandas", "scipy", "shapely"}


@pytest.mark.parametrize("ending", ["css", "js"])
def test_what_the_page_needs_comes_as_one_file_that_browsers_keep(
    browser: FlaskClient, ending: str
) -> None:
    (address,) = re.findall(rf'"(/seite-\w+\.{ending})"', browser.get("/").text)
    got = browser.get(address)
    assert got.status_code == 200
    assert "immutable" in got.headers["Cache-Control"]
    for file in (Path(page.__file__).parents[1] / "assets").glob(f"*.{ending}"):
        assert file.read_text(encoding="utf-8") in got.text
