"""`init`, `undo` and `purge`: a workspace made, and what was done to it taken back."""

from __future__ import annotations

import re
from pathlib import Path

import click

from geodata.commands.speaking import (
    json_option,
    opened,
    refusals_spoken,
    say_json,
    say_warnings,
    workspace_option,
)
from geodata.german.command_line import WholeNumber
from geodata.imports.refusals import BadCounty, NoTitle
from geodata.store import Store
from geodata.store.refusals import NoReason


@click.command()
@workspace_option
@click.option("--title", required=True, help="z. B. „Landkreis Lüneburg“")
@click.option("--county", required=True, help="Kreisschlüssel, fünf Ziffern")
@json_option
def init(workspace: Path, title: str, county: str, as_json: bool) -> None:
    """Einen leeren Arbeitsbereich anlegen."""
    with refusals_spoken(as_json=as_json):
        if not re.fullmatch(r"\d{5}", county):
            raise BadCounty(county=county)
        if not title.strip():
            raise NoTitle
        with Store.create(workspace, title=title, county=county):
            pass
        if as_json:
            say_json({"schema": 1, "stored": True, "title": title, "county": county})
        else:
            click.echo(f"Arbeitsbereich „{title}“ angelegt in {workspace}.")


@click.command()
@click.argument("number", metavar="ID", type=WholeNumber(1))
@workspace_option
@json_option
def undo(number: int, workspace: Path, as_json: bool) -> None:
    """Einen Import zurücknehmen."""
    with refusals_spoken(as_json=as_json), opened(workspace) as store:
        from geodata.imports.undo import undo_import

        report = undo_import(store, number)
        say_warnings(report)
        if as_json:
            say_json(report)
        else:
            click.echo(f"Eintrag {number} ist zurückgenommen.")


@click.command()
@click.argument("number", metavar="ID", type=WholeNumber(1))
@workspace_option
@click.option("--reason", default="", help="Grund; bleibt im Journal stehen [nötig]")
@json_option
def purge(number: int, workspace: Path, reason: str, as_json: bool) -> None:
    """Einen Import mit seiner Datei endgültig löschen."""
    if not reason:
        raise click.UsageError(str(NoReason()))
    with refusals_spoken(as_json=as_json), opened(workspace) as store:
        from geodata.imports.undo import purge_import

        report = purge_import(store, number, reason=reason)
        say_warnings(report)
        if as_json:
            say_json(report)
        else:
            click.echo(
                f"Eintrag {number} ist endgültig gelöscht; der Grund steht im Journal. Gelöscht "
                "sind auch die Sicherungen vor Programmwechseln (atlas.vor-version-*.gpkg) und die "
                "zwischengespeicherten Karten."
            )
