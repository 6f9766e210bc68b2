"""How far it is, on the command line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from indicators.commands import indicators
from tests.village_roads import kita, put_kitas, put_streets
from tests.villages import put_points, village_store

SCHEMA = Path(__file__).resolve().parents[3] / "docs" / "schemas" / "indicators-reach.schema.json"
HOUSES = (("Ahausen", 500, 1500, 100), ("Bedorf", 1500, 1500, 300), ("Cetal", 500, 500, 50))
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    with village_store(tmp_path / "w") as store:
        put_points(store, HOUSES)
        put_streets(store)
        put_kitas(store, kita("Kita Ahausen", "Ahausen"), kita("Kita Bedorf", "Bedorf"))

    def call(*words: object) -> Result:
        arguments = [*map(str, words), "--workspace", str(tmp_path / "w")]
        return CliRunner().invoke(indicators, arguments)

    return call


def test_figures_of_a_question_as_csv_and_json(run: Run) -> None:
    told = run("reach", "--kind", "kita", "--mode", "foot", "--name", "Ahausen")
    rows = list(csv.DictReader(io.StringIO(told.stdout), delimiter=";"))
    assert [row["value"] for row in rows] == ["0", "12", "12", ""]
    told = run("reach", "--mode", "car", "--system", "kreis", "--format", "json")
    (county,) = json.loads(told.stdout)
    assert (county["value"], county["flags"]) == (0, ["partly_connected"])


def test_a_question_is_kept_and_told_by_its_schema(run: Run) -> None:
    told = run(
        *("reach", "--kind", "kita", "--mode", "foot", "--measure", "share", "--limit", 10),
        *("--save", "kita_fuss", "--json"),
    )
    answer = json.loads(told.stdout)
    jsonschema.validate(answer, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert answer["title"] == "Kitas: Anteil in 10 Minuten zu Fuß"
    rows = json.loads(run("values", "kita_fuss", "--system", "kreis", "--format", "json").stdout)
    assert [row["value"] for row in rows] == [88.9]
    assert "Mobilität · kita_fuss" in run("list").stdout


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--limit", "viele"), "ganze Minuten von 1 bis 180"),
        (("--day", "2026-02-30"), "ein Tag wie"),
        (("--mode", "transit"), "geodata timetable"),
        (("--kind", "bbs"), "Keine Einrichtung"),
        (("--group", "kinder"), "lässt sich nicht gewichten"),
        (("--measure", "places"), "wie viele Plätze"),
        (("--save", "einwohner"), "schon einen anderen Indikator"),
    ],
)
def test_what_cannot_be_answered_is_said_in_a_sentence(
    run: Run, options: tuple[str, ...], sentence: str
) -> None:
    told = run("reach", *options)
    assert told.exit_code == 1
    assert sentence in told.stderr
    assert told.stderr.count("\n") == 1


def test_a_way_of_travelling_that_there_is_not_is_a_wrong_call(run: Run) -> None:
    assert run("reach", "--mode", "rakete").exit_code == 2
