"""What `streets` answers, and how it shows that it works."""

from __future__ import annotations

import importlib
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.roads import osm_text

Run = Callable[..., Result]
Keeps = Callable[[str, str], Any]

POINTS = {"A": (100, 100), "B": (1100, 100), "C": (1100, 1100), "X": (1500, 100), "Y": (1700, 100)}
STREET = {"highway": "residential"}
WAYS = [("ABC", STREET), ("AC", {"highway": "track"}), ("XY", STREET)]


@pytest.fixture
def town(tmp_path: Path) -> Path:
    path = tmp_path / "stadt.osm"
    path.write_text(osm_text(POINTS, WAYS), encoding="utf-8")
    return path


def test_streets_answers_in_german(run: Run, town: Path) -> None:
    told = run("streets", town, "--buffer-km", 5)
    assert told.exit_code == 0
    assert told.stdout.splitlines() == [
        "Netz gespeichert (Eintrag 6), 5 km um den Landkreis: 2 Knoten, 4 Kanten.",
        "Länge: zu Fuß 3 km, Rad 3 km, Pedelec 3 km, Auto 2 km",
        "Ohne Verbindung zum übrigen Netz, weggelassen: zu Fuß 0 km, Rad 0 km, Pedelec 0 km, "
        "Auto 0 km",
    ]
    assert "deckt nur rund" in told.stderr


def test_streets_answers_by_its_schema(run: Run, keeps_to: Keeps, town: Path) -> None:
    told = run("streets", town, "--title", "Netz 2024", "--attribution", "© Amt", "--json")
    answer = keeps_to(told.stdout, "streets")
    assert (answer["title"], answer["attribution"]) == ("Netz 2024", "© Amt")
    assert (answer["buffer_km"], answer["ways"], answer["nodes"], answer["edges"]) == (15, 3, 2, 4)
    assert answer["km"] == {"foot": 3.4, "bike": 3.4, "pedelec": 3.4, "car": 2.0}
    assert answer["left_out_km"]["car"] == 0.2


def test_status_tells_of_the_network(run: Run, keeps_to: Keeps, town: Path) -> None:
    run("streets", town, "--title", "Netz 2024")
    (told,) = keeps_to(run("status", "--json").stdout, "status")["networks"]
    assert (told["kind"], told["title"], told["nature"]) == ("streets", "Netz 2024", "real")
    assert (
        "Netze\n  Straßennetz: Netz 2024 – © OpenStreetMap-Mitwirkende (ODbL)\n"
        in run("status").stdout
    )


def test_streets_stand_in_the_journal_and_can_be_taken_back(run: Run, town: Path) -> None:
    run("streets", town)
    assert "Straßennetz" in run("imports").stdout
    assert run("undo", 6).exit_code == 0


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_long_file_shows_a_bar_to_a_person(
    run: Run, town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The package has a command of that name.
    streets: Any = importlib.import_module("geodata.commands.streets")
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with streets._progress(town) as progress:
        progress(0.5)
    assert terminal.getvalue() == ""
    monkeypatch.setattr(streets, "_LONG_BYTES", 10)
    with streets._progress(town) as progress:
        progress(0.5)
        progress(1.0)
    assert "Straßen werden gelesen" in terminal.getvalue()
    assert "100%" in terminal.getvalue()
