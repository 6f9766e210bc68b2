"""`catalogue export` and `catalogue apply`: what the figures are, as a file."""

from __future__ import annotations

from pathlib import Path

import click

from geodata.commands.speaking import (
    json_option,
    opened,
    overwrite_option,
    refusals_spoken,
    say_json,
    workspace_option,
)
from geodata.german.command_line import GermanGroup
from geodata.german_count import counted


@click.group(cls=GermanGroup)
def catalogue() -> None:
    """Den Katalog der Indikatoren, Quellen und Einrichtungsarten ausgeben oder einlesen."""


@catalogue.command("export")
@click.argument("file", metavar="DATEI", type=click.Path(path_type=Path, readable=False))
@workspace_option
@overwrite_option
@json_option
def export(file: Path, workspace: Path, overwrite: bool, as_json: bool) -> None:
    """Den Katalog als TOML oder XLSX schreiben."""
    with refusals_spoken(as_json=as_json), opened(workspace) as store:
        from geodata.imports.catalogue import export_catalogue

        report = export_catalogue(store, file, overwrite=overwrite)
        if as_json:
            say_json(report)
        else:
            click.echo(
                f"{counted(report['indicators'], 'Indikator', 'Indikatoren')} und "
                f"{counted(report['sources'], 'Quelle', 'Quellen')} geschrieben nach {file}, dazu "
                f"{counted(report['facility_kinds'], 'Einrichtungsart', 'Einrichtungsarten')}."
            )


@catalogue.command("apply")
@click.argument("file", metavar="DATEI", type=click.Path(path_type=Path, readable=False))
@workspace_option
@click.option("--dry-run", is_flag=True, help="nur prüfen, nichts speichern")
@json_option
def apply(file: Path, workspace: Path, dry_run: bool, as_json: bool) -> None:
    """Einen Katalog (TOML oder XLSX) prüfen und übernehmen."""
    with refusals_spoken(as_json=as_json), opened(workspace) as store:
        from geodata.imports.catalogue import apply_catalogue

        report = apply_catalogue(store, file, dry_run=dry_run)
        if as_json:
            say_json(report)
            return
        done = "Geprüft, nichts gespeichert" if dry_run else "Übernommen"
        click.echo(
            f"{done}: {len(report['new'])} neu, {len(report['changed'])} geändert, "
            f"{report['unchanged']} unverändert."
        )
