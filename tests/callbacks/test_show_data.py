"""The page „Daten“ tells what is in the workspace."""

from __future__ import annotations

from dash import no_update
from plotly.io.json import to_json_plotly

from callbacks.show_data import show_data
from geodata.workspace import WorkspaceHolder


def test_areas_indicators_sources_and_journal_are_listed(told_villages: WorkspaceHolder) -> None:
    told = to_json_plotly(show_data(1, told_villages))
    for word in ("Gemeinde", "Kinder", "Kreisamt", "tabelle.csv"):
        assert word in told


def test_before_it_is_opened_nothing_is_read(told_villages: WorkspaceHolder) -> None:
    assert show_data(None, told_villages) is no_update
