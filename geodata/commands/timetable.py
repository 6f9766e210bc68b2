"""`timetable`: buses and trains out of a GTFS file."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from geodata.commands.speaking import (
    json_option,
    opened,
    refusals_spoken,
    say_json,
    say_lines,
    say_warnings,
    workspace_option,
)
from geodata.german.command_line import WholeNumber
from geodata.german_count import counted

_KINDS = {
    "school": "Schultag",
    "holiday": "Ferientag",
    "saturday": "Samstag",
    "sunday": "Sonn- und Feiertag",
}


@click.command()
@click.argument("file", metavar="DATEI", type=click.Path(path_type=Path, readable=False))
@workspace_option
@click.option("--title", default="", help="wie der Fahrplan heißen soll")
@click.option("--attribution", default="", help="Quellenvermerk")
@click.option(
    "--change-seconds",
    type=WholeNumber(0, 3600),
    default=120,
    help="wie lange ein Umstieg dauert, wo der Fahrplan es nicht sagt; sonst 120 Sekunden",
)
@json_option
def timetable(file: Path, workspace: Path, as_json: bool, **options: Any) -> None:  # noqa: ANN401 - click's options
    """Einen Fahrplan einlesen (GTFS als ZIP-Datei)."""
    with refusals_spoken(as_json=as_json), opened(workspace) as store:
        from geodata.imports.timetable import import_timetable

        report = import_timetable(store, file, **options)
        say_warnings(report)
        if as_json:
            say_json(report)
        else:
            say_lines(_told(report))


def _told(report: Mapping[str, Any]) -> Iterator[str]:
    yield (
        f"{counted(report['trips'], 'Fahrt', 'Fahrten')} auf "
        f"{counted(report['lines'], 'Linie', 'Linien')} gespeichert "
        f"(Eintrag {report['import_id']})."
    )
    inside = report["stops_inside"]
    yield (
        f"{counted(report['stops'], 'Haltestelle', 'Haltestellen')}, davon im Landkreis {inside}; "
        f"zusammengefasst zu {counted(report['stations'], 'Station', 'Stationen')}."
    )
    without = report["days_without_service"]
    gaps = f", an {counted(without, 'Tag', 'Tagen')} davon fährt nichts" if without else ""
    yield f"Gültig vom {_day(report['first_day'])} bis zum {_day(report['last_day'])}{gaps}."
    for kind in report["day_kinds"]:
        yield (
            f"{_KINDS[kind['kind']]}: {counted(kind['trips'], 'Fahrt', 'Fahrten')}, zum Beispiel "
            f"am {_day(kind['day'])} ({counted(kind['days'], 'Tag', 'Tage')})."
        )
    if "holiday" not in [kind["kind"] for kind in report["day_kinds"]]:
        yield "Ferientage unterscheiden sich in diesem Fahrplan nicht erkennbar von Schultagen."
    yield f"Ein Umstieg dauert mindestens {report['change_seconds']} Sekunden."


def _day(iso: str) -> str:
    return f"{datetime.date.fromisoformat(iso):%d.%m.%Y}"
