"""Which column names an area, and how areas of one name are told apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pytest

from geodata.geometries.read import read_areas
from geodata.geometries.refusals import DuplicateKeys, KeyHasGaps, NoKey, UnknownColumn

Write = Callable[..., Path]


def test_the_short_key_of_a_gemeinde_goes_before_the_long_one(
    village: gpd.GeoDataFrame, geojson: Write
) -> None:
    village.insert(0, "ARS", [f"0335454070{n:02}" for n in (1, 2, 3, 4)])
    assert read_areas(geojson(village)).key == "AGS"


def test_dashes_are_no_key(village: gpd.GeoDataFrame, geojson: Write) -> None:
    village["AGS"] = "--------"
    village["RS"] = ["033545403", "033545406", "033545407", "033549501"]
    reading = read_areas(geojson(village))
    assert reading.key == "RS"
    assert reading.areas["name"][3] == "Göhrde, gemeindefrei"


def test_a_key_is_found_by_its_content(village: gpd.GeoDataFrame, geojson: Write) -> None:
    village = village.rename(columns={"AGS": "Kennz_Amt"})
    village.insert(0, "id", [1, 2, 3, 4])
    assert read_areas(geojson(village)).key == "Kennz_Amt"


def test_own_areas_go_by_their_id(village: gpd.GeoDataFrame, geojson: Write) -> None:
    village["Nr"] = ["SR-2", "SR-1", "SR-4", "SR-3"]
    reading = read_areas(geojson(village.drop(columns="AGS")))
    assert list(reading.areas["area_id"]) == ["SR-1", "SR-2", "SR-3", "SR-4"]
    assert list(reading.areas["name"]) == ["Clenze", "Küsten", "Göhrde", "Lüchow (Wendland)"]


def test_whole_numbers_as_keys_have_no_decimals(village: gpd.GeoDataFrame, geojson: Write) -> None:
    village["id"] = [1.0, 2.0, 3.0, 10.0]
    reading = read_areas(geojson(village), key="id")
    assert set(reading.areas["area_id"]) == {"1", "2", "3", "10"}


def test_lost_leading_zeros_come_back_and_it_is_said(
    village: gpd.GeoDataFrame, geojson: Write
) -> None:
    village["AGS"] = village["AGS"].astype(int)
    reading = read_areas(geojson(village))
    assert reading.areas["area_id"][0] == "03354001"
    assert "verlorene führende Null der Schlüssel ergänzt (4-mal)" in reading.warnings[0]


def test_without_a_key_the_names_serve_and_it_is_said(
    village: gpd.GeoDataFrame, geojson: Write
) -> None:
    reading = read_areas(geojson(village.drop(columns="AGS")))
    assert (reading.key, reading.areas["area_id"][0]) == ("GEN", "Clenze")
    assert "dienen als Schlüssel" in reading.warnings[0]


def test_without_a_name_the_keys_serve_and_it_is_said(
    village: gpd.GeoDataFrame, geojson: Write
) -> None:
    reading = read_areas(geojson(village.drop(columns="GEN")))
    assert list(reading.areas["name"]) == list(village["AGS"])
    assert "der Schlüssel dient als Name" in reading.warnings[0]


def test_without_key_and_name_the_columns_are_listed(
    village: gpd.GeoDataFrame, geojson: Write
) -> None:
    village = village.drop(columns=["AGS", "GEN"]).assign(Farbe="rot", Stand=2016)
    with pytest.raises(NoKey, match=r"--key.*Farbe und Stand"):
        read_areas(geojson(village))


def test_doubled_keys_are_named(village: gpd.GeoDataFrame, geojson: Write) -> None:
    village.loc[2, "AGS"] = "03354001"
    words = r"03354001 bei Objekt 1 \(Küsten\) und Objekt 3 \(Lüchow"
    with pytest.raises(DuplicateKeys, match=words):
        read_areas(geojson(village))


def test_keys_with_gaps_are_named(village: gpd.GeoDataFrame, geojson: Write) -> None:
    village["AGS"] = village["AGS"].astype(object)
    village.loc[1, "AGS"] = None
    with pytest.raises(KeyHasGaps, match=r"Spalte AGS\) bei Objekt 2 \(Clenze\)"):
        read_areas(geojson(village))


def test_water_under_the_key_of_its_land_is_left_out_and_said(
    village: gpd.GeoDataFrame, geojson: Write
) -> None:
    village["GF"] = [4, 4, 4, 2]
    village.loc[3, "AGS"] = "03354001"
    reading = read_areas(geojson(village))
    assert (reading.rows, len(reading.areas)) == (4, 3)
    assert reading.warnings[0] == "Gewässerflächen (Spalte GF unter 4) weggelassen: 1."


def test_columns_that_do_not_exist_are_refused_with_the_list(
    village: gpd.GeoDataFrame, geojson: Write
) -> None:
    path = geojson(village)
    with pytest.raises(UnknownColumn, match=r"„RS“ .angegeben mit --key.*AGS und GEN"):
        read_areas(path, key="RS")
    with pytest.raises(UnknownColumn, match="--name"):
        read_areas(path, name="Titel")


def test_three_areas_called_gartow_are_told_apart(
    village: gpd.GeoDataFrame, geojson: Write
) -> None:
    village["GEN"] = "Gartow"
    village["BEZ"] = ["Gemeinde", "Samtgemeinde", "Gemeindefreies Gebiet", "Einheitsgemeinde"]
    village["BEM"] = ["--", "--", "--", "gemeindefrei"]
    assert list(read_areas(geojson(village)).areas["name"]) == [
        "Gartow",
        "Samtgemeinde Gartow",
        "Gartow, gemeindefrei",
        "Gartow, gemeindefrei",
    ]


def test_names_stay_plain_text(village: gpd.GeoDataFrame, geojson: Write) -> None:
    village["GEN"] = ["<script>alert(1)</script>", "=cmd()", "{file}", "Bad\nHof"]
    reading = read_areas(geojson(village))
    assert list(reading.areas["name"]) == [
        "<script>alert(1)</script>",
        "=cmd()",
        "{file}",
        "Bad Hof",
    ]
