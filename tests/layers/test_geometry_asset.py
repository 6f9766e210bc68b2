"""Geometry travels once: a file named by its content, compressed and kept."""

from __future__ import annotations

import gzip
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import brotli
import numpy as np
import pytest
import shapely

from geodata.area_system import AreaSystem
from layers.geometry_asset import Geometries, asset_name, border, geometry_asset
from tests.villages import GEMEINDEN, squares


@pytest.fixture
def villages() -> AreaSystem:
    names = tuple(GEMEINDEN.values())
    return AreaSystem("gemeinde", "Gemeinden", "", "", "abc", tuple(GEMEINDEN), names, (), False, 1)


def shapes() -> Geometries:
    return np.array(squares(), dtype=object)


def never() -> Geometries:
    pytest.fail("The geometries were read again.")


def test_both_compressions_hold_the_same_four_areas(villages: AreaSystem, tmp_path: Path) -> None:
    asset = geometry_asset(villages, shapes, cache=tmp_path)
    assert brotli.decompress(asset.brotli) == gzip.decompress(asset.gzip)
    collection = json.loads(gzip.decompress(asset.gzip))
    assert [feature["id"] for feature in collection["features"]] == [0, 1, 2, 3]


def test_a_kept_file_is_not_made_again(villages: AreaSystem, tmp_path: Path) -> None:
    made = geometry_asset(villages, shapes, cache=tmp_path)
    assert geometry_asset(villages, never, cache=tmp_path) == made


def test_two_that_make_the_same_file_do_not_write_into_each_other(
    villages: AreaSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both_wrote, halves = threading.Barrier(2), []
    write = Path.write_bytes

    def write_and_wait(path: Path, content: bytes) -> int:
        halves.append(path)
        written = write(path, content)
        both_wrote.wait(timeout=30)
        return written

    monkeypatch.setattr(Path, "write_bytes", write_and_wait)
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda _: geometry_asset(villages, shapes, cache=tmp_path), "ab"))
    assert len(set(halves)) == 4
    assert made[0] == made[1] == geometry_asset(villages, never, cache=tmp_path)


def test_a_folder_that_cannot_be_written_costs_only_time(
    villages: AreaSystem, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    assert geometry_asset(villages, shapes, cache=tmp_path / "file").gzip


def test_new_geometry_has_a_new_name(villages: AreaSystem) -> None:
    assert asset_name(replace(villages, geometry_hash="other")) != asset_name(villages)


def test_neighbours_carry_their_names_and_are_named_apart(
    villages: AreaSystem, tmp_path: Path
) -> None:
    behind = replace(villages, context=True)
    asset = geometry_asset(behind, shapes, cache=tmp_path)
    assert asset.name.startswith("umland-gemeinde-")
    assert json.loads(gzip.decompress(asset.gzip))["names"] == list(GEMEINDEN.values())


def test_the_border_goes_around_all_areas_and_not_between_them() -> None:
    left = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}
    right = {"type": "Polygon", "coordinates": [[[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]]]}
    line = border([{"geometry": left}, {"geometry": right}])
    assert shapely.from_geojson(json.dumps(line)).length == 6


def test_overlapping_areas_still_have_a_border() -> None:
    one = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}
    other = {"type": "Polygon", "coordinates": [[[1, 1], [3, 1], [3, 3], [1, 3], [1, 1]]]}
    line = border([{"geometry": one}, {"geometry": other}])
    assert shapely.from_geojson(json.dumps(line)).bounds == (0, 0, 3, 3)
