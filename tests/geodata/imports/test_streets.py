"""Streets brought into a workspace: what is kept, replaced, said and refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from geodata.imports.streets import import_streets
from geodata.imports.undo import undo_import
from geodata.store import Store
from geodata.streets.graph import StreetGraph, street_graph
from geodata.streets.refusals import NoRoads, RoadsWithoutPlace, StreetsElsewhere
from geodata.workspace import Workspace
from tests.roads import Points, Way, osm_text
from tests.villages import EAST, NORTH

STREET = {"highway": "residential"}
ROUND = {"A": (0, 0), "B": (2000, 0), "C": (2000, 2000), "D": (0, 2000)}


def world(folder: Path, points: Points, ways: list[Way], name: str = "welt.osm") -> Path:
    path = folder / name
    path.write_text(osm_text(points, ways), encoding="utf-8")
    return path


def streets_of(store: Store) -> StreetGraph:
    stored = Workspace(store).streets
    assert stored is not None
    return street_graph(stored)


def test_streets_are_real_and_stand_where_they_are(three_villages: Store, tmp_path: Path) -> None:
    report = import_streets(three_villages, world(tmp_path, ROUND, [("ABCDA", STREET)]))
    graph = streets_of(three_villages)
    assert (graph.nature, graph.import_id) == ("real", report["import_id"])
    assert graph.attribution == "© OpenStreetMap-Mitwirkende (ODbL)"
    assert (graph.x[0] - EAST, graph.y[0] - NORTH) == (
        pytest.approx(0, abs=0.02),
        pytest.approx(0, abs=0.02),
    )
    assert report["km"]["foot"] == 8.0
    assert report["warnings"] == []


def test_what_lies_beyond_the_buffer_is_left_away(three_villages: Store, tmp_path: Path) -> None:
    points = {**ROUND, "E": (3500, 0), "F": (9000, 0)}
    path = world(tmp_path, points, [("ABCDA", STREET), ("BEF", STREET)])
    narrow = import_streets(three_villages, path, buffer_km=2)
    assert np.ptp(streets_of(three_villages).x) == pytest.approx(1500, abs=1)
    wide = import_streets(three_villages, path, buffer_km=10)
    assert wide["km"]["foot"] - narrow["km"]["foot"] == pytest.approx(5.5, abs=0.11)


def test_a_second_file_takes_the_place_of_the_first_and_undoing_brings_that_back(
    three_villages: Store, tmp_path: Path
) -> None:
    path = world(tmp_path, ROUND, [("ABCDA", STREET)])
    import_streets(three_villages, path, title="Alt")
    report = import_streets(three_villages, path, title="Neu")
    assert report["warnings"] == ["Ersetzt: „Alt“."]
    assert streets_of(three_villages).title == "Neu"
    undo_import(three_villages, report["import_id"])
    assert streets_of(three_villages).title == "Alt"


def test_streets_that_end_before_the_county_does_are_named(
    three_villages: Store, tmp_path: Path
) -> None:
    half = {**ROUND, "B": (1000, 0), "C": (1000, 2000)}
    report = import_streets(three_villages, world(tmp_path, half, [("ABCDA", STREET)]))
    assert report["warnings"][0].startswith("„welt.osm“ deckt nur rund 50 % der Gebiete ab.")


def test_progress_is_told_to_the_end(three_villages: Store, tmp_path: Path) -> None:
    shares: list[float] = []
    path = world(tmp_path, ROUND, [("ABCDA", STREET)])
    import_streets(three_villages, path, progress=shares.append)
    assert shares[-1] == 1


def test_what_is_refused_leaves_the_store_as_it_was(three_villages: Store, tmp_path: Path) -> None:
    number = Workspace(three_villages).number
    far = {name: (x + 200_000, y) for name, (x, y) in ROUND.items()}
    missing = osm_text({}, [("ABCDA", STREET)])
    (tmp_path / "leer.osm").write_text(missing, encoding="utf-8")
    with pytest.raises(StreetsElsewhere, match=r"198 km entfernt \(bei 14,\d\d° Ost"):
        import_streets(three_villages, world(tmp_path, far, [("ABCDA", STREET)]))
    with pytest.raises(NoRoads):
        import_streets(three_villages, world(tmp_path, ROUND, [("ABCDA", {"building": "yes"})]))
    closed = {**STREET, "access": "no"}
    with pytest.raises(NoRoads):
        import_streets(three_villages, world(tmp_path, ROUND, [("ABCDA", closed)]))
    with pytest.raises(RoadsWithoutPlace):
        import_streets(three_villages, tmp_path / "leer.osm")
    assert Workspace(three_villages).number == number
    assert list(three_villages.originals.glob("*")) == []
