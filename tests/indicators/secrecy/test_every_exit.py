"""Through no door comes what is hidden."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio
import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient
from shapely.geometry import box

from callbacks.page import create_app
from geodata.catalogue import Indicator
from geodata.markers import Status
from geodata.store import Store
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.classification import classify
from indicators.commands import indicators
from indicators.export import export_geopackage
from indicators.portrait import portrait
from indicators.published import published
from indicators.query import Query
from indicators.reach.points import inhabited
from tests.indicators.secrecy.reachable import put_grid, quarters_of
from tests.indicators.secrecy.seen import HIDDEN
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    EAST,
    FOREST,
    NORTH,
    NORTHERN,
    POPULATION,
    SOUTHERN,
    put_areas,
    put_points,
    put_records,
    put_table,
    squares,
    village_store,
)

ASKED = Query("kinder", "gemeinde", "2022")


@pytest.fixture
def visitor(few_children: Store) -> FlaskClient:
    client: FlaskClient = create_app(WorkspaceHolder(few_children.folder)).server.test_client()
    return client


def test_csv_and_json_of_the_command_line(few_children: Store) -> None:
    words = ["values", "kinder", "--system", "gemeinde", "--workspace", str(few_children.folder)]
    told = CliRunner().invoke(indicators, words).stdout
    rows = {row["area_id"]: row for row in csv.DictReader(io.StringIO(told), delimiter=";")}
    assert (rows[AHAUSEN]["value"], rows[AHAUSEN]["status"]) == ("", HIDDEN)
    answer = json.loads(CliRunner().invoke(indicators, [*words, "--format", "json"]).stdout)
    found = {row["area_id"]: row["value"] for row in answer}
    assert (found[AHAUSEN], found[CETAL]) == (None, 5)


def test_http(visitor: FlaskClient) -> None:
    found = visitor.get("/daten/kinder?system=gemeinde&period=2022&format=json").get_json()
    hidden = next(row for row in found if row["area_id"] == AHAUSEN)
    assert (hidden["value"], hidden["status"]) == (None, HIDDEN)


def test_the_exported_geopackage(few_children: Store, tmp_path: Path) -> None:
    file = tmp_path / "weitergabe.gpkg"
    export_geopackage(Workspace(few_children), file)
    layer = gpd.read_file(file, layer="gemeinde").set_index("area_id")
    assert layer["kinder"].isna()[AHAUSEN]
    values = pyogrio.read_dataframe(file, layer="werte")
    hidden = values[(values["indicator"] == "kinder") & (values["area_id"] == AHAUSEN)]
    assert hidden["value"].isna().all()
    assert set(hidden["status"]) == {HIDDEN}


def test_portrait_rank_and_classes(few_children: Store) -> None:
    workspace = Workspace(few_children)
    told = portrait(workspace, ASKED, AHAUSEN)
    assert (told.cell.value, told.cell.status, told.rank) == (None, Status.SUPPRESSED, None)
    assert [point.cell.value for point in told.series] == [None]
    cut = classify(published(workspace, ASKED))
    assert cut.gaps[HIDDEN] == 2
    assert cut.breaks == (5, 5)


def test_a_figure_carried_to_areas_that_lie_across_is_hidden_with_its_parts(
    few_children: Store,
) -> None:
    """Halves of villages: an estimate of a hidden count is as good as the count."""
    strips = [box(EAST + x, NORTH, EAST + x + w, NORTH + 2000) for x, w in ((0, 500), (500, 1500))]
    put_areas(few_children, "streifen", {"s1": "West", "s2": "Ost"}, strips)
    workspace = Workspace(few_children)
    figures = published(workspace, Query("kinder", "streifen", "2022"))
    assert figures.cell("s1").status is Status.SUPPRESSED
    assert figures.cell("s2").status is Status.SUPPRESSED


def test_only_what_rests_on_shown_counts_is_carried_over(few_children: Store) -> None:
    """Cetal's five are shown, so a strip within Cetal may tell of them; one beyond Cetal not."""
    share = Indicator(
        "anteil", "Anteil", kind="share", numerator=("kinder",), denominator=("einwohner",)
    )
    put_records(few_children, [share])
    put_table(few_children, "betten", "2022", dict.fromkeys((AHAUSEN, BEDORF, CETAL, FOREST), 4.0))
    strips = [box(EAST, NORTH + y, EAST + 1000, NORTH + y + h) for y, h in ((0, 900), (900, 1100))]
    put_areas(few_children, "streifen", {"s1": "Unten", "s2": "Oben"}, strips)
    workspace = Workspace(few_children)
    assert published(workspace, ASKED).cell(CETAL).value == 5
    for name, expected in (("kinder", 0.9 * 5), ("anteil", 5 / 300)):
        found = published(workspace, Query(name, "streifen", "2022"))
        assert found.status.tolist() == [Status.SHOWN, Status.SUPPRESSED]
        assert found.values[0] == round(expected)
        assert np.isnan(found.values[1])
    beds = published(workspace, Query("betten", "streifen", "2022"))
    assert beds.status.tolist() == [Status.SHOWN] * 2


def test_a_protected_sum_is_not_estimated_elsewhere(few_children: Store) -> None:
    """Three and a half children are no count; beside shown sums they would tell of some."""
    twice = Indicator("doppelt", "Doppelt", numerator=("kinder", "kinder"), minimum=3)
    put_records(few_children, [twice])
    strips = [box(EAST + x, NORTH, EAST + x + w, NORTH + 2000) for x, w in ((0, 500), (500, 1500))]
    put_areas(few_children, "streifen", {"s1": "West", "s2": "Ost"}, strips)
    figures = published(Workspace(few_children), Query("doppelt", "streifen", "2022"))
    assert figures.cell("s1").status is Status.SUPPRESSED


def test_hidden_people_do_not_weigh_what_is_carried_across(tmp_path: Path, guarded: None) -> None:
    """2 of 202 people make 990 of 100.000 kWh: whoever sees these knows the 2."""
    with village_store(tmp_path / "w") as store:
        put_records(store, [replace(POPULATION, minimum=3)])
        people = {AHAUSEN: 2.0, BEDORF: 200.0, CETAL: 300.0, FOREST: 100.0}
        put_table(store, "einwohner", "2022", people)
        power = {NORTHERN: 100_000.0, SOUTHERN: 0.0}
        put_table(store, "strom", "2022", power, system="samtgemeinde")
        strips = [box(EAST + x, NORTH, EAST + x + 1000, NORTH + 2000) for x in (0, 1000)]
        put_areas(store, "streifen", {"s1": "West", "s2": "Ost"}, strips)
        figures = published(Workspace(store), Query("strom", "streifen", "2022"))
        assert figures.cell("s1").value == 50_000
        assert figures.method == "area"


def test_hidden_cells_of_a_grid_do_not_weigh_either(tmp_path: Path, guarded: None) -> None:
    """The same 2 of 202 people, told by a grid."""
    with village_store(tmp_path / "w") as store:
        put_grid(store, dict(zip("abcd", squares(), strict=True)), [2.0, 200.0, 300.0, 100.0])
        power = {NORTHERN: 100_000.0, SOUTHERN: 0.0}
        put_table(store, "strom", "2022", power, system="samtgemeinde")
        strips = [box(EAST + x, NORTH, EAST + x + 1000, NORTH + 2000) for x in (0, 1000)]
        put_areas(store, "streifen", {"s1": "West", "s2": "Ost"}, strips)
        figures = published(Workspace(store), Query("strom", "streifen", "2022"))
        assert figures.cell("s1").value == 50_000


def test_hidden_cells_look_alike_whether_anybody_lives_there_or_not(
    tmp_path: Path, guarded: None
) -> None:
    """Were an empty one no point of reachability, who sees the points knew that it is empty."""
    with village_store(tmp_path / "w") as store:
        put_grid(store, quarters_of(squares()), [2.0, 0.0, *[50.0] * 14])
        workspace = Workspace(store)
        found = dict(zip(inhabited(workspace).names, inhabited(workspace).people, strict=True))
        hidden = {key[3] for key in workspace.hidden_cells}
        assert {"Z00", "Z01"} <= hidden
        assert {found[name] for name in hidden} == {0}
        assert {found[name] for name in found.keys() - hidden} == {50}


def test_what_is_carried_by_surface_is_hidden_wherever_surface_reaches(
    tmp_path: Path, guarded: None
) -> None:
    """Nobody lives in the middle strip, but a part of the hidden woods stands there."""
    with village_store(tmp_path / "w") as store:
        put_records(store, [Indicator("wald", "Wald", unit="ha", minimum=3)])
        woods = {AHAUSEN: 20.0, BEDORF: 200.0, CETAL: 2.0, FOREST: 100.0}
        put_table(store, "wald", "2022", woods)
        put_points(store, [("c", 250, 500, 10), ("d", 1900, 500, 5)])
        ends = ((0, 500), (500, 1250), (1250, 2000))
        strips = [box(EAST + a, NORTH, EAST + b, NORTH + 2000) for a, b in ends]
        put_areas(store, "streifen", {"s1": "West", "s2": "Mitte", "s3": "Ost"}, strips)
        figures = published(Workspace(store), Query("wald", "streifen", "2022"))
        assert figures.cell("s2").status is Status.SUPPRESSED


def test_an_indicator_made_of_a_ratio_is_hidden_with_it(few_children: Store) -> None:
    share = Indicator(
        "anteil", "Anteil", kind="share", numerator=("kinder",), denominator=("einwohner",)
    )
    twice = Indicator(
        "doppelt", "Doppelt", kind="rate", numerator=("anteil",), denominator=("einwohner",)
    )
    put_records(few_children, [share, twice])
    figures = published(Workspace(few_children), Query("doppelt", "gemeinde", "2022"))
    assert figures.cell(AHAUSEN).status is Status.SUPPRESSED
