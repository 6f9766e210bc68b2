"""`facilities`: Kitas, schools and the like, a kind at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

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
from geodata.facilities.facility import NATURES
from geodata.german_count import counted, german_count

_FILE = click.Path(path_type=Path, readable=False)
_MOST_TOLD = 20
_WHAT = {
    "without_place": "ohne Lage",
    "outside": "außerhalb des Landkreises",
    "swapped": "Koordinaten waren vertauscht und sind zurückgetauscht",
    "double": "doppelt, nicht noch einmal übernommen",
    "alike": "gleicher Name an gleicher Stelle, aber andere Angaben; beide übernommen",
    "unread": "nicht verstanden, bleibt ohne Angabe",
}


@click.command()
@click.argument("file", metavar="DATEI", type=_FILE)
@workspace_option
@click.option("--kind", required=True, help="Art der Einrichtung, z. B. kita oder grundschule")
@click.option("--tag", help="Merkmal in einer OSM-Datei, z. B. amenity=kindergarten")
@click.option("--title", default="", help="wie die Liste heißen soll, z. B. Kita-Bedarfsplan 2024")
@click.option("--attribution", default="", help="Quellenvermerk")
@click.option(
    "--nature",
    type=click.Choice(NATURES),
    default="real",
    help="woher die Einrichtungen kommen: erhoben (real), geschätzt oder Modell",
)
@click.option(
    "--capacity-nature",
    type=click.Choice(NATURES),
    help="dasselbe für Plätze, Belegung und Schülerzahlen; sonst wie --nature",
)
@click.option("--layer", help="Layer der Datei")
@click.option("--sheet", help="Tabellenblatt")
@click.option("--crs", help="Koordinatensystem, falls die Zahlen es nicht verraten")
@click.option(
    "--missing",
    metavar="DATEI",
    type=_FILE,
    help="Liste zum Ergänzen als CSV schreiben, falls Einrichtungen ohne Lage sind",
)
@overwrite_option
@json_option
def facilities(
    file: Path,
    workspace: Path,
    missing: Path | None,
    overwrite: bool,
    as_json: bool,
    **options: Any,  # noqa: ANN401 - click's options
) -> None:
    """Einrichtungen einlesen (CSV, XLSX, ODS, GeoJSON, GeoPackage, Shapefile, OSM)."""
    with refusals_spoken(as_json=as_json), opened(workspace) as store:
        from geodata.imports.facilities import import_facilities

        if missing:
            refuse_unwritable(missing, overwrite=overwrite)
        report = import_facilities(store, file, missing=missing, **options)
        say_warnings(report)
        say_lines(_look_at(report), err=True)
        if as_json:
            say_json(report)
        else:
            say_lines(_told(report))


def _told(report: Mapping[str, Any]) -> Iterator[str]:
    yield (
        f"{report['title']}: {counted(report['kept'], 'Einrichtung', 'Einrichtungen')} gespeichert "
        f"(Eintrag {report['import_id']})."
    )
    parts = [
        ("placed", "mit Lage"),
        ("without_place", "ohne Lage"),
        ("swapped", "vertauscht"),
        ("outside", "außerhalb"),
        ("doubles", "doppelt"),
        ("without_capacity", "ohne Angabe der Plätze"),
    ]
    yield ", ".join(f"{german_count(report[name])} {words}" for name, words in parts) + "."
    if report["crs_from"]:
        yield f"Koordinaten gelesen als {' und '.join(report['crs_from'])}."
    if report["unread_columns"]:
        yield "Nicht übernommene Spalten: " + ", ".join(report["unread_columns"])
    for reason, number in Counter(line["reason"] for line in report["left_out"]).items():
        yield f"Übergangen: {reason} ({counted(number, 'Zeile', 'Zeilen')})"
    if report["missing_file"]:
        yield (
            f"Zum Ergänzen: „{report['missing_file']}“. Die ohne Lage stehen oben; lon und lat "
            "eintragen und die Datei anstelle der ursprünglichen einlesen."
        )
    elif report["without_place"]:
        yield "Mit --missing DATEI.csv entsteht eine Liste zum Ergänzen der Lage."


def _look_at(report: Mapping[str, Any]) -> Iterator[str]:
    """One line for each row to look at, the first of them in full."""
    lines = report["look_at"]
    for line in lines[:_MOST_TOLD]:
        named = f" ({line['name']})" if line["name"] else ""
        text = f": {line['text']}" if line["text"] else ""
        yield f"{report['row_is']} {line['row']}{named}: {_WHAT[line['what']]}{text}"
    more = len(lines) - _MOST_TOLD
    if more > 0:
        yield f"Und {counted(more, 'weiterer Hinweis', 'weitere Hinweise')} (alle mit --json)."
