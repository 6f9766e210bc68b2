"""Every bad geometry file with its own refusal, and nothing but one German sentence."""

from __future__ import annotations

import json
import os
import socket
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import GeometryCollection, LineString, Point

from geodata import archive
from geodata.geometries import refusals
from geodata.geometries.read import read_areas


def refused(path: Path, kind: type[Exception], words: str) -> None:
    """The file is refused in that class, by its name and with these words."""
    with pytest.raises(kind, match=words) as caught:
        read_areas(path)
    assert path.name in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.fixture(autouse=True)
def nothing_on_stderr(capfd: pytest.CaptureFixture[str]) -> Any:
    yield
    assert capfd.readouterr().err == ""


def file_of(tmp_path: Path, name: str, content: bytes | str) -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_missing_file(tmp_path: Path) -> None:
    refused(tmp_path / "fehlt.gpkg", refusals.FileMissing, "gibt es nicht")


@pytest.mark.parametrize("suffix", ["gpkg", "shp", "geojson", "parquet", "gml", "kml", "zip"])
def test_an_empty_file(tmp_path: Path, suffix: str) -> None:
    refused(file_of(tmp_path, f"leer.{suffix}", b""), refusals.EmptyFile, "ist leer")


@pytest.mark.parametrize("suffix", ["gpkg", "shp", "geojson", "parquet", "gml", "zip"])
def test_binary_junk(tmp_path: Path, suffix: str) -> None:
    junk = b"\x07\x00\xff\x13" + os.urandom(2000)
    refused(file_of(tmp_path, f"x.{suffix}", junk), refusals.NotAGeometryFile, "GeoPackage")


@pytest.mark.parametrize("magic", [b"PAR1", b"\x00\x00\x27\x0a", b"PK\x03\x04"])
def test_junk_behind_a_true_beginning(tmp_path: Path, magic: bytes) -> None:
    path = file_of(tmp_path, "x.bin", magic + bytes(range(256)) * 10)
    kinds = (refusals.BrokenFile, refusals.ShapefilePartMissing, archive.DamagedArchive)
    with pytest.raises(kinds, match=r"x\.(bin|shx)"):
        read_areas(path)


@pytest.mark.parametrize("share", [0.02, 0.5, 0.95])
def test_a_truncated_geopackage(village: gpd.GeoDataFrame, tmp_path: Path, share: float) -> None:
    path = tmp_path / "dorf.gpkg"
    village.to_file(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    refused(path, refusals.TruncatedFile, "abgeschnitten: GeoPackage")


def test_a_geopackage_with_junk_pages(village: gpd.GeoDataFrame, tmp_path: Path) -> None:
    path = tmp_path / "dorf.gpkg"
    village.to_file(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:200] + os.urandom(len(whole) - 200))
    with pytest.raises((refusals.BrokenFile, refusals.NoFeatures), match=r"dorf\.gpkg"):
        read_areas(path)


def test_an_sqlite_file_that_is_no_geopackage(tmp_path: Path) -> None:
    path = file_of(tmp_path, "x.gpkg", b"SQLite format 3\0" + bytes(4080))
    refused(path, refusals.NotAGeometryFile, "keine Geometriedatei")


@pytest.mark.parametrize("missing", [".dbf", ".shx"])
def test_a_shapefile_without_a_part(shapefile: Path, missing: str) -> None:
    shapefile.with_suffix(missing).unlink()
    refused(shapefile, refusals.ShapefilePartMissing, f"gemeinden{missing}")


@pytest.mark.parametrize("missing", [".dbf", ".shx", ".shp"])
def test_a_zipped_shapefile_without_a_part(
    shapefile: Path,
    zipped: Callable[..., Path],
    parts: Callable[[Path], list[Path]],
    missing: str,
) -> None:
    shapefile.with_suffix(missing).unlink()
    refused(zipped(parts(shapefile)), refusals.ShapefilePartMissing, f"gemeinden{missing}")


@pytest.mark.parametrize("part", [".shp", ".dbf"])
def test_a_truncated_shapefile(shapefile: Path, part: str) -> None:
    cut = shapefile.with_suffix(part)
    cut.write_bytes(cut.read_bytes()[:-30])
    refused(shapefile, refusals.TruncatedFile, "abgeschnitten")


def test_a_shapefile_with_the_table_of_another(
    shapefile: Path, village: gpd.GeoDataFrame, tmp_path: Path
) -> None:
    village.head(3).to_file(tmp_path / "andere.shp")
    (tmp_path / "andere.dbf").replace(shapefile.with_suffix(".dbf"))
    refused(shapefile, refusals.ShapefilePartsDiffer, "4 Geometrien.*3 Zeilen")


def test_a_zip_that_writes_outside_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "boese.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("../../gemeinden.shp", b"x")
    refused(path, archive.EscapingArchive, "außerhalb")


def test_a_zip_bomb(tmp_path: Path) -> None:
    path = tmp_path / "bombe.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("gemeinden.geojson", b" " * 20_000_000)
    refused(path, archive.OversizedArchive, "100-Fache")


def test_a_zip_without_geometry(tmp_path: Path) -> None:
    path = tmp_path / "brief.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("lies_mich.txt", "Hallo")
    refused(path, refusals.NothingToReadInArchive, "lies_mich.txt")


def test_a_zip_with_a_damaged_member(
    shapefile: Path, zipped: Callable[..., Path], parts: Callable[[Path], list[Path]]
) -> None:
    path = zipped(parts(shapefile))
    content = bytearray(path.read_bytes())
    content[content.index(shapefile.read_bytes()[:40]) + 60] ^= 0xFF
    path.write_bytes(content)
    refused(path, refusals.BrokenArchive, "beschädigt")


ENTITIES = """<?xml version="1.0"?>
<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
"""
KML = '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{}</Document></kml>'


@pytest.mark.parametrize("suffix", ["gml", "kml"])
def test_markup_with_entities(tmp_path: Path, suffix: str) -> None:
    path = file_of(tmp_path, f"x.{suffix}", ENTITIES + KML.format("<name>&b;</name>"))
    refused(path, refusals.DangerousMarkup, "DOCTYPE")


def test_markup_with_entities_inside_a_zip(tmp_path: Path) -> None:
    path = tmp_path / "x.kmz"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("doc.kml", ENTITIES + KML.format("&b;"))
    refused(path, refusals.DangerousMarkup, "DOCTYPE")


def test_markup_that_ends_too_early(tmp_path: Path) -> None:
    path = file_of(tmp_path, "x.kml", KML.format("<Placemark>\n"))
    refused(path, refusals.BrokenMarkup, "Zeile 2")


def test_markup_that_is_neither_gml_nor_kml(tmp_path: Path) -> None:
    path = file_of(tmp_path, "x.xml", "<?xml version='1.0'?><rechnung><summe>1</summe></rechnung>")
    refused(path, refusals.NotAGeometryFile, "GML und KML")


def test_a_kml_without_placemarks(tmp_path: Path) -> None:
    refused(file_of(tmp_path, "x.kml", KML.format("")), refusals.NoFeatures, "keine Objekte")


def test_a_gml_never_asks_the_internet_for_its_schema(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/schema.xsd"
        content = f"""<?xml version="1.0"?><gml:FeatureCollection
xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:s="urn:s"
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:s {address}">
<gml:featureMember><s:raum gml:id="r"><s:id>1</s:id></s:raum></gml:featureMember>
</gml:FeatureCollection>"""
        path = file_of(tmp_path, "x.gml", content)
        with pytest.raises((refusals.NoGeometryColumn, refusals.NoUsableGeometry)):
            read_areas(path)
        server.settimeout(0)
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize(
    "start", ["<!DOCTYPE html><html><body>404", "<html><body>Fehler</body></html>"]
)
def test_a_web_page(tmp_path: Path, start: str) -> None:
    refused(file_of(tmp_path, "x.geojson", start), refusals.WebPageInsteadOfGeometry, "HTML")


def test_a_table(tmp_path: Path) -> None:
    path = file_of(tmp_path, "x.csv", "AGS;Name;Wert\n03354001;Bergen;1.234,5\n")
    refused(path, refusals.TableInsteadOfGeometry, "geodata table")


@pytest.mark.parametrize(
    "text", ['{"type": "FeatureCollection", "features": [', "{1}", '{"a": 1} {"b": 2}']
)
def test_broken_geojson(geojson: Callable[..., Path], text: str) -> None:
    refused(geojson(text), refusals.BrokenJson, "Zeile 1")


@pytest.mark.parametrize("depth", [5_000, 500_000])
def test_geojson_of_huge_depth(geojson: Callable[..., Path], depth: int) -> None:
    refused(geojson("[" * depth + "]" * depth), refusals.JsonTooDeep, "verschachtelt")


@pytest.mark.parametrize("document", [{"type": "Topology"}, {"a": 1}, [1, 2], [{"type": "X"}]])
def test_json_that_is_no_geojson(geojson: Callable[..., Path], document: Any) -> None:
    refused(geojson(document), refusals.NotGeoJson, "FeatureCollection")


@pytest.mark.parametrize(
    "coordinates", ["x", [[1]], [[[11, 53], [11.1, 53]]], [[[11, None], [1, 2], [3, 4]]], 7]
)
def test_coordinates_that_make_no_polygon(geojson: Callable[..., Path], coordinates: Any) -> None:
    geometry = {"type": "Polygon", "coordinates": coordinates}
    feature = {"type": "Feature", "properties": {"id": 1}, "geometry": geometry}
    refused(geojson([feature]), refusals.BrokenGeometry, "Objekt 1")


def test_no_features(geojson: Callable[..., Path]) -> None:
    path = geojson({"type": "FeatureCollection", "features": []})
    refused(path, refusals.NoFeatures, "keine Objekte")


@pytest.mark.parametrize("name", ["leer.gpkg", "leer.shp", "leer.gml", "leer.parquet"])
def test_a_header_only(village: gpd.GeoDataFrame, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    empty = village.head(0)
    if name.endswith("parquet"):
        empty.to_parquet(path)
    else:
        empty.to_file(path, geometry_type="Polygon")
    refused(path, refusals.NoFeatures, "keine Objekte")


def test_a_parquet_table_without_geometry(tmp_path: Path) -> None:
    path = tmp_path / "werte.parquet"
    pd.DataFrame({"AGS": ["03354001"]}).to_parquet(path)
    refused(path, refusals.NoGeometryColumn, "keine Geometrien")


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_coordinates_that_are_no_numbers(geojson: Callable[..., Path], number: str) -> None:
    ring = f"[[[11,53],[11.1,53],[11.1,{number}],[11,53]]]"
    text = (
        '{"type":"Feature","properties":{"AGS":"03354001","GEN":"Clenze"},'
        f'"geometry":{{"type":"Polygon","coordinates":{ring}}}}}'
    )
    refused(geojson(text), refusals.CoordinatesNotFinite, r"Objekt 1 \(Clenze\)")


def test_lines_only(village: gpd.GeoDataFrame, geojson: Callable[..., Path]) -> None:
    lines = village.set_geometry(village.boundary)
    refused(geojson(lines), refusals.NoAreas, "sondern Linien")


def test_points_only(village: gpd.GeoDataFrame, tmp_path: Path) -> None:
    path = tmp_path / "haltestellen.gpkg"
    village.set_geometry(village.centroid).to_file(path)
    refused(path, refusals.NoAreas, "sondern Punkte")


def test_lines_and_points_in_one_collection(
    village: gpd.GeoDataFrame, geojson: Callable[..., Path]
) -> None:
    point = village.geometry[0].centroid
    mixed = GeometryCollection([point, LineString([point, Point(point.x + 1, point.y)])])
    frame = village.head(1).set_geometry([mixed], crs=25832)
    refused(geojson(frame), refusals.NoAreas, "Sammlungen ohne Flächen")


def test_null_geometries_only(geojson: Callable[..., Path]) -> None:
    feature = {"type": "Feature", "properties": {"id": 1}, "geometry": None}
    refused(geojson([feature]), refusals.NoUsableGeometry, "leer oder fehlen")


def test_a_geometry_column_cannot_be_forged_by_a_property(
    village: gpd.GeoDataFrame, geojson: Callable[..., Path], in_collection: Callable[..., Any]
) -> None:
    document = in_collection(village)
    document["features"][0]["properties"]["geometry"] = {"x": [1]}
    path = geojson(json.dumps(document))
    assert len(read_areas(path).areas) == 4
