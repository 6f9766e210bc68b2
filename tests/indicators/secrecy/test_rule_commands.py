"""`rule` and `audit`, as they are typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from geodata.catalogue import Indicator
from geodata.imports.undo import undo_import
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.commands import indicators
from tests.indicators.secrecy.conftest import KITA
from tests.indicators.secrecy.seen import HIDDEN, shown
from tests.villages import AHAUSEN, BEDORF, CETAL, FOREST, add_cells, put_records, put_table

SCHEMAS = Path(__file__).resolve().parents[3] / "docs" / "schemas"

Run = Callable[..., Result]


@pytest.fixture
def counted(inhabited: Store) -> Store:
    """Two children in Ahausen, everybody sees it; and a share that came ready-made."""
    put_table(inhabited, "kinder", "2022", {AHAUSEN: 2.0, BEDORF: 8.0, CETAL: 5.0, FOREST: "-"})
    put_records(inhabited, [Indicator("quote", "Quote", kind="share", unit="%")])
    return inhabited


@pytest.fixture
def run(counted: Store) -> Run:
    def call(*words: str) -> Result:
        folder = str(counted.folder)
        return CliRunner().invoke(indicators, [*words, "--workspace", folder])

    return call


def keeping_to(answer: str, name: str) -> Any:
    told = json.loads(answer)
    schema = json.loads((SCHEMAS / f"indicators-{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(told)
    return told


def test_a_rule_hides_warns_and_can_be_undone(counted: Store, run: Run) -> None:
    told = keeping_to(run("rule", "kinder", "--minimum", "3", "--json").stdout, "rule")
    assert told["hidden"] == {"first": 1, "second": 1}
    assert "„Kinder“. Die Regel gilt ab diesem Eintrag" in told["warnings"][0]
    assert shown(counted, "kinder") == [HIDDEN, HIDDEN, 5, 0]
    undo_import(counted, told["import_id"])
    assert shown(counted, "kinder") == [2, 8, 5, 0]


def test_a_rule_is_said_in_words(run: Run) -> None:
    told = run("rule", "kinder", "--minimum", "3", "--width", "4")
    assert "kinder: ab 3 sichtbar, ungewiss über 4 Zahlen." in told.stdout
    assert "Verborgen ist jetzt 1 Wert durch Regeln und 1, damit" in told.stdout


def test_a_minimum_of_0_lifts_the_rule(counted: Store, run: Run) -> None:
    run("rule", "kinder", "--minimum", "3")
    assert "kinder: keine Regel mehr." in run("rule", "kinder", "--minimum", "0").stdout
    assert shown(counted, "kinder") == [2, 8, 5, 0]


def test_a_source_stands_for_all_its_counts(counted: Store, run: Run) -> None:
    told = keeping_to(run("rule", "amt", "--minimum", "3", "--json").stdout, "rule")
    assert [rule["indicator_id"] for rule in told["rules"]] == ["einwohner", "kinder"]


def test_totals_found_in_the_files_are_reported(counted: Store, run: Run) -> None:
    with counted.writing("table", file="kita.csv") as writer:
        for name, counts in KITA.items():
            cells = dict(zip((AHAUSEN, BEDORF, CETAL), counts, strict=True))
            add_cells(writer, name, "2022", cells)
    told = keeping_to(run("rule", "maedchen", "--minimum", "3", "--json").stdout, "rule")
    assert told["found_totals"] == [{"total": "alle", "parts": ["jungen", "maedchen"]}]


def test_the_audit_names_every_hidden_figure_and_its_interval(run: Run) -> None:
    run("rule", "kinder", "--minimum", "3")
    told = keeping_to(run("audit", "--json").stdout, "audit")
    assert [(entry["area_id"], entry["order"]) for entry in told] == [
        (AHAUSEN, "first"),
        (BEDORF, "second"),
    ]
    # Ten in both together.
    assert {(e["lower"], e["upper"], e["width"], e["required"], e["safe"]) for e in told} == {
        (0, 10, 11, 3, True)
    }


def test_the_audit_in_words(run: Run) -> None:
    assert run("audit").stdout == "Nichts ist verborgen.\n"
    run("rule", "kinder", "--minimum", "3")
    told = run("audit").stdout.splitlines()
    assert told[1].split() == ["1", "|", "1", "|", "0", "|", "Kinder", "(kinder)"]
    assert told[-1] == "2 Werte sind verborgen, alle sicher."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("kinder", "--minimum", "3", "--width", "0"),
            "Die Breite 0 geht nicht: Ein verborgener Wert muss über mindestens 1 ganze Zahl "
            "ungewiss bleiben. Bitte --width ab 1 angeben oder weglassen.",
        ),
        (
            ("kinder", "--minimum", "-1"),
            "Die Mindestzahl -1 geht nicht. Bitte --minimum ab 1 angeben (üblich ist 3); 0 hebt "
            "die Regel auf.",
        ),
        (
            ("kinder", "--minimum", "3", "--minimum-base", "-5"),
            "Die kleinste Grundmenge -5 geht nicht. Bitte --minimum-base ab 1 angeben (üblich ist "
            "10); 0 hebt sie auf.",
        ),
        (
            ("schafe", "--minimum", "3"),
            "Einen Indikator oder eine Quelle „schafe“ gibt es hier nicht. „python -m geodata "
            "catalogue export katalog.toml --workspace ORDNER“ zeigt alle ids.",
        ),
        (
            ("quote", "--minimum", "3"),
            "„Quote“ ist keine Anzahl und hat keinen Zähler; eine Mindestzahl schützt hier nichts. "
            "Bitte die Regel der Anzahl geben, aus der die Zahl gerechnet wurde.",
        ),
        (
            ("kinder", "--minimum", "3", "--minimum-base", "10"),
            "Keine der genannten Größen ist ein Anteil oder eine Rate mit Nenner; --minimum-base "
            "bewirkt dort nichts. Bitte die id des Anteils nennen.",
        ),
        (
            ("kinder", "--minimum", "3", "--adds-to", "schafe"),
            "Eine Größe „schafe“ gibt es hier nicht. Bitte bei --adds-to die id der Gesamtzahl "
            "nennen.",
        ),
        (
            ("kinder", "--minimum", "3", "--adds-to", "kinder"),
            "Katalog „Regel“: Diese Größen sind Teil voneinander: kinder → kinder. Bitte bei einer "
            "davon adds_to leeren.",
        ),
    ],
)
def test_a_rule_that_makes_no_sense_is_one_sentence(
    counted: Store, run: Run, words: tuple[str, ...], sentence: str
) -> None:
    before = Workspace(counted).number
    told = run("rule", *words)
    assert (told.exit_code, told.stderr) == (1, sentence + "\n")
    assert Workspace(counted).number == before


def test_a_rule_on_negative_figures_is_refused(counted: Store, run: Run) -> None:
    put_table(counted, "kinder", "2021", {AHAUSEN: -2.0})
    told = run("rule", "kinder", "--minimum", "3")
    assert "„Kinder“ ist geschützt, hat aber für Ahausen (2021) den Wert -2." in told.stderr
