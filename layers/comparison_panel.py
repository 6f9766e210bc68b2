"""The panel „Vergleich“: what is told about a board, and the areas that a search finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geodata.area_system import AreaSystem
from geodata.workspace import Workspace
from indicators.comparison.place import Place
from layers.side_text import place_text
from layers.view import BOARDS
from layers.words import section, words

_MOST_FOUND = 60


def board_answer(board: str, told: Mapping[str, Any]) -> dict[str, Any]:
    """What is told about a board, with its words and the tabs to the others."""
    return {
        "board": board,
        "label": words("boards.label"),
        "tabs": [{"id": name, "title": words(f"boards.tabs.{name}")} for name in BOARDS],
        "words": {**section(f"boards.{board}"), "picker": section("boards.picker")},
        **told,
    }


def refused_board(board: str, sentence: str) -> dict[str, Any]:
    """A board that cannot be shown says why, calmly."""
    return board_answer(board, {"refusal": sentence})


def found_areas(workspace: Workspace, text: str) -> list[dict[str, str]]:
    """The areas whose names hold the text, those that begin with it first; of all systems."""
    wanted = text.strip().casefold()
    found: list[tuple[bool, int, str, dict[str, str]]] = []
    for order, system in enumerate(_finest_first(workspace)):
        for area_id, name in zip(system.area_ids, system.names, strict=True):
            if wanted in name.casefold():
                value = place_text(Place(system.id, area_id))
                told = {"value": value, "name": name, "kind": system.title}
                begins = name.casefold().startswith(wanted)
                found.append((not begins, order, name, told))
    found.sort(key=lambda one: one[:3])
    return [told for *_, told in found[:_MOST_FOUND]]


def _finest_first(workspace: Workspace) -> Sequence[AreaSystem]:
    return sorted(workspace.systems.values(), key=len, reverse=True)
