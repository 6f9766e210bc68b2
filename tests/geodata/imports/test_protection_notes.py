"""Small counts of people are proposed for protection when they come in."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.imports.table import import_table
from tests.villages import village_store


def told_of(folder: Path, column: str, values: tuple[str, ...]) -> list[str]:
    path = folder / "neu.csv"
    lines = [f"0335400{n};{value}" for n, value in enumerate(values, start=1)]
    path.write_text("\n".join([f"AGS;{column} 2022", *lines]), encoding="utf-8")
    with village_store(folder / "w") as store:
        report, _ = import_table(store, path)
    return [warning for warning in report["warnings"] if "indicators rule" in warning]


def test_a_column_of_few_people_is_proposed(tmp_path: Path) -> None:
    (note,) = told_of(tmp_path, "Pflegebedürftige", ("2", "14", "7"))
    assert note == (
        "„Pflegebedürftige“ (pflegebeduerftige) zählt anscheinend Menschen und hat Werte unter 3, "
        "die jetzt alle sehen. Vorschlag: python -m indicators rule pflegebeduerftige --minimum 3 "
        "--workspace …"
    )


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("Pflegebedürftige", ("20", "14", "7")),
        ("Haltestellen", ("2", "14", "7")),
        ("Schüler je Klasse", ("2,5", "14,1", "1,5")),
        ("Saldo der Einwohner", ("-2", "2", "7")),
    ],
)
def test_other_columns_are_not(tmp_path: Path, column: str, values: tuple[str, ...]) -> None:
    assert told_of(tmp_path, column, values) == []


def test_what_the_catalogue_knows_is_not_proposed_again(tmp_path: Path) -> None:
    path = tmp_path / "neu.csv"
    path.write_text("AGS;Kinder 2022\n03354001;2\n03354002;9\n", encoding="utf-8")
    with village_store(tmp_path / "w") as store:
        import_table(store, path)
        report, _ = import_table(store, path, dry_run=True)
    assert not [warning for warning in report["warnings"] if "indicators rule" in warning]
