"""Click a figure: file, sheet, row, and what was done on the way."""

from __future__ import annotations

import pytest

from geodata.catalogue import Indicator
from geodata.markers import Status
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.provenance import Step, provenance
from indicators.query import Query
from indicators.refusals import UnknownArea
from tests.villages import AHAUSEN, BEDORF, CETAL, COUNTY, FOREST, NORTHERN, put_records, put_table


@pytest.fixture
def filled(villages: Store) -> Store:
    everyone = (AHAUSEN, BEDORF, CETAL, FOREST)
    put_table(villages, "kinder", "2022", dict.fromkeys(everyone, 4), file="kinder.csv")
    put_table(villages, "einwohner", "2022", dict.fromkeys(everyone, 40), file="einwohner.csv")
    share = Indicator(
        "anteil",
        "Anteil der Kinder",
        unit="%",
        kind="share",
        numerator=("kinder",),
        denominator=("einwohner",),
        factor=100.0,
        department="Jugend",
        licence="CC0 1.0",
    )
    put_records(villages, [share])
    return villages


def test_an_observation_has_its_file_and_row(filled: Store) -> None:
    found = provenance(Workspace(filled), Query("kinder", "gemeinde"), BEDORF)
    (origin,) = found.origins
    assert (origin.file, origin.rows, origin.areas) == ("kinder.csv", (3,), ("Bedorf",))
    assert (origin.source.title, found.licences) == ("Kreisamt", ("dl-de/by-2-0",))
    assert found.steps == ()
    assert origin.imported.tzinfo is not None


def test_a_sum_names_the_areas_that_were_added(filled: Store) -> None:
    found = provenance(Workspace(filled), Query("kinder", "samtgemeinde"), NORTHERN)
    assert found.steps == (Step.SUMMED,)
    assert found.origins[0].areas == ("Ahausen", "Bedorf")
    assert found.origins[0].rows == (2, 3)


def test_a_share_has_both_its_parts(filled: Store) -> None:
    found = provenance(Workspace(filled), Query("anteil", "kreis"), COUNTY)
    assert found.steps == (Step.SUMMED, Step.DIVIDED)
    assert [(o.role, o.file, len(o.rows)) for o in found.origins] == [
        ("numerator", "kinder.csv", 4),
        ("denominator", "einwohner.csv", 4),
    ]
    assert (found.department, found.licences) == ("Jugend", ("CC0 1.0", "dl-de/by-2-0"))


def test_a_change_has_both_its_periods(filled: Store) -> None:
    put_table(filled, "kinder", "2020", {AHAUSEN: 1}, file="kinder_2020.csv")
    query = Query("kinder", "gemeinde", "2022", since="2020")
    found = provenance(Workspace(filled), query, AHAUSEN)
    assert found.steps == (Step.CHANGED,)
    assert [(o.role, o.file) for o in found.origins] == [
        ("value", "kinder.csv"),
        ("before", "kinder_2020.csv"),
    ]


def test_a_hidden_figure_tells_its_file_and_no_row(filled: Store) -> None:
    put_table(filled, "kinder", "2023", {AHAUSEN: ".", BEDORF: 3}, file="neu.csv")
    found = provenance(Workspace(filled), Query("kinder", "gemeinde"), AHAUSEN)
    assert found.cell.status is Status.SUPPRESSED
    (origin,) = found.origins
    assert (origin.file, origin.rows, origin.areas) == ("neu.csv", (), ())


def test_a_figure_that_was_replaced_names_the_import_that_holds(filled: Store) -> None:
    put_table(filled, "kinder", "2022", {AHAUSEN: 9}, file="berichtigt.csv")
    now = Workspace(filled)
    files = [
        provenance(now, Query("kinder", "gemeinde"), area).origins[0].file
        for area in (AHAUSEN, BEDORF)
    ]
    assert files == ["berichtigt.csv", "kinder.csv"]


def test_an_unknown_area_is_refused(filled: Store) -> None:
    with pytest.raises(UnknownArea):
        provenance(Workspace(filled), Query("kinder", "gemeinde"), "99999999")
