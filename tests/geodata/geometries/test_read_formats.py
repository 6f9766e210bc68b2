"""One village in every format, and the same four areas out of each."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
from shapely.geometry import box

from geodata.geometries.read import read_areas
from geodata.geometries.refusals import SeveralLayers, UnknownLayer

WRITERS: dict[str, dict[str, Any]] = {
    "dorf.gpkg": {"driver": "GPKG"},
    "dorf.shp": {"driver": "ESRI Shapefile"},
    "dorf.geojson": {"driver": "GeoJSON"},
    "dorf.gml": {"driver": "GML"},
    "dorf.kml": {"driver": "KML"},
}


def written(frame: gpd.GeoDataFrame, path: Path) -> Path:
    if path.suffix == ".parquet":
        frame.to_parquet(path)
    elif path.suffix == ".kml":
        frame.to_crs(4326).rename(columns={"GEN": "Name"}).to_file(path, driver="LIBKML")
    else:
        frame.to_file(path, **WRITERS[path.name])
    return path


def digests(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}


@pytest.mark.parametrize("name", [*WRITERS, "dorf.parquet"])
def test_every_format_gives_the_same_four_areas(
    village: gpd.GeoDataFrame, tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = written(village, tmp_path / name)
    before = digests(tmp_path)
    reading = read_areas(path)
    assert list(reading.areas["area_id"]) == list(village["AGS"])
    assert list(reading.areas["name"]) == list(village["GEN"])
    assert reading.areas.crs.to_epsg() == 25832
    assert np.allclose(reading.areas.area, 1_000_000, rtol=1e-5)
    assert list(reading.areas.columns) == ["area_id", "name", "geometry"]
    assert digests(tmp_path) == before
    assert capfd.readouterr().err == ""


def test_the_format_is_told_by_content_not_by_suffix(
    village: gpd.GeoDataFrame, tmp_path: Path
) -> None:
    path = written(village, tmp_path / "dorf.gpkg").rename(tmp_path / "dorf.geojson")
    assert len(read_areas(path).areas) == 4


@pytest.mark.parametrize("folder", ["", "vg250/ebenen/"])
def test_a_zipped_shapefile_is_found_in_a_subfolder(
    shapefile: Path,
    zipped: Callable[..., Path],
    parts: Callable[[Path], list[Path]],
    folder: str,
) -> None:
    reading = read_areas(zipped(parts(shapefile), folder))
    assert reading.layer == "gemeinden"
    assert reading.areas["name"][2] == "Lüchow (Wendland)"


@pytest.mark.parametrize("encoding", ["cp1252", "UTF-8"])
@pytest.mark.parametrize("declared", [True, False])
def test_umlauts_of_a_shapefile_survive_with_and_without_cpg(
    village: gpd.GeoDataFrame, tmp_path: Path, encoding: str, declared: bool
) -> None:
    path = tmp_path / "dorf.shp"
    village.to_file(path, encoding=encoding)
    if not declared:
        path.with_suffix(".cpg").unlink()
    assert list(read_areas(path).areas["name"]) == list(village["GEN"])


def test_a_cpg_that_wrongly_says_utf_8_is_not_believed(
    village: gpd.GeoDataFrame, tmp_path: Path
) -> None:
    path = tmp_path / "dorf.shp"
    village.to_file(path, encoding="cp1252")
    path.with_suffix(".cpg").write_text("UTF-8")
    assert read_areas(path).areas["name"][0] == "Küsten"


def test_suffixes_in_capitals_belong_together(shapefile: Path) -> None:
    for part in list(shapefile.parent.glob("gemeinden.*")):
        part.rename(part.with_name(part.name.upper()))
    assert len(read_areas(shapefile.with_name("GEMEINDEN.SHP")).areas) == 4


def test_of_several_layers_one_is_named(village: gpd.GeoDataFrame, tmp_path: Path) -> None:
    path = tmp_path / "dorf.gpkg"
    village.to_file(path, layer="gemeinden")
    village.dissolve().to_file(path, layer="kreis")
    with pytest.raises(SeveralLayers, match=r"„gemeinden“ und „kreis“.*--layer"):
        read_areas(path)
    with pytest.raises(UnknownLayer, match=r"keine Ebene „orte“.*„gemeinden“ und „kreis“"):
        read_areas(path, layer="orte")
    reading = read_areas(path, layer="kreis")
    assert (reading.layer, reading.rows) == ("kreis", 1)


def test_of_several_shapefiles_in_a_zip_one_is_named(
    shapefile: Path, village: gpd.GeoDataFrame, zipped: Callable[..., Path]
) -> None:
    village.head(1).to_file(shapefile.with_name("kreis.shp"))
    path = zipped(sorted(shapefile.parent.glob("*.*")))
    with pytest.raises(SeveralLayers, match="„gemeinden“ und „kreis“"):
        read_areas(path)
    assert read_areas(path, layer="kreis").rows == 1


def test_a_geopackage_in_a_zip_is_read(
    village: gpd.GeoDataFrame, tmp_path: Path, zipped: Callable[..., Path]
) -> None:
    path = zipped([written(village, tmp_path / "dorf.gpkg")])
    assert len(read_areas(path).areas) == 4


def test_a_bare_list_of_features_and_collections_is_read(
    village: gpd.GeoDataFrame,
    geojson: Callable[..., Path],
    in_collection: Callable[[gpd.GeoDataFrame], dict[str, Any]],
) -> None:
    degrees = village.to_crs(4326)
    parts = [*in_collection(degrees.head(1))["features"], in_collection(degrees.tail(3))]
    reading = read_areas(geojson(parts))
    assert list(reading.areas["area_id"]) == list(village["AGS"])


def test_geojson_with_byte_order_mark_and_nan_in_a_property_is_read(
    village: gpd.GeoDataFrame,
    tmp_path: Path,
    geojson: Callable[..., Path],
) -> None:
    village["EWZ"] = [float("nan"), 1.0, 2.0, 3.0]
    path = geojson(village)
    assert "NaN" in path.read_text(encoding="utf-8")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(read_areas(path).areas) == 4


def test_gml_with_surfaces_and_swapped_axes_order_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sozialraum.gml"
    path.write_text(
        """<?xml version="1.0" encoding="UTF-8"?>
<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:s="urn:s">
<gml:featureMember><s:raum gml:id="r1"><s:id>7</s:id><s:name>Süd</s:name><s:geom>
<gml:MultiSurface gml:id="g1" srsName="urn:ogc:def:crs:EPSG::4326"><gml:surfaceMember>
<gml:Polygon gml:id="p1"><gml:exterior><gml:LinearRing><gml:posList>
52.9 11.0 52.9 11.1 53.0 11.1 53.0 11.0 52.9 11.0
</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember>
</gml:MultiSurface></s:geom></s:raum></gml:featureMember></gml:FeatureCollection>""",
        encoding="utf-8",
    )
    reading = read_areas(path)
    assert list(reading.areas["name"]) == ["Süd"]
    # 0.1° by 0.1° at 53° north are some 75 km².
    assert 74e6 < reading.areas.area[0] < 76e6
    assert reading.warnings == ()


def test_changes_that_qgis_has_not_written_back_are_read(tmp_path: Path) -> None:
    """An open GeoPackage keeps its last changes in a -wal file; the copy takes it along."""
    path = tmp_path / "dorf.gpkg"
    square = box(650_000, 5_870_000, 651_000, 5_871_000)
    village = gpd.GeoDataFrame({"id": ["1"], "name": ["alt"]}, geometry=[square], crs=25832)
    village.to_file(path, SPATIAL_INDEX="NO")
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("UPDATE dorf SET name = 'neu'")
    connection.commit()
    assert path.with_name("dorf.gpkg-wal").stat().st_size > 0
    reading = read_areas(path)
    connection.close()
    assert reading.areas["name"][0] == "neu"
