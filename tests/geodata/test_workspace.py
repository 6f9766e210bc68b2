"""A workspace: one journal number, everything in the order of its areas."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from geodata.markers import Flag, Status
from geodata.slice import flag_code
from geodata.store import NewObservations, Store
from geodata.store.refusals import NoWorkspace
from geodata.workspace import Workspace, open_workspace
from geodata.workspace_holder import WorkspaceHolder
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    COUNTY,
    FOREST,
    GEMEINDEN,
    NORTHERN,
    SOUTHERN,
    put_areas,
    put_table,
    squares,
)


def test_title_and_county_come_from_the_workspace(three_villages: Store) -> None:
    workspace = Workspace(three_villages)
    assert (workspace.title, workspace.county) == ("Landkreis Dreidorf", COUNTY)


def test_systems_stand_coarsest_first_and_know_what_holds_them(three_villages: Store) -> None:
    systems = Workspace(three_villages).systems
    assert list(systems) == ["kreis", "samtgemeinde", "gemeinde"]
    assert set(systems["gemeinde"].nests_in) == {"samtgemeinde", "kreis"}


def test_every_village_lies_in_its_samtgemeinde(three_villages: Store) -> None:
    assert Workspace(three_villages).nesting["gemeinde", "samtgemeinde"] == {
        AHAUSEN: NORTHERN,
        BEDORF: NORTHERN,
        CETAL: SOUTHERN,
        FOREST: SOUTHERN,
    }


def test_neighbours_are_context_and_no_system(three_villages: Store) -> None:
    put_areas(three_villages, "kreis", {"03355": "Nebenan"}, squares()[:1], context=True)
    workspace = Workspace(three_villages)
    assert workspace.context["kreis"].names == ("Nebenan",)
    assert workspace.systems["kreis"].names == ("Dreidorf",)


def test_geometries_come_back_as_they_went_in(three_villages: Store) -> None:
    found = Workspace(three_villages).geometries("gemeinde")
    assert [shape.equals(square) for shape, square in zip(found, squares(), strict=True)] == [
        True
    ] * 4
    assert found[0].geom_type == "MultiPolygon"


def test_four_gaps_stay_four_things(three_villages: Store) -> None:
    put_table(three_villages, "kinder", "2022", {AHAUSEN: "-", BEDORF: ".", CETAL: "/"})
    found = Workspace(three_villages).slice("kinder", "gemeinde", "2022")
    assert found.status.tolist() == [
        Status.ZERO,
        Status.SUPPRESSED,
        Status.UNRELIABLE,
        Status.MISSING,
    ]
    assert found.values[0] == 0
    assert all(math.isnan(value) for value in found.values[1:])


def test_a_number_0_is_shown_and_a_dash_is_nothing(three_villages: Store) -> None:
    put_table(three_villages, "kinder", "2022", {AHAUSEN: 0.0, BEDORF: "-"})
    found = Workspace(three_villages).slice("kinder", "gemeinde", "2022")
    assert found.status.tolist()[:2] == [Status.SHOWN, Status.ZERO]
    assert found.values.tolist()[:2] == [0, 0]


def test_a_slice_of_plain_numbers_has_the_order_of_the_areas(three_villages: Store) -> None:
    put_table(three_villages, "kinder", "2022", {FOREST: 4, CETAL: 3, BEDORF: 2, AHAUSEN: 1})
    found = Workspace(three_villages).slice("kinder", "gemeinde", "2022")
    assert found.values.tolist() == [1, 2, 3, 4]
    assert found.status.tolist() == [Status.SHOWN] * 4
    assert found.import_ids.tolist() == [6] * 4


def test_areas_that_a_table_leaves_out_are_missing(three_villages: Store) -> None:
    put_table(three_villages, "kinder", "2022", {BEDORF: 2})
    found = Workspace(three_villages).slice("kinder", "gemeinde", "2022")
    assert found.status.tolist() == [2, 0, 2, 2]


def test_figures_of_areas_that_no_longer_are_do_not_show(three_villages: Store) -> None:
    put_table(three_villages, "kinder", "2022", {AHAUSEN: 1, BEDORF: "."})
    put_areas(three_villages, "gemeinde", {BEDORF: "Bedorf"}, squares()[1:2])
    found = Workspace(three_villages).slice("kinder", "gemeinde", "2022")
    assert found.status.tolist() == [Status.SUPPRESSED]


def test_each_figure_knows_its_import(three_villages: Store) -> None:
    first = put_table(three_villages, "kinder", "2022", dict.fromkeys(GEMEINDEN, 1.0))
    second = put_table(three_villages, "kinder", "2022", {CETAL: 2})
    found = Workspace(three_villages).slice("kinder", "gemeinde", "2022")
    assert found.import_ids.tolist() == [first, first, second, first]


@pytest.mark.parametrize(
    ("marker", "letters", "flags"),
    [
        ("", "", Flag(0)),
        ("...", "", Flag.LATER),
        ("x", "", Flag.BLOCKED),
        ("()", "p", Flag.LIMITED | Flag.PRELIMINARY),
        ("", "rs", Flag.REVISED | Flag.ESTIMATED_BY_SOURCE),
        ("", "?", Flag(0)),
    ],
)
def test_signs_and_letters_become_flags(marker: str, letters: str, flags: Flag) -> None:
    assert flag_code(marker, letters) == flags


def test_letters_beside_a_number_are_kept(three_villages: Store) -> None:
    with three_villages.writing("table") as writer:
        cells = [(AHAUSEN, 5.0, "()", "p", 2)]
        writer.add_observations(NewObservations("kinder", "gemeinde", "2022", "", "amt", cells))
    found = Workspace(three_villages).slice("kinder", "gemeinde", "2022")
    assert (found.values[0], found.flags[0]) == (5, Flag.LIMITED | Flag.PRELIMINARY)


def test_a_holder_keeps_its_snapshot_until_something_is_written(three_villages: Store) -> None:
    holder = WorkspaceHolder(three_villages.folder)
    first = holder.current()
    put_table(three_villages, "kinder", "2022", {AHAUSEN: 1})
    second = holder.current()
    holder.close()
    assert (first.number, second.number) == (5, 6)


def test_a_folder_without_a_workspace_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspace):
        open_workspace(tmp_path)
