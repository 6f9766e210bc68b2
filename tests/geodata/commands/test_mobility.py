"""What `mobility` answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from click.testing import Result

Run = Callable[..., Result]
Keeps = Callable[[str, str], Any]

BENCHES = "Name;x;y;Richtung\nAm Markt;650500;5871500;Lüchow\nWeit;660000;5871500;\n"


def test_mobility_answers_in_german(run: Run, csv_file: Any) -> None:
    told = run("mobility", csv_file(BENCHES), "--kind", "mitfahrbank")
    assert told.exit_code == 0
    assert told.stdout.splitlines() == [
        "2 Mitfahrbänke gespeichert (Eintrag 6), außerhalb des Landkreises: 1.",
        "Ohne Richtung: 1.",
    ]


def test_mobility_answers_by_its_schema(run: Run, keeps_to: Keeps, csv_file: Any) -> None:
    told = run("mobility", csv_file(BENCHES), "--kind", "mobil", "--title", "Büro", "--json")
    answer = keeps_to(told.stdout, "mobility")
    assert (answer["kind"], answer["title"], answer["without_hours"]) == ("mobil", "Büro", 2)


def test_it_stands_in_the_journal(run: Run, keeps_to: Keeps, csv_file: Any) -> None:
    run("mobility", csv_file(BENCHES), "--kind", "mitfahrbank")
    told = keeps_to(run("imports", "--json").stdout, "imports")
    assert told["imports"][-1]["kind"] == "mobility"
    assert run("undo", 6).exit_code == 0
    assert run("status").exit_code == 0


def test_a_kind_that_there_is_not_is_a_wrong_call(run: Run, csv_file: Any) -> None:
    assert run("mobility", csv_file(BENCHES), "--kind", "fähre").exit_code == 2
