"""What a handed-out view says: the one description that every file of it is made from."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from geodata.inhabited_points import PLACES
from geodata.markers import Status
from geodata.notes import Note
from geodata.workspace import Workspace
from indicators.classification import Classification
from indicators.notes import notes_on
from indicators.published import Published, published
from layers.chosen_facts import AreaFact, chosen_facts
from layers.counted_points import point_words
from layers.drawn_view import classes_of, map_owners
from layers.figure_text import told_figure
from layers.figure_title import state_of, title_of
from layers.fitting_view import fitting_view
from layers.handout.refusals import NoFiguresToHandOut, NothingToHandOut, UnknownQuestion
from layers.legend import legend
from layers.overlays import Overlay, overlays
from layers.shell import FACILITIES_PATH, MODE_PATHS, REACH_PATH
from layers.source_text import method_text, once
from layers.view import View
from layers.words import words

_LONGEST_NAME = 30
_PROJECT = Path(__file__).parents[2] / "pyproject.toml"


@dataclass(frozen=True)
class ClassRow:
    """A class as the legend of the screen has it."""

    label: str
    colour: str
    count: int


@dataclass(frozen=True)
class GapRow:
    """A kind of gap; `code` is that of its status or `no_connection`, `meaning` a sentence."""

    code: str
    label: str
    meaning: str
    count: int


@dataclass(frozen=True)
class Histogram:
    """Counts in bins of equal width, the class of each, inner limits as shares, both ends."""

    bins: tuple[int, ...]
    classes: tuple[int, ...]
    limits: tuple[float, ...]
    low: str
    high: str


@dataclass(frozen=True)
class Badge:
    """That figures are not counted ones: `code` is estimated or model."""

    code: str
    text: str


@dataclass(frozen=True)
class SourceRow:
    """Where figures come from and on what terms; empty where it is not known."""

    title: str
    attribution: str
    licence: str


@dataclass(frozen=True)
class Reading:
    """How a department reads the figures; `area` is "" for the whole county."""

    department: str
    area: str
    date: str
    text: str


@dataclass(frozen=True, eq=False)
class Handout:
    """A view with all that a file made of it must say; texts are German, numbers written out.

    `heading` is the question, and `subtitle` what answers it; a change has its title alone.
    `counted` is what the classes hold, in a table `counted_one` a row: areas, or places.
    `classes` are the lowest first. `marked` are the areas chosen on the map, `chosen` what is
    said of them, `overlays` what lies over the colours. `map_owner` names the owners of all
    geometries, `number` the journal number that the figures stand on, `link` the address of the
    view, which begins with "?" where nobody has said where the atlas stands.
    """

    view: View
    figures: Published
    classification: Classification
    workspace_title: str
    heading: str
    subtitle: str
    title: str
    period: str
    state: str
    level: str
    unit: str
    definition: str
    method: str
    counted: str
    counted_one: str
    classes: tuple[ClassRow, ...]
    gaps: tuple[GapRow, ...]
    histogram: Histogram | None
    remarks: tuple[str, ...]
    badge: Badge | None
    sources: tuple[SourceRow, ...]
    map_owner: str
    readings: tuple[Reading, ...]
    marked: tuple[str, ...]
    chosen: tuple[AreaFact, ...]
    overlays: tuple[Overlay, ...]
    link: str
    number: int
    version: str

    def figure(self, area_id: str) -> str:
        """The figure of an area in words; a change says its direction. Raises `UnknownArea`."""
        cell = self.figures.cell(area_id)
        return told_figure(cell, self.figures.indicator, is_change=bool(self.view.since))

    @property
    def source_lines(self) -> tuple[str, ...]:
        """One line a source: title, attribution and licence; then state, and owner of the map."""
        parts = [
            " · ".join(once([source.title, source.attribution, source.licence]))
            for source in self.sources
        ]
        lines = [words("source.source", sources=part) for part in parts]
        # What the figures are made of is named already.
        marks = once(overlay.source for overlay in self.overlays)
        lines += [
            words("source.marks", attribution=mark)
            for mark in marks
            if not any(mark in part for part in parts)
        ]
        if self.map_owner:
            lines.append(words("source.map", attribution=self.map_owner))
        return tuple(lines)

    @property
    def made_with(self) -> str:
        """Program, its version and the journal number: who asks later finds the same figures."""
        return words("handout.made_with", version=self.version, number=self.number)


def handout(workspace: Workspace, view: View, *, base: str = "") -> Handout:
    """What a view says. `base` is the address of the atlas (`http://atlas:8050`), "" if unknown.

    A view of what is gone becomes the nearest one, as on the screen. Raises `NothingToHandOut`,
    `NoFiguresToHandOut` and what `published` and `classify` raise.
    """
    fitting = fitting_view(view, workspace)
    figures = _figures(workspace, fitting)
    classification = classes_of(workspace, fitting, figures)
    counted_one, counted = _counted(workspace, figures)
    return Handout(
        view=fitting,
        figures=figures,
        classification=classification,
        workspace_title=workspace.title,
        title=title_of(figures),
        state=state_of(figures),
        level=figures.system.title,
        unit=figures.indicator.unit,
        definition=figures.indicator.definition,
        method=method_text(figures.method),
        sources=tuple(SourceRow(s.title, s.attribution, s.licence) for s in figures.sources),
        map_owner=map_owners(workspace, fitting),
        readings=_readings(workspace, fitting, figures),
        marked=fitting.areas,
        chosen=chosen_facts(workspace, fitting),
        overlays=overlays(workspace, fitting),
        link=link_to(fitting, base=base),
        number=workspace.number,
        version=program_version(),
        counted_one=counted_one,
        **_said_by_legend(figures, classification, fitting, counted),
    )


def asked_handout(workspace: Workspace, view: View, *, base: str = "") -> Handout:
    """The same for a file that somebody asks for: it never holds figures of another indicator.

    Raises `UnknownQuestion` besides.
    """
    if view.indicator and not view.reach.asked:
        shown = fitting_view(view, workspace).indicator
        if shown not in ("", view.indicator):
            raise UnknownQuestion(asked=view.indicator[:_LONGEST_NAME])
    return handout(workspace, view, base=base)


def _figures(workspace: Workspace, view: View) -> Published:
    """What the view shows, which must be something."""
    if not view.indicator:
        raise NothingToHandOut
    figures = published(workspace, view.drawn_query)
    if bool((figures.status == Status.MISSING).all()):
        raise NoFiguresToHandOut(
            indicator=figures.indicator.title,
            period=figures.period.german,
            system=figures.system.title,
        )
    return figures


def _counted(workspace: Workspace, figures: Published) -> tuple[str, str]:
    """One of what has a figure each, and several."""
    if figures.system.id == PLACES:
        return point_words(workspace)
    return words("legend.counted_one"), words("legend.counted")


def _said_by_legend(
    figures: Published, classification: Classification, view: View, counted: str
) -> dict[str, Any]:
    """The fields that say what the legend of the screen says."""
    told = legend(figures, classification, counted=counted)
    return {
        "heading": title_of(figures) if view.since else told["title"],
        "subtitle": "" if view.since else told["subtitle"],
        "period": told["period"],
        "counted": told["counted"],
        "classes": tuple(ClassRow(**row) for row in told["classes"]),
        "gaps": tuple(_gap(row) for row in told["gaps"]),
        "histogram": _histogram(told["histogram"]),
        "remarks": tuple(told["notes"]),
        "badge": Badge(**told["badge"]) if told["badge"] else None,
    }


def link_to(view: View, *, base: str = "") -> str:
    """The address of a view; without a base only what stands behind the path."""
    path, search = MODE_PATHS[0], view.search
    if view.reach.asked:
        # The path asks for it; indicator and level are found from what is asked.
        plain = replace(view, indicator="", system="", reach=replace(view.reach, asked=False))
        path, search = REACH_PATH, plain.search
    elif view.facilities_shown:
        path, search = FACILITIES_PATH, replace(view, facilities_shown=False).search
    return f"{base.rstrip('/')}{path}{search}" if base else search


@cache
def program_version() -> str:
    """The version as the project names it."""
    version: str = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"]
    return version


def _gap(row: dict[str, Any]) -> GapRow:
    return GapRow(**row, meaning=words(f"handout.gap_meaning.{row['code']}"))


def _histogram(told: dict[str, Any] | None) -> Histogram | None:
    if told is None:
        return None
    return Histogram(
        tuple(told["bins"]),
        tuple(told["classes"]),
        tuple(told["limits"]),
        told["low"],
        told["high"],
    )


def _readings(workspace: Workspace, view: View, figures: Published) -> tuple[Reading, ...]:
    """Those on the county, then those on each area that is chosen."""
    if view.reach.asked:
        return ()
    found = [("", note) for note in notes_on(workspace, view.query)]
    for area in view.areas:
        name = figures.system.name_of(area)
        found += [(name, note) for note in notes_on(workspace, view.query, area)]
    return tuple(_reading(name, note) for name, note in found)


def _reading(area: str, note: Note) -> Reading:
    day = note.written.strftime("%d.%m.%Y")
    return Reading(note.key.department, area, day, note.text)
