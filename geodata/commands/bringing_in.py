"""`areas` and `table`: the two ways in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from geodata.commands.speaking import (
    german_count,
    json_option,
    opened,
    refusals_spoken,
    say_json,
    say_warnings,
    workspace_option,
)
from geodata.imports.refusals import CannotWrite

# What cannot be read is said by the import, in German.
_FILE = click.Path(path_type=Path, readable=False)
_FATES = {
    "matched": "zugeordnet",
    "repaired": "repariert",
    "outside": "außerhalb",
    "unmatched_count": "ohne Treffer",
    "ignored_count": "übergangen",
}


@click.command()
@click.argument("file", type=_FILE)
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
        _say_areas(report, as_json=as_json)


@click.command()
@click.argument("file", type=_FILE)
@workspace_option
@click.option("--system", help="nur diese Raumebene")
@click.option("--recipe", type=_FILE, help="Rezept (TOML) für diese Datei")
@click.option("--sheet", help="Tabellenblatt")
@click.option("--key", help="Spalte mit dem Schlüssel")
@click.option("--value", help="nur diese Wertspalte; mit --indicator")
@click.option("--indicator", help="id des Indikators für --value")
@click.option("--period", help="Stand der Werte, z. B. 2022-12-31")
@click.option("--allow-unmatched", is_flag=True, help="auch bei vielen unbekannten Schlüsseln")
@click.option("--dry-run", is_flag=True, help="nur prüfen, nichts speichern")
@click.option("--save-recipe", type=_FILE, help="Rezept für die Datei des nächsten Jahres")
@json_option
def table(
    file: Path,
    workspace: Path,
    recipe: Path | None,
    save_recipe: Path | None,
    as_json: bool,
    **options: Any,  # noqa: ANN401 - click's options
) -> None:
    """Eine Tabelle einlesen."""
    if bool(options["value"]) != bool(options["indicator"]):
        raise click.UsageError("--value und --indicator gehören zusammen.")
    with refusals_spoken(as_json=as_json), opened(workspace) as store:
        from geodata.imports.table import import_table
        from geodata.tables import recipe as recipes

        known = recipes.load_recipe(recipe) if recipe else None
        if save_recipe:
            _refuse_unwritable(save_recipe)
        report, decided = import_table(store, file, recipe=known, **options)
        if save_recipe:
            recipes.save_recipe(decided, save_recipe)
        _say_table(report, as_json=as_json, dry_run=options["dry_run"])


def _refuse_unwritable(path: Path) -> None:
    """Said before the import, so that nothing is stored without the recipe that was asked for."""
    if path.is_dir() or not os.access(path if path.exists() else path.parent, os.W_OK):
        raise CannotWrite(file=path, reason="kein Schreibzugriff oder kein solcher Ordner")


def _say_areas(report: Mapping[str, Any], *, as_json: bool) -> None:
    say_warnings(report)
    if as_json:
        say_json(report)
        return
    click.echo(
        f"{german_count(report['matched'])} Gebiete gespeichert (Eintrag {report['import_id']}, "
        f"Koordinatensystem der Datei: {report['crs_from']})."
    )
    if report["nests_in"]:
        click.echo("Sie liegen ganz in: " + ", ".join(report["nests_in"]))


def _say_table(report: Mapping[str, Any], *, as_json: bool, dry_run: bool) -> None:
    say_warnings(report)
    for row in report["unmatched"]:
        hint = f" Gemeint vielleicht: {row['suggestion']}." if row["suggestion"] else ""
        shown = " ".join(filter(None, (row["key"], row["name"])))
        click.echo(f"Zeile {row['row']}: „{shown}“ passt zu keinem Gebiet.{hint}", err=True)
    if as_json:
        say_json(report)
        return
    done = (
        "Geprüft, nichts gespeichert" if dry_run else f"Gespeichert (Eintrag {report['import_id']})"
    )
    click.echo(f"{done}: {german_count(report['values'])} Werte.")
    fates = ", ".join(f"{word} {german_count(report[name])}" for name, word in _FATES.items())
    click.echo(f"Zeilen: {german_count(report['rows'])}, davon {fates}.")
    for line in report["left_out"]:
        click.echo(f"Keine Daten: Zeile {line['row']}, {line['reason']}")
    for repair in report["repairs"]:
        click.echo(f"Repariert: {repair['how']} ({german_count(repair['rows'])} Zeilen)")
    for variable in report["variables"]:
        click.echo(f"{variable['id']}: {variable['label']} ({', '.join(variable['periods'])})")
