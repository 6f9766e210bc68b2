"""Places where the facilities stand, as a measure like the others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geodata.refusals import Refusal
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.facilities.filter import FacilityFilter
from indicators.facilities.supply import supply
from indicators.published import published
from indicators.query import Query
from indicators.reach.origins import imports_behind
from indicators.reach.question import ReachQuestion
from indicators.reach.saving import save_question
from tests.kitas import KITAS, SCHOOL, served_by_children
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    put_facilities,
    put_points,
    put_records,
    put_table,
    village_store,
)

ASKED = ReachQuestion(FacilityFilter(kinds=("kita",)), measure="own")


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Store]:
    """Kitas and counted children, and not one street."""
    with village_store(tmp_path / "w") as store:
        put_table(store, "kinder", "2022", {AHAUSEN: 100.0, BEDORF: 50.0, CETAL: "."})
        put_records(store, [served_by_children()])
        put_facilities(store, "kita", KITAS)
        put_facilities(store, "schule", [SCHOOL])
        put_points(store, [("Ahausen", 500, 1500, 100)])
        yield store


def test_the_map_shows_what_the_table_of_supply_says(village: Store) -> None:
    workspace = Workspace(village)
    table = supply(workspace, ASKED.filter, "kita", "gemeinde").published
    shown = published(workspace, Query(ASKED.id, "gemeinde"))
    assert shown.values == pytest.approx(table.values, nan_ok=True)
    assert shown.status.tolist() == table.status.tolist()
    assert [s.title for s in shown.sources] == [s.title for s in table.sources]
    assert shown.indicator.title == "Kitas: Plätze je 100 im eigenen Gebiet (Kinder)"
    assert "(Kinder)" in shown.indicator.definition


def test_it_is_kept_as_an_indicator(village: Store) -> None:
    save_question(village, Workspace(village), "kita_plaetze", ASKED)
    kept = published(Workspace(village), Query("kita_plaetze", "gemeinde"))
    assert kept.indicator.topic == "Mobilität"


@pytest.mark.parametrize(
    ("asked", "system", "sentence"),
    [
        (ASKED, "Orte", "Raumebene wählen"),
        (ReachQuestion(FacilityFilter(kinds=("kita", "schule")), measure="own"), "kreis", "eine"),
        (ReachQuestion(ASKED.filter, measure="own", group="einwohner"), "kreis", "Für wen"),
        (ReachQuestion(FacilityFilter(kinds=("bbs",)), measure="own"), "kreis", "Keine"),
    ],
)
def test_what_cannot_be_said_of_areas_is_said_in_a_sentence(
    village: Store, asked: ReachQuestion, system: str, sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        published(Workspace(village), Query(asked.id, system))


def test_behind_it_stand_facilities_and_counts_and_no_network(village: Store) -> None:
    workspace = Workspace(village)
    record = published(workspace, Query(ASKED.id, "gemeinde")).indicator
    assert [called for called, _, _ in imports_behind(workspace, record)] == ["Kitas", "Kinder"]
