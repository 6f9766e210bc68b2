"""Periods: what they are, how they are ordered and shown."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.period import Period, UnknownPeriod


@pytest.mark.parametrize(
    ("text", "kind", "german"),
    [
        ("2022", "year", "2022"),
        ("2022-12", "month", "Dezember 2022"),
        ("2022-12-31", "date", "31.12.2022"),
        ("2022/2023", "school year", "2022/2023"),
    ],
)
def test_a_period_keeps_its_kind(text: str, kind: str, german: str) -> None:
    assert (Period(text).kind, Period(text).german, str(Period(text))) == (kind, german, text)


@pytest.mark.parametrize(
    "text", ["", "22", "20222", "1899", "2022-02-30", "2022-W01-1", "20221231", "2022-13", "all"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(UnknownPeriod, match="2022-12-31 oder 2022/2023"):
        Period(text)


def test_a_month_ends_on_its_last_day() -> None:
    assert Period("2024-02").last_day == datetime.date(2024, 2, 29)


def test_periods_are_ordered_by_their_last_day() -> None:
    texts = ["2022-05-15", "2022-06", "2021/2022", "2022", "2022-12", "2022-12-31", "2023"]
    assert sorted(map(Period, texts)) == [Period(text) for text in texts]


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_comes_back_from_its_text(day: datetime.date) -> None:
    assert Period(day.isoformat()).last_day == day
