"""`areas` and `table`: the two ways in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from geodata.commands.reports import areas_told, table_told, unmatched_told
from geodata.commands.speaking import (
    json_option,
    opened,
    overwrite_option,
    refusals_spoken,
    say_json,
    say_lines,
    say_warnings,
    workspace_option,
)
from geodata.commands.writable import refuse_unwritable

# What cannot be read is said by the import, in German.
_FILE = click.Path(path_type=Path, readable=False)


@click.command()
@click.argument("file", metavar="DATEI", type=_FILE)
@workspace_option
@click.option("--system", required=True, help="Kurzname der Raumebene, z. B. gemeinde")
@click.option("--title", default="", help="Titel der Raumebene, z. B. Gemeinden")
@click.option("--key", help="Spalte mit dem Schlüssel")
@click.option("--name", help="Spalte mit dem Namen")
@click.option("--where", help="Auswahl, z. B. 'AGS=03355*'")
@click.option("--context", is_flag=True, help="Nachbarn, die grau dahinter liegen")
@click.option("--attribution", default="", help="Quellenvermerk der Geometrien")
@click.option("--valid", default="", help="Gebietsstand, z. B. 2016-01-01")
@click.option("--layer", help="Layer der Datei")
@click.option("--crs", help="Koordinatensystem, falls die Datei keines nennt, z. B. EPSG:25832")
@json_option
def areas(file: Path, workspace: Path, title: str, as_json: bool, **options: Any) -> None:  # noqa: ANN401 - click's options
    """Gebiete einer Raumebene einlesen."""
    with refusals_spoken(as_json=as_json), opened(workspace) as store:
        # The readers need seconds to load, the help page does not need them.
        from geodata.imports.areas import import_areas

        report = import_areas(store, file, title=title, **options)
        say_warnings(report)
        if as_json:
            say_json(report)
        else:
            say_lines(areas_told(report))


@click.command()
@click.argument("file", metavar="DATEI", type=_FILE)
@workspace_option
@click.option("--system", help="nur diese Raumebene")
@click.option("--ring", help="Vergleichsring, dessen Kreise die Tabelle enthält, z. B. nachbarn")
@click.option("--recipe", metavar="DATEI", type=_FILE, help="Rezept (TOML) für diese Datei")
@click.option("--sheet", help="Tabellenblatt")
@click.option("--key", help="Spalte mit dem Schlüssel")
@click.option("--value", help="nur diese Wertspalte; mit --indicator")
@click.option("--indicator", help="id des Indikators für --value")
@click.option("--period", help="Stand der Werte, z. B. 2022-12-31")
@click.option("--allow-unmatched", is_flag=True, help="auch bei vielen unbekannten Schlüsseln")
@click.option("--dry-run", is_flag=True, help="nur prüfen, nichts speichern")
@click.option(
    "--save-recipe", metavar="DATEI", type=_FILE, help="Rezept für das nächste Jahr schreiben"
)
@overwrite_option
@json_option
def table(
    file: Path,
    workspace: Path,
    recipe: Path | None,
    save_recipe: Path | None,
    overwrite: bool,
    as_json: bool,
    **options: Any,  # noqa: ANN401 - click's options
) -> None:
    """Eine Tabelle einlesen."""
    if bool(options["value"]) != bool(options["indicator"]):
        raise click.UsageError("--value und --indicator gehören zusammen.")
    if options["ring"] and options["system"]:
        raise click.UsageError("--ring und --system schließen einander aus.")
    with refusals_spoken(as_json=as_json), opened(workspace) as store:
        from geodata.imports.table import import_table
        from geodata.tables import recipe as recipes

        known = recipes.load_recipe(recipe) if recipe else None
        if save_recipe:
            refuse_unwritable(save_recipe, overwrite=overwrite)
        report, decided = import_table(store, file, recipe=known, **options)
        if save_recipe:
            recipes.save_recipe(decided, save_recipe)
        say_warnings(report)
        say_lines(unmatched_told(report), err=True)
        if as_json:
            say_json(report)
        else:
            say_lines(table_told(report, dry_run=options["dry_run"]))
