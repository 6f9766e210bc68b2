"""Pictures of the atlas for handbook and README: `python -m tests.browser.pictures`."""

from __future__ import annotations

import datetime
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from app import DEMONSTRATION
from geodata.imports.notes import put_note
from geodata.notes import NoteKey
from geodata.store import Store
from tests import second_county
from tests.browser.reader import NO_BROWSER, Reader, chromium, is_there
from tests.browser.serving import served
from tests.browser.worlds import villages_with_gaps
from tests.typed import SHARED

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "bilder"
WIDE, WALL, TABLET = (1400, 900), (1920, 1080), (820, 1180)
DATA, COMPARISON = "/daten-stand", "/vergleich"
FACILITIES, REACH, STORIES = "/einrichtungen", "/erreichbarkeit", "/praesentation"
CHAPTER = "?geschichte=kinder-und-wege-im-wendland&kapitel=5"
# What stands there once such a mode has answered.
PANELS = {FACILITIES: "#facilities-panel", REACH: "#result-panel", STORIES: ".story-card"}
BUS = "?arten=grundschule&weg=bus"
TOPIC = "?indikator=betreuungsquote_unter_3"
NOTED = "?indikator=anteil_65_plus&zeit=2024-12-31&gebiet=03354018"
EXPORTED = "?indikator=anteil_65_plus&gebiet=03354018"
TWO_MAPS = "?indikator=anteil_unter_18&rechts=%3Findikator%3Danteil_65_plus"
NOTE = NoteKey("anteil_65_plus", "gemeinde", "03354018", "2024-12-31", "Fachdienst Soziales")
READING = (
    "Beispiel: Hier schreibt der Fachdienst, wie er die Zahl versteht und was man über sie wissen "
    "sollte. Die Zahl selbst bleibt, wie sie ist."
)


@dataclass(frozen=True)
class Shot:
    """A view to be seen: its address, the window in CSS px, what is clicked, what then opens."""

    name: str
    search: str = ""
    size: tuple[int, int] = WIDE
    clicks: tuple[str, ...] = ()
    path: str = "/"
    opens: str = ""


SHOTS = (
    Shot("karte"),
    Shot("karte-1920x1080", size=WALL),
    Shot("karte-820x1180", size=TABLET),
    Shot("gebiet", "?indikator=anteil_65_plus&gebiet=03354004"),
    Shot("gebiet-820x1180", "?indikator=anteil_65_plus&gebiet=03354004", TABLET, ("#area-toggle",)),
    Shot("darstellung", "?indikator=kinder_sgb2_anteil&klassen=7", clicks=(".drawing summary",)),
    Shot("sozialraum", "?indikator=haltestellen_je_1000&ebene=sozialraum"),
    Shot("veraenderung", "?indikator=bevoelkerung_veraenderung&liste=tabelle"),
    Shot("daten", path=DATA),
    Shot("export", EXPORTED, clicks=("#handout",), opens=".handout-dialog[open]"),
    Shot("wandel", "?indikator=bevoelkerung&seit=2022-05-15&aenderung=prozent"),
    Shot("wandel-820x1180", "?indikator=bevoelkerung&seit=2022-05-15&aenderung=prozent", TABLET),
    Shot("zwei-karten", TWO_MAPS),
    Shot("zwei-karten-1920x1080", TWO_MAPS, WALL),
    Shot("zwei-karten-820x1180", TWO_MAPS, TABLET),
    Shot("lesart", NOTED),
    Shot("lesart-820x1180", NOTED, TABLET, ("#area-toggle",)),
    Shot("vergleich", TOPIC, path=COMPARISON),
    Shot("vergleich-1920x1080", TOPIC, WALL, path=COMPARISON),
    Shot("vergleich-820x1180", TOPIC, TABLET, path=COMPARISON),
    Shot("zusammenhang", f"{TOPIC}&tafel=zusammenhang", path=COMPARISON),
    Shot("aehnliche", f"{TOPIC}&tafel=aehnlich&gebiet=03354004", path=COMPARISON),
    Shot("ring", f"{TOPIC}&tafel=ring", path=COMPARISON),
    Shot("ring-820x1180", f"{TOPIC}&tafel=ring", TABLET, path=COMPARISON),
    Shot("muster", f"{TOPIC}&tafel=muster", path=COMPARISON),
    Shot("einrichtungen", "?arten=kita&frei=1", path=FACILITIES),
    Shot("einrichtungen-1920x1080", "?arten=kita&frei=1", WALL, path=FACILITIES),
    Shot("einrichtungen-820x1180", "?arten=kita&frei=1", TABLET, path=FACILITIES),
    Shot("auto", "?arten=kita", path=REACH),
    Shot("auto-820x1180", "?arten=kita", TABLET, path=REACH),
    Shot("bus", BUS, path=REACH),
    Shot("bus-1920x1080", BUS, WALL, path=REACH),
    Shot("bus-820x1180", BUS, TABLET, path=REACH),
    Shot("erreichte-wege", "?arten=kita&weg=rad&flaeche=1", path=REACH),
    Shot("fahrt", f"{BUS}&von=11.36000,53.04500", path=REACH),
    Shot("mobilitaet", f"{BUS}&schichten=halte;mitfahrbank;rufbus", path=REACH),
    Shot("geschichten", "?indikator=anteil_unter_18", path=STORIES),
    Shot("vorfuehrung-1920x1080", CHAPTER, WALL, path=STORIES),
    Shot("vorfuehrung-820x1180", CHAPTER, TABLET, path=STORIES),
    Shot("teilen", "?indikator=anteil_unter_18", clicks=("#share",)),
)


def take(reader: Reader, shot: Shot, folder: Path) -> None:
    reader.resize(*shot.size)
    reader.open(shot.search, path=shot.path)
    for css in shot.clicks:
        reader.click(css)
    if shot.opens:
        reader.find(shot.opens)
    if shot.path == DATA:
        reader.shows("#data-page", "Journal")
    elif shot.path == COMPARISON:
        reader.find("#board")
        reader.until(lambda: reader.text("#board"))
    elif shot.search == CHAPTER:
        reader.find(".stage-classes li")
        reader.until(lambda: not reader.all("[data-waiting]"))
    elif shot.path in PANELS:
        reader.until(lambda: reader.text(PANELS[shot.path]))
    else:
        reader.settled()
    if "rechts=" in shot.search:
        reader.until(lambda: reader.see("beside"))
    reader.until(lambda: reader.see("drawn"))
    reader.picture(folder / f"{shot.name}.png")


def _take_second_county(driver: Any, workspace: Path, shared: Path, folder: Path) -> None:
    second_county.bring_in(workspace, shared)
    second_county.make_a_share(workspace)
    with served(workspace) as address:
        shot = Shot("zweiter-landkreis", "?indikator=frauenanteil")
        take(Reader(driver, address), shot, folder)


@click.command(help="Macht die Bilder für das Handbuch.")
@click.option("--to", "folder", default=PICTURES, type=click.Path(path_type=Path))
@click.option("--shared", default=SHARED, type=click.Path(path_type=Path))
def main(folder: Path, shared: Path) -> None:
    """Take every shot; the second county only where its files lie."""
    if not is_there():
        raise click.ClickException(NO_BROWSER)
    folder.mkdir(parents=True, exist_ok=True)
    driver = chromium()
    with tempfile.TemporaryDirectory() as desk:
        shown = Path(shutil.copytree(DEMONSTRATION, Path(desk) / "vorfuehrung"))
        with Store.open(shown) as store:
            put_note(store, NOTE, READING, stage="approved", on=datetime.date(2026, 11, 20))
        with served(shown) as address:
            for shot in SHOTS:
                take(Reader(driver, address), shot, folder)
        with served(villages_with_gaps(Path(desk) / "luecken")) as address:
            take(Reader(driver, address), Shot("luecken", "?indikator=kinder&zeit=2022"), folder)
        if shared.is_dir():
            _take_second_county(driver, Path(desk) / "lueneburg", shared, folder)
    driver.quit()


if __name__ == "__main__":
    main()
