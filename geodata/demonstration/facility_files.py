"""Facilities of the demonstration: school sites at real stops, Kitas and all places as a model."""

from __future__ import annotations

import csv
import io
import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import openpyxl

from geodata.demonstration import register_file
from geodata.demonstration.table_files import csv_text

ASSUMPTIONS = Path(__file__).with_name("facility_model.toml")
STOPS = "haltestellen.csv"
CHILDREN = "modell_altersgruppen_zensus_2022.csv"
SCHOOL_HEAD = ("Kennung", "Name", "Ort", "lon", "lat", "Plätze")
KITA_HEAD = (
    *("Kennung", "Name", "Träger", "Ort", "lon", "lat", "Plätze", "belegt", "Plätze U3"),
    *("Plätze Ü3", "Öffnungszeiten", "Ganztag", "Inklusion"),
)
# A degree of longitude and one of latitude at 53° north, in metres.
_METRES = (67_100.0, 111_300.0)


class Site(NamedTuple):
    """A stop where something may stand: its number, its own name, its place, AGS, degrees."""

    id: str
    name: str
    place: str
    key: str
    lon: float
    lat: float


def facility_files(sources: Path) -> dict[str, str]:
    """File name → CSV text, made from the stops and model children in the `sources` folder."""
    plain = tomllib.loads(ASSUMPTIONS.read_text(encoding="utf-8"))
    numbers = np.random.default_rng(plain["seed"])
    stops = list(stop_sites(sources))
    children = _children(sources)
    files = {}
    for school in plain["school"]:
        sites = [stop for stop in stops if school_kind(stop.name) == school["kind"]]
        rows = list(_school_rows(sites, school, children, numbers))
        head = [*SCHOOL_HEAD, f"Schüler {plain['school_year']}"]
        files[f"schulstandorte_{school['kind']}.csv"] = csv_text(head, rows)
    rows = list(_kita_rows(stops, plain["kita"], children, middles(sources), numbers))
    return {**files, "kitas_modell.csv": csv_text(KITA_HEAD, rows)}


def school_kind(stop: str) -> str:
    """The kind of school that a stop is named after, "" where it is named after none.

    An „Alte Schule“ is none any more; where the name does not say which one, it is a Schule.

    >>> [school_kind(stop) for stop in ("Plate Grundschule", "Freie Schule", "Alte Grundschule")]
    ['grundschule', 'schule', '']
    >>> school_kind("Schulstraße")
    ''
    """
    said = stop.casefold()
    if not said.endswith("schule") and "schule " not in said:
        return ""
    if said.startswith("alte "):
        return ""
    return "grundschule" if "grundschule" in said else "schule"


def stop_sites(sources: Path) -> Iterator[Site]:
    """The stops of the county as places where something may stand."""
    for row in _rows(sources / STOPS):
        name, _, place = row["name"].partition(", ")
        yield Site(row["id"], name, place, row["ags"], float(row["lon"]), float(row["lat"]))


def _school_rows(
    sites: Sequence[Site],
    school: Mapping[str, Any],
    children: Mapping[str, Mapping[str, int]],
    numbers: np.random.Generator,
) -> Iterator[Sequence[Any]]:
    """Sites with pupils, the county's children shared out, and with places in whole classes."""
    everybody = sum(ages[age] for ages in children.values() for age in school["ages"])
    weights = 1 + school["spread"] * (2 * numbers.random(len(sites)) - 1)
    shares = weights / weights.sum() * everybody * school["attending"]
    for site, share in zip(sites, shares, strict=True):
        pupils = round(float(share))
        classes = math.ceil(pupils / school["places_per_class"])
        named = (f"{site.name}, {site.place}", site.place, site.lon, site.lat)
        yield (site.id, *named, classes * school["places_per_class"], pupils)


def _kita_rows(
    stops: Sequence[Site],
    model: Mapping[str, Any],
    children: Mapping[str, Mapping[str, int]],
    middles: Mapping[str, tuple[float, float]],
    numbers: np.random.Generator,
) -> Iterator[Sequence[Any]]:
    """Kitas in the Gemeinden with many children, the largest Gemeinde first."""
    small = {key: (ages["alter_0_2"], ages["alter_3_5"]) for key, ages in children.items()}
    for key in sorted(small, key=lambda key: (-sum(small[key]), key)):
        if sum(small[key]) < model["children_from"]:
            continue
        count = max(1, round(sum(small[key]) / model["children_each"]))
        near = [stop for stop in stops if stop.key == key]
        sites = apart(near, middles[key], count, model["apart_m"])
        shares = 0.75 + 0.5 * numbers.random(len(sites))
        for at, (site, share) in enumerate(zip(sites, shares / shares.sum(), strict=True), 1):
            under_3 = round(float(small[key][0] * model["under_3"] * share))
            from_3 = round(float(small[key][1] * model["from_3"] * share))
            yield _kita_row(site, f"{key}-{at}", at, under_3, from_3, model, numbers)


def _kita_row(
    site: Site,
    own_id: str,
    at: int,
    under_3: int,
    from_3: int,
    model: Mapping[str, Any],
    numbers: np.random.Generator,
) -> Sequence[Any]:
    low, high = model["taken"]
    taken = round((under_3 + from_3) * (low + (high - low) * float(numbers.random())))
    hours = model["hours"][int(numbers.integers(len(model["hours"])))]
    provider = model["providers"][int(numbers.integers(len(model["providers"])))]
    inclusion = "ja" if numbers.random() < model["inclusion"] else "nein"
    where = site.place.partition(" (")[0]
    places: tuple[Any, ...] = (under_3 + from_3, taken, under_3, from_3)
    if own_id in model["untold"]:
        places = ("",) * len(places)
    return (
        *(own_id, f"Modell-Kita {where} {at}", provider, site.place, site.lon, site.lat),
        *(*places, hours["text"], "ja" if hours["all_day"] else "nein", inclusion),
    )


def apart(
    sites: Iterable[Site], middle: tuple[float, float], count: int, metres: float
) -> list[Site]:
    """The sites nearest to a middle that keep away from each other; as many as there are room for.

    >>> line = [Site(str(n), "", "", "", 11.0 + n / 100, 53.0) for n in range(5)]
    >>> [site.id for site in apart(line, (11.0, 53.0), 2, 1000.0)]
    ['0', '2']
    """
    chosen: list[Site] = []
    for site in sorted(sites, key=lambda site: (site_metres(site, middle), site.id)):
        if len(chosen) < count and all(
            site_metres(site, (other.lon, other.lat)) >= metres for other in chosen
        ):
            chosen.append(site)
    return chosen


def site_metres(site: Site, point: tuple[float, float]) -> float:
    """How far a site is from a point, (lon, lat), as the crow flies."""
    return math.hypot((site.lon - point[0]) * _METRES[0], (site.lat - point[1]) * _METRES[1])


def _children(sources: Path) -> dict[str, dict[str, int]]:
    """AGS → model children by age group at the last date."""
    rows = _rows(sources / CHILDREN)
    last = max(row["stichtag"] for row in rows)
    return {
        row["ags"]: {name: int(row[name]) for name in row if name.startswith("alter_")}
        for row in rows
        if row["stichtag"] == last and row["alter_0_2"].isdigit()
    }


def middles(sources: Path) -> dict[str, tuple[float, float]]:
    """AGS → degrees of the centre point that the Gemeindeverzeichnis gives a Gemeinde."""
    book = openpyxl.load_workbook(sources / register_file.NAME, read_only=True)
    return {
        f"{row[2]}{row[3]}{row[4]}{row[6]}": (_degrees(row[14]), _degrees(row[15]))
        for row in book[register_file.SHEET].iter_rows(values_only=True)
        if str(row[0]) == "60"
    }


def _degrees(text: object) -> float:
    return float(str(text).replace(",", "."))


def _rows(table: Path) -> list[dict[str, str]]:
    text = table.read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))
