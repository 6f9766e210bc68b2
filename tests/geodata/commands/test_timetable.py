"""What `timetable` answers, keeps and replaces."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result

from geodata.timetables.timetable import timetable
from geodata.workspace import open_workspace
from tests.feeds import write_feed

Run = Callable[..., Result]
Keeps = Callable[[str, str], Any]


def test_it_answers_in_german(run: Run, tmp_path: Path) -> None:
    told = run("timetable", write_feed(tmp_path / "dorf.zip"), "--attribution", "© Dorfbus")
    assert told.exit_code == 0
    assert told.stderr == ""
    assert told.stdout.splitlines() == [
        "3 Fahrten auf 1 Linie gespeichert (Eintrag 6).",
        "4 Haltestellen, davon im Landkreis 3; zusammengefasst zu 4 Stationen.",
        "Gültig vom 01.06.2026 bis zum 31.07.2026, an 8 Tagen davon fährt nichts.",
        "Schultag: 2 Fahrten, zum Beispiel am 02.06.2026 (35 Tage).",
        "Ferientag: 1 Fahrt, zum Beispiel am 01.07.2026 (10 Tage).",
        "Samstag: 1 Fahrt, zum Beispiel am 06.06.2026 (8 Tage).",
        "Ein Umstieg dauert mindestens 120 Sekunden.",
    ]


def test_it_answers_by_its_schema(run: Run, keeps_to: Keeps, tmp_path: Path) -> None:
    path = write_feed(tmp_path / "dorf.zip")
    told = run("timetable", path, "--title", "Dorfbus 2026", "--change-seconds", 180, "--json")
    answer = keeps_to(told.stdout, "timetable")
    assert (answer["title"], answer["attribution"]) == ("Dorfbus 2026", "Dorfbus GmbH")
    assert (answer["stops"], answer["stops_inside"], answer["connections"]) == (4, 3, 5)
    assert (answer["change_seconds"], answer["nature"]) == (180, "real")
    assert [kind["kind"] for kind in answer["day_kinds"]] == ["school", "holiday", "saturday"]


def test_a_workspace_keeps_the_timetable_and_the_file(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    path = write_feed(tmp_path / "dorf.zip")
    run("timetable", path)
    with open_workspace(folder) as workspace:
        stored = workspace.timetable
        assert stored is not None
        assert timetable(stored).title == "Dorfbus GmbH"
    assert path.read_bytes() in [kept.read_bytes() for kept in folder.glob("originals/*.zip")]


def test_a_second_timetable_replaces_the_first_and_can_be_taken_back(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    run("timetable", write_feed(tmp_path / "alt.zip"), "--title", "alt")
    told = run("timetable", write_feed(tmp_path / "neu.zip"), "--title", "neu")
    assert "Ersetzt: der bisherige Fahrplan „alt“." in told.stderr
    assert run("undo", 7).exit_code == 0
    with open_workspace(folder) as workspace:
        assert workspace.timetable is not None
        assert workspace.timetable.title == "alt"


def test_without_areas_nobody_knows_where_the_county_is(
    run: Run, empty: Path, tmp_path: Path
) -> None:
    told = run("timetable", write_feed(tmp_path / "dorf.zip"), workspace=empty)
    assert told.exit_code == 1
    assert "Der Arbeitsbereich hat noch keine Gebiete." in told.stderr


def test_a_change_of_two_hours_is_a_wrong_call(run: Run, tmp_path: Path) -> None:
    path = write_feed(tmp_path / "dorf.zip")
    assert run("timetable", path, "--change-seconds", 7200).exit_code == 2
