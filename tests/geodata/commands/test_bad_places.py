"""Bad workbooks of places, and bad files to spread them along, of docs/SCHLECHTE-EINGABEN.md."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.geodata.commands.test_bad_input import (  # noqa: F401 - fixtures
    Door,
    accepted,
    refused,
    spoken,
)
from tests.roads import osm_text

Book = Callable[..., Path]

AHAUSEN = ("Ahausen", 650_500, 5_871_500, 100)
HEAD = ("Name", "x", "y", "Einwohner")
FOREST_TRACK = osm_text({"A": (0, 1500), "B": (900, 1500)}, [("AB", {"highway": "track"})])


@pytest.fixture
def workbook(tmp_path: Path) -> Book:
    """A workbook of one or more sheets, each a list of rows."""

    def write(*sheets: list[tuple[object, ...]]) -> Path:
        made = openpyxl.Workbook()
        made.remove(made.worksheets[0])
        for number, rows in enumerate(sheets, start=1):
            sheet = made.create_sheet(f"Blatt {number}")
            for row in rows:
                sheet.append(list(row))
        made.save(tmp_path / "orte.xlsx")
        return tmp_path / "orte.xlsx"

    return write


def test_a_workbook_of_places_without_coordinates(
    refused: Door,  # noqa: F811
    workbook: Book,
) -> None:
    refused("places", workbook([("Name", "Einwohner"), ("Ahausen", 7)]))


def test_places_on_two_sheets(refused: Door, workbook: Book) -> None:  # noqa: F811
    refused("places", workbook([HEAD, AHAUSEN], [HEAD, AHAUSEN]))


def test_two_columns_of_people(refused: Door, workbook: Book) -> None:  # noqa: F811
    head = ("Name", "x", "y", "Einwohner", "Einwohner")
    refused("places", workbook([head, (*AHAUSEN, 120)]))


def test_rows_of_counties_among_the_places(accepted: Any, workbook: Book) -> None:  # noqa: F811
    rows = [("Kreis Dreidorf", None, None, None), AHAUSEN, ("Hoheitsgebiet", 0, 0, None)]
    answer = accepted("places", workbook([HEAD, *rows]))
    assert (answer["rows"], answer["population"]) == (1, 100)


def test_places_along_streets_where_nobody_lives(
    refused: Door,  # noqa: F811
    workbook: Book,
    tmp_path: Path,
) -> None:
    (tmp_path / "wald.osm").write_text(FOREST_TRACK, encoding="utf-8")
    refused("places", workbook([HEAD, AHAUSEN]), "--along", tmp_path / "wald.osm")


def test_places_along_a_table(refused: Door, workbook: Book) -> None:  # noqa: F811
    path = workbook([HEAD, AHAUSEN])
    refused("places", path, "--along", path)
