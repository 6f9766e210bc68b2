"""Where the coordinates stand: known, given, exchanged, missing or wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from geodata.geometries.read import read_areas
from geodata.geometries.refusals import MissingCrs, OutsideGermany, UnknownCrs


@pytest.mark.parametrize("code", [4326, 4258, 25832, 25833, 4647, 3035, 3857, 31467])
def test_any_customary_system_ends_in_the_same_place(
    village: gpd.GeoDataFrame, tmp_path: Path, code: int
) -> None:
    path = tmp_path / "dorf.gpkg"
    village.to_crs(code).to_file(path)
    reading = read_areas(path)
    assert reading.crs_from == f"EPSG:{code}"
    distance_m = reading.areas.centroid.distance(village.centroid).max()
    assert distance_m < 0.01


def test_a_transformation_without_its_grid_says_how_exact_it_is(
    village: gpd.GeoDataFrame, tmp_path: Path
) -> None:
    path = tmp_path / "dorf.gpkg"
    village.to_crs(31467).to_file(path)
    assert any("auf etwa 3 m genau" in sentence for sentence in read_areas(path).warnings)


def test_a_shapefile_without_prj_is_asked_for_its_system(shapefile: Path) -> None:
    shapefile.with_suffix(".prj").unlink()
    with pytest.raises(MissingCrs, match=r"gemeinden\.shp.*--crs EPSG.*EPSG:25832 oder"):
        read_areas(shapefile)
    reading = read_areas(shapefile, crs="EPSG:25832")
    assert (reading.crs_from, reading.warnings) == ("EPSG:25832", ())


def test_a_shapefile_with_a_damaged_prj_is_asked_for_its_system(shapefile: Path) -> None:
    shapefile.with_suffix(".prj").write_bytes(b"PROJCS[\xff\x00")
    with pytest.raises(MissingCrs, match="--crs EPSG"):
        read_areas(shapefile)
    assert len(read_areas(shapefile, crs="EPSG:25832").areas) == 4


def test_geojson_in_metres_without_a_system_is_asked_for_it(
    village: gpd.GeoDataFrame, geojson: Callable[..., Path]
) -> None:
    path = geojson(village.set_crs(None, allow_override=True))
    with pytest.raises(MissingCrs, match="EPSG:25832"):
        read_areas(path)


def test_exchanged_longitude_and_latitude_are_put_right_and_said(
    village: gpd.GeoDataFrame, geojson: Callable[..., Path]
) -> None:
    degrees = village.to_crs(4326)
    swapped = shapely.transform(degrees.geometry.to_numpy(), lambda pairs: pairs[:, ::-1])
    reading = read_areas(geojson(degrees.set_geometry(swapped, crs=4326)))
    assert any("vertauscht" in sentence for sentence in reading.warnings)
    assert reading.areas.centroid.distance(village.centroid).max() < 0.01


def test_exchanged_easting_and_northing_are_put_right_and_said(
    village: gpd.GeoDataFrame, tmp_path: Path
) -> None:
    path = tmp_path / "dorf.gpkg"
    swapped = shapely.transform(village.geometry.to_numpy(), lambda pairs: pairs[:, ::-1])
    village.set_geometry(swapped, crs=25832).to_file(path)
    reading = read_areas(path)
    assert any("Rechts- und Hochwert" in sentence for sentence in reading.warnings)
    assert reading.areas.centroid.distance(village.centroid).max() < 0.01


def test_an_unknown_system_is_refused(shapefile: Path) -> None:
    with pytest.raises(UnknownCrs, match="„EPSG:1234567“"):
        read_areas(shapefile, crs="EPSG:1234567")


def test_a_given_system_wins_and_is_said(village: gpd.GeoDataFrame, tmp_path: Path) -> None:
    path = tmp_path / "dorf.gpkg"
    village.set_crs(25833, allow_override=True).to_file(path)
    reading = read_areas(path, crs="EPSG:25832")
    assert reading.warnings == (
        "„dorf.gpkg“ nennt EPSG:25833; gelesen wurde wie angegeben als EPSG:25832.",
    )


def test_a_feature_at_zero_zero_is_named(
    village: gpd.GeoDataFrame, geojson: Callable[..., Path]
) -> None:
    degrees = village.to_crs(4326)
    degrees.loc[1, "geometry"] = shapely.box(0, 0, 0.1, 0.1)
    with pytest.raises(OutsideGermany, match=r"1 von 4 Obj.*Objekt 2 \(Clenze\).*0,10 / 0,00"):
        read_areas(geojson(degrees))


def test_areas_abroad_are_refused(village: gpd.GeoDataFrame, tmp_path: Path) -> None:
    path = tmp_path / "spanien.gpkg"
    moved = village.to_crs(4326).translate(-15, -12)
    village.to_crs(4326).set_geometry(moved).to_file(path)
    with pytest.raises(OutsideGermany, match=r"außerhalb Deutschlands .4 von 4 Objekten"):
        read_areas(path)


def test_a_wrong_zone_gets_a_hint(village: gpd.GeoDataFrame, tmp_path: Path) -> None:
    path = tmp_path / "zone.gpkg"
    village.to_crs(4647).set_crs(25832, allow_override=True).to_file(path)
    with pytest.raises(OutsideGermany, match=r"kommt in Frage: EPSG:4647\."):
        read_areas(path)
