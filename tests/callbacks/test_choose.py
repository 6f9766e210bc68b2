"""The controls follow what the map shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from callbacks.choose import shown_choices
from geodata.workspace_holder import WorkspaceHolder
from layers.view import View
from tests.villages import village_store


def shown(search: str, holder: WorkspaceHolder) -> dict[str, Any]:
    return shown_choices(View.from_search(search), holder.current()) or {}


def test_an_empty_address_shows_the_usual_view(told_villages: WorkspaceHolder) -> None:
    values = shown("", told_villages)["values"]
    assert (values["ebene"], values["klassen"]) == ("gemeinde", "5")


def test_periods_and_systems_are_those_of_the_indicator(told_villages: WorkspaceHolder) -> None:
    found = shown("?indikator=kinder&ebene=gemeinde", told_villages)
    assert [p["label"] for p in found["periods"]] == ["2022 · Zensus 2022", "2020 · Zensus 2011"]
    assert [s["value"] for s in found["systems"]] == ["kreis", "samtgemeinde", "gemeinde"]


def test_an_old_link_shows_the_nearest_period(told_villages: WorkspaceHolder) -> None:
    found = shown("?indikator=kinder&ebene=gemeinde&zeit=2020-06-30", told_villages)
    assert found["values"]["zeit"] == "2020"


def test_a_map_without_an_indicator_leaves_the_controls(tmp_path: Path) -> None:
    village_store(tmp_path / "leer", systems=()).close()
    with WorkspaceHolder(tmp_path / "leer") as empty:
        assert shown_choices(View.from_search(""), empty.current()) is None
