"""Files with random bytes changed: read, or refused with a sentence, and nothing else."""

from __future__ import annotations

import random
from contextlib import suppress
from pathlib import Path

import geopandas as gpd
import pytest

from geodata.geometries.read import read_areas
from geodata.refusals import Refusal

FORMATS = ["d.gpkg", "d.shp", "d.shx", "d.dbf", "d.prj", "d.gml", "d.geojson", "d.kml", "d.parquet"]


def damaged(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice([1, 3, 20])):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    cut = chance.randrange(1, len(changed)) if chance.random() < 0.15 else len(changed)
    return bytes(changed[:cut])


def tries(village: gpd.GeoDataFrame, folder: Path, name: str, number: int) -> int:
    """How often a damaged file was refused; anything but a `Refusal` rises."""
    path = folder / name
    target = path.with_suffix(".shp") if path.suffix in (".shx", ".dbf", ".prj") else path
    if target.suffix == ".parquet":
        village.to_parquet(target)
    else:
        driver = {"driver": "KML"} if target.suffix == ".kml" else {}
        village.to_crs(4326).to_file(target, **driver)
    whole, chance = path.read_bytes(), random.Random(name)
    read = 0
    for _ in range(number):
        path.write_bytes(damaged(whole, chance))
        with suppress(Refusal):
            assert len(read_areas(target).areas) > 0
            read += 1
    return number - read


@pytest.mark.parametrize("name", FORMATS)
def test_damage_is_survived_or_refused(
    village: gpd.GeoDataFrame, tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert tries(village, tmp_path, name, 12) > 0
    assert capfd.readouterr().err == ""


@pytest.mark.long
@pytest.mark.parametrize("name", FORMATS)
def test_much_damage_is_survived_or_refused(
    village: gpd.GeoDataFrame, tmp_path: Path, name: str
) -> None:
    assert tries(village, tmp_path, name, 300) > 0
