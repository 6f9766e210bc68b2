"""`status` for a person: short, with titles, and singular where there is one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result

from geodata.store import Store
from tests.villages import AHAUSEN, GEMEINDEN, put_table

Run = Callable[..., Result]


def test_figures_are_grouped_with_their_titles_and_their_stretch(run: Run, folder: Path) -> None:
    with Store.open(folder) as store:
        for period in ("2021", "2022", "2023"):
            put_table(store, "einwohner", period, dict.fromkeys(GEMEINDEN, 7))
        put_table(store, "einwohner", "2023-12", {"03354": 28}, system="kreis")
    lines = run("status").stdout.splitlines()
    start = lines.index("  einwohner: Einwohner")
    assert lines[start + 1 : start + 3] == [
        "    kreis: Dezember 2023, 1 Wert",
        "    gemeinde: 2021 bis 2023, 3 Stände, 12 Werte",
    ]


def test_one_area_is_one_gebiet(run: Run, folder: Path) -> None:
    text = run("status").stdout
    assert "  kreis: Kreis, 1 Gebiet, Gebietsstand 01.01.2016\n" in text
    assert "  gemeinde: Gemeinde, 4 Gebiete, Gebietsstand 01.01.2016, liegt ganz in" in text


def test_an_empty_workspace_says_what_to_do_next(run: Run, tmp_path: Path) -> None:
    run("init", "--title", "Leer", "--county", "03354", workspace=tmp_path / "neu")
    assert "Zuerst Gebiete einlesen" in run("status", workspace=tmp_path / "neu").stdout


def test_one_row_and_one_value_are_told_in_the_singular(run: Run, csv_file: Any) -> None:
    told = run("table", csv_file("AGS;Betten Dez 2022\n03354001;1\n"))
    assert ": 1 Wert.\n1 Zeile: zugeordnet 1.\n" in told.stdout
    assert told.stdout.endswith("betten: Betten, Dezember 2022\n")


def test_rows_that_say_the_same_unknown_key_are_told_once(run: Run, csv_file: Any) -> None:
    path = csv_file(
        "AGS;Geschlecht;Betten 2022\n03354001;m;1\n03354001;w;2\n03354002;m;1\n03354002;w;1\n"
        "03354003;m;1\n03354003;w;1\n03354099;m;1\n03354099;w;2\n"
    )
    told = run("table", path, "--dry-run")
    assert told.stderr.count("passt zu keinem Gebiet") == 1
    assert told.stderr.splitlines()[-1].startswith("Zeilen 8 und 9: „03354099“ passt")
    assert AHAUSEN not in told.stderr
