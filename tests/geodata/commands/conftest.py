"""The command line in process, and the schemas that its answers keep to."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from geodata.commands import geodata
from geodata.store import Store
from indicators.commands import indicators
from tests.villages import GEMEINDEN, geojson_of, squares, village_store

SCHEMAS = Path(__file__).resolve().parents[3] / "docs" / "schemas"

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with the three villages, at rest; its newest journal number is 5."""
    with village_store(tmp_path / "w") as store:
        return store.folder


@pytest.fixture
def run(folder: Path) -> Run:
    """`run("table", file)` is `python -m geodata table FILE --workspace …`."""

    def call(*arguments: object, workspace: Path | None = folder, program: Any = geodata) -> Result:
        words = [str(argument) for argument in arguments]
        if workspace is not None:
            words += ["--workspace", str(workspace)]
        return CliRunner().invoke(program, words, env={"SOZIALRAUMATLAS_WORKSPACE": None})

    return call


@pytest.fixture
def run_indicators(run: Run) -> Run:
    return lambda *arguments: run(*arguments, program=indicators)


@pytest.fixture
def keeps_to() -> Callable[[str, str], Any]:
    """Checks an answer against the schema of that name, and returns it."""

    def check(text: str, name: str) -> Any:
        answer = json.loads(text)
        schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(answer)
        return answer

    return check


@pytest.fixture
def numbers(folder: Path) -> Callable[[], tuple[object, ...]]:
    """What changes with every import: journal, rows and originals."""

    def count() -> tuple[object, ...]:
        import sqlite3
        from contextlib import closing

        with closing(sqlite3.connect(folder / "atlas.gpkg")) as connection:
            tables = ("journal", "area", "area_system", "observation", "record", "state")
            rows = [connection.execute(f"SELECT COUNT(*) FROM {t}").fetchone() for t in tables]
        return (*rows, sorted(path.name for path in folder.rglob("*")))

    return count


@pytest.fixture
def csv_file(tmp_path: Path) -> Callable[..., Path]:
    def write(text: str, name: str = "werte.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def areas_file(tmp_path: Path) -> Path:
    return geojson_of(GEMEINDEN, squares(), tmp_path / "gemeinden.geojson")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A workspace without areas."""
    with Store.create(tmp_path / "leer", title="Landkreis Leer", county="03354") as store:
        return store.folder
