"""A question in the catalogue is an indicator like all others."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from geodata.imports.catalogue import apply_catalogue, export_catalogue
from geodata.imports.catalogue_refusals import NoId
from geodata.imports.undo import undo_import
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.choices import periods, systems, topics
from indicators.comparison.noise import noise
from indicators.export import export_geopackage
from indicators.facilities.filter import FacilityFilter
from indicators.hand_out import handed_out
from indicators.portrait import portrait
from indicators.provenance import Step, provenance
from indicators.published import published
from indicators.query import Query
from indicators.reach.question import ReachQuestion
from indicators.reach.refusals import NoStreets, TakenId
from indicators.reach.saving import save_question
from indicators.refusals import NoUnion
from indicators.union import union
from tests.village_roads import kita, put_kitas, put_streets
from tests.villages import AHAUSEN, BEDORF, put_points

HOUSES = (("Ahausen", 500, 1500, 100), ("Bedorf", 1500, 1500, 300), ("Cetal", 500, 500, 50))
ON_FOOT = ReachQuestion(FacilityFilter(kinds=("kita",)), mode="foot")


@pytest.fixture
def streets(villages: Store) -> Store:
    put_points(villages, HOUSES)
    put_streets(villages)
    put_kitas(villages, kita("Kita Ahausen", "Ahausen"))
    return villages


def saved(store: Store, question: ReachQuestion = ON_FOOT) -> Workspace:
    save_question(store, Workspace(store), "kita_zu_fuss", question)
    return Workspace(store)


def test_it_stands_under_mobility_with_its_parameters(streets: Store) -> None:
    workspace = saved(streets)
    (topic,) = topics(workspace)
    (record,) = topic.indicators
    assert (topic.title, record.title) == ("Mobilität", "Kitas: Minuten zu Fuß")
    assert (record.kind, record.unit) == ("minutes", "min")
    assert record.reach["mode"] == "foot"
    assert "day" not in record.reach
    assert {s.id for s in systems(workspace, record.id)} == {"kreis", "samtgemeinde", "gemeinde"}


def test_its_figures_are_those_of_the_question(streets: Store) -> None:
    workspace = saved(streets)
    stored = published(workspace, Query("kita_zu_fuss", "gemeinde"))
    asked = published(workspace, Query(ON_FOOT.id, "gemeinde"))
    assert stored.values.tolist()[:3] == asked.values.tolist()[:3] == [0, 12, 12]
    rows = handed_out(workspace, Query("kita_zu_fuss", "gemeinde", "all"))
    assert [row["value"] for row in rows] == [0, 12, 12, None]


def test_portrait_provenance_noise_and_export_take_it_like_any_other(
    streets: Store, tmp_path: Path
) -> None:
    workspace = saved(streets)
    query = Query(
        "kita_zu_fuss", "gemeinde", periods(workspace, "kita_zu_fuss", "gemeinde")[0].period.text
    )
    assert portrait(workspace, query, BEDORF).cell.value == 12
    found = provenance(workspace, query, BEDORF)
    assert found.steps == (Step.REACHED,)
    assert [origin.variable.title for origin in found.origins] == [
        "Straßennetz",
        "Kitas",
        "Wohnorte",
    ]
    assert math.isnan(noise(workspace, query).low[0])
    with pytest.raises(NoUnion):
        union(workspace, query, (AHAUSEN, BEDORF))
    assert export_geopackage(workspace, tmp_path / "atlas.gpkg")["values"] > 0


def test_a_question_takes_the_place_of_a_question_only(streets: Store) -> None:
    saved(streets)
    workspace = saved(streets, replace(ON_FOOT, measure="share", limit_minutes=10))
    assert workspace.indicators["kita_zu_fuss"].kind == "share"
    with pytest.raises(TakenId, match="anderen Kurznamen"):
        save_question(streets, workspace, "einwohner", ON_FOOT)
    with pytest.raises(NoId):
        save_question(streets, workspace, "Kita zu Fuß", ON_FOOT)


def test_it_can_be_taken_back_and_goes_through_a_file(streets: Store, tmp_path: Path) -> None:
    number = save_question(streets, Workspace(streets), "kita_zu_fuss", ON_FOOT)
    for name in ("katalog.toml", "katalog.xlsx"):
        export_catalogue(streets, tmp_path / name)
        assert apply_catalogue(streets, tmp_path / name, dry_run=True)["changed"] == []
    undo_import(streets, number)
    assert "kita_zu_fuss" not in Workspace(streets).indicators


def test_what_cannot_be_answered_is_not_kept(villages: Store) -> None:
    put_points(villages, HOUSES)
    with pytest.raises(NoStreets):
        save_question(villages, Workspace(villages), "kita_zu_fuss", ON_FOOT)


def test_without_its_streets_it_stands_on_no_list(streets: Store) -> None:
    number = put_streets(streets)
    workspace = saved(streets)
    assert topics(workspace)
    for import_id in (number, number - 2):
        undo_import(streets, import_id)
    workspace = Workspace(streets)
    assert topics(workspace) == ()
    with pytest.raises(NoStreets):
        published(workspace, Query("kita_zu_fuss", "gemeinde"))
