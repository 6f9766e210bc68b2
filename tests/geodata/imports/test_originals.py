"""The imported file is kept whole, under whatever name it came, and as it was read."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from geodata.imports.originals import taken_in
from geodata.store.originals import sha256_of


@pytest.mark.parametrize("stem", ["gemeinden", "gemeinden[2]", "gemeinden 2016.neu"])
def test_all_parts_of_a_shapefile_are_kept(tmp_path: Path, stem: str) -> None:
    for suffix in (".shp", ".dbf", ".shx"):
        (tmp_path / f"{stem}{suffix}").write_bytes(b"x")
    (tmp_path / "andere.dbf").write_bytes(b"x")
    with taken_in(tmp_path / f"{stem}.shp") as original:
        names = zipfile.ZipFile(original.kept).namelist()
    assert names == [f"{stem}.dbf", f"{stem}.shp", f"{stem}.shx"]


def test_a_file_that_is_saved_meanwhile_is_kept_as_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "werte.csv"
    path.write_text("vorher")
    with taken_in(path) as original:
        path.write_text("nachher")
        assert original.path.name == "werte.csv"
        assert original.path.read_text() == "vorher"
        original.keep(tmp_path / "originals")
    (kept,) = (tmp_path / "originals").iterdir()
    assert kept.read_text() == "vorher"
    assert kept.name == f"{sha256_of(kept)}.csv" == f"{original.sha256}.csv"


def test_what_qgis_has_not_yet_written_back_is_read_too(tmp_path: Path) -> None:
    for name in ("gemeinden.gpkg", "gemeinden.gpkg-wal"):
        (tmp_path / name).write_text(name)
    with taken_in(tmp_path / "gemeinden.gpkg") as original:
        log = original.path.with_name("gemeinden.gpkg-wal")
        assert log.read_text() == "gemeinden.gpkg-wal"
