"""What the demonstration has beside its timetable: zones, benches and a mobile office, made up."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from geodata.demonstration.facility_files import Site, middles, site_metres, stop_sites
from geodata.demonstration.model import municipality_names
from geodata.demonstration.table_files import csv_text

ASSUMPTIONS = Path(__file__).with_name("mobility_model.toml")
AREAS = "sozialraeume.geojson"
ZONES, BENCHES, OFFICE = "rufbus_modell.geojson", "mitfahrbaenke_modell.csv", "mobil_modell.csv"
BENCH_HEAD = ("Name", "lon", "lat", "Richtungen")
OFFICE_HEAD = ("Name", "lon", "lat", "Zeiten")


def mobility_files(sources: Path) -> dict[str, str]:
    """File name → text, made from the stops and areas in the `sources` folder."""
    model = tomllib.loads(ASSUMPTIONS.read_text(encoding="utf-8"))
    spots = _spots(sources)
    return {
        ZONES: _zones(sources / AREAS, model["zone"]),
        BENCHES: csv_text(BENCH_HEAD, _benches(spots, model["bench"])),
        OFFICE: csv_text(OFFICE_HEAD, _office(spots, model["office"])),
    }


def _spots(sources: Path) -> dict[str, Site]:
    """AGS → the stop nearest to the middle of a municipality, which lends it its name."""
    stops, centres = list(stop_sites(sources)), middles(sources)
    found = {}
    for key, name in municipality_names(sources).items():
        own = [stop for stop in stops if stop.key == key]
        near = min(own, key=partial(_from_middle, centres[key]))
        found[key] = near._replace(place=name.partition(" (")[0])
    return found


def _from_middle(middle: tuple[float, float], stop: Site) -> tuple[float, str]:
    return site_metres(stop, middle), stop.id


def _zones(file: Path, zones: list[dict[str, str]]) -> str:
    areas = json.loads(file.read_text(encoding="utf-8"))["features"]
    shape_of = {area["properties"]["NAME"]: area["geometry"] for area in areas}
    features = [
        {
            "type": "Feature",
            "properties": {"Name": f"Modell-Rufbus {zone['area']}", "Zeiten": zone["hours"]},
            "geometry": shape_of[zone["area"]],
        }
        for zone in zones
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n"


def _benches(spots: Mapping[str, Site], bench: Mapping[str, Any]) -> Iterator[tuple[Any, ...]]:
    """One in every municipality, from which rides lead to the towns that are nearest."""
    towns = [spots[key] for key in bench["towns"]]
    for key in bench["municipalities"]:
        stop = spots[key]
        near = sorted(towns, key=partial(_from_middle, (stop.lon, stop.lat)))
        directions = ", ".join(town.place for town in near[: bench["directions"]])
        yield f"Modell-Mitfahrbank {stop.place}", stop.lon, stop.lat, directions


def _office(spots: Mapping[str, Site], office: list[dict[str, str]]) -> Iterator[tuple[Any, ...]]:
    for halt in office:
        stop = spots[halt["municipality"]]
        name = f"Mobiles Familien-Service-Büro (Modell), {stop.place}"
        yield name, stop.lon, stop.lat, halt["hours"]
