"""Counts carried to areas that lie across those that they were counted in."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from shapely.geometry import Polygon, box

from geodata.catalogue import Indicator
from geodata.geometries.outline import geometry_hash
from geodata.imports.areas import import_areas, store_nesting
from geodata.imports.grid import import_grid
from geodata.inhabited_points import InhabitedPoints
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from geodata.store import NewArea, Store
from geodata.workspace import Workspace
from indicators.choices import periods, systems
from indicators.figures import Figures
from indicators.hand_out import as_csv, rows_of
from indicators.measures import figures_of
from indicators.overlap import (
    Overlap,
    by_area,
    by_people,
    carried,
    divided_up,
    people_pieces,
    spread_people,
)
from indicators.published import Published, published
from indicators.query import Query
from indicators.refusals import NothingOverlaps, OnlyTheShare, TooCoarse
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    EAST,
    FOREST,
    MODEL,
    NORTH,
    NORTHERN,
    SOUTHERN,
    put_areas,
    put_points,
    put_records,
    put_table,
)

PEOPLE = {AHAUSEN: 100, BEDORF: 300, CETAL: 200, FOREST: 0.0}
STRIPS = {"west": "Westen", "ost": "Osten"}
SHARE = Indicator(
    "kinderanteil",
    "Anteil der Kinder",
    kind="share",
    numerator=("kinder",),
    denominator=("einwohner",),
    factor=100,
    decimals=6,
)
# Ahausen has 90 of its 100 people in the west, Cetal 50 of 200; nobody is known in the forest.
HOUSES = (
    ("Ahausen West", 250, 1500, 90),
    ("Ahausen Ost", 750, 1500, 10),
    ("Bedorf", 1500, 1500, 300),
    ("Cetal West", 100, 100, 50),
    ("Cetal Ost", 900, 100, 150),
)


def strip(west: float, east: float, south: float = 0, north: float = 2000) -> Polygon:
    return box(EAST + west, NORTH + south, EAST + east, NORTH + north)


@pytest.fixture
def strips(villages: Store) -> Store:
    """Two strips that cut Ahausen and Cetal in their middle, and people in Gemeinden."""
    put_areas(villages, "streifen", STRIPS, [strip(0, 500), strip(500, 2000)])
    put_table(villages, "einwohner", "2022", PEOPLE)
    return villages


def shown(store: Store, indicator: str, system: str = "streifen") -> Published:
    return published(Workspace(store), Query(indicator, system))


# By people, by surface


def test_counts_go_where_the_people_are(strips: Store) -> None:
    put_points(strips, HOUSES)
    found = shown(strips, "einwohner")
    assert [found.cell("west").value, found.cell("ost").value] == [140, 460]
    assert found.nature.tolist() == [Nature.ESTIMATED] * 2
    assert found.method == "points:Ortslagen"


def test_without_people_counts_go_by_surface(strips: Store) -> None:
    found = shown(strips, "einwohner")
    # Half of Ahausen and half of Cetal.
    assert [found.cell("west").value, found.cell("ost").value] == [150, 450]
    assert found.method == "area"


def test_the_people_of_finer_areas_are_better_than_surface(strips: Store) -> None:
    put_table(strips, "kinder", "2022", {NORTHERN: 40, SOUTHERN: 8}, system="samtgemeinde")
    found = shown(strips, "kinder")
    # In the north 50 of 400 people live in the west, in the south 100 of 200.
    assert [found.cell("west").value, found.cell("ost").value] == [40 * 50 / 400 + 4, 35 + 4]
    assert found.method == "points:Gemeinde"


def test_of_several_sets_the_finest_counts(strips: Store) -> None:
    put_points(strips, HOUSES)
    put_points(strips, [("Mitte", 250, 250, 7)], point_set="raster", title="Raster")
    assert shown(strips, "einwohner").method == "points:Ortslagen"


def test_surface_goes_by_surface(strips: Store) -> None:
    put_points(strips, HOUSES)
    put_records(strips, [Indicator("wald", "Wald", unit="ha")])
    put_table(strips, "wald", "2022", {AHAUSEN: 10, BEDORF: 10, CETAL: 10, FOREST: 100})
    found = shown(strips, "wald")
    assert [found.cell("west").value, found.cell("ost").value] == [10, 120]
    assert found.method == "area"


def test_what_is_counted_where_nobody_lives_goes_by_surface_and_that_is_said(
    strips: Store,
) -> None:
    put_areas(strips, "streifen", STRIPS, [strip(0, 1500), strip(1500, 2000)])
    put_points(strips, HOUSES)
    put_records(strips, [Indicator("halte", "Haltestellen")])
    put_table(strips, "halte", "2022", {AHAUSEN: 1, BEDORF: 0.0, CETAL: 2, FOREST: 4})
    found = shown(strips, "halte")
    assert [found.cell("west").value, found.cell("ost").value] == [5, 2]
    assert found.method == "area"


def test_people_outside_all_targets_are_not_moved_in(villages: Store) -> None:
    put_areas(villages, "streifen", {"west": "Westen"}, [strip(0, 500)])
    put_points(villages, HOUSES)
    put_table(villages, "einwohner", "2022", PEOPLE)
    assert shown(villages, "einwohner").values.tolist() == [140]


def test_estimates_leave_as_they_are_read(strips: Store) -> None:
    put_table(strips, "kinder", "2022", {AHAUSEN: 1, BEDORF: 3, CETAL: 0.0, FOREST: 0.0})
    workspace = Workspace(strips)
    period = periods(workspace, "kinder", "streifen")[0].period
    assert figures_of(workspace, "kinder", "streifen", period).values.tolist() == [3.5, 0.5]
    # To the even number, as Python rounds: no half child is shown.
    assert published(workspace, Query("kinder", "streifen")).values.tolist() == [4, 0]


# Shares


def test_a_share_is_reckoned_from_both_carried_counts(strips: Store) -> None:
    put_points(strips, HOUSES)
    put_records(strips, [SHARE])
    put_table(strips, "kinder", "2022", {AHAUSEN: 10, BEDORF: 30, CETAL: 60, FOREST: 0.0})
    found = shown(strips, "kinderanteil")
    # 9 and 15 of 140; 1, 30 and 45 of 460.
    assert found.cell("west").value == pytest.approx(100 * 24 / 140, abs=1e-6)
    assert found.cell("ost").value == pytest.approx(100 * 76 / 460, abs=1e-6)
    assert found.method == "points:Ortslagen"


def test_a_ready_made_share_is_not_carried(strips: Store) -> None:
    put_records(strips, [Indicator("quote", "Quote", kind="share")])
    put_table(strips, "quote", "2022", {AHAUSEN: 10, BEDORF: 30})
    assert [s.id for s in systems(Workspace(strips), "quote")] == ["gemeinde"]
    with pytest.raises(OnlyTheShare, match="„Quote“"):
        shown(strips, "quote")


def test_a_ready_made_share_with_weight_is_averaged(strips: Store) -> None:
    put_records(strips, [Indicator("quote", "Quote", kind="share", weight="einwohner")])
    put_table(strips, "quote", "2022", {AHAUSEN: 10, BEDORF: 30, CETAL: 20, FOREST: 5})
    found = shown(strips, "quote")
    # By surface 50 people at 10 and 100 at 20 live in the west.
    assert found.cell("west").value == pytest.approx((50 * 10 + 100 * 20) / 150, abs=0.05)
    assert found.nature.tolist() == [Nature.ESTIMATED] * 2


# Gaps


@pytest.mark.parametrize(
    ("sign", "status"),
    [(".", Status.SUPPRESSED), ("...", Status.MISSING), ("/", Status.UNRELIABLE)],
)
def test_a_gap_is_a_gap_wherever_a_part_of_it_lies(
    strips: Store, sign: str, status: Status
) -> None:
    put_table(strips, "einwohner", "2022", {**PEOPLE, BEDORF: sign})
    found = shown(strips, "einwohner")
    assert found.cell("west").value == 150
    assert (found.cell("ost").value, found.cell("ost").status) == (None, status)


def test_an_area_that_the_sources_do_not_cover_is_missing(villages: Store) -> None:
    put_areas(villages, "streifen", STRIPS, [strip(0, 500), strip(500, 3000)])
    put_table(villages, "einwohner", "2022", PEOPLE)
    found = shown(villages, "einwohner")
    assert found.cell("west").value == 150
    assert found.cell("ost").status == Status.MISSING


def test_people_beyond_the_sources_leave_a_target_missing(strips: Store) -> None:
    put_areas(strips, "streifen", STRIPS, [strip(0, 500), strip(500, 3000)])
    put_points(strips, [*HOUSES, ("Jenseits", 2500, 500, 4)])
    found = shown(strips, "einwohner")
    assert found.cell("west").value == 140
    assert found.cell("ost").status == Status.MISSING


def test_nothing_everywhere_stays_nothing(strips: Store) -> None:
    put_table(strips, "kinder", "2022", dict.fromkeys(PEOPLE, "-"))
    found = shown(strips, "kinder")
    assert found.status.tolist() == [Status.ZERO] * 2
    assert found.values.tolist() == [0, 0]


def test_a_target_in_which_nobody_is_known_to_live_gets_no_figure(strips: Store) -> None:
    put_areas(strips, "streifen", STRIPS, [strip(0, 50), strip(50, 2000)])
    put_points(strips, HOUSES)
    found = shown(strips, "einwohner")
    assert found.cell("west").status == Status.MISSING
    assert found.cell("ost").value == 600


def test_model_figures_stay_model_figures(strips: Store) -> None:
    put_table(strips, "kinder", "2022", {**PEOPLE, FOREST: 0.0}, source=MODEL)
    assert shown(strips, "kinder").nature.tolist() == [Nature.MODEL] * 2


def test_every_row_says_that_it_is_carried_over(strips: Store) -> None:
    """Figures of a model too: that they are a model's says nothing of how they came here."""
    put_table(strips, "kinder", "2022", {**PEOPLE, FOREST: 0.0}, source=MODEL)
    rows = rows_of(shown(strips, "kinder"))
    assert [(row["nature"], row["flags"]) for row in rows] == [("model", ["carried_over"])] * 2
    assert as_csv(rows).count("carried_over") == 2
    counted = rows_of(shown(strips, "kinder", "gemeinde"))
    assert [row["flags"] for row in counted] == [[], [], [], ["uninhabited"]]


# Which way


def test_what_nests_is_added_and_not_estimated(strips: Store) -> None:
    put_points(strips, HOUSES)
    found = shown(strips, "einwohner", "samtgemeinde")
    assert found.values.tolist() == [400, 200]
    assert found.nature.tolist() == [Nature.REAL] * 2
    assert found.method == ""


def test_what_a_file_gives_goes_before_an_estimate(strips: Store) -> None:
    put_table(strips, "einwohner", "2022", {"west": 1, "ost": 2}, system="streifen")
    found = shown(strips, "einwohner")
    assert [found.cell("west").value, found.worst_nature] == [1, Nature.REAL]


def test_an_estimated_level_is_never_the_last_one(strips: Store) -> None:
    found = [system.id for system in systems(Workspace(strips), "einwohner")]
    assert found == ["streifen", "kreis", "samtgemeinde", "gemeinde"]


def test_the_base_of_an_estimate_is_that_of_its_origin(strips: Store) -> None:
    put_table(strips, "einwohner", "2022", PEOPLE, base="Zensus 2022")
    (choice,) = periods(Workspace(strips), "einwohner", "streifen")
    assert choice.base == "Zensus 2022"


def test_what_is_much_coarser_is_not_carried(strips: Store) -> None:
    put_table(strips, "stellen", "2022", {NORTHERN: 5, SOUTHERN: 6}, system="samtgemeinde")
    fine = {f"feld{at}": f"Feld {at}" for at in range(5)}
    put_areas(strips, "feld", fine, [strip(400 * at, 400 * at + 400) for at in range(5)])
    assert "feld" not in [s.id for s in systems(Workspace(strips), "stellen")]
    with pytest.raises(TooCoarse, match="„Feld“"):
        shown(strips, "stellen", "feld")


def test_what_lies_within_an_area_does_not_get_its_figure(strips: Store) -> None:
    put_table(strips, "stellen", "2022", {NORTHERN: 5, SOUTHERN: 6}, system="samtgemeinde")
    with pytest.raises(TooCoarse, match="„Samtgemeinde“"):
        shown(strips, "stellen", "gemeinde")


def test_systems_without_overlap_are_refused_with_a_sentence(strips: Store) -> None:
    put_areas(strips, "fern", {"a": "A", "b": "B"}, [strip(9000, 9500), strip(9500, 9900)])
    with pytest.raises(NothingOverlaps, match=r"„Einwohner“ .* „Fern“ .* „Gemeinde“"):
        shown(strips, "einwohner", "fern")


# The cells of a grid


def grid_of_three(store: Store, cells: dict[str, float | str], *, west: float = -500) -> None:
    """Three cells from half a kilometre west; the last holds nobody, or a secret few."""
    names = ("z1", "z2", "z3")
    limits = [west, 500, 1500, 2000 - min(west, 0)]
    shapes = np.array([strip(a, b) for a, b in pairwise(limits)])
    lived = InhabitedPoints(
        names[:2], EAST + np.array([100.0, 1000.0]), NORTH + np.full(2, 1e3), np.array([70.0, 30.0])
    )
    with store.writing("grid", file="raster.csv") as writer:
        writer.replace_areas(
            "raster",
            [NewArea(name, name) for name in names],
            shapes,
            title="Raster",
            valid="",
            attribution="",
            geometry_hash=geometry_hash(names, shapes),
            context=False,
        )
        store_nesting(writer)
        writer.replace_points("raster", lived)
        writer.report = {"title": "Raster", "system": "raster", "context": False}
    put_table(store, "zelle", "2022", cells, system="raster")


def test_a_cell_that_its_source_leaves_out_makes_a_sum_at_least(villages: Store) -> None:
    put_records(villages, [Indicator("zelle", "Menschen", people=True)])
    grid_of_three(villages, {"z1": 70, "z2": 30})
    found = shown(villages, "zelle", "kreis")
    assert (found.values.tolist(), found.status.tolist()) == ([100], [Status.SHOWN])
    assert Flag(int(found.flags[0])) == Flag.AT_LEAST | Flag.CARRIED_OVER


def test_so_it_does_where_the_cells_nest(villages: Store) -> None:
    put_records(villages, [Indicator("zelle", "Menschen", people=True)])
    grid_of_three(villages, {"z1": 70, "z2": 30}, west=0)
    assert "kreis" in Workspace(villages).systems["raster"].nests_in
    found = shown(villages, "zelle", "kreis")
    assert (found.values.tolist(), found.nature.tolist()) == ([100], [Nature.REAL])
    assert Flag(int(found.flags[0])) == Flag.AT_LEAST


def test_what_is_not_people_has_no_such_excuse(villages: Store) -> None:
    put_records(villages, [Indicator("zelle", "Bäume")])
    grid_of_three(villages, {"z1": 70, "z2": 30})
    assert shown(villages, "zelle", "kreis").status.tolist() == [Status.MISSING]


def test_a_gap_in_an_inhabited_cell_stays_a_gap(villages: Store) -> None:
    put_records(villages, [Indicator("zelle", "Menschen", people=True)])
    grid_of_three(villages, {"z1": 70, "z2": "."})
    assert shown(villages, "zelle", "kreis").status.tolist() == [Status.SUPPRESSED]


def test_over_at_least_so_many_no_share_is_known(villages: Store) -> None:
    share = Indicator("quote", "Quote", kind="share", numerator=("jung",), denominator=("zelle",))
    put_records(villages, [Indicator("zelle", "M", people=True), Indicator("jung", "J"), share])
    grid_of_three(villages, {"z1": 70, "z2": 30})
    put_table(villages, "jung", "2022", {"z1": 7, "z2": 3, "z3": 0.0}, system="raster")
    found = shown(villages, "quote", "kreis")
    assert (found.status.tolist(), found.flags.tolist()) == ([Status.MISSING], [0])


# Totals


counts = st.integers(0, 10**9)
weights = st.integers(0, 10**6)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Overlap, NDArray[np.float64]]:
    """Up to 6 sources, all people of which live in up to 5 targets, and their counts."""
    m, n = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    people = np.array(draw(st.lists(weights, min_size=m * n, max_size=m * n)), np.float64)
    people[::n] += 1
    source, target = np.divmod(np.arange(m * n), n)
    lived = people_pieces(source, target, people, (m, n))
    squares = np.array([shapely.box(at, 0, at + 1, 1) for at in range(max(m, n))])
    overlap = by_people(lived, squares[:m], squares[:n], title="Raster")
    values = draw(st.lists(counts, min_size=m, max_size=m))
    return overlap, np.array(values, np.float64)


@settings(max_examples=200, deadline=None)
@given(worlds())
def test_totals_are_kept_to_the_last_digit(world: tuple[Overlap, NDArray[np.float64]]) -> None:
    overlap, values = world
    found = divided_up(values, overlap)
    # As fractions: no rounding helps the sum, whatever its order.
    assert sum(map(Fraction, found.tolist())) == sum(map(Fraction, values.tolist()))
    assert sum(found.tolist()) == sum(values.tolist())
    expected = values @ overlap.shares.toarray()
    assert np.allclose(found, expected, rtol=1e-9, atol=1e-6)


@settings(max_examples=100, deadline=None)
@given(worlds(), st.lists(st.floats(-1e6, 1e6, allow_subnormal=False), min_size=6, max_size=6))
def test_balances_and_parts_of_a_whole_are_kept_too(
    world: tuple[Overlap, NDArray[np.float64]], numbers: list[float]
) -> None:
    overlap, _ = world
    values = np.array(numbers[: overlap.shares.shape[0]])
    found = divided_up(values, overlap)
    assert math.isclose(
        math.fsum(found), math.fsum(values), rel_tol=0, abs_tol=np.abs(values).sum() * 1e-14
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0.01, 0.99), min_size=1, max_size=4), st.lists(counts, min_size=3))
def test_by_surface_totals_are_kept_as_well(cuts: list[float], numbers: list[int]) -> None:
    values = np.array(numbers[:3], np.float64)
    thirds = np.array([shapely.box(at / 3, 0, (at + 1) / 3, 1) for at in range(3)])
    limits = [0.0, *sorted(set(cuts)), 1.0]
    bands = np.array([shapely.box(a, 0, b, 1) for a, b in pairwise(limits)])
    found = divided_up(values, by_area(thirds, bands))
    assert sum(map(Fraction, found.tolist())) == sum(numbers[:3])


def test_the_county_keeps_its_people_whatever_it_is_cut_into(
    tmp_path: Path, shared_data: Path
) -> None:
    """By the census of 2011: 29 Gemeinden into six bands, and the cells into Gemeinden."""
    gemeinden = shared_data / "may-ship/vg250_2016/luechow_dannenberg_gemeinden_29.geojson"
    census = shared_data / "test-only/zensus2011_grid/zensus_1km_luechow_dannenberg.csv"
    with Store.create(tmp_path / "kreis", title="Lüchow-Dannenberg", county="03354") as store:
        import_areas(store, gemeinden, system="gemeinde", key="AGS", name="GEN")
        import_grid(store, census, cell=1000, period="2011-05-09")
        ids = Workspace(store).systems["gemeinde"].area_ids
        put_table(store, "plaetze", "2022", {a: float(7 * n + 1) for n, a in enumerate(ids)})
        west, south, east, north = shapely.total_bounds(Workspace(store).geometries("gemeinde"))
        limits = np.linspace(south - 1000, north + 1000, 7)
        county = shapely.union_all(Workspace(store).geometries("gemeinde"))
        bands = [shapely.intersection(county, box(west, a, east, b)) for a, b in pairwise(limits)]
        put_areas(store, "band", {f"b{n}": f"Band {n}" for n in range(6)}, bands)
        workspace = Workspace(store)
        places = figures_of(workspace, "plaetze", "band", Period("2022"))
        assert sum(places.values.tolist()) == sum(7 * n + 1 for n in range(29))
        assert places.method == "points:Raster 1 km"
        people = published(workspace, Query("einwohner_raster", "gemeinde"))
        # Everybody's cell has its middle in the county; 675 cells say nothing, or too few.
        assert people.values.sum() == 49_193
        assert {Flag(int(flag)) for flag in people.flags} == {Flag.AT_LEAST | Flag.CARRIED_OVER}


def test_what_is_partly_outside_loses_just_that_part() -> None:
    village, town = np.array([box(0, 0, 4, 1)]), np.array([box(0, 0, 1, 1)])
    assert divided_up(np.array([100.0]), by_area(village, town)).tolist() == [25]


def test_slivers_of_another_drawing_get_nothing_and_take_nothing() -> None:
    village = np.array([box(0, 0, 100, 100)])
    towns = np.array([box(0, 0.5, 50, 100), box(50, 0, 99.99, 100), box(99.99, 0, 200, 100)])
    found = by_area(village, towns)
    assert divided_up(np.array([10.0]), found).sum() == 10
    assert found.covered.tolist() == [True, True, False]
    assert len(found.shares.data) == 2


def test_finer_areas_that_lie_across_both_are_divided_too() -> None:
    """Of a fine area of 12 people on 3 m², 2 m² lie in the source: 4 people in each target."""
    fine, people = np.array([box(0, 0, 3, 1)]), np.array([12.0])
    source, targets = np.array([box(0, 0, 2, 1)]), np.array([box(0, 0, 1, 1), box(1, 0, 3, 1)])
    found = spread_people(fine, people, source, targets)
    assert found.amount.tolist() == [4, 4]
    assert (found.of_source.tolist(), found.of_target.tolist()) == ([8], [4, 8])


# Nothing is lost on the way


states = st.sampled_from(list(Status))
natures = st.sampled_from(list(Nature))
flags = st.integers(0, 255).map(lambda bits: bits & ~Flag.AT_LEAST)


@settings(max_examples=150, deadline=None)
@given(worlds(), st.lists(st.tuples(states, natures, flags), min_size=6, max_size=6))
def test_status_nature_and_flags_of_every_part_are_kept(
    world: tuple[Overlap, NDArray[np.float64]], told: list[tuple[Status, Nature, int]]
) -> None:
    overlap, values = world
    m, n = overlap.shares.shape
    status, nature, flag = (np.array(column[:m]) for column in zip(*told, strict=True))
    numbers = np.where(status == Status.ZERO, 0.0, values)
    numbers[status > Status.ZERO] = np.nan
    parts = Figures(
        numbers,
        status.astype(np.uint8),
        nature.astype(np.uint8),
        flag.astype(np.uint16),
        frozenset({"amt"}),
        frozenset({"Zensus"}),
    )
    no = np.zeros(m, bool)
    found = carried(parts, overlap, empty=no, unpeopled=no)
    dense = overlap.shares.toarray() > 0
    for target in range(n):
        inside = np.flatnonzero(dense[:, target])
        worst = status[inside].max(initial=0)
        if not len(inside) or not overlap.covered[target]:
            assert found.status[target] == Status.MISSING
        elif worst > Status.ZERO:
            assert found.status[target] in set(status[inside]) - {Status.SHOWN, Status.ZERO}
            assert math.isnan(found.values[target])
        else:
            assert found.status[target] in (Status.SHOWN, Status.ZERO)
            assert not math.isnan(found.values[target])
        if len(inside):
            assert found.nature[target] == max(nature[inside].max(), Nature.ESTIMATED)
            assert found.flags[target] == np.bitwise_or.reduce(flag[inside])
    assert (found.sources, found.bases) == (parts.sources, parts.bases)
