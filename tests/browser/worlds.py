"""Small worlds for journeys: villages with every kind of gap, villages with hostile names."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from shapely.affinity import translate

from geodata.imports.mobility import import_mobility
from geodata.imports.timetable import import_timetable
from tests.feeds import write_feed
from tests.kitas import KITAS, SCHOOL, served_by_children
from tests.village_roads import kita, put_kitas, put_streets
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    COUNTY,
    FOREST,
    geojson_of,
    put_areas,
    put_facilities,
    put_points,
    put_records,
    put_table,
    squares,
    village_store,
)

ROOT = Path(__file__).resolve().parents[2]
IMAGE = '<img src=x onerror="window.hacked=1">'
SCRIPT = "<script>window.hacked=2</script>"
FORMULA = "=cmd()"


def villages_with_gaps(folder: Path) -> Path:
    """2022: Ahausen 4, Bedorf unreliable, Cetal secret, forest none; 2021: Ahausen blocked."""
    with village_store(folder) as store:
        put_table(store, "kinder", "2022", {AHAUSEN: 4.0, BEDORF: "/", CETAL: ".", FOREST: "-"})
        put_table(store, "kinder", "2021", {AHAUSEN: "x", BEDORF: 8.0, CETAL: 6.0, FOREST: "-"})
        put_table(store, "einwohner", "2022", {AHAUSEN: 100.0, BEDORF: 200.0, CETAL: 300.0})
        beside = translate(squares()[0], xoff=2500)
        put_areas(store, "kreis", {"03355": "Nachbarkreis"}, [beside], context=True)
    return folder


def villages_with_kitas(folder: Path) -> Path:
    """Children, and Kitas of which one is a model and one has a hostile name; a school."""
    with village_store(folder) as store:
        put_table(store, "kinder", "2022", {AHAUSEN: 40.0, BEDORF: 60.0, CETAL: ".", FOREST: "-"})
        put_records(store, [served_by_children()])
        hostile = replace(KITAS[1], name=IMAGE, provider=SCRIPT, address=FORMULA)
        model = replace(KITAS[2], nature="model", capacity_nature="model")
        put_facilities(store, "kita", [KITAS[0], hostile, model, *KITAS[3:]], title=IMAGE)
        put_facilities(store, "schule", [SCHOOL], title="Schulen")
    return folder


def villages_with_roads(folder: Path, desk: Path) -> Path:
    """Streets, a bus, and places; a Kita in Ahausen and a bench, both with hostile names."""
    bench, feed = desk / "baenke.csv", write_feed(desk / "dorf.zip")
    bench.write_text(f"Name;x;y;Richtung\n{SCRIPT};650500;5871500;{SCRIPT}\n", encoding="utf-8")
    with village_store(folder) as store:
        put_table(store, "kinder", "2022", {AHAUSEN: 40.0, BEDORF: 60.0, CETAL: 50.0, FOREST: 0.0})
        homes = [("Ahausen", 500, 1500, 100), ("Bedorf", 1500, 1500, 300), ("Cetal", 500, 500, 50)]
        put_points(store, homes)
        put_streets(store, nature="model")
        put_kitas(store, kita(IMAGE, "Ahausen", capacity=20))
        school = replace(kita("Schule", "Cetal"), kind="schule")
        put_facilities(store, "schule", [school], title="Schulen")
        import_timetable(store, feed)
        import_mobility(store, bench, kind="mitfahrbank", model=True)
    return folder


def hostile_villages(folder: Path, desk: Path) -> Path:
    """Names, column, title, unit and source that try to be HTML, brought in by commands."""
    names = {AHAUSEN: IMAGE, BEDORF: SCRIPT, CETAL: FORMULA, FOREST: f"Wald {IMAGE}"}
    areas = geojson_of(names, squares(), desk / "gebiete.geojson")
    table = desk / "tabelle <b>.csv"
    column = IMAGE.replace('"', '""')
    rows = f'{AHAUSEN};"3"\n{BEDORF};"5"\n{CETAL};"9"\n{FOREST};"1"\n'
    table.write_text(f'AGS;"{column}"\n{rows}', encoding="utf-8")
    geodata("init", folder, "--title", f"Kreis </title>{SCRIPT}", "--county", COUNTY)
    level = ("--system", "gemeinde", "--title", f"Ort {IMAGE}", "--attribution", IMAGE)
    geodata("areas", folder, str(areas), *level)
    said = geodata("table", folder, str(table), "--period", "2022", "--json")
    variable = json.loads(said)["variables"][0]["id"]
    catalogue = desk / "katalog.toml"
    catalogue.write_text(_hostile_catalogue(variable), encoding="utf-8")
    geodata("catalogue", folder, "apply", str(catalogue))
    return folder


def geodata(name: str, workspace: Path, *arguments: str) -> str:
    """What `python -m geodata …` says, run in a process of its own."""
    command = [sys.executable, "-m", "geodata", name, *arguments, "--workspace", str(workspace)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def _hostile_catalogue(variable: str) -> str:
    """The column stays as it came; a second indicator has a hostile title, question and unit."""
    return f"""schema = 1
[[source]]
id = "boese"
title = '{IMAGE}'
attribution = '{SCRIPT}'
[[indicator]]
id = "titel"
title = '{IMAGE}'
question = '{SCRIPT}?'
topic = '{IMAGE}'
unit = '{SCRIPT}'
numerator = ["{variable}"]
source = "boese"
"""
