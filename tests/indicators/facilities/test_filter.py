"""One filter: what passes, how it is written down, and what each choice would leave."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.facilities.counts import choice_counts
from indicators.facilities.filter import FacilityFilter, applied
from indicators.facilities.hours import wished_span
from tests.kitas import ALL


def names(wanted: FacilityFilter) -> list[str]:
    return [facility.name for facility in applied(wanted, ALL)]


def test_a_filter_that_asks_for_nothing_lets_all_pass() -> None:
    assert applied(FacilityFilter(), ALL) == ALL
    assert FacilityFilter().text == ""


@pytest.mark.parametrize(
    ("wanted", "passing"),
    [
        (FacilityFilter(kinds=("schule",)), ["Schule"]),
        (FacilityFilter(providers=("DRK",)), ["Sonne", "Stern"]),
        (FacilityFilter(free=True), ["Mond"]),
        (FacilityFilter(all_day=True), ["Mond"]),
        (FacilityFilter(inclusion=True), ["Stern"]),
        (FacilityFilter(hours="07:30-"), ["Sonne"]),
        (FacilityFilter(hours="08:00-14:00"), ["Sonne", "Stern"]),
        (FacilityFilter(hours="-15:00"), ["Sonne"]),
        (FacilityFilter(name="bedorf"), ["Nirgends"]),
        (FacilityFilter(name="MON"), ["Mond"]),
        (FacilityFilter(kinds=("kita",), providers=("DRK",), hours="-15:00"), ["Sonne"]),
        (FacilityFilter(kinds=("museum",)), []),
    ],
)
def test_what_does_not_tell_does_not_pass_where_it_is_asked_for(
    wanted: FacilityFilter, passing: list[str]
) -> None:
    assert names(wanted) == passing


TEXTS = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="|;"), min_size=1)
FILTERS = st.builds(
    FacilityFilter,
    kinds=st.lists(st.sampled_from(["kita", "schule", "bbs"]), unique=True).map(
        lambda found: tuple(sorted(found))
    ),
    providers=st.lists(TEXTS, unique=True, max_size=5).map(lambda found: tuple(sorted(found))),
    free=st.booleans(),
    all_day=st.booleans(),
    inclusion=st.booleans(),
    hours=st.sampled_from(["", "07:00-", "-16:30", "08:00-12:00"]),
    name=TEXTS.map(lambda text: text[:80]),
)


@given(FILTERS)
def test_a_filter_comes_back_out_of_its_text(wanted: FacilityFilter) -> None:
    assert FacilityFilter.from_text(wanted.text) == wanted
    assert FacilityFilter.from_texts(wanted.texts) == wanted


@given(FILTERS)
def test_filters_are_keys(wanted: FacilityFilter) -> None:
    assert {wanted: 1}[FacilityFilter.from_text(wanted.text)] == 1


def test_the_same_choice_is_the_same_filter_in_whatever_order_it_came() -> None:
    one, other = ({"arten": text, "traeger": " DRK |AWO"} for text in ("kita;bbs;kita", "bbs;kita"))
    assert FacilityFilter.from_texts(one) == FacilityFilter.from_texts(other)


def test_nonsense_in_an_address_asks_for_nothing() -> None:
    nonsense = {"arten": ";;", "frei": "ja", "offen": "26:00-99:00", "suche": "  "}
    assert FacilityFilter.from_texts(nonsense) == FacilityFilter()


def test_counts_beside_choices_hold_with_all_others_as_they_are() -> None:
    counts = choice_counts(FacilityFilter(kinds=("kita",), providers=("DRK",)), ALL)
    assert (counts.total, counts.found) == (7, 2)
    assert counts.kinds == {"kita": 2, "schule": 0}
    assert counts.providers == {"DRK": 2, "Kirche": 1}
    assert counts.without_provider == 3
    assert counts.yes == {"free": 0, "all_day": 0, "inclusion": 1}
    assert counts.untold == {"free": 1, "all_day": 2, "inclusion": 1, "hours": 0}


@given(FILTERS)
def test_a_count_is_what_one_finds_when_the_choice_is_made(wanted: FacilityFilter) -> None:
    counts = choice_counts(wanted, ALL)
    assert counts.found == len(applied(wanted, ALL))
    for kind, count in counts.kinds.items():
        texts = dict(wanted.texts) | {"arten": kind}
        assert count == len(applied(FacilityFilter.from_texts(texts), ALL))


@pytest.mark.parametrize("text", ["7:00-16:00", "07:00", "", "07:00-16:00-17:00"])
def test_a_wish_has_two_clocks(text: str) -> None:
    assert wished_span(text) is None
