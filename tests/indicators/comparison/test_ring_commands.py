"""`python -m indicators ring`: what leaves the house about a ring, and in which shape."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from geodata.commands import geodata
from geodata.ring import Member, Ring
from indicators.commands import indicators
from tests.villages import COUNTY

SCHEMAS = Path(__file__).resolve().parents[3] / "docs" / "schemas"
KEYS = (COUNTY, "03355", "03360", "12070", "13076")
Run = Callable[..., Result]


@pytest.fixture
def run(world: Any) -> Run:
    """A ring of five, four with a figure for children; run(program, …) asks the workspace."""
    members = tuple(Member(key, f"Kreis {key}") for key in KEYS)
    with world.store.writing("ring", file="ring.toml") as writer:
        writer.put_ring(Ring("nachbarn", "Nachbarn", "grenzen an", members))
        writer.report = {"ring": "nachbarn"}
    cells = dict(zip(KEYS, (30, 10, 20, 40, "."), strict=True))
    world.tell("kinder", cells, system="ring:nachbarn")

    def call(program: Any, *arguments: str) -> Result:
        return CliRunner().invoke(
            program, [*arguments, "--workspace", str(world.store.folder), "--json"]
        )

    return call


def answer(result: Result, schema: str) -> Any:
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    known = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(known)
    jsonschema.Draft202012Validator(known).validate(told)
    return told


def test_what_a_ring_has(run: Run) -> None:
    told = answer(run(indicators, "ring", "nachbarn"), "indicators-ring")
    assert [(i["id"], i["periods"]) for i in told["indicators"]] == [("kinder", ["2022"])]


def test_the_position_in_a_ring(run: Run) -> None:
    told = answer(run(indicators, "ring", "nachbarn", "kinder"), "indicators-ring")
    assert (told["own"]["value"], told["rank"], told["median"], told["n"]) == (30, 2, 25, 4)
    assert told["members"][-1] == {
        "key": "13076",
        "name": "Kreis 13076",
        "value": None,
        "status": "suppressed",
        "nature": "real",
        "flags": [],
    }


def test_an_unknown_ring_is_one_sentence(run: Run) -> None:
    result = run(indicators, "ring", "freunde")
    assert result.exit_code == 1
    assert "Vorhanden sind: nachbarn." in result.stderr


def test_a_stored_ring_answers_in_its_own_shape(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ring.toml"
    path.write_text(
        'id = "drei"\ntitle = "Drei"\ndefinition = "so"\nmembers = ["03354", "03355", "03360"]\n',
        encoding="utf-8",
    )
    told = answer(run(geodata, "ring", str(path)), "ring")
    assert told["members"][1] == {"key": "03355", "name": "Lüneburg"}
