"""Which system nests in which, on squares and on the real county."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
from numpy.typing import NDArray
from shapely.geometry import box

from geodata.geometries.nesting import WHOLE, covered_shares, nesting
from geodata.geometries.read import read_areas
from geodata.geometries.reading import AreaReading

# The five Samtgemeinden up to 2006, by the last digits of the AGS (data README).
OLD = {
    "Clenze": "001 002 016 022 024",
    "Dannenberg": "003 004 008 011 012 014 027",
    "Gartow": "005 007 010 020 021",
    "Hitzacker": "006 009 019",
    "Lüchow": "013 015 017 018 023 025 026",
    "gemeindefrei": "501 502",
}
Areas = tuple[list[str], NDArray[np.object_]]


def areas_of(frame: gpd.GeoDataFrame) -> Areas:
    return list(frame["area_id"]), frame.geometry.to_numpy()


def boxes(**corners: tuple[float, float, float, float]) -> Areas:
    return list(corners), np.array([box(*corner) for corner in corners.values()], dtype=object)


@pytest.fixture(scope="module")
def county(shared_data: Path) -> dict[str, gpd.GeoDataFrame]:
    vg250 = shared_data / "may-ship" / "vg250_2016"
    gemeinden = read_areas(vg250 / "luechow_dannenberg_gemeinden_29.geojson").areas
    room = {f"03354{digits}": name for name, all_ in OLD.items() for digits in all_.split()}
    merged = gemeinden.assign(area_id=gemeinden["area_id"].map(room)).dissolve("area_id")
    return {
        "gemeinde": gemeinden,
        "sozialraum": merged.reset_index(),
        "samtgemeinde": read_areas(vg250 / "luechow_dannenberg_samtgemeinden.geojson").areas,
        "kreis": read_areas(vg250 / "kreise_lk_und_nachbarn.geojson").areas,
    }


def test_every_gemeinde_lies_in_the_samtgemeinde_of_its_key(
    county: dict[str, gpd.GeoDataFrame],
) -> None:
    held = nesting(areas_of(county["gemeinde"]), areas_of(county["samtgemeinde"]))
    assert held is not None
    assert len(held) == 29
    assert held["03354018"] == "033545407"
    assert held["03354501"] == "033549501"


@pytest.mark.parametrize("level", ["gemeinde", "sozialraum", "samtgemeinde"])
def test_every_level_lies_in_the_county(county: dict[str, gpd.GeoDataFrame], level: str) -> None:
    held = nesting(areas_of(county[level]), areas_of(county["kreis"]))
    assert held is not None
    assert set(held.values()) == {"03354"}


def test_the_old_samtgemeinden_hold_their_gemeinden(
    county: dict[str, gpd.GeoDataFrame],
) -> None:
    held = nesting(areas_of(county["gemeinde"]), areas_of(county["sozialraum"]))
    assert held is not None
    assert [key for key, room in held.items() if room == "Hitzacker"] == [
        "03354006",
        "03354009",
        "03354019",
    ]


def test_a_larger_area_does_not_lie_in_a_smaller_one(
    county: dict[str, gpd.GeoDataFrame],
) -> None:
    assert nesting(areas_of(county["kreis"]), areas_of(county["gemeinde"])) is None


def test_a_system_lies_in_itself(county: dict[str, gpd.GeoDataFrame]) -> None:
    gemeinden = areas_of(county["gemeinde"])
    assert nesting(gemeinden, gemeinden) == {key: key for key in gemeinden[0]}


def test_a_border_that_cuts_through_does_not_nest() -> None:
    parents = boxes(west=(0, 0, 100, 100), east=(100, 0, 200, 100))
    assert nesting(boxes(a=(0, 0, 50, 50), b=(50, 0, 150, 50)), parents) is None


def test_slivers_of_another_generalisation_do_not_matter() -> None:
    parents = boxes(west=(0, 0, 99, 100), east=(100, 0, 200, 100))
    assert nesting(boxes(a=(0, 0, 100, 100)), parents) == {"a": "west"}
    assert nesting(boxes(a=(0, 0, 102, 100)), parents) is None


def test_an_area_outside_all_does_not_nest() -> None:
    assert nesting(boxes(a=(500, 500, 600, 600)), boxes(west=(0, 0, 100, 100))) is None


def test_a_gap_under_the_middle_of_an_area_is_no_hindrance() -> None:
    lake = box(49, 49, 51, 51)
    ids, squares = boxes(west=(0, 0, 100, 100))
    with_lake = np.array([square.difference(lake) for square in squares], dtype=object)
    assert nesting(boxes(a=(0, 0, 100, 100)), (ids, with_lake)) == {"a": "west"}


def test_the_gemeinden_of_germany_lie_in_their_kreise(germany: AreaReading) -> None:
    areas = germany.areas
    kreise = areas.assign(area_id=areas["area_id"].str[:5]).dissolve("area_id").reset_index()
    held = nesting(areas_of(areas), areas_of(kreise))
    assert held is not None
    assert all(gemeinde.startswith(kreis) for gemeinde, kreis in held.items())


def test_a_parent_is_covered_by_the_share_that_its_children_have_of_it() -> None:
    parents = boxes(west=(0, 0, 100, 100), east=(100, 0, 200, 100), bare=(200, 0, 300, 100))
    children = boxes(a=(0, 0, 50, 100), b=(50, 0, 100, 100), c=(100, 0, 152, 100))
    held = nesting(children, parents)
    assert held is not None
    assert covered_shares(children, parents, held) == {"west": 1.0, "east": 0.52}


def test_children_that_overlap_cover_only_once() -> None:
    parents, children = boxes(west=(0, 0, 100, 100)), boxes(a=(0, 0, 50, 100), b=(0, 0, 50, 100))
    assert covered_shares(children, parents, {"a": "west", "b": "west"}) == {"west": 0.5}


@pytest.mark.parametrize(
    ("small", "large"),
    [("gemeinde", "sozialraum"), ("gemeinde", "samtgemeinde"), ("samtgemeinde", "kreis")],
)
def test_the_levels_of_the_county_cover_it(
    county: dict[str, gpd.GeoDataFrame], small: str, large: str
) -> None:
    children, parents = areas_of(county[small]), areas_of(county[large])
    held = nesting(children, parents)
    assert held is not None
    assert min(covered_shares(children, parents, held).values()) >= WHOLE
