"""The light of freshness, day by day."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.catalogue import Indicator
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.freshness import Light, due_list, freshness, interval_months, months_later
from tests.villages import AHAUSEN, MODEL, put_records, put_table

YEARLY = Indicator(
    "kinder", "Kinder", topic="Jugendhilfe", department="Jugend", update_interval="jährlich"
)


@pytest.fixture
def yearly(villages: Store) -> Store:
    put_records(villages, [YEARLY])
    put_table(villages, "kinder", "2023-12-31", {AHAUSEN: 4})
    put_table(villages, "kinder", "2024-12-31", {AHAUSEN: 5})
    return villages


@pytest.mark.parametrize(
    ("today", "light"),
    [
        ("2025-12-31", Light.GREEN),
        ("2026-01-01", Light.DUE),
        ("2026-12-31", Light.DUE),
        ("2027-01-01", Light.OVERDUE),
    ],
)
def test_yearly_figures_turn_on_the_last_day_of_a_year(
    yearly: Store, today: str, light: Light
) -> None:
    found = freshness(Workspace(yearly), "kinder", today=datetime.date.fromisoformat(today))
    assert found.light is light
    assert (found.last.text, str(found.due)) == ("2024-12-31", "2025-12-31")


def test_a_fresher_state_on_another_level_counts(yearly: Store) -> None:
    put_table(yearly, "kinder", "2025-12-31", {"03354": 9}, system="kreis")
    found = freshness(Workspace(yearly), "kinder", today=datetime.date(2026, 6, 1))
    assert (found.light, found.last.text) == (Light.GREEN, "2025-12-31")


@pytest.mark.parametrize("interval", ["", "unregelmäßig", "einmalig", "P", "PT5M", "alle Tage"])
def test_without_an_interval_there_is_no_light(villages: Store, interval: str) -> None:
    put_records(villages, [Indicator("kinder", "Kinder", update_interval=interval)])
    put_table(villages, "kinder", "2000", {AHAUSEN: 5})
    found = freshness(Workspace(villages), "kinder", today=datetime.date(2026, 1, 1))
    assert (found.light, found.due) == (Light.NONE, None)


def test_nobody_waits_for_model_data(villages: Store) -> None:
    put_records(villages, [YEARLY])
    put_table(villages, "kinder", "2000", {AHAUSEN: 5}, source=MODEL)
    found = freshness(Workspace(villages), "kinder", today=datetime.date(2026, 1, 1))
    assert found.light is Light.NONE


def test_an_indicator_without_figures_has_no_state(villages: Store) -> None:
    put_records(villages, [YEARLY])
    assert freshness(Workspace(villages), "kinder", today=datetime.date(2026, 1, 1)).last is None


def test_what_is_due_stands_by_department_the_oldest_first(yearly: Store) -> None:
    older = Indicator("alter", "Alte", department="Jugend", update_interval="P1Y", topic="Soziales")
    fresh = Indicator("frisch", "Neue", department="Jugend", update_interval="P5Y")
    nobody = Indicator("niemand", "Herrenlose", update_interval="P1Y")
    put_records(yearly, [older, fresh, nobody])
    for variable, period in (("alter", "2020"), ("frisch", "2025"), ("niemand", "2020")):
        put_table(yearly, variable, period, {AHAUSEN: 1})
    found = due_list(Workspace(yearly), today=datetime.date(2026, 11, 22))
    told = [(entry.department, [i.id for i, _ in entry.entries]) for entry in found]
    assert told == [("Jugend", ["alter", "kinder"]), ("", ["niemand"])]


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 1, 1)), st.integers(0, 240))
def test_months_later_lands_in_the_right_month(day: datetime.date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months


@pytest.mark.parametrize(
    ("text", "months"),
    [("Jährlich", 12), ("halbjährlich", 6), ("alle 2 Jahre", 24), ("P1Y", 12), ("p18m", 18)],
)
def test_intervals_in_words_and_in_iso(text: str, months: int) -> None:
    assert interval_months(text) == months
