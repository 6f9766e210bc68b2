"""What every command answers: exit status, stdout, stderr, and the shape of --json."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from geodata.commands import geodata
from geodata.facilities.kind import built_in_kinds
from geodata.markers import Flag
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.commands import indicators
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    FOREST,
    GEMEINDEN,
    geojson_of,
    levels,
    put_table,
    squares,
)

Run = Callable[..., Result]
Keeps = Callable[[str, str], Any]

ROOT = Path(__file__).resolve().parents[3]
SCHEMAS = ROOT / "docs" / "schemas"
LAYERED = (
    "Kreistabelle\n\nAGS;Name;Betten 31.12.2022\n03354001;Ahausen;10\n3354002;Bedorf;-\n"
    "03354003;Cetal;.\n03354401;Dornwald;x\n03354099;Nirgends;4\n03355001;Adendorf;9\n"
    "03354;Kreis;14\n03354001;Ahausen;10\nQuelle: Kreisamt\n"
)


@pytest.fixture
def filled(folder: Path) -> Path:
    with Store.open(folder) as store:
        for period in ("2022-05-15", "2022-12-31"):
            put_table(store, "einwohner", period, dict.fromkeys(GEMEINDEN, 1234.5))
        put_table(store, "kinder", "2022", {AHAUSEN: 1, BEDORF: ".", CETAL: "-"})
    return folder


def test_init_areas_table_values(tmp_path: Path, run: Run, keeps_to: Keeps, csv_file: Any) -> None:
    fresh = tmp_path / "neu"
    told = run("init", "--title", "Landkreis X", "--county", "03354", "--json", workspace=fresh)
    assert keeps_to(told.stdout, "init")["title"] == "Landkreis X"
    for system, (names, geometries) in levels().items():
        path = geojson_of(names, geometries, tmp_path / f"{system}.geojson")
        told = run("areas", path, "--system", system, "--title", "T", "--json", workspace=fresh)
        answer = keeps_to(told.stdout, "areas")
    assert (answer["rows"], answer["matched"], answer["import_id"]) == (4, 4, 4)
    assert answer["nests_in"] == ["kreis", "samtgemeinde"]
    path = csv_file("AGS;Betten 2022\n03354001;1\n03354002;2\n")
    told = run("table", path, "--json", workspace=fresh)
    assert keeps_to(told.stdout, "table")["stored"] is True
    assert told.exit_code == 0


def test_every_row_has_one_fate(run: Run, keeps_to: Keeps, csv_file: Any) -> None:
    told = run("table", csv_file(LAYERED), "--system", "gemeinde", "--json")
    answer = keeps_to(told.stdout, "table")
    found = {name: answer[name] for name in ("rows", "matched", "repaired", "outside")}
    assert found == {"rows": 8, "matched": 3, "repaired": 1, "outside": 1}
    assert answer["unmatched"] == [
        {
            "key": "03354099",
            "name": "Nirgends",
            "row": 8,
            "suggestion": answer["unmatched"][0]["suggestion"],
        }
    ]
    assert answer["rows"] == (
        answer["matched"]
        + answer["repaired"]
        + answer["outside"]
        + answer["unmatched_count"]
        + len(answer["ignored"])
    )
    assert answer["markers"] == {
        "nothing": 1,
        "secret": 1,
        "later": 0,
        "unreliable": 0,
        "blocked": 1,
        "limited": 0,
    }
    assert answer["variables"][0]["sum"] == 10


def test_a_dry_run_stores_nothing(
    run: Run, keeps_to: Keeps, csv_file: Any, numbers: Callable[[], object]
) -> None:
    before = numbers()
    told = run("table", csv_file(LAYERED), "--dry-run", "--json")
    answer = keeps_to(told.stdout, "table")
    assert (answer["stored"], answer["import_id"]) == (False, None)
    assert numbers() == before


def test_a_saved_recipe_reads_next_years_file(
    run: Run, keeps_to: Keeps, csv_file: Any, tmp_path: Path
) -> None:
    first = csv_file("AGS;Bettenzahl\n03354001;1\n03354002;2\n", "2022.csv")
    recipe = tmp_path / "rezept.toml"
    named = ("--value", "Bettenzahl", "--indicator", "betten", "--period", "2022")
    assert run("table", first, *named, "--save-recipe", recipe).exit_code == 0
    second = csv_file("AGS;Bettenzahl\n03354001;3\n03354002;4\n", "2023.csv")
    told = run("table", second, "--recipe", recipe, "--period", "2023", "--json")
    assert keeps_to(told.stdout, "table")["variables"][0]["id"] == "betten"


def test_status_and_journal(run: Run, keeps_to: Keeps, filled: Path) -> None:
    status = keeps_to(run("status", "--json").stdout, "status")
    assert status["number"] == 8
    assert [system["id"] for system in status["systems"]] == ["kreis", "samtgemeinde", "gemeinde"]
    journal = keeps_to(run("imports", "--json").stdout, "imports")["imports"]
    assert [entry["import_id"] for entry in journal] == list(range(1, 9))
    assert "Journalnummer 8" in run("status").stdout
    assert len(run("imports").stdout.splitlines()) == 8


def test_undo_and_purge(run: Run, keeps_to: Keeps, filled: Path) -> None:
    assert keeps_to(run("undo", 8, "--json").stdout, "undo") == {
        "schema": 1,
        "undone": 8,
        "import_id": 9,
        "warnings": [],
    }
    told = run("purge", 7, "--reason", "Irrtum", "--json")
    assert keeps_to(told.stdout, "purge")["purged"] == 7
    journal = keeps_to(run("imports", "--json").stdout, "imports")["imports"]
    assert journal[6]["reason"] == "Irrtum"
    assert "gelöscht mit 10: Irrtum" in run("imports").stdout


@pytest.mark.parametrize("suffix", ["toml", "xlsx"])
def test_a_catalogue_goes_out_and_comes_back_unchanged(
    run: Run, keeps_to: Keeps, filled: Path, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"katalog.{suffix}"
    told = run("catalogue", "export", path, "--json")
    assert keeps_to(told.stdout, "catalogue-export")["indicators"] == 2
    told = run("catalogue", "apply", path, "--json")
    answer = keeps_to(told.stdout, "catalogue-apply")
    unchanged = 4 + len(built_in_kinds())
    assert (answer["new"], answer["changed"], answer["unchanged"]) == ([], [], unchanged)


def test_indicators_are_listed_with_their_states(
    run_indicators: Run, keeps_to: Keeps, filled: Path
) -> None:
    answer = keeps_to(run_indicators("list", "--json").stdout, "indicators-list")
    (einwohner, _) = answer["indicators"]
    assert einwohner["systems"]["kreis"] == ["2022-12-31", "2022-05-15"]
    assert "Demografie · einwohner: Einwohner" in run_indicators("list").stdout


def test_values_as_json_are_a_list(run_indicators: Run, keeps_to: Keeps, filled: Path) -> None:
    told = run_indicators("values", "kinder", "--system", "gemeinde", "--format", "json")
    rows = keeps_to(told.stdout, "indicators-values")
    assert [(row["value"], row["status"]) for row in rows] == [
        (1, "shown"),
        (None, "suppressed"),
        (0, "zero"),
        (None, "missing"),
    ]


def test_the_schema_of_values_knows_every_flag() -> None:
    schema = json.loads((SCHEMAS / "indicators-values.schema.json").read_text(encoding="utf-8"))
    flags = schema["items"]["properties"]["flags"]["items"]["enum"]
    assert flags == [code for flag in Flag for code in flag.codes]


def test_values_as_csv_have_decimal_commas(run_indicators: Run, filled: Path) -> None:
    told = run_indicators("values", "einwohner", "--system", "gemeinde", "--period", "all")
    rows = list(csv.DictReader(io.StringIO(told.stdout), delimiter=";"))
    assert len(rows) == 8
    assert {row["value"] for row in rows} == {"1234,5"}
    assert [rows[0]["period"], rows[-1]["period"]] == ["2022-05-15", "2022-12-31"]


def test_a_year_with_two_states_is_refused(run_indicators: Run, filled: Path) -> None:
    told = run_indicators("values", "einwohner", "--system", "gemeinde", "--period", "2022")
    assert (told.exit_code, told.stdout) == (1, "")
    assert "31.12.2022 (2022-12-31), 15.05.2022 (2022-05-15)" in told.stderr


def test_an_export_is_written(
    run_indicators: Run, keeps_to: Keeps, filled: Path, tmp_path: Path
) -> None:
    told = run_indicators("export", tmp_path / "aus.gpkg", "--json")
    assert keeps_to(told.stdout, "indicators-export")["layers"] == 3
    refused = run_indicators("export", tmp_path / "aus.shp", "--json")
    assert refused.exit_code == 1
    keeps_to(refused.stdout, "refusal")


@pytest.mark.parametrize(
    "words",
    [
        ("nichts",),
        ("table",),
        ("undo", "acht"),
        ("undo", "0"),
        ("purge", "2"),
        ("init", "--title", "X"),
        ("areas", "x.gpkg"),
        ("table", "x.csv", "--value", "Betten"),
        ("status", "--nein"),
    ],
)
def test_wrong_usage_ends_with_2(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


def test_without_a_workspace_the_usage_is_wrong(run: Run) -> None:
    assert run("status", workspace=None).exit_code == 2


def test_a_county_has_five_digits(run: Run, tmp_path: Path, keeps_to: Keeps) -> None:
    told = run("init", "--title", "X", "--county", "3355", "--json", workspace=tmp_path / "x")
    assert told.exit_code == 1
    assert "fünf Ziffern" in keeps_to(told.stdout, "refusal")["error"]
    assert not (tmp_path / "x").exists()


def test_a_workspace_has_a_title(run: Run, tmp_path: Path) -> None:
    told = run("init", "--title", " ", "--county", "03355", workspace=tmp_path / "x")
    assert (told.exit_code, told.stderr.count("\n")) == (1, 1)
    assert "braucht einen Titel" in told.stderr
    assert not (tmp_path / "x").exists()


def test_the_journal_speaks_german_and_the_time_of_the_clock_on_the_wall(
    run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(filled) as store:
        at = Workspace(store).journal()[0].at
    first = run("imports").stdout.splitlines()[0].split()
    assert first == ["1", *at.astimezone().strftime("%d.%m.%Y %H:%M").split(), "Anlegen"]
    assert "Eintrag 1 (Anlegen)" in run("undo", 1).stderr


def test_a_workspace_cannot_be_made_in_a_file(run: Run, tmp_path: Path, keeps_to: Keeps) -> None:
    (tmp_path / "datei").write_text("x")
    told = run("init", "--title", "X", "--county", "03355", "--json", workspace=tmp_path / "datei")
    assert told.exit_code == 1
    assert "nicht schreiben" in keeps_to(told.stdout, "refusal")["error"]


def test_a_catalogue_cannot_be_written_into_nowhere(
    run: Run, tmp_path: Path, keeps_to: Keeps
) -> None:
    for name in ("fehlt/k.toml", "fehlt/k.xlsx", "k.csv"):
        told = run("catalogue", "export", tmp_path / name, "--json")
        assert told.exit_code == 1
        keeps_to(told.stdout, "refusal")


def test_neighbours_lie_behind(run: Run, tmp_path: Path, keeps_to: Keeps, folder: Path) -> None:
    names, geometries = levels()["kreis"]
    path = geojson_of(
        {**names, "03355": "Nebenan"}, [*geometries, squares()[0]], tmp_path / "k.geojson"
    )
    told = run("areas", path, "--system", "kreis", "--title", "Kreise", "--context", "--json")
    answer = keeps_to(told.stdout, "areas")
    assert (answer["context"], answer["matched"]) == (True, 1)
    with Store.open(folder) as store:
        assert Workspace(store).context["kreis"].names == ("Nebenan",)


def process(*words: object, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SOZIALRAUMATLAS_WORKSPACE": str(folder), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", *map(str, words)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )


def test_in_processes_of_their_own(filled: Path, csv_file: Any) -> None:
    path = csv_file("AGS;Betten 2022\n03354001;1\n03354002;2\n03354099;3\n")
    stored = process("geodata", "table", path, "--json", folder=filled)
    assert (stored.returncode, json.loads(stored.stdout)["stored"]) == (0, True)
    assert "Zeile 4: „03354099“ passt zu keinem Gebiet." in stored.stderr
    refused = process("geodata", "undo", 99, folder=filled)
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (1, "", 1)
    listed = process("indicators", "values", "betten", "--system", "gemeinde", folder=filled)
    assert f"{FOREST};Dornwald;;missing;" in listed.stdout
    assert process("indicators", "werte", folder=filled).returncode == 2


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
def test_answers_are_utf_8_whatever_the_machine_writes(filled: Path, encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    asked = ("values", "einwohner", "--system", "samtgemeinde", "--workspace", str(filled))
    for form, ending in (("csv", b"\r\n"), ("json", b"]\n")):
        said = subprocess.run(
            [sys.executable, "-m", "indicators", *asked, "--format", form],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            timeout=60,
        )
        assert "Südkreis" in said.stdout.decode("utf-8"), said.stderr
        assert said.stdout.endswith(ending)


def test_a_refusal_leaves_the_one_file_complete(filled: Path, run_indicators: Run) -> None:
    said = run_indicators("values", "nichts", "--system", "gemeinde")
    assert said.exit_code == 1
    # Bytes 18 and 19 of an SQLite file: 1 is the rollback journal, 2 the write-ahead log.
    assert (filled / "atlas.gpkg").read_bytes()[18:20] == b"\x01\x01"


def test_facilities_and_where_they_are_told(run: Run, keeps_to: Keeps, csv_file: Any) -> None:
    rows = "Name;Anschrift;x;y;Plätze\nSonne;Weg 1;650500;5870500;20\nMond;Weg 2;;;\n"
    told = run("facilities", csv_file(rows), "--kind", "kita", "--title", "Plan 2024", "--json")
    answer = keeps_to(told.stdout, "facilities")
    assert (answer["placed"], answer["without_place"], answer["title"]) == (1, 1, "Plan 2024")
    assert "Zeile 3 (Mond): ohne Lage: Weg 2" in told.stderr
    (listed,) = keeps_to(run("status", "--json").stdout, "status")["facilities"]
    assert (listed["kind_title"], listed["count"], listed["without_place"]) == ("Kita", 2, 1)
    assert "kita: 2 Kitas, 1 ohne Lage (Plan 2024)" in run("status").stdout
    spoken = run("facilities", csv_file(rows), "--kind", "kita").stdout
    assert "1 mit Lage, 1 ohne Lage" in spoken
    assert "Einrichtungen" in run("imports").stdout


@pytest.mark.parametrize(
    ("words", "program"),
    [
        (("status",), geodata),
        (("imports", "--json"), geodata),
        (("list",), indicators),
        (("values", "einwohner", "--system", "gemeinde"), indicators),
        (("audit",), indicators),
    ],
)
def test_a_command_that_only_reads_leaves_every_byte_as_it_was(
    filled: Path, run: Run, words: tuple[str, ...], program: Any
) -> None:
    before = (filled / "atlas.gpkg").read_bytes()
    assert run(*words, program=program, workspace=filled).exit_code == 0
    assert (filled / "atlas.gpkg").read_bytes() == before
    assert not list(filled.glob("atlas.gpkg-*"))
