"""`ring`: the counties that one measures itself against."""

from __future__ import annotations

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


@click.command()
@click.argument("file", metavar="DATEI", type=click.Path(path_type=Path, readable=False))
@workspace_option
@click.option("--dry-run", is_flag=True, help="nur prüfen, nichts speichern")
@json_option
def ring(file: Path, workspace: Path, dry_run: bool, as_json: bool) -> None:
    """Einen Vergleichsring (TOML) anlegen oder ändern."""
    with refusals_spoken(as_json=as_json), opened(workspace) as store:
        from geodata.imports.ring import import_ring

        report = import_ring(store, file, dry_run=dry_run)
        say_warnings(report)
        if as_json:
            say_json(report)
            return
        done = (
            "Geprüft, nichts gespeichert"
            if dry_run
            else f"Gespeichert (Eintrag {report['import_id']})"
        )
        names = ", ".join(member["name"] for member in report["members"])
        click.echo(f"{done}: Vergleichsring „{report['title']}“ mit {names}.")
