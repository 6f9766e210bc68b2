"""`grid` and `places`: where people live, in cells or as points."""

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
from geodata.german.command_line import WholeNumber
from geodata.german_count import counted, german_count

_FILE = click.Path(path_type=Path, readable=False)
_file_argument = click.argument("file", metavar="DATEI", type=_FILE)
_population_option = click.option("--population", help="Spalte mit den Einwohnern")


@click.command()
@_file_argument
@workspace_option
@click.option(
    "--cell", type=WholeNumber(1, 100_000), required=True, help="Seite einer Zelle in Metern"
)
@_population_option
@click.option("--system", default="raster", help="Kurzname der Raumebene, sonst raster")
@click.option("--title", default="", help="Titel der Raumebene, z. B. Raster 1 km")
@click.option("--period", default="", help="Stand der Einwohner, z. B. 2022-05-15")
@click.option("--attribution", default="", help="Quellenvermerk")
@json_option
def grid(file: Path, workspace: Path, as_json: bool, **options: Any) -> None:  # noqa: ANN401 - click's options
    """Ein Raster mit Einwohnern einlesen (CSV des Zensus)."""
    with refusals_spoken(as_json=as_json), opened(workspace) as store:
        from geodata.imports.grid import import_grid

        report = import_grid(store, file, **options)
        say_warnings(report)
        if as_json:
            say_json(report)
        else:
            say_lines(_grid_told(report))


@click.command()
@_file_argument
@workspace_option
@click.option("--name", help="Spalte mit dem Namen")
@_population_option
@click.option("--title", default="", help="wie die Orte heißen sollen, z. B. Ortslagen 2024")
@click.option(
    "--nature",
    type=click.Choice(["real", "estimated", "model"]),
    default="real",
    help="woher man weiß, wer wo wohnt: real (gezählt), estimated (geschätzt) oder model (Modell)",
)
@click.option(
    "--along",
    metavar="DATEI",
    type=_FILE,
    help="auf die Wohnstraßen dieses OSM-Auszugs verteilen; gilt dann als geschätzt",
)
@click.option("--attribution", default="", help="Quellenvermerk")
@click.option("--layer", help="Layer der Datei")
@click.option("--sheet", help="Tabellenblatt")
@click.option("--crs", help="Koordinatensystem, falls die Datei keines nennt, z. B. EPSG:25832")
@json_option
def places(file: Path, workspace: Path, as_json: bool, **options: Any) -> None:  # noqa: ANN401 - click's options
    """Orte mit Einwohnern einlesen (CSV, XLSX, ODS, GeoJSON, GeoPackage)."""
    with refusals_spoken(as_json=as_json), opened(workspace) as store:
        from geodata.imports.places import import_places

        report = import_places(store, file, **options)
        say_warnings(report)
        if as_json:
            say_json(report)
        else:
            say_lines(_places_told(report))


def _grid_told(report: Mapping[str, Any]) -> Iterator[str]:
    yield (
        f"{counted(report['kept'], 'Zelle', 'Zellen')} gespeichert "
        f"(Eintrag {report['import_id']}), {german_count(report['outside'])} außerhalb."
    )
    yield _people_told(report, "Zelle", "Zellen")
    if report["indicator"]:
        yield f"Indikator: {report['indicator']}"


def _places_told(report: Mapping[str, Any]) -> Iterator[str]:
    yield (
        f"{counted(report['kept'], 'Ort', 'Orte')} im Landkreis (Eintrag {report['import_id']}), "
        f"{german_count(report['outside'])} außerhalb, gelesen als {report['crs_from']}."
    )
    yield _people_told(report, "Ort", "Orte")
    if report["along"]:
        points = counted(report["points"], "Punkt", "Punkte")
        yield (
            f"Verteilt auf die Wohnstraßen aus „{report['along']}“: {points}. Wo genau jemand "
            "wohnt, ist damit geschätzt."
        )


def _people_told(report: Mapping[str, Any], one: str, many: str) -> str:
    people = german_count(round(report["population"]))
    return (
        f"Bewohnt: {counted(report['inhabited'], one, many)} mit {people} Einwohnern; ohne Angabe: "
        f"{german_count(report['without_figure'])}, davon geheim: {german_count(report['secret'])}."
    )
