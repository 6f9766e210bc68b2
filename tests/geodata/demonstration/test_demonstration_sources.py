"""The cut source files: what they add up to, and that they can be made again byte for byte."""

from __future__ import annotations

import base64
import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
import shapely
from shapely.geometry import shape

from geodata import demonstration
from geodata.demonstration.build import make_sources
from geodata.demonstration.model import known_populations
from geodata.demonstration.origins import SharedFolder, Stop, flattened, recorded_tables
from geodata.demonstration.refusals import OriginMissing
from geodata.demonstration.table_files import assigned, stop_counts

SOURCES = Path(demonstration.__file__).parent / "sources"


def features(name: str) -> list[dict]:
    return json.loads((SOURCES / name).read_text("utf-8"))["features"]


def rows(name: str) -> list[dict[str, str]]:
    text = (SOURCES / name).read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


@pytest.mark.parametrize(
    ("date", "total"),
    [
        ("2020-06-30", 48_455),
        ("2022-05-15", 46_637),
        ("2022-12-31", 49_178),
        ("2025-06-30", 46_425),
    ],
)
def test_the_gemeinden_add_up_to_the_county(date: str, total: int) -> None:
    assert sum(known_populations(SOURCES)[date].values()) == total


def test_the_lsn_table_adds_up_within_itself() -> None:
    table = rows("lsn_A100001G.csv")
    for column, total in (("einwohner_20200630", 48_455), ("einwohner_20250630", 46_425)):
        by_level = {
            level: sum(int(row[column]) for row in table if row["ebene"] == level)
            for level in ("Kreis", "Samtgemeinde", "Gemeinde")
        }
        assert by_level == {"Kreis": total, "Samtgemeinde": total, "Gemeinde": total}


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("gemeinden.geojson", 29),
        ("samtgemeinden.geojson", 5),
        ("sozialraeume.geojson", 7),
        ("kreis.geojson", 1),
    ],
)
def test_each_level_covers_the_county_with_the_two_gemeindefreie_gebiete(
    name: str, count: int
) -> None:
    outlines = [shape(feature["geometry"]) for feature in features(name)]
    county = shape(features("kreis.geojson")[0]["geometry"])
    assert len(outlines) == count
    assert shapely.coverage_is_valid(outlines)
    assert shapely.coverage_union_all(outlines).equals(county)
    if count > 1:
        names = [feature["properties"]["NAME"] for feature in features(name)]
        assert len(set(names)) == count
        assert sum(shown.endswith(", gemeindefrei") for shown in names) == 2


def test_the_neighbours_meet_the_county_without_a_gap() -> None:
    outlines = [
        shape(feature["geometry"])
        for feature in [*features("nachbarkreise.geojson"), *features("kreis.geojson")]
    ]
    assert len(outlines) == 7
    assert shapely.coverage_is_valid(outlines)


def test_all_532_stops_are_counted_once() -> None:
    counts = {row["ags"]: int(row["haltestellen"]) for row in rows("haltestellen_je_gemeinde.csv")}
    assert len(counts) == 29
    assert sum(counts.values()) == len(rows("haltestellen.csv")) == 532
    assert counts["03354018"] == 56


def test_a_stop_on_a_shared_border_is_counted_once_and_a_village_without_one_has_zero() -> None:
    def square(key: str, west: float) -> dict:
        outline = shapely.box(west, 0, west + 1, 1)
        properties = {"AGS": key, "NAME": f"Dorf {key}"}
        return {"properties": properties, "geometry": shapely.geometry.mapping(outline)}

    villages = [square("1", 0), square("2", 1), square("3", 2)]
    stops = [Stop("20", "Grenze", 1.0, 0.5, ("bus",)), Stop("3", "Anger", 0.5, 0.5, ())]
    found = assigned(stops, villages)
    assert [(stop.id, key) for stop, key in found] == [("3", "1"), ("20", "1")]
    assert stop_counts(found, villages).splitlines()[1:] == [
        "1;Dorf 1;2",
        "2;Dorf 2;0",
        "3;Dorf 3;0",
    ]


def test_the_committed_sources_are_what_the_script_cuts(shared_data: Path, tmp_path: Path) -> None:
    typed_in = "lsn_A100001G.csv"
    (tmp_path / typed_in).write_bytes((SOURCES / typed_in).read_bytes())
    make_sources(SharedFolder(shared_data / "may-ship"), tmp_path)
    assert contents(tmp_path) == contents(SOURCES)


def contents(folder: Path) -> dict[str, object]:
    """Files by name; of an archive what is in it, as versions of zlib pack differently."""
    found: dict[str, object] = {}
    for file in folder.iterdir():
        if file.suffix == ".zip":
            with zipfile.ZipFile(file) as archive:
                found[file.name] = {name: archive.read(name) for name in archive.namelist()}
        else:
            found[file.name] = file.read_bytes()
    return found


def test_a_folder_without_the_files_is_refused_with_the_name_of_the_first(tmp_path: Path) -> None:
    with pytest.raises(OriginMissing, match=r"luechow_dannenberg_gemeinden_29\.geojson"):
        SharedFolder(tmp_path).municipalities()


def test_features_are_found_however_deep_they_lie() -> None:
    village = {"type": "Feature", "properties": {"AGS": "1"}}
    nested = [village, {"type": "FeatureCollection", "features": [village, village]}]
    assert len(list(flattened(nested))) == 3


def test_the_recorded_table_is_unpacked_from_the_cassette() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("1000A_de_flat.csv", "kopf;wert\n")
    text = base64.b64encode(packed.getvalue()).decode()
    lines = "\n".join(f"        {text[i : i + 76]}" for i in range(0, len(text), 76))
    cassette = f"    body:\n      string: !!binary |\n{lines}\n    headers:\n"
    assert list(recorded_tables(cassette, "_de_flat.csv")) == ["kopf;wert\n"]
