"""Questions of reachability as text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.facilities.filter import FacilityFilter
from indicators.reach.question import (
    MEASURES,
    MODES,
    ReachQuestion,
    question_from_texts,
    question_of_id,
)
from indicators.reach.refusals import WrongReach

questions = st.builds(
    ReachQuestion,
    filter=st.builds(FacilityFilter, kinds=st.sampled_from([(), ("kita",), ("bbs", "kita")])),
    mode=st.sampled_from(MODES),
    day=st.sampled_from(["", "2026-09-15"]),
    arrive_by_s=st.integers(0, 24 * 60).map(lambda minute: 60 * minute),
    limit_minutes=st.integers(1, 180),
    measure=st.sampled_from(MEASURES),
    group=st.sampled_from(["", "kinder"]),
)


@settings(deadline=None)
@given(questions)
def test_a_question_survives_as_text(asked: ReachQuestion) -> None:
    found = question_from_texts(asked.texts())
    assert found.trip == asked.trip
    assert (found.limit_minutes, found.measure, found.group) == (
        asked.limit_minutes,
        asked.measure,
        asked.group,
    )
    assert question_of_id(asked.id) == found


def test_day_and_time_matter_only_by_bus() -> None:
    kitas = FacilityFilter(kinds=("kita",))
    early, late = (ReachQuestion(kitas, arrive_by_s=hour * 3600) for hour in (7, 12))
    assert early.trip == late.trip
    assert "arrive_by" not in early.texts()
    bus = ReachQuestion(kitas, mode="transit", arrive_by_s=7 * 3600)
    assert bus.trip.arrive_by_s == 7 * 3600


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("mode", "rocket"),
        ("day", "31.12.2026"),
        ("day", "2026-02-30"),
        ("arrive_by", "25:61"),
        ("arrive_by", "7.45"),
        ("limit", "0"),
        ("limit", "-5"),
        ("limit", "99999"),
        ("limit", "²"),
        ("measure", "median"),
    ],
)
def test_what_means_nothing_is_refused_with_its_field(field: str, text: str) -> None:
    with pytest.raises(WrongReach, match=field):
        question_from_texts({field: text})
