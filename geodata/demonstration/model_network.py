"""The model network of the demonstration: stops joined to their neighbours, parted by the Elbe."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geodata.area_system import CRS
from geodata.demonstration.neighbours import Pairs, gabriel, is_relative
from geodata.demonstration.origins import Origin, Stop

NAME = "modell_netz.geojson"
PLAN = Path(__file__).with_name("model_network.toml")
CROSSINGS = Path(__file__).with_name("crossings.toml")
# Whose border with the county is the Elbe: all of it, or from its northernmost point on eastwards.
_RIVER_ALL, _RIVER_EAST = ("13076", "12070"), "03355"
# Beyond the county it parts these two.
_UPSTREAM = ("12070", "15090")
# A metre.
_DECIMALS = 5

Degrees = tuple[float, float]
Plan = Mapping[str, Any]


def network_file(origin: Origin, sources: Path) -> dict[str, str]:
    """File name → GeoJSON text: a feature for each kind of street, and one for each crossing."""
    plan, crossings = (tomllib.loads(p.read_text(encoding="utf-8")) for p in (PLAN, CROSSINGS))
    stops = _in_frame(origin.stops(), plan["frame"])
    places = [(round(s.longitude, _DECIMALS), round(s.latitude, _DECIMALS)) for s in stops]
    x, y = Transformer.from_crs("EPSG:4326", CRS, always_xy=True).transform(*np.array(places).T)
    pairs = _on_one_bank(gabriel(x, y), places, river(sources, crossings["river"]["downstream"]))
    at = {stop.id: place for stop, place in zip(stops, places, strict=True)}
    features = [
        *_streets(pairs, places, x, y, plan),
        *(_crossing(crossing, at, plan, crossings) for crossing in crossings["crossing"]),
    ]
    return {NAME: _text(features)}


def _in_frame(stops: Sequence[Stop], frame: Sequence[float]) -> list[Stop]:
    """The stops in a frame of degrees, one for each spot, ordered by number."""
    west, east, south, north = frame
    inside = (s for s in stops if west <= s.longitude <= east and south <= s.latitude <= north)
    spots: dict[Degrees, Stop] = {}
    for stop in sorted(inside, key=lambda stop: int(stop.id)):
        spot = (round(stop.longitude, _DECIMALS), round(stop.latitude, _DECIMALS))
        spots.setdefault(spot, stop)
    return list(spots.values())


def river(sources: Path, downstream: Sequence[Degrees]) -> BaseGeometry:
    """The Elbe in degrees: where it is a border, that border; below the county a rough sketch."""
    county = _outlines(sources / "kreis.geojson")["03354"]
    neighbours = _outlines(sources / "nachbarkreise.geojson")
    whole = [_common(county, neighbours[key]) for key in _RIVER_ALL]
    border = np.array(_common(county, neighbours[_RIVER_EAST]).coords)
    if border[0, 0] > border[-1, 0]:
        border = border[::-1]
    east = border[border[:, 1].argmax() :]
    sketch = shapely.LineString([east[0], *downstream])
    upstream = _common(neighbours[_UPSTREAM[0]], neighbours[_UPSTREAM[1]])
    return shapely.union_all([*whole, shapely.LineString(east), sketch, upstream])


def _outlines(path: Path) -> dict[str, BaseGeometry]:
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {f["properties"]["AGS"]: shape(f["geometry"]) for f in features}


def _common(one: BaseGeometry, other: BaseGeometry) -> BaseGeometry:
    return shapely.line_merge(shapely.intersection(one.boundary, other.boundary))


def _on_one_bank(pairs: Pairs, places: Sequence[Degrees], parting: BaseGeometry) -> Pairs:
    """The pairs whose line does not cross the river."""
    lines = shapely.linestrings(np.array(places)[pairs])
    shapely.prepare(parting)
    found: Pairs = pairs[~shapely.intersects(parting, lines)]
    return found


def _streets(
    pairs: Pairs,
    places: Sequence[Degrees],
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    plan: Plan,
) -> Iterator[dict[str, Any]]:
    metres = np.hypot(x[pairs[:, 0]] - x[pairs[:, 1]], y[pairs[:, 0]] - y[pairs[:, 1]])
    short = metres <= plan["kind"]["ort"]["within_m"]
    straight = is_relative(x, y, pairs)
    of_kind = {"ort": short, "land": straight & ~short, "neben": ~straight & ~short}
    for kind, chosen in of_kind.items():
        rules = plan["kind"][kind]
        lines = [[places[a], places[b]] for a, b in pairs[chosen].tolist()]
        yield _feature({"name": rules["title"], "kmh": rules["kmh"]}, lines)


def _crossing(
    crossing: Plan, at: Mapping[str, Degrees], plan: Plan, crossings: Plan
) -> dict[str, Any]:
    told: dict[str, Any] = {"name": crossing["name"], "source": crossing["source"]}
    if "minutes" in crossing:
        told["minutes"] = crossing["minutes"] + crossings["ferry_wait_minutes"]
    else:
        told["kmh"] = plan["kind"]["land"]["kmh"]
    return _feature(told, [[at[crossing["from"]], at[crossing["to"]]]])


def _feature(told: Mapping[str, Any], lines: Sequence[Sequence[Degrees]]) -> dict[str, Any]:
    geometry = {"type": "MultiLineString", "coordinates": lines}
    return {"type": "Feature", "properties": dict(told), "geometry": geometry}


def _text(features: Sequence[Mapping[str, Any]]) -> str:
    lines = [json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
