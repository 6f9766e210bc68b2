"""What the dialog „Export“ offers for a view: each kind of file, and what it is good for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from geodata.workspace import Workspace
from layers.fitting_view import fitting_view
from layers.view import View
from layers.words import section, words

PATH = "/ausgabe"
# Which files stand under which heading, in the order of the dialog.
_GROUPS = {
    "picture": (
        "karte.png",
        "karte.svg",
    ),
    "sheet": (
        "karte-a4-quer.pdf",
        "karte-a4-hoch.pdf",
        "karte-a3-quer.pdf",
        "karte-a3-hoch.pdf",
    ),
    "table": ("tabelle.xlsx", "tabelle.csv", "karte.gpkg"),
}


def offers(workspace: Workspace, view: View) -> dict[str, Any]:
    """Groups of files with their addresses; portraits as far as there are areas for them."""
    fitting = fitting_view(view, workspace)
    search = _shown(workspace, view).search
    return {
        "words": section("handout.dialog"),
        "groups": [
            {
                "title": words(f"handout.groups.{group}"),
                "files": [_offer(product, search) for product in products],
            }
            for group, products in _GROUPS.items()
        ],
        "portrait": _portrait(workspace, fitting, search),
    }


def _shown(workspace: Workspace, view: View) -> View:
    """With the question that the screen shows where that of an old link is gone."""
    if view.reach.asked:
        return view
    return replace(view, indicator=fitting_view(view, workspace).indicator)


def _offer(product: str, search: str) -> dict[str, str]:
    told = section("handout.files")[product]
    return {"address": f"{PATH}/{product}{search}", "title": told["title"], "hint": told["hint"]}


def _portrait(workspace: Workspace, view: View, search: str) -> dict[str, Any] | None:
    """The chosen area alone, and all of its level; None where the map shows reachability."""
    system = workspace.systems.get(view.system)
    if view.reach.asked or system is None:
        return None
    alone = None
    if len(view.areas) == 1:
        told = section("handout.files")["portraet.pdf"]
        name = system.name_of(view.areas[0])
        alone = {
            "address": f"{PATH}/portraet.pdf{search}",
            "title": told["title"].format(name=name),
            "hint": told["hint"],
        }
    told = section("handout.files")["portraets.zip"]
    return {
        "title": words("handout.groups.portrait"),
        "alone": alone,
        "none": words("handout.dialog.choose_area"),
        "all": {
            "address": f"{PATH}/portraets.zip{search}",
            "state": f"{PATH}/portraets/stand{search}",
            "title": told["title"].format(count=len(system), level=system.title),
            "hint": told["hint"],
        },
    }


def sheet_address(workspace: Workspace, view: View) -> str:
    """Where the map sheet of a view is, for whoever wants a document of it."""
    return f"{PATH}/karte-a4-quer.pdf{_shown(workspace, view).search}"
