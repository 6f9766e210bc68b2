"""The real files of the county and of Germany."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.geometries.read import read_areas
from geodata.geometries.reading import AreaReading


@pytest.fixture
def vg250(shared_data: Path) -> Path:
    return shared_data / "may-ship" / "vg250_2016"


def test_the_29_units_of_the_county_are_whole(vg250: Path) -> None:
    reading = read_areas(vg250 / "luechow_dannenberg_gemeinden_29.geojson")
    assert (reading.rows, len(reading.areas), reading.key, reading.name) == (29, 29, "AGS", "GEN")
    assert reading.crs_from == "EPSG:4326"
    assert (reading.repaired, reading.overlaps, reading.gaps, reading.warnings) == ((), (), (), ())
    assert reading.areas.area.sum() / 1e6 == pytest.approx(1226.1, abs=0.1)


def test_unincorporated_areas_are_told_from_the_gemeinden_of_their_name(vg250: Path) -> None:
    areas = read_areas(vg250 / "luechow_dannenberg_gemeinden_29.geojson").areas
    names = dict(zip(areas["area_id"], areas["name"], strict=True))
    assert (names["03354005"], names["03354501"]) == ("Gartow", "Gartow, gemeindefrei")
    assert (names["03354006"], names["03354502"]) == ("Göhrde", "Göhrde, gemeindefrei")


def test_samtgemeinden_have_nine_digits_and_say_what_they_are(vg250: Path) -> None:
    reading = read_areas(vg250 / "luechow_dannenberg_samtgemeinden.geojson")
    assert reading.key == "RS"
    assert dict(zip(reading.areas["area_id"], reading.areas["name"], strict=True)) == {
        "033545403": "Samtgemeinde Gartow",
        "033545406": "Samtgemeinde Elbtalaue",
        "033545407": "Samtgemeinde Lüchow (Wendland)",
        "033549501": "Gartow, gemeindefrei",
        "033549502": "Göhrde, gemeindefrei",
    }


def test_a_kreis_has_five_digits(vg250: Path) -> None:
    reading = read_areas(vg250 / "kreise_lk_und_nachbarn.geojson", where="AGS=03354")
    assert (reading.rows, list(reading.areas["area_id"])) == (7, ["03354"])
    assert reading.areas["name"][0] == "Lüchow-Dannenberg"
    assert reading.areas.area[0] / 1e6 == pytest.approx(1226.1, abs=0.1)


def test_another_county_is_cut_from_germany(vg250: Path) -> None:
    path = vg250 / "de_gemeinden_vg250_2016.parquet"
    reading = read_areas(path, where="AGS=03355*")
    assert (reading.rows, len(reading.areas)) == (11299, 43)
    assert set(reading.areas["area_id"].str[:5]) == {"03355"}
    # Two enclaves of the Landkreis Harburg lie within.
    assert [round(gap_m2 / 1e4) for gap_m2 in reading.gaps] == [7, 6]


def test_eleven_broken_geometries_of_germany_are_repaired_and_named(germany: AreaReading) -> None:
    reading = germany
    assert len(reading.areas) == 11299
    assert len(reading.repaired) == 11
    assert {"Winnenden", "Graineter Wald, gemeindefrei"} < set(reading.repaired)
    assert reading.areas.is_valid.all()
    assert any("repariert: St. Märgen; Winnenden" in sentence for sentence in reading.warnings)
    assert reading.areas["name"].str.endswith(", gemeindefrei").sum() == 215
