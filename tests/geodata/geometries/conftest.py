"""Small villages and the files they come in."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
from shapely.geometry import box, mapping

from geodata.geometries.read import read_areas
from geodata.geometries.reading import AreaReading

# A corner of the county in EPSG:25832; every square has 1 km².
EAST, NORTH = 650_000, 5_870_000
KEYS = ["03354001", "03354002", "03354003", "03354004"]
NAMES = ["Küsten", "Clenze", "Lüchow (Wendland)", "Göhrde"]


@pytest.fixture
def village() -> gpd.GeoDataFrame:
    """Four squares of 1 km², two by two, that share their borders."""
    corners = [(0, 0), (1, 0), (0, 1), (1, 1)]
    squares = [
        box(EAST + 1000 * x, NORTH + 1000 * y, EAST + 1000 * x + 1000, NORTH + 1000 * y + 1000)
        for x, y in corners
    ]
    return gpd.GeoDataFrame({"AGS": KEYS, "GEN": NAMES}, geometry=squares, crs="EPSG:25832")


@pytest.fixture
def geojson(tmp_path: Path) -> Callable[..., Path]:
    """Writes a frame in its own coordinates, or any document, as a GeoJSON file."""

    def write(content: gpd.GeoDataFrame | Any, name: str = "gebiete.geojson") -> Path:
        path = tmp_path / name
        if isinstance(content, gpd.GeoDataFrame):
            content = collection(content)
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def collection(frame: gpd.GeoDataFrame) -> dict[str, Any]:
    columns = [column for column in frame.columns if column != "geometry"]
    features = [
        {
            "type": "Feature",
            "properties": {column: _plain(row[column]) for column in columns},
            "geometry": mapping(row.geometry) if row.geometry is not None else None,
        }
        for _, row in frame.iterrows()
    ]
    document: dict[str, Any] = {"type": "FeatureCollection", "features": features}
    if frame.crs is not None and frame.crs.to_epsg() != 4326:
        name = f"urn:ogc:def:crs:EPSG::{frame.crs.to_epsg()}"
        document["crs"] = {"type": "name", "properties": {"name": name}}
    return document


def _plain(value: Any) -> Any:
    return value.item() if isinstance(value, np.generic) else value


@pytest.fixture
def in_collection() -> Callable[[gpd.GeoDataFrame], dict[str, Any]]:
    return collection


@pytest.fixture
def shapefile(tmp_path: Path, village: gpd.GeoDataFrame) -> Path:
    """A whole Shapefile with umlauts in UTF-8 and a .cpg."""
    path = tmp_path / "gemeinden.shp"
    village.to_file(path, encoding="UTF-8")
    return path


@pytest.fixture
def zipped(tmp_path: Path) -> Callable[..., Path]:
    """Packs files into a ZIP, in a folder of it if one is named."""

    def pack(files: list[Path], folder: str = "", name: str = "gebiete.zip") -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            for file in files:
                archive.write(file, f"{folder}{file.name}")
        return path

    return pack


@pytest.fixture
def parts() -> Callable[[Path], list[Path]]:
    """All files of a Shapefile."""
    return lambda path: sorted(path.parent.glob(f"{path.stem}.*"))


@pytest.fixture(scope="session")
def germany(shared_data: Path) -> AreaReading:
    """All 11,299 municipal units."""
    return read_areas(shared_data / "may-ship/vg250_2016/de_gemeinden_vg250_2016.parquet")
