"""`streets`: roads, paths and ferries out of a file of OpenStreetMap."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
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
from geodata.german_count import german_count

# What is read at once needs no bar.
_LONG_BYTES = 20_000_000
_MODE_NAMES = {"foot": "zu Fuß", "bike": "Rad", "pedelec": "Pedelec", "car": "Auto"}


@click.command()
@click.argument("file", metavar="DATEI", type=click.Path(path_type=Path, readable=False))
@workspace_option
@click.option(
    "--buffer-km",
    type=WholeNumber(0, 200),
    default=15,
    help="so weit um den Landkreis herum, in Kilometern, sonst 15",
)
@click.option("--title", default="", help="wie das Netz heißen soll, z. B. Straßen 2024")
@click.option("--attribution", default="", help="Quellenvermerk, falls nicht OpenStreetMap")
@json_option
def streets(file: Path, workspace: Path, as_json: bool, **options: Any) -> None:  # noqa: ANN401 - click's options
    """Straßen und Wege einlesen (.osm.pbf, .osm, .osm.gz)."""
    with refusals_spoken(as_json=as_json), opened(workspace) as store:
        from geodata.imports.streets import import_streets

        with _progress(file) as progress:
            report = import_streets(store, file, progress=progress, **options)
        say_warnings(report)
        if as_json:
            say_json(report)
        else:
            say_lines(_told(report))


@contextmanager
def _progress(file: Path) -> Iterator[Callable[[float], None]]:
    """A bar on stderr for a long file, where a person looks at it."""
    long = file.is_file() and file.stat().st_size > _LONG_BYTES
    if not (long and sys.stderr.isatty()):
        yield lambda _: None
        return
    with click.progressbar(length=100, label="Straßen werden gelesen", file=sys.stderr) as bar:
        yield lambda share: bar.update(int(100 * share) - bar.pos)


def _told(report: Mapping[str, Any]) -> Iterator[str]:
    nodes, edges = (german_count(report[name]) for name in ("nodes", "edges"))
    yield (
        f"Netz gespeichert (Eintrag {report['import_id']}), {report['buffer_km']} km um den "
        f"Landkreis: {nodes} Knoten, {edges} Kanten."
    )
    yield "Länge: " + _by_mode(report["km"])
    if any(report["left_out_km"].values()):
        yield "Ohne Verbindung zum übrigen Netz, weggelassen: " + _by_mode(report["left_out_km"])


def _by_mode(km: Mapping[str, float]) -> str:
    return ", ".join(
        f"{name} {german_count(round(km[mode]))} km" for mode, name in _MODE_NAMES.items()
    )
