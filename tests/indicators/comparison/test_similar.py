"""Areas that resemble one: standardised, with reasons, and no nearer for their gaps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geodata.markers import Status
from geodata.workspace import Workspace
from indicators.comparison.refusals import NothingToCompare
from indicators.comparison.similar import similar_areas
from indicators.refusals import UnknownArea
from tests.villages import AHAUSEN, BEDORF, CETAL, FOREST

Counted = Callable[..., Workspace]


def test_the_nearest_comes_first_with_what_it_shares(counted: Counted) -> None:
    now = counted(
        einwohner={AHAUSEN: 1000, BEDORF: 5000, CETAL: 1100, FOREST: 900},
        kinder={AHAUSEN: 10, BEDORF: 11, CETAL: 40, FOREST: 10},
    )
    found = similar_areas(now, "gemeinde", AHAUSEN, ["einwohner", "kinder"])
    nearest = found.areas[0]
    assert nearest.area_id == FOREST
    assert nearest.reasons[0].indicator.id == "kinder"
    assert (nearest.reasons[0].own, nearest.reasons[0].other, nearest.reasons[0].steps) == (
        10,
        10,
        0,
    )


def test_people_do_not_outweigh_percents(counted: Counted) -> None:
    # In raw numbers Bedorf would be nearest; in deviations it is as far as Cetal is near.
    now = counted(
        einwohner={AHAUSEN: 1000, BEDORF: 1010, CETAL: 2000, FOREST: 9000},
        kinder={AHAUSEN: 1, BEDORF: 9, CETAL: 1, FOREST: 5},
    )
    found = similar_areas(now, "gemeinde", AHAUSEN, ["einwohner", "kinder"])
    assert found.areas[0].area_id == CETAL


def test_a_gap_brings_nobody_nearer(counted: Counted) -> None:
    now = counted(
        einwohner={AHAUSEN: 1, BEDORF: 3, CETAL: 3, FOREST: 1},
        kinder={AHAUSEN: 1, BEDORF: 3, CETAL: ".", FOREST: 2},
    )
    found = similar_areas(now, "gemeinde", AHAUSEN, ["einwohner", "kinder"])
    distance = {area.area_id: area.distance for area in found.areas}
    # Cetal lies two deviations off on the one indicator that is known of it.
    assert distance[CETAL] == pytest.approx(2.0)
    assert len(next(a for a in found.areas if a.area_id == CETAL).reasons) == 1


def test_an_indicator_without_the_own_figure_is_left_out_by_name(counted: Counted) -> None:
    now = counted(einwohner={AHAUSEN: 1, BEDORF: 3}, kinder={AHAUSEN: ".", BEDORF: 3, CETAL: 4})
    found = similar_areas(now, "gemeinde", AHAUSEN, ["einwohner", "kinder"])
    assert [(out.indicator.id, out.why, out.status) for out in found.left_out] == [
        ("kinder", "gap", Status.SUPPRESSED)
    ]
    assert dict(found.too_little_known) == {CETAL: "Cetal", FOREST: "Dornwald"}


def test_where_nothing_is_known_nothing_is_alike(counted: Counted) -> None:
    now = counted(kinder={AHAUSEN: ".", BEDORF: 3, CETAL: 4})
    with pytest.raises(NothingToCompare, match="Ahausen"):
        similar_areas(now, "gemeinde", AHAUSEN, ["kinder"])


def test_an_area_of_another_world_is_refused(counted: Counted) -> None:
    with pytest.raises(UnknownArea):
        similar_areas(counted(kinder={AHAUSEN: 1}), "gemeinde", "99999999", ["kinder"])
