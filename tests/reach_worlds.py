"""Workspaces for reachability out of real files, made by commands alone.

`python -m tests.reach_worlds heidelberg --workspace W`, and so for `bayreuth` and `luechow`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import click

from app import DEMONSTRATION
from tests.typed import SHARED, typed

_GEMEINDEN = "may-ship/vg250_2016/de_gemeinden_vg250_2016.parquet"
_VERZEICHNIS = "may-ship/gemeindeverzeichnis/AuszugGV2QAktuell.xlsx"
_BORDERS = ("--valid", "2016-01-01", "--attribution", "© GeoBasis-DE / BKG 2016 (Daten verändert)")
_CENSUS = "© Statistische Ämter des Bundes und der Länder, 2014"
_DESTATIS = ("--attribution", "© Statistisches Bundesamt (Destatis), 2024")

# At least 97 % of each of these lie within 400 m of a road of the file: in them nothing is missing.
HEIDELBERG = {
    "08221000": "Heidelberg",
    "08226012": "Dossenheim",
    "08226018": "Eppelheim",
    "08226022": "Gaiberg",
    "08226080": "Schönau",
    "08226082": "Schriesheim",
    "08226099": "Wilhelmsfeld",
}
# The one Gemeinde that the file holds as a whole, and its neighbour, most of which it holds.
BAYREUTH = {"09477119": "Harsdorf", "09472150": "Heinersreuth"}


def heidelberg(workspace: Path, shared: Path) -> None:
    """A town and its hills: streets, timetable, Kitas and schools, people along their streets."""
    roads = shared / "test-only/osm/heidelberg.test.pbf"
    _areas(workspace, shared, "Heidelberg und Umland", "08221", HEIDELBERG)
    _command("streets", workspace, roads)
    vrn = shared / "test-only/gtfs/vrn_gtfs_cut.zip"
    _command("timetable", workspace, vrn, "--title", "VRN 2022", "--attribution", "© VRN")
    for kind, tag in (("kita", "amenity=kindergarten"), ("schule", "amenity=school")):
        _command("facilities", workspace, roads, "--kind", kind, "--tag", tag)
    _people(workspace, shared, roads)


def bayreuth(workspace: Path, shared: Path) -> None:
    """Villages in Upper Franconia, of whose roads nearly half are tracks."""
    roads = shared / "test-only/osm/north-bayreuth.osm.gz"
    _areas(workspace, shared, "Bayreuther Norden", "09472", BAYREUTH)
    _command("streets", workspace, roads)
    _command("facilities", workspace, roads, "--kind", "kita", "--tag", "amenity=kindergarten")
    _people(workspace, shared, roads)


def luechow(workspace: Path, shared: Path) -> None:
    """The demonstration, whose model places give way to the people counted in cells of 1 km."""
    shutil.copytree(DEMONSTRATION, workspace)
    cells = shared / "test-only/zensus2011_grid/zensus_1km_luechow_dannenberg.csv"
    when = ("--period", "2011-05-09", "--title", "Zensus 2011, 1 km", "--attribution", _CENSUS)
    _command("grid", workspace, cells, "--cell", "1000", *when)


def _areas(
    workspace: Path, shared: Path, title: str, county: str, gemeinden: dict[str, str]
) -> None:
    where = ("--where", f"AGS={','.join(gemeinden)}")
    _command("init", workspace, "--title", title, "--county", county)
    system = ("--system", "gemeinde", "--title", "Gemeinden")
    _command("areas", workspace, shared / _GEMEINDEN, *system, *where, *_BORDERS)


def _people(workspace: Path, shared: Path, roads: Path) -> None:
    """Their number as a figure of the areas, and as points along the residential streets."""
    # Of the districts around only some Gemeinden are here; the others have no area.
    _command("table", workspace, shared / _VERZEICHNIS, "--allow-unmatched")
    spread = ("--along", str(roads), "--title", "Wohnstraßen, Einwohner 31.12.2022")
    _command("places", workspace, shared / _VERZEICHNIS, *spread, *_DESTATIS)


def _command(name: str, workspace: Path, *arguments: str | Path) -> None:
    typed("geodata", name, workspace, *map(str, arguments))


WORLDS: dict[str, Callable[[Path, Path], None]] = {
    "heidelberg": heidelberg,
    "bayreuth": bayreuth,
    "luechow": luechow,
}


@click.command(help="Legt einen Arbeitsbereich für die Erreichbarkeit an.")
@click.argument("world", type=click.Choice(list(WORLDS)))
@click.option("--workspace", required=True, type=click.Path(path_type=Path))
@click.option("--shared", default=SHARED, type=click.Path(path_type=Path, exists=True))
def main(world: str, workspace: Path, shared: Path) -> None:
    """Everything at once, for a look at it with `python app.py --workspace W`."""
    WORLDS[world](workspace.resolve(), shared)


if __name__ == "__main__":
    main()
