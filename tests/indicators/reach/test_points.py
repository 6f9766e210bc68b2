"""From where minutes are reckoned, and which areas these points speak for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely

from geodata.imports.grid import import_grid
from geodata.imports.places import import_places
from geodata.markers import Nature
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.published import published
from indicators.query import Query
from indicators.reach.point_marks import point_labels, point_shapes
from indicators.reach.points import areas_of_points, inhabited, spoken_names
from indicators.reach.refusals import NobodyKnown
from tests.roads import osm_text
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    EAST,
    FOREST,
    NORTH,
    put_areas,
    put_points,
    put_table,
    squares,
)

PEOPLE = {AHAUSEN: 100.0, BEDORF: 300.0, CETAL: 200.0, FOREST: 0.0}
HOUSES = (("Ahausen", 250, 1500, 90), ("Bedorf", 1500, 1500, 300), ("Cetal", 100, 100, 50))


def grid_file(folder: Path) -> Path:
    path = folder / "raster.csv"
    rows = [f"1kmN{3315 + at // 7}E{4401 + at % 7};10" for at in range(49)]
    path.write_text("\n".join(["GITTER_ID_1km;Einwohner", *rows, ""]), encoding="utf-8")
    return path


def test_nobody_known_is_said(villages: Store) -> None:
    with pytest.raises(NobodyKnown, match="geodata places"):
        inhabited(Workspace(villages))


def test_without_grid_or_places_a_point_stands_in_each_inhabited_area(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", PEOPLE)
    workspace = Workspace(villages)
    found = inhabited(workspace)
    assert (found.basis, found.source, found.names) == (
        "areas",
        "gemeinde",
        (AHAUSEN, BEDORF, CETAL),
    )
    assert found.people.tolist() == [100, 300, 200]
    assert found.nature is Nature.ESTIMATED
    assert (found.x[0] - EAST, found.y[0] - NORTH) == (500, 1500)
    assert areas_of_points(workspace, "gemeinde").tolist() == [0, 1, 2]
    assert areas_of_points(workspace, "samtgemeinde").tolist() == [0, 0, 1]
    assert areas_of_points(workspace, "kreis").tolist() == [0, 0, 0]


def test_a_point_inside_an_area_says_nothing_of_its_parts(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", PEOPLE)
    put_areas(villages, "ortsteil", {"1": "Ahausen-Mitte"}, [squares()[0].buffer(-100)])
    workspace = Workspace(villages)
    assert areas_of_points(workspace, "ortsteil").tolist() == [-1, -1, -1]


def test_places_go_before_areas_and_a_grid_before_places(villages: Store, tmp_path: Path) -> None:
    put_table(villages, "einwohner", "2022", PEOPLE)
    put_points(villages, HOUSES)
    workspace = Workspace(villages)
    assert inhabited(workspace).names == ("Ahausen", "Bedorf", "Cetal")
    assert inhabited(workspace).basis == "places"
    assert areas_of_points(workspace, "gemeinde").tolist() == [0, 1, 2]
    import_grid(villages, grid_file(tmp_path), cell=1000)
    workspace = Workspace(villages)
    found = inhabited(workspace)
    assert (found.basis, found.title) == ("grid", "Raster 1 km")
    positions = areas_of_points(workspace, "raster")
    assert [workspace.systems["raster"].area_ids[at] for at in positions] == list(found.names)
    assert set(areas_of_points(workspace, "kreis").tolist()) == {-1, 0}


def test_places_that_were_made_up_say_so_in_all_that_is_divided_by_them(
    villages: Store, tmp_path: Path
) -> None:
    put_table(villages, "kinder", "2022", {AHAUSEN: 10, BEDORF: 30, CETAL: 20, FOREST: 0})
    halves = [shapely.box(EAST, NORTH, EAST + 500, NORTH + 2000)]
    put_areas(villages, "halb", {"1": "Westen"}, halves)
    path = tmp_path / "orte.csv"
    rows = [f"{name};{EAST + x};{NORTH + y};{people}" for name, x, y, people in HOUSES]
    path.write_text("\n".join(["Name;x;y;Einwohner", *rows, ""]))
    import_places(villages, path, nature="model")
    workspace = Workspace(villages)
    assert inhabited(workspace).nature is Nature.MODEL
    assert published(workspace, Query("kinder", "halb")).cell("1").nature is Nature.MODEL


def test_a_hidden_cell_of_a_grid_weighs_nothing(villages: Store, tmp_path: Path) -> None:
    import_grid(villages, grid_file(tmp_path), cell=1000, period="2022-05-15")
    record = Workspace(villages).indicators["einwohner_raster"]
    with villages.writing("catalogue") as writer:
        writer.put_records([replace(record, minimum=3)])
    # Nothing was reckoned: until it is, nobody may know any cell.
    with pytest.raises(NobodyKnown):
        inhabited(Workspace(villages))


def test_people_of_an_area_are_those_of_its_points(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", PEOPLE)
    workspace = Workspace(villages)
    at = areas_of_points(workspace, "kreis")
    people = np.bincount(at, inhabited(workspace).people)
    assert people.tolist() == published(workspace, Query("einwohner", "kreis")).values.tolist()


def test_points_along_streets_say_so_and_bear_the_name_of_their_area_once(
    villages: Store, tmp_path: Path
) -> None:
    points = {"A": (200, 1500), "B": (500, 1500), "C": (800, 1500)}
    (tmp_path / "dorf.osm").write_text(osm_text(points, [("ABC", {"highway": "residential"})]))
    (tmp_path / "orte.csv").write_text(f"Name;x;y;Einwohner\nHof;{EAST + 100};{NORTH + 1900};90\n")
    import_places(villages, tmp_path / "orte.csv", along=tmp_path / "dorf.osm")
    workspace = Workspace(villages)
    found = inhabited(workspace)
    assert (found.basis, found.nature, len(found)) == ("streets", Nature.ESTIMATED, 3)
    assert found.attribution == "© OpenStreetMap-Mitwirkende (ODbL)"
    assert point_labels(workspace) == ["", "Ahausen", ""]


def test_cells_are_called_by_the_area_that_they_lie_in(villages: Store, tmp_path: Path) -> None:
    import_grid(villages, grid_file(tmp_path), cell=1000)
    workspace = Workspace(villages)
    names = spoken_names(workspace)
    assert {"Zelle in Ahausen", "Zelle in Bedorf", "Zelle in Cetal"} <= set(names)
    labels = point_labels(workspace)
    assert labels is not None
    assert sorted(filter(None, labels)) == ["Ahausen", "Bedorf", "Cetal", "Dornwald"]


def test_discs_of_places_far_apart_are_wide_and_those_along_streets_narrow(
    villages: Store,
) -> None:
    put_points(villages, HOUSES)
    assert shapely.area(point_shapes(Workspace(villages))).max() > 500_000
    put_points(villages, [(f"Haus {at}", 50.0 * at, 100, 5) for at in range(30)])
    reach = shapely.bounds(point_shapes(Workspace(villages)))
    assert (reach[:, 3] - reach[:, 1]).max() == pytest.approx(300, abs=1)
