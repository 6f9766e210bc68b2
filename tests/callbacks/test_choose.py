"""The controls follow what the map shows."""

from __future__ import annotations

from dash import no_update

from callbacks.choose import shown_choices
from geodata.workspace_holder import WorkspaceHolder


def test_an_empty_address_shows_the_usual_view(told_villages: WorkspaceHolder) -> None:
    shown = shown_choices("", told_villages)
    assert shown["values"]["ebene"] == "gemeinde"
    assert shown["values"]["klassen"] == "5"


def test_periods_and_systems_are_those_of_the_indicator(told_villages: WorkspaceHolder) -> None:
    shown = shown_choices("?indikator=kinder&ebene=gemeinde", told_villages)
    assert [p["label"] for p in shown["periods"]] == ["2022 · Zensus 2022", "2020 · Zensus 2011"]
    assert [s["value"] for s in shown["systems"]] == ["kreis", "samtgemeinde", "gemeinde"]


def test_the_answer_names_the_address_it_is_for(told_villages: WorkspaceHolder) -> None:
    search = "?indikator=kinder&zeit=2020"
    shown = shown_choices(search, told_villages)
    assert (shown["search"], shown["values"]["zeit"]) == (search, "2020")


def test_an_old_link_shows_the_nearest_period(told_villages: WorkspaceHolder) -> None:
    shown = shown_choices("?indikator=kinder&ebene=gemeinde&zeit=2020-06-30", told_villages)
    assert shown["values"]["zeit"] == "2020"


def test_before_the_map_is_painted_nothing_is_asked(told_villages: WorkspaceHolder) -> None:
    assert shown_choices(None, told_villages) is no_update
