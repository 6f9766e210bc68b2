"""The imported file is kept whole, under whatever name it came."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from geodata.imports.originals import kept_copy


@pytest.mark.parametrize("stem", ["gemeinden", "gemeinden[2]", "gemeinden 2016.neu"])
def test_all_parts_of_a_shapefile_are_kept(tmp_path: Path, stem: str) -> None:
    for suffix in (".shp", ".dbf", ".shx"):
        (tmp_path / f"{stem}{suffix}").write_bytes(b"x")
    (tmp_path / "andere.dbf").write_bytes(b"x")
    with kept_copy(tmp_path / f"{stem}.shp", tmp_path / "originals") as original:
        names = zipfile.ZipFile(original.path).namelist()
    assert names == [f"{stem}.dbf", f"{stem}.shp", f"{stem}.shx"]
