"""Classes: every value in exactly one, gaps in none."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.markers import Flag, Nature, Status
from indicators.classification import METHODS, Classification, classify
from indicators.palettes import palettes
from indicators.published import Cell, Published
from indicators.refusals import UnknownMethod, UnusableBreaks

Make = Callable[..., Published]

RULES = [method for method in METHODS if method != "own"]
figure = st.one_of(
    st.integers(-20, 20).map(float),
    st.floats(-1e9, 1e9, allow_nan=False, allow_subnormal=False),
    st.just(float("nan")),
)


def fits(found: Classification, figures: Published) -> None:
    """Every figure that is shown lies in exactly one class, and the counts say so."""
    assert len(found.counts) == len(found.colours) == max(len(found.breaks) - 1, 0)
    shown = ~np.isnan(figures.values)
    assert (found.indices[~shown] == -1).all()
    assert sum(found.counts) == shown.sum()
    assert sorted(found.breaks) == list(found.breaks)
    for value, index in zip(figures.values[shown], found.indices[shown], strict=True):
        low, high = found.breaks[index], found.breaks[index + 1]
        assert low <= value <= high
        assert value > low or index == 0
    for at, count in enumerate(found.counts):
        assert count == (found.indices == at).sum()
    if found.histogram:
        assert sum(found.histogram) == shown.sum()


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    values=st.lists(figure, max_size=40),
    method=st.sampled_from(RULES),
    count=st.integers(3, 7),
)
def test_every_shown_value_lies_in_exactly_one_class(
    figures: Make, values: list[float], method: str, count: int
) -> None:
    world = figures(values)
    found = classify(world, method=method, class_count=count)
    fits(found, world)
    assert len(found.counts) <= count


@pytest.mark.long
@settings(
    max_examples=5000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    values=st.lists(figure, max_size=200),
    method=st.sampled_from(RULES),
    count=st.integers(3, 7),
)
def test_every_one_of_very_many_values_lies_in_exactly_one_class(
    figures: Make, values: list[float], method: str, count: int
) -> None:
    world = figures(values)
    fits(classify(world, method=method, class_count=count), world)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    values=st.lists(figure, max_size=30),
    own=st.lists(st.integers(-50, 50), min_size=1, max_size=6, unique=True).map(sorted),
)
def test_own_breaks_hold_every_value(figures: Make, values: list[float], own: list[int]) -> None:
    world = figures(values)
    found = classify(world, method="own", own_breaks=tuple(map(float, own)))
    fits(found, world)
    if not np.isnan(world.values).all():
        assert len(found.counts) == len(own) + 1


@pytest.mark.parametrize(
    ("method", "breaks", "counts"),
    [
        ("equal", (0, 4, 8, 12), (3, 1, 1)),
        ("quantile", (0, pytest.approx(4 / 3), pytest.approx(14 / 3), 12), (2, 1, 2)),
        ("natural", (0, 2, 6, 12), (3, 1, 1)),
    ],
)
def test_five_villages_by_hand(
    figures: Make, method: str, breaks: tuple[float, ...], counts: tuple[int, ...]
) -> None:
    found = classify(figures([0, 1, 2, 6, 12]), method=method, class_count=3)
    assert (found.breaks, found.counts) == (breaks, counts)


def test_deviation_lies_around_the_mean(figures: Make) -> None:
    # Mean 5, standard deviation 5: half a one to each side, then a whole one.
    found = classify(figures([0, 0, 10, 10]), method="deviation", class_count=3)
    assert found.breaks == (0, 2.5, 7.5, 10)
    assert found.counts == (2, 0, 2)


def test_gaps_never_reach_a_class(figures: Make) -> None:
    status = [Status.SHOWN, Status.ZERO, Status.MISSING, Status.SUPPRESSED, Status.UNRELIABLE]
    world = figures([5, 0, np.nan, np.nan, np.nan], status)
    for method in RULES:
        found = classify(world, method=method)
        assert found.indices.tolist() == [0, -1, -1, -1, -1]
        assert found.gaps == {"missing": 1, "zero": 1, "suppressed": 1, "unreliable": 1}


def test_an_unreliable_value_has_a_class(figures: Make) -> None:
    world = figures([1, 2, 3], [Status.SHOWN, Status.UNRELIABLE, Status.SHOWN])
    found = classify(world, method="equal", class_count=3)
    assert (found.indices.min(), found.gaps["unreliable"]) == (0, 1)


@pytest.mark.parametrize("method", METHODS)
def test_where_all_are_gaps_there_are_no_classes(figures: Make, method: str) -> None:
    found = classify(figures([np.nan, np.nan]), method=method, own_breaks=(1.0, 2.0))
    assert (found.breaks, found.counts, found.colours, found.histogram) == ((), (), (), ())
    assert found.indices.tolist() == [-1, -1]


@pytest.mark.parametrize("method", RULES)
def test_one_value_is_one_class(figures: Make, method: str) -> None:
    found = classify(figures([7, 7, np.nan]), method=method)
    assert (found.breaks, found.counts) == ((7, 7), (2,))
    assert len(found.colours) == 1


@pytest.mark.parametrize("method", RULES)
def test_ties_make_fewer_classes(figures: Make, method: str) -> None:
    found = classify(figures([1, 1, 1, 1, 2]), method=method, class_count=7)
    assert sum(found.counts) == 5
    assert len([count for count in found.counts if count]) == 2


@pytest.mark.parametrize("method", RULES)
def test_the_one_that_differs_has_a_class_of_its_own(figures: Make, method: str) -> None:
    found = classify(figures([0, 0, 0, 0, 5]), method=method, class_count=3)
    assert found.indices[4] > found.indices[0]


def test_own_breaks_beyond_the_data_keep_their_classes(figures: Make) -> None:
    found = classify(figures([12, 15]), method="own", own_breaks=(10.0, 20.0, 30.0))
    assert found.breaks == (10, 10, 20, 30, 30)
    assert found.counts == (0, 2, 0, 0)


@pytest.mark.parametrize(
    "own", [(), (3.0, 2.0), (1.0, 1.0), (float("nan"),), (float("inf"),), (1, 2, 3, 4, 5, 6, 7)]
)
def test_breaks_that_do_not_ascend_are_refused(figures: Make, own: tuple[float, ...]) -> None:
    with pytest.raises(UnusableBreaks, match="10; 20; 30"):
        classify(figures([1, 2]), method="own", own_breaks=own)


def test_an_unknown_method_is_refused_with_the_list(figures: Make) -> None:
    with pytest.raises(UnknownMethod, match="quantile, equal, natural, deviation, own"):
        classify(figures([1, 2]), method="jenks")


@pytest.mark.parametrize("count", [-1, 1, 2, 8, 99])
def test_there_are_three_to_seven_classes(figures: Make, count: int) -> None:
    found = classify(figures(range(100)), method="equal", class_count=count)
    assert len(found.counts) == min(max(count, 3), 7)


def test_empty_options_take_the_defaults_of_the_indicator(figures: Make) -> None:
    classes = {"method": "own", "breaks": [10, 20], "palette": "Greys"}
    found = classify(figures([5, 15, 25], classes=classes))
    assert (found.method, found.palette.id, found.counts) == ("own", "Greys", (1, 1, 1))
    assert classify(figures([5, 15, 25], classes=classes), method="equal").method == "equal"


def test_an_unknown_palette_gives_the_usual_one(figures: Make) -> None:
    assert classify(figures([1, 2, 3]), palette="Regenbogen").palette.id == "YlGnBu"


@pytest.mark.parametrize("method", RULES)
def test_all_gemeinden_of_germany_are_classed(figures: Make, method: str) -> None:
    values = np.random.default_rng(2022).lognormal(8, 1.4, 11_299).round()
    found = classify(figures(values), method=method, class_count=7)
    assert sum(found.counts) == 11_299
    # Nothing lies half a standard deviation below a mean so near to 0.
    assert len(found.counts) == (4 if method == "deviation" else 7)


def test_natural_breaks_are_the_same_every_time(figures: Make) -> None:
    world = figures(np.random.default_rng(1).normal(size=500))
    assert len({classify(world, method="natural").breaks for _ in range(3)}) == 1


def light(colour: str) -> float:
    """Perceived lightness, 0 to 255."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


@pytest.mark.parametrize("name", [n for n, p in palettes().items() if p.kind == "sequential"])
@pytest.mark.parametrize("count", range(3, 8))
def test_sequential_colours_grow_darker_in_greyscale(figures: Make, name: str, count: int) -> None:
    colours = classify(figures(range(100)), method="equal", class_count=count, palette=name).colours
    assert all(light(a) > light(b) + 5 for a, b in pairwise(colours))


@pytest.mark.parametrize("name", [n for n, p in palettes().items() if p.kind == "diverging"])
def test_a_diverging_palette_is_palest_at_its_middle(figures: Make, name: str) -> None:
    world = figures([-30, -10, -5, 5, 10], middle=0)
    found = classify(world, method="own", own_breaks=(-20.0, 0.0, 7.0), palette=name)
    far_below, below, above, far_above = map(light, found.colours)
    assert found.middle == 0
    assert below > far_below
    assert above > far_above
    # 30 below reach farther than 10 above, and are darker.
    assert far_below < far_above


@pytest.mark.parametrize("name", [n for n, p in palettes().items() if p.kind == "diverging"])
def test_alike_far_from_the_middle_is_alike_dark(figures: Make, name: str) -> None:
    world = figures([-30, -10, 10, 30], middle=0)
    found = classify(world, method="own", own_breaks=(-20.0, 0.0, 20.0), palette=name)
    far_below, below, above, far_above = map(light, found.colours)
    assert abs(far_below - far_above) < 50
    assert abs(below - above) < 50


def test_the_class_that_holds_the_middle_is_palest(figures: Make) -> None:
    found = classify(figures([-30, 0, 90], middle=0), method="own", own_breaks=(-10.0, 10.0))
    assert max(found.colours, key=light) == found.colours[1]


def test_what_lies_below_the_middle_takes_the_other_side(figures: Make) -> None:
    world = figures(range(1, 100), middle=1000)
    below = classify(world, method="equal", palette="PuOr").colours
    above = classify(figures(range(1, 100), middle=-1000), method="equal", palette="PuOr").colours
    assert set(below).isdisjoint(above)


def test_the_middle_can_be_the_figure_of_the_county(figures: Make) -> None:
    county = Cell(42.0, Status.SHOWN, Nature.REAL, Flag(0))
    world = figures([10, 50, 90], middle="county")
    assert classify(world, county=county).middle == 42
    assert classify(world).palette.kind == "sequential"


def test_the_input_is_not_changed(figures: Make) -> None:
    world = figures([3, 1, 2])
    classify(world, method="natural")
    assert world.values.tolist() == [3, 1, 2]
