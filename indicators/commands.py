"""The command line of `indicators`; only published figures leave it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from geodata.commands.speaking import (
    json_option,
    overwrite_option,
    refusals_spoken,
    say_json,
    workspace_option,
)
from geodata.german.command_line import GermanGroup
from geodata.german_count import counted
from geodata.workspace import open_workspace
from indicators.choices import periods, systems, topics
from indicators.comparison.commands import ring
from indicators.hand_out import as_csv, handed_out
from indicators.query import Query
from indicators.reach.commands import reach
from indicators.secrecy.commands import audit, rule


@click.group(cls=GermanGroup)
def indicators() -> None:
    """Indikatoren auflisten, Werte ausgeben, Werte weitergeben."""


@indicators.command("list")
@workspace_option
@json_option
def list_all(workspace: Path, as_json: bool) -> None:
    """Welche Indikatoren es gibt, für welche Raumebenen und Stände."""
    with refusals_spoken(as_json=as_json):
        with open_workspace(workspace) as opened:
            found = [
                {
                    "id": indicator.id,
                    "title": indicator.title,
                    "question": indicator.question,
                    "topic": topic.title,
                    "unit": indicator.unit,
                    "kind": indicator.kind,
                    "systems": {
                        system.id: [c.period.text for c in periods(opened, indicator.id, system.id)]
                        for system in systems(opened, indicator.id)
                    },
                }
                for topic in topics(opened)
                for indicator in topic.indicators
            ]
        if as_json:
            say_json({"schema": 1, "indicators": found})
            return
        for entry in found:
            click.echo(f"{entry['topic']} · {entry['id']}: {entry['title']}")


@indicators.command()
@click.argument("indicator", metavar="ID")
@workspace_option
@click.option("--system", required=True, help="Raumebene, z. B. gemeinde")
@click.option(
    "--period", default="", help="Stand, z. B. 2022-12-31; all für alle; sonst der letzte"
)
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv")
def values(indicator: str, workspace: Path, system: str, period: str, form: str) -> None:
    """Die Werte eines Indikators, wie die Karte sie zeigt."""
    with refusals_spoken():
        with open_workspace(workspace) as opened:
            rows = handed_out(opened, Query(indicator, system, period))
        if form == "json":
            text = json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
        else:
            text = as_csv(rows)
        # Bytes: Windows would write another encoding into a file, and break each line twice.
        click.echo(text.encode(), nl=False)


@indicators.command()
@click.argument("file", metavar="DATEI", type=click.Path(path_type=Path))
@workspace_option
@overwrite_option
@json_option
def export(file: Path, workspace: Path, overwrite: bool, as_json: bool) -> None:
    """Alle veröffentlichten Werte als GeoPackage zum Weitergeben."""
    with refusals_spoken(as_json=as_json):
        # GDAL and geopandas load on first use: `list` and `values` do without them.
        from indicators.export import export_geopackage

        with open_workspace(workspace) as opened:
            report = export_geopackage(opened, file, overwrite=overwrite)
        if as_json:
            say_json(report)
        else:
            levels = counted(report["layers"], "Raumebene", "Raumebenen")
            click.echo(f"{levels} mit {counted(report['values'], 'Wert', 'Werten')} in {file}.")
            for system in report["areas_only"]:
                click.echo(
                    f"„{system}“ hat mehr Indikatoren, als in einen Layer passen: "
                    "Die Werte stehen nur in der Tabelle „werte“."
                )


for command in (rule, audit, ring, reach):
    indicators.add_command(command)
