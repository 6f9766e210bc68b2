"""The country, made by the commands of the README: its streets, and the people of the census.

To look at the same: `python -m tests.reach_worlds bayreuth --workspace W`, or `luechow`.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest
from pyproj import Transformer

from geodata.streets.graph import Mode
from geodata.workspace import Workspace, open_workspace
from indicators.facilities.filter import FacilityFilter
from indicators.published import published
from indicators.query import Query
from indicators.reach.answer import answer, placed_facilities, snapped_facilities, snapped_points
from indicators.reach.networks import streets_of
from indicators.reach.points import inhabited
from indicators.reach.question import ReachQuestion, Trip
from tests import reach_worlds
from tests.indicators.reach.plain_search import all_minutes
from tests.indicators.reach.raw_doors import RawDoors
from tests.indicators.reach.raw_search import RawStreets, raw_streets

pytestmark = pytest.mark.long

_TO_DEGREES = Transformer.from_crs("EPSG:25832", "EPSG:4326", always_xy=True)
HARSDORF = (11.5600, 50.0300)
KITAS = FacilityFilter(kinds=("kita",))


@pytest.fixture(scope="module")
def bayreuth(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("welt") / "w"
    reach_worlds.bayreuth(folder, shared_data)
    with open_workspace(folder) as workspace:
        yield workspace


@pytest.fixture(scope="module")
def streets(shared_data: Path) -> Mapping[Mode, RawStreets]:
    return raw_streets(shared_data / "test-only" / "osm" / "north-bayreuth.osm.gz")


@pytest.fixture(scope="module")
def luechow(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("welt") / "w"
    reach_worlds.luechow(folder, shared_data)
    with open_workspace(folder) as workspace:
        yield workspace


@pytest.mark.parametrize("mode", ["foot", "car"])
def test_in_the_country_each_street_is_as_far_as_the_plain_search_says(
    bayreuth: Workspace, streets: Mapping[Mode, RawStreets], mode: Mode
) -> None:
    plain = RawDoors(streets[mode], HARSDORF)
    points = inhabited(bayreuth)
    minutes = answer(bayreuth, Trip(KITAS, mode)).minutes
    goals = [_TO_DEGREES.transform(f.x, f.y) for f in placed_facilities(bayreuth, KITAS)]
    some = np.linspace(0, len(points) - 1, 20).astype(int).tolist()
    expected = [
        plain.nearest(_TO_DEGREES.transform(points.x[at], points.y[at]), goals)[1] for at in some
    ]
    assert minutes[some] == pytest.approx(expected, rel=1e-3, abs=0.03)
    assert points.people.sum() == pytest.approx(4787)


def test_people_of_the_census_weigh_the_minutes_of_their_cells(
    luechow: Workspace, shared_data: Path
) -> None:
    """The cells of each Gemeinde as the file itself assigns them; ways by the textbook."""
    cells = shared_data / "test-only/zensus2011_grid/zensus_1km_luechow_dannenberg.csv"
    with cells.open(encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if int(row["Einwohner"]) > 0]
    points = inhabited(luechow)
    assert (points.basis, len(points)) == ("grid", len(rows))
    assert points.people.sum() == 49_193
    asked = ReachQuestion(KITAS, mode="car", measure="share", limit_minutes=10)
    minutes = _minutes_by_cell(luechow, asked)
    shown = published(luechow, Query(asked.id, "gemeinde"))
    told = dict(zip(shown.system.area_ids, shown.values, strict=True))
    for gemeinde in {row["AGS"] for row in rows}:
        own = [row for row in rows if row["AGS"] == gemeinde]
        people = sum(int(row["Einwohner"]) for row in own)
        near = sum(int(r["Einwohner"]) for r in own if minutes[r["x"], r["y"]] <= 10)
        assert told[gemeinde] == pytest.approx(100 * near / people, abs=0.06), gemeinde


def _minutes_by_cell(luechow: Workspace, asked: ReachQuestion) -> dict[tuple[str, str], float]:
    mode: Mode = "car"
    homes = snapped_points(luechow, mode)
    goals = snapped_facilities(luechow, asked.filter, mode)
    plain = np.min(all_minutes(streets_of(luechow), mode, goals, homes), axis=0)
    to_grid = Transformer.from_crs("EPSG:25832", "EPSG:3035", always_xy=True)
    x, y = to_grid.transform(inhabited(luechow).x, inhabited(luechow).y)
    middles = [
        (500 + 1000 * math.floor(e / 1000), 500 + 1000 * math.floor(n / 1000))
        for e, n in zip(x, y, strict=True)
    ]
    return {(str(e), str(n)): m for (e, n), m in zip(middles, plain, strict=True)}
