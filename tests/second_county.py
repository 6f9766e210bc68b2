"""Another county's atlas, made by commands alone: `python -m tests.second_county --workspace W`."""

from __future__ import annotations

from pathlib import Path

import click

from tests.typed import SHARED, typed

CATALOGUE = Path(__file__).with_suffix(".toml")

TITLE, COUNTY = "Landkreis Lüneburg", "03355"
_BORDERS = ("--valid", "2016-01-01", "--attribution", "© GeoBasis-DE / BKG 2016 (Daten verändert)")
_OURS = ("--where", f"AGS={COUNTY}*")
_GEMEINDEN = "vg250_2016/de_gemeinden_vg250_2016.parquet"
_KREISE = "vg250_2016/kreise_lk_und_nachbarn.geojson"
_TABLES = (
    "genesis/1000A-0000__*.csv",
    "genesis/AI-N-01-2-5__*.csv",
    "gemeindeverzeichnis/*.xlsx",
)


def bring_in(workspace: Path, shared: Path) -> None:
    """Init, areas, neighbours and tables of the county, out of files of all Germany."""
    ships = shared / "may-ship"
    gemeinden, kreise = str(ships / _GEMEINDEN), str(ships / _KREISE)
    _command("init", workspace, "--title", TITLE, "--county", COUNTY)
    _areas(workspace, gemeinden, "gemeinde", "Gemeinden", *_OURS)
    _areas(workspace, kreise, "kreis", "Landkreis", *_OURS)
    _areas(workspace, kreise, "kreis", "Nachbarkreise", "--context")
    for pattern in _TABLES:
        _command("table", workspace, str(next(ships.glob(pattern))))


def make_a_share(workspace: Path) -> None:
    """Turn an imported column into a share with question, topic and denominator."""
    _command("catalogue", workspace, "apply", str(CATALOGUE))


def _areas(workspace: Path, file: str, system: str, title: str, *which: str) -> None:
    _command("areas", workspace, file, "--system", system, "--title", title, *which, *_BORDERS)


def _command(name: str, workspace: Path, *arguments: str) -> None:
    typed("geodata", name, workspace, *arguments)


@click.command(help="Legt den Atlas eines zweiten Landkreises an.")
@click.option("--workspace", required=True, type=click.Path(path_type=Path))
@click.option("--shared", default=SHARED, type=click.Path(path_type=Path, exists=True))
def main(workspace: Path, shared: Path) -> None:
    """Everything at once, for a look at it with `python app.py --workspace W`."""
    bring_in(workspace.resolve(), shared)
    make_a_share(workspace.resolve())


if __name__ == "__main__":
    main()
