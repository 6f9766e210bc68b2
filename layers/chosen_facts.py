"""What a view says of the areas that are chosen on it: each with its figure, then the county."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from geodata.markers import Nature
from geodata.refusals import Refusal
from geodata.workspace import Workspace
from indicators.county import county_system
from indicators.portrait import county_value
from indicators.published import Cell, Published, published
from indicators.union import union
from layers.figure_text import flag_texts, told_figure
from layers.several_areas import areas_name
from layers.view import View
from layers.words import words

# More are no statement any more; they stand in the table.
_MOST_NAMED = 5


@dataclass(frozen=True)
class AreaFact:
    """A figure in words and what limits it; `beside` is True for what an area is compared with."""

    name: str
    figure: str
    notes: str = ""
    beside: bool = False


def chosen_facts(workspace: Workspace, view: View) -> tuple[AreaFact, ...]:
    """The areas chosen, several also together, and the county; empty where none is chosen.

    `view` must fit the workspace. Raises what `published` raises.
    """
    figures = published(workspace, view.drawn_query)
    chosen = [area for area in view.areas if area in figures.system.position]
    return tuple(_facts(workspace, view, figures, chosen)) if chosen else ()


def _facts(
    workspace: Workspace, view: View, figures: Published, chosen: list[str]
) -> Iterator[AreaFact]:
    for area in chosen[:_MOST_NAMED]:
        yield _fact(figures.system.name_of(area), figures.cell(area), figures)
    if len(chosen) > _MOST_NAMED:
        yield AreaFact(words("handout.more_areas", count=len(chosen) - _MOST_NAMED), "")
    if len(chosen) > 1 and not view.since and not view.reach.asked:
        # Where it cannot be told, the areas alone are told.
        with suppress(Refusal):
            together = union(workspace, view.query, chosen)
            yield _fact(areas_name(view.areas_name, len(chosen)), together, figures)
    county = county_system(workspace)
    if county is not None and county.id != figures.system.id:
        cell = county_value(workspace, view.drawn_query)
        yield _fact(workspace.title, cell, figures, beside=True)


def _fact(name: str, cell: Cell, figures: Published, *, beside: bool = False) -> AreaFact:
    figure = told_figure(cell, figures.indicator, is_change=bool(figures.query.since))
    # The badge of the whole says it of those that are as uncertain as any.
    is_told = cell.nature in (Nature.REAL, figures.worst_nature) or cell.value is None
    nature = [] if is_told else [words(f"nature.{cell.nature.code}")]
    return AreaFact(name, figure, " · ".join([*nature, *flag_texts(cell.flags)]), beside)
