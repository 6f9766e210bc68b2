"""What a person wrote is never overwritten unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
WORK = "# mit Mühe geschrieben\n"


@pytest.mark.parametrize("suffix", ["toml", "xlsx"])
def test_a_catalogue_is_not_written_over_a_file(run: Run, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"katalog.{suffix}"
    path.write_text(WORK, encoding="utf-8")
    told = run("catalogue", "export", path)
    assert told.exit_code == 1
    assert told.stderr.endswith("oder die Datei mit --overwrite überschreiben.\n")
    assert path.read_text(encoding="utf-8") == WORK
    assert run("catalogue", "export", path, "--overwrite").exit_code == 0
    assert path.read_bytes() != WORK.encode()


def test_a_recipe_is_not_written_over_a_file_and_nothing_is_stored(
    run: Run, tmp_path: Path, csv_file: Any, numbers: Callable[[], object]
) -> None:
    table, recipe = csv_file("AGS;Betten 2022\n03354001;1\n03354002;2\n"), tmp_path / "r.toml"
    recipe.write_text(WORK, encoding="utf-8")
    before = numbers()
    told = run("table", table, "--save-recipe", recipe)
    assert (told.exit_code, told.stderr.count("\n")) == (1, 1)
    assert (numbers(), recipe.read_text(encoding="utf-8")) == (before, WORK)
    assert run("table", table, "--save-recipe", recipe, "--overwrite").exit_code == 0
    assert "betten" in recipe.read_text(encoding="utf-8")


def test_an_export_is_not_written_over_a_file(run_indicators: Run, tmp_path: Path) -> None:
    path = tmp_path / "weitergeben.gpkg"
    path.write_text(WORK, encoding="utf-8")
    told = run_indicators("export", path)
    assert (told.exit_code, told.stderr.count("\n")) == (1, 1)
    assert path.read_text(encoding="utf-8") == WORK
    assert run_indicators("export", path, "--overwrite").exit_code == 0
    assert path.read_bytes().startswith(b"SQLite format 3")
