"""`mobility`: what moves beside the timetable."""

from __future__ import annotations

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
from geodata.german_count import counted, german_count
from geodata.mobility.offer import MOBILITY_KINDS

_CALLED = {
    "rufbus": ("Rufbus-Zone", "Rufbus-Zonen"),
    "mitfahrbank": ("Mitfahrbank", "Mitfahrbänke"),
    "mobil": ("mobiler Halt", "mobile Halte"),
}


@click.command()
@click.argument("file", metavar="DATEI", type=click.Path(path_type=Path, readable=False))
@workspace_option
@click.option(
    "--kind",
    type=click.Choice(MOBILITY_KINDS),
    required=True,
    help="rufbus (Zonen), mitfahrbank oder mobil (Halte eines mobilen Büros)",
)
@click.option("--name", help="Spalte mit dem Namen")
@click.option("--title", default="", help="wie die Ebene heißen soll, z. B. Rufbus Wendland")
@click.option("--attribution", default="", help="Quellenvermerk")
@click.option("--model", is_flag=True, help="als Modelldaten kennzeichnen")
@click.option("--layer", help="Layer der Datei")
@click.option("--crs", help="Koordinatensystem, falls die Datei keines nennt, z. B. EPSG:25832")
@json_option
def mobility(file: Path, workspace: Path, as_json: bool, **options: Any) -> None:  # noqa: ANN401 - click's options
    """Rufbus-Zonen, Mitfahrbänke oder mobile Halte einlesen."""
    with refusals_spoken(as_json=as_json), opened(workspace) as store:
        from geodata.imports.mobility import import_mobility

        report = import_mobility(store, file, **options)
        say_warnings(report)
        if as_json:
            say_json(report)
        else:
            say_lines(_told(report))


def _told(report: Mapping[str, Any]) -> Iterator[str]:
    yield (
        f"{counted(report['kept'], *_CALLED[report['kind']])} gespeichert (Eintrag "
        f"{report['import_id']}), außerhalb des Landkreises: {german_count(report['outside'])}."
    )
    if report["kind"] == "mitfahrbank":
        yield f"Ohne Richtung: {german_count(report['without_directions'])}."
    else:
        yield f"Ohne Zeiten: {german_count(report['without_hours'])}."
