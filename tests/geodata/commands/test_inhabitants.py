"""What `grid` and `places` answer, and what the figures of a workspace become with them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from geodata.store import Store
from tests.villages import GEMEINDEN, put_table

Run = Callable[..., Result]
Keeps = Callable[[str, str], Any]

GRID = "GITTER_ID_1km;Einwohner\n1kmN3318E4404;120\n1kmN3318E4405;-1\n1kmN2689E4337;9\n"
PLACES = "Name;x;y;Einwohner\nAhausen;650500;5871500;100\nWeit;900000;5871500;5\n"


def test_grid_answers_in_german(run: Run, csv_file: Any) -> None:
    told = run("grid", csv_file(GRID), "--cell", 1000, "--period", "2022-05-15")
    assert told.exit_code == 0
    assert told.stdout.splitlines() == [
        "2 Zellen gespeichert (Eintrag 6), 1 außerhalb.",
        "Bewohnt: 1 Zelle mit 120 Einwohnern; ohne Angabe: 1, davon geheim: 0.",
        "Indikator: einwohner_raster",
    ]


def test_grid_answers_by_its_schema(run: Run, keeps_to: Keeps, csv_file: Any) -> None:
    told = run("grid", csv_file(GRID), "--cell", 1000, "--title", "Zensus", "--json")
    answer = keeps_to(told.stdout, "grid")
    assert (answer["title"], answer["rows"], answer["kept"]) == ("Zensus", 3, 2)
    told = run("grid", csv_file(GRID), "--cell", 1000, "--period", "2022-05-15", "--json")
    assert keeps_to(told.stdout, "grid")["indicator"] == "einwohner_raster"


def test_places_answers_in_german(run: Run, csv_file: Any) -> None:
    told = run("places", csv_file(PLACES))
    assert told.stdout.splitlines() == [
        "1 Ort im Landkreis (Eintrag 6), 1 außerhalb, gelesen als EPSG:25832.",
        "Bewohnt: 1 Ort mit 100 Einwohnern; ohne Angabe: 0, davon geheim: 0.",
    ]


def test_places_answers_by_its_schema(run: Run, keeps_to: Keeps, csv_file: Any) -> None:
    told = run("places", csv_file(PLACES), "--title", "Ortslagen", "--json")
    answer = keeps_to(told.stdout, "places")
    assert (answer["title"], answer["kept"], answer["population"]) == ("Ortslagen", 1, 100)


@pytest.mark.parametrize(
    ("command", "text", "options", "kind"),
    [("grid", GRID, ("--cell", 1000), "grid"), ("places", PLACES, (), "places")],
)
def test_both_stand_in_the_journal_and_can_be_taken_back(
    run: Run,
    keeps_to: Keeps,
    csv_file: Any,
    command: str,
    text: str,
    options: tuple[object, ...],
    kind: str,
) -> None:
    run(command, csv_file(text), *options)
    told = keeps_to(run("imports", "--json").stdout, "imports")
    assert told["imports"][-1]["kind"] == kind
    assert told["imports"][-1]["report"]["kept"] == (2 if kind == "grid" else 1)
    assert run("undo", 6).exit_code == 0
    assert run("undo", 6).exit_code == 1
    assert run("status").exit_code == 0


def test_a_cell_without_size_is_a_wrong_call(run: Run, csv_file: Any) -> None:
    assert run("grid", csv_file(GRID)).exit_code == 2
    assert run("grid", csv_file(GRID), "--cell", 0).exit_code == 2


def test_figures_of_a_grid_reach_the_other_levels(
    run: Run, run_indicators: Run, csv_file: Any, folder: Path
) -> None:
    cells = [f"1kmN{3315 + at // 7}E{4401 + at % 7};10" for at in range(49)]
    path = csv_file("\n".join(["GITTER_ID_1km;Einwohner", *cells, ""]))
    run("grid", path, "--cell", 1000, "--period", "2022-05-15")
    listed = json.loads(run_indicators("list", "--json").stdout)["indicators"]
    (found,) = [entry for entry in listed if entry["id"] == "einwohner_raster"]
    assert "kreis" in found["systems"]
    told = run_indicators(
        "values", "einwohner_raster", "--system", "kreis", "--period", "all", "--format", "json"
    )
    (county,) = json.loads(told.stdout)
    # The midpoints of four cells of about 1 km² lie in the county of 4 km².
    assert (county["value"], county["nature"]) == (40.0, "estimated")


def test_without_grid_or_places_nothing_is_estimated(run_indicators: Run, folder: Path) -> None:
    with Store.open(folder) as store:
        put_table(store, "einwohner", "2022", dict.fromkeys(GEMEINDEN, 10.0))
    told = run_indicators("values", "einwohner", "--system", "kreis", "--format", "json")
    assert [row["nature"] for row in json.loads(told.stdout)] == ["real"]
