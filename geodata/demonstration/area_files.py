"""The area systems of the demonstration, cut from the country's and rounded to 0.1 m."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import mapping, shape

from geodata.demonstration.origins import NEIGHBOURS, Feature, Origin

COUNTY = "03354"
PROPOSAL = Path(__file__).with_name("sozialraeume.toml")
DECIMALS = 6
WITHOUT_MUNICIPALITY = "Gemeindefreies Gebiet"


def county_municipalities(origin: Origin) -> list[Feature]:
    """The 27 Gemeinden and 2 gemeindefreie Gebiete with AGS, RS, GEN, BEZ and NAME, by AGS."""
    features = _cut(origin.municipalities(), lambda key: key.startswith(COUNTY))
    return [_municipality(feature) for feature in features]


def area_files(origin: Origin, municipalities: list[Feature]) -> dict[str, str]:
    """File name → GeoJSON text of every area system; all are made of the same corner points.

    Samtgemeinden, Sozialräume and the county are dissolved from the Gemeinden, so that each
    level covers the county exactly; the two gemeindefreie Gebiete stand on each level.
    """
    associations = {
        feature["properties"]["RS"]: feature["properties"]["GEN"]
        for feature in origin.associations()
    }
    neighbours = _cut(origin.counties(), lambda key: key in NEIGHBOURS)
    return {
        "gemeinden.geojson": _text(municipalities),
        "samtgemeinden.geojson": _text(_associations(municipalities, associations)),
        "sozialraeume.geojson": _text(_social_areas(municipalities)),
        "kreis.geojson": _text([_county(municipalities)]),
        "nachbarkreise.geojson": _text(
            _feature({"AGS": _key(feature), "NAME": _given_name(feature)}, feature["geometry"])
            for feature in neighbours
        ),
    }


def shown_name(name: str, kind: str) -> str:
    """A gemeindefreies Gebiet says so, as it shares its name with a Gemeinde."""
    return f"{name}, gemeindefrei" if kind == WITHOUT_MUNICIPALITY else name


def _key(feature: Feature) -> str:
    return str(feature["properties"]["AGS"])


def _given_name(feature: Feature) -> str:
    properties = feature["properties"]
    return shown_name(properties["GEN"], properties["BEZ"])


def _cut(features: Iterable[Feature], wanted: Callable[[str], bool]) -> list[Feature]:
    chosen = [
        {**feature, "geometry": _rounded(feature["geometry"])}
        for feature in features
        if wanted(_key(feature))
    ]
    return sorted(chosen, key=_key)


def _rounded(geometry: Mapping[str, Any]) -> dict[str, Any]:
    def at_once(coordinates: Any) -> Any:  # noqa: ANN401 - numbers, or lists of lists of them
        if isinstance(coordinates, float | int):
            return round(float(coordinates), DECIMALS)
        return [at_once(part) for part in coordinates]

    return {"type": geometry["type"], "coordinates": at_once(geometry["coordinates"])}


def _feature(properties: Mapping[str, str], geometry: Mapping[str, Any]) -> Feature:
    return {"type": "Feature", "properties": dict(properties), "geometry": dict(geometry)}


def _municipality(feature: Feature) -> Feature:
    properties = feature["properties"]
    kept = {name: properties[name] for name in ("AGS", "RS", "GEN", "BEZ")}
    return _feature({**kept, "NAME": _given_name(feature)}, feature["geometry"])


def _dissolved(features: Iterable[Feature]) -> dict[str, Any]:
    whole = shapely.coverage_union_all([shape(feature["geometry"]) for feature in features])
    return _rounded(mapping(shapely.normalize(whole)))


def _associations(municipalities: list[Feature], names: Mapping[str, str]) -> list[Feature]:
    members: dict[str, list[Feature]] = {}
    for feature in municipalities:
        members.setdefault(feature["properties"]["RS"][:9], []).append(feature)
    return [
        _feature(
            {"RS": key, "NAME": shown_name(names[key], parts[0]["properties"]["BEZ"])},
            _dissolved(parts),
        )
        for key, parts in sorted(members.items())
    ]


def _social_areas(municipalities: list[Feature]) -> list[Feature]:
    proposal = tomllib.loads(PROPOSAL.read_text(encoding="utf-8"))
    return [
        _feature(
            {"ID": area["key"], "NAME": area["name"]},
            _dissolved(
                feature for feature in municipalities if _key(feature)[5:] in area["gemeinden"]
            ),
        )
        for area in proposal["sozialraum"]
    ]


def _county(municipalities: list[Feature]) -> Feature:
    return _feature({"AGS": COUNTY, "NAME": "Lüchow-Dannenberg"}, _dissolved(municipalities))


def _text(features: Iterable[Feature]) -> str:
    """One feature a line, so that a change can be read in a diff."""
    lines = [json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
