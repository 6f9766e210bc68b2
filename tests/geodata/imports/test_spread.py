"""People of places, shared out along their streets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from geodata.imports.places import import_places
from geodata.imports.spread import spread
from geodata.inhabited_points import InhabitedPoints
from geodata.store import Store
from geodata.streets.homes import HomeStreets
from geodata.workspace import Workspace
from tests.roads import osm_text
from tests.villages import EAST, NORTH, village_store

# Ahausen has two streets of 100 and 300 m; that of Bedorf begins just beyond the border.
POINTS = {
    "A": (300, 1500),
    "B": (350, 1500),
    "C": (400, 1500),
    "D": (600, 1400),
    "E": (750, 1400),
    "F": (900, 1400),
    "G": (1010, 1500),
    "H": (1030, 1500),
    "I": (1050, 1500),
}
WAYS = [
    ("ABC", {"highway": "residential", "name": "Am Anger"}),
    ("DEF", {"highway": "residential"}),
    ("GHI", {"highway": "living_street", "name": "Grenzweg"}),
]
PLACES = "\n".join(
    [
        "Name;x;y;Einwohner",
        f"Ahausen, Stadt;{EAST + 900};{NORTH + 1500};400",
        f"Bedorf;{EAST + 1900};{NORTH + 1500};50",
        f"Cetal;{EAST + 500};{NORTH + 500};30",
    ]
)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Store]:
    with village_store(tmp_path / "w") as store:
        yield store


def put_places(store: Store, folder: Path, **options: str) -> dict[str, object]:
    (folder / "dorf.osm").write_text(osm_text(POINTS, WAYS), encoding="utf-8")
    (folder / "orte.csv").write_text(PLACES, encoding="utf-8")
    return import_places(
        store, folder / "orte.csv", crs="EPSG:25832", along=folder / "dorf.osm", **options
    )


def points_of(store: Store) -> dict[tuple[str, int], float]:
    found = Workspace(store).points("Orte")
    east = [round(x - EAST) for x in found.x]
    return dict(zip(zip(found.names, east, strict=True), found.population.tolist(), strict=True))


def test_people_go_by_the_length_of_streets_and_never_over_a_border(
    village: Store, tmp_path: Path
) -> None:
    put_places(village, tmp_path)
    assert points_of(village) == pytest.approx(
        {
            ("Am Anger, Ahausen", 350): 100,
            ("Ahausen", 600): 150,
            ("Ahausen", 750): 150,
            ("Grenzweg, Bedorf", 1030): 50,
            ("Cetal", 500): 30,
        },
        abs=0.1,
    )


def test_what_is_spread_is_estimated_names_its_sources_and_who_stayed(
    village: Store, tmp_path: Path
) -> None:
    report = put_places(village, tmp_path, attribution="© Kreisamt")
    assert (report["nature"], report["along"], report["points"]) == ("estimated", "dorf.osm", 5)
    assert report["attribution"] == "© Kreisamt; © OpenStreetMap-Mitwirkende (ODbL)"
    assert "am eigenen Punkt geblieben: 1 Ort (Cetal)" in json.dumps(report, ensure_ascii=False)
    held = Workspace(village).point_sets["Orte"]
    assert (held.nature, held.is_spread, held.attribution) == (
        "estimated",
        True,
        report["attribution"],
    )


def test_a_model_stays_a_model(village: Store, tmp_path: Path) -> None:
    assert put_places(village, tmp_path, nature="model")["nature"] == "model"


@given(
    arrays(np.float64, (3, 2), elements=st.floats(0, 100)),
    arrays(np.float64, (8, 2), elements=st.floats(0, 100)),
    arrays(np.float64, 8, elements=st.floats(1, 500)),
)
def test_in_each_area_there_are_as_many_people_as_before(
    places: np.ndarray, streets: np.ndarray, length_m: np.ndarray
) -> None:
    areas = np.array([shapely.box(0, 0, 49, 100), shapely.box(51, 0, 100, 100)], object)
    people = InhabitedPoints(("A", "B", "C"), *places.T.copy(), np.array([10.0, 20.0, 5.0]))
    found = spread(people, HomeStreets(("",) * 8, *streets.T.copy(), length_m), areas).points
    for area in areas:
        before = people.population[shapely.intersects_xy(area, people.x, people.y)].sum()
        after = found.population[shapely.intersects_xy(area, found.x, found.y)].sum()
        assert after == pytest.approx(before)
