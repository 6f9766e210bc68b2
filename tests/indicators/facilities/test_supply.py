"""Places per 100 children: what is missing, secret, at least, and on which level."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from geodata.facilities.facility import Facility
from geodata.facilities.kind import built_in_kinds
from geodata.markers import Flag, Nature, Status
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.facilities.filter import FacilityFilter
from indicators.facilities.occupancy import occupancies, occupancy
from indicators.facilities.places import area_positions, facilities_in
from indicators.facilities.refusals import NobodyServed
from indicators.facilities.supply import supply, supply_parts
from indicators.secrecy.guard import keep_secret
from tests.kitas import DUSK, KITAS, STAR, SUN
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    CHILDREN,
    FOREST,
    NORTHERN,
    put_facilities,
    put_records,
    put_table,
)

EVERYTHING = FacilityFilter()


def test_places_per_100_children_in_each_area(with_kitas: Store) -> None:
    found = supply(Workspace(with_kitas), EVERYTHING, "kita", "gemeinde")
    ahausen = found.published.cell(AHAUSEN)
    assert (ahausen.value, ahausen.status, ahausen.flags) == (75.0, Status.SHOWN, Flag(0))
    assert found.facilities.tolist() == [2, 2, 0, 0]
    assert (found.without_place, found.outside) == (1, 1)
    assert found.published.indicator.title == "Plätze je 100: Kitas, Kinder"


def test_a_facility_that_does_not_tell_its_places_makes_the_figure_at_least(
    with_kitas: Store,
) -> None:
    bedorf = supply(Workspace(with_kitas), EVERYTHING, "kita", "gemeinde").published.cell(BEDORF)
    assert (bedorf.value, bedorf.flags) == (50.0, Flag.AT_LEAST)


def test_where_no_facility_tells_its_places_there_is_no_figure(with_kitas: Store) -> None:
    put_facilities(with_kitas, "kita", [SUN, DUSK])
    found = supply(Workspace(with_kitas), EVERYTHING, "kita", "gemeinde")
    bedorf = found.published.cell(BEDORF)
    assert (bedorf.value, bedorf.status, bedorf.flags) == (None, Status.MISSING, Flag(0))
    assert np.isnan(found.places[1])


def test_no_facility_is_zero_places_and_nobody_there_is_no_figure(with_kitas: Store) -> None:
    put_table(with_kitas, "kinder", "2023", {AHAUSEN: 40.0, BEDORF: 60.0, CETAL: 5.0, FOREST: "-"})
    found = supply(Workspace(with_kitas), EVERYTHING, "kita", "gemeinde").published
    assert (found.cell(CETAL).value, found.cell(CETAL).status) == (0.0, Status.SHOWN)
    assert (found.cell(FOREST).value, found.cell(FOREST).status) == (None, Status.MISSING)


def test_a_suppressed_count_of_children_keeps_the_supply_suppressed(with_kitas: Store) -> None:
    cetal = supply(Workspace(with_kitas), EVERYTHING, "kita", "gemeinde").published.cell(CETAL)
    assert (cetal.value, cetal.status) == (None, Status.SUPPRESSED)


def test_what_a_rule_hides_is_hidden_here_too(
    with_kitas: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "before_commit", keep_secret)
    put_records(with_kitas, [replace(CHILDREN, minimum=3)])
    put_table(with_kitas, "kinder", "2023", {AHAUSEN: 2.0, BEDORF: 60.0, CETAL: 5.0, FOREST: "-"})
    found = supply(Workspace(with_kitas), EVERYTHING, "kita", "gemeinde")
    hidden = found.served.status == Status.SUPPRESSED
    assert hidden[0]
    assert np.isnan(found.published.values[hidden]).all()
    assert (found.published.status[hidden] == Status.SUPPRESSED).all()


def test_on_a_coarser_level_it_is_recomputed_and_never_averaged(with_kitas: Store) -> None:
    found = supply(Workspace(with_kitas), EVERYTHING, "kita", "samtgemeinde")
    north = found.published.cell(NORTHERN)
    assert (north.value, north.flags) == (60.0, Flag.AT_LEAST)


def test_only_what_passes_the_filter_counts(with_kitas: Store) -> None:
    drk = supply(Workspace(with_kitas), FacilityFilter(providers=("DRK",)), "kita", "gemeinde")
    assert [drk.published.cell(area).value for area in (AHAUSEN, BEDORF)] == [50.0, 50.0]
    assert drk.published.cell(BEDORF).flags == Flag(0)


def test_model_places_make_a_model_figure_also_where_none_stands(with_kitas: Store) -> None:
    model = [replace(facility, capacity_nature="model") for facility in (SUN, STAR)]
    put_facilities(with_kitas, "kita", model)
    found = supply(Workspace(with_kitas), EVERYTHING, "kita", "gemeinde").published
    assert set(found.nature.tolist()) == {int(Nature.MODEL)}


def test_the_sources_of_both_sides_are_named(with_kitas: Store) -> None:
    found = supply(Workspace(with_kitas), EVERYTHING, "kita", "gemeinde").published
    assert [source.title for source in found.sources] == ["Bedarfsplan", "Kreisamt"]


def test_without_anybody_counted_it_is_refused_in_a_sentence(with_kitas: Store) -> None:
    with pytest.raises(NobodyServed, match="Für „Schulen“ ist auf der Raumebene"):
        supply(Workspace(with_kitas), EVERYTHING, "schule", "gemeinde")


def test_parts_are_offered_where_they_are_told(with_kitas: Store) -> None:
    workspace = Workspace(with_kitas)
    assert supply_parts(workspace, "kita", "gemeinde") == ("all",)
    kind = replace(built_in_kinds()["kita"], serves=("kinder",), serves_under_3=("kinder",))
    put_records(with_kitas, [kind])
    put_facilities(with_kitas, "kita", [replace(SUN, places_under_3=4)])
    workspace = Workspace(with_kitas)
    assert supply_parts(workspace, "kita", "gemeinde") == ("all", "under_3")
    under_3 = supply(workspace, EVERYTHING, "kita", "gemeinde", "under_3")
    assert under_3.published.cell(AHAUSEN).value == 10.0


def test_one_on_a_border_stands_in_one_area_only(with_kitas: Store) -> None:
    edge = replace(SUN, x=(SUN.x or 0) + 800.0)
    put_facilities(with_kitas, "kita", [edge])
    workspace = Workspace(with_kitas)
    assert area_positions(workspace, "gemeinde").tolist()[-1] in (0, 1)
    inside = [
        facilities_in(workspace, "gemeinde", [area], workspace.facilities)
        for area in (AHAUSEN, BEDORF)
    ]
    assert sum(len(found) for found in inside) == 1


def test_the_facilities_of_areas_together(with_kitas: Store) -> None:
    workspace = Workspace(with_kitas)
    found = facilities_in(workspace, "gemeinde", [AHAUSEN, CETAL, "gibtesnicht"], KITAS[:3])
    assert [facility.name for facility in found] == ["Sonne", "Mond"]


def test_taken_places_count_only_where_both_are_told() -> None:
    found = occupancy(KITAS)
    assert (found.taken, found.taken_of, found.counted) == (28, 30, 2)
    assert (found.places, found.places_told, found.facilities) == (115, 5, 6)
    assert occupancy([DUSK]).share is None


def test_places_of_different_kinds_are_never_added() -> None:
    school = Facility("s", "schule", "Schule", capacity=300)
    found = occupancies([*KITAS, school])
    assert {kind: of.places for kind, of in found.items()} == {"kita": 115, "schule": 300}
