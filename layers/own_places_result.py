"""Places of the areas' own beside their map: no ways, so no minutes, but what the county has."""

from __future__ import annotations

from typing import Any

from geodata.german_count import counted
from geodata.markers import Nature
from geodata.workspace import Workspace
from indicators.county import county_system
from indicators.reach.own_places import own_places
from indicators.reach.question import ReachQuestion
from layers.figure_text import figure_text
from layers.words import words


def own_result(workspace: Workspace, question: ReachQuestion) -> dict[str, Any]:
    """The headline and what stands below it; raises what `own_places` raises."""
    county = county_system(workspace)
    system = county or next(iter(workspace.systems.values()))
    found = own_places(workspace, question, system.id)
    figures = found.published
    headline = words("facilities.supply.by_area")
    if county is not None:
        figure = figure_text(figures.cell(county.area_ids[0]), figures.indicator)
        headline = words("facilities.supply.whole", figure=figure)
    return {
        "badge": nature_badge(figures.worst_nature),
        "headline": headline,
        "inside": words("facilities.supply.state", period=figures.period.german),
        "mean": "",
        "unreached": "",
        "steps": [],
        "left_out": [],
        "beyond": "",
        "gini": "",
        "grounds": counted_facilities(int(found.facilities.sum())),
    }


def nature_badge(nature: Nature) -> dict[str, str] | None:
    """Code and word for figures that nobody has counted; None where all are."""
    if nature is Nature.REAL:
        return None
    return {"code": nature.code, "text": words(f"nature.{nature.code}")}


def counted_facilities(number: int) -> str:
    return counted(number, words("reach.result.facility"), words("reach.result.facilities"))
