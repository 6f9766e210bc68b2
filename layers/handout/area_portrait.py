"""The portrait of one area as a document: map, values, lines, facilities, readings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from geodata.catalogue import Indicator
from geodata.workspace import Workspace
from indicators.choices import periods, topic_of
from indicators.comparison.noise import rank_span_of
from indicators.facilities.places import facilities_in
from indicators.portrait import Point, Portrait
from indicators.portrait import portrait as portrait_of
from indicators.published import published
from indicators.query import Query
from layers.change_text import change_text
from layers.facility_text import badges, facility_name, places_text
from layers.figure_text import figure_text
from layers.handout.area_figures import AreaFigure, area_figures, natures_in, ring_of
from layers.handout.document import document
from layers.handout.facts import Handout, link_to
from layers.handout.line_picture import line_svg
from layers.handout.map_picture import map_svg
from layers.handout.map_sheet import legend_facts, page_facts
from layers.series import series_notes
from layers.source_text import once
from layers.words import words

_MAP_MM = (106.0, 82.0)
_LINE_MM = (86.0, 38.0)
_MOST_LINES = 4


@dataclass(frozen=True)
class Line:
    """What one drawing over the years shows."""

    indicator: Indicator
    series: tuple[Point, ...]


def area_portrait(workspace: Workspace, told: Handout, area_id: str, *, base: str = "") -> bytes:
    """The PDF about one area of the handout's level, which opens with the handout's question.

    `base` is the address of the atlas, "" if unknown. Raises `UnknownArea`.
    """
    found = portrait_of(workspace, told.view.query, area_id, since=told.view.since)
    lines = tuple(_lines(workspace, told, found))[:_MOST_LINES]
    width, height = _MAP_MM
    pictures = {
        "map": map_svg(
            workspace, told, width_mm=width, height_mm=height, marked=(area_id,), over=False
        )
    }
    for number, line in enumerate(lines):
        pictures[f"line{number}"] = line_svg(
            line.series, line.indicator, width_mm=_LINE_MM[0], height_mm=_LINE_MM[1]
        )
    return document("area_portrait", _told(workspace, told, found, lines, base), pictures)


def _told(
    workspace: Workspace, told: Handout, found: Portrait, lines: tuple[Line, ...], base: str
) -> dict[str, Any]:
    rows = area_figures(workspace, told.figures.system.id, found.area_id)
    ring = ring_of(workspace)
    figures = published(workspace, told.view.query)
    facts = page_facts(told)
    kind = f"{words('handout.portrait')} · {told.level} · {workspace.title}"
    return {
        **facts,
        "title": found.name,
        "description": f"{kind}: {found.name}",
        "kind": kind,
        "question": told.heading,
        "subtitle": told.subtitle,
        "state": told.period,
        "figure": figure_text(found.cell, figures.indicator),
        "facts": list(_facts(found, figures.indicator, _tied(workspace, told, found.area_id))),
        "legend": {**legend_facts(told), "histogram": None},
        "map_width": _MAP_MM[0],
        "alt": words("handout.portrait_map", name=found.name, county=workspace.title),
        "has_ring": any(row.ring for row in rows),
        "ring_title": words("handout.ring_column", ring=ring.title) if ring else "",
        "county_title": workspace.title,
        "rows": [_row(row) for row in rows],
        "signs": list(natures_in(rows)),
        "lines": [_line(number, line, found.name) for number, line in enumerate(lines)],
        "facilities": list(_facilities(workspace, told, found.area_id)),
        "has_facilities": bool(workspace.facilities),
        "readings": list(_readings(workspace, told, found)),
        "sources": _sources(workspace, told, rows),
        "link": link_to(replace(told.view, areas=(found.area_id,)), base=base),
    }


def _tied(workspace: Workspace, told: Handout, area_id: str) -> tuple[int, int] | None:
    """The ranks among which the order of the area is not certain; None for one rank alone."""
    span = rank_span_of(workspace, told.view.query, area_id)
    return span if span and span[0] != span[1] else None


def _facts(
    found: Portrait, indicator: Indicator, tied: tuple[int, int] | None
) -> Iterator[dict[str, str]]:
    if found.rank is not None and found.rank_of > 1:
        text = words("area.rank_value", rank=found.rank, of=found.rank_of)
        if tied:
            text = words("noise.rank_span", rank=text, first=tied[0], last=tied[1])
        yield {"term": words("area.rank"), "text": text}
    if found.county.value is not None:
        yield {"term": found.county_name, "text": figure_text(found.county, indicator)}
    if found.change is not None:
        since = words("area.change", since=found.change.since.german)
        yield {"term": since, "text": change_text(found.change, indicator)}


def _row(row: AreaFigure) -> dict[str, str]:
    return {
        "topic": row.topic,
        "title": row.title,
        "period": row.period.german,
        "figure": row.figure,
        "county": row.county,
        "ring": row.ring,
        "notes": row.notes,
    }


def _lines(workspace: Workspace, told: Handout, found: Portrait) -> Iterator[Line]:
    """The handout's own figure first, then the others of its topic, where there are two points."""
    own = told.view.indicator
    topic = topic_of(workspace, own)
    others = [record.id for record in topic.indicators] if topic else []
    for indicator in once([own, *others]):
        system = told.figures.system.id
        if len(periods(workspace, indicator, system)) < 2:
            continue
        series = portrait_of(workspace, Query(indicator, system), found.area_id).series
        known = [point for point in series if point.cell.value is not None]
        if len(known) > 1:
            record = published(workspace, Query(indicator, system)).indicator
            yield Line(record, series)


def _line(number: int, line: Line, name: str) -> dict[str, str]:
    told = "; ".join(
        f"{point.period.german}: {figure_text(point.cell, line.indicator)}" for point in line.series
    )
    return {
        "picture": f"line{number}",
        "title": line.indicator.title,
        "alt": words("handout.line_told", title=line.indicator.title, name=name, series=told),
        "notes": " ".join(series_notes(line.series)),
    }


def _facilities(workspace: Workspace, told: Handout, area_id: str) -> Iterator[dict[str, str]]:
    kinds = workspace.facility_kinds
    order = list(kinds)
    found = facilities_in(workspace, told.figures.system.id, (area_id,), workspace.facilities)
    for facility in sorted(found, key=lambda f: (order.index(f.kind), f.name)):
        kind = kinds[facility.kind]
        marks = ", ".join(word for _, word in badges(facility))
        places = places_text(facility) if facility.capacity is not None else ""
        yield {
            "kind": kind.title,
            "name": facility_name(facility, kind),
            "provider": facility.provider,
            "places": places,
            "notes": marks,
        }


def _readings(workspace: Workspace, told: Handout, found: Portrait) -> Iterator[dict[str, str]]:
    """What departments wrote on this area or on the whole county, the latest first."""
    system = told.figures.system
    places = {(system.id, found.area_id): found.name, ("", ""): workspace.title}
    for note in sorted(workspace.notes, key=lambda one: one.written, reverse=True):
        place = places.get((note.key.system, note.key.area_id))
        record = workspace.indicators.get(note.key.indicator)
        if note.stage != "approved" or place is None or record is None:
            continue
        yield {
            "heading": words(
                "handout.reading", department=note.key.department, title=record.title, place=place
            ),
            "date": note.written.strftime("%d.%m.%Y"),
            "text": note.text,
        }


def _sources(workspace: Workspace, told: Handout, rows: tuple[AreaFigure, ...]) -> list[str]:
    """Of all figures, of the facilities, and of the map."""
    sources = once(source for row in rows for source in row.sources)
    lines = [
        words("source.source", sources=" · ".join(once([s.title, s.attribution, s.licence])))
        for s in sources
    ]
    lines += [
        words("facilities.source", lists=" · ".join(once([found.title, found.attribution])))
        for found in workspace.facility_sets.values()
    ]
    lines = once(lines)
    if told.map_owner:
        lines.append(words("source.map", attribution=told.map_owner))
    return [*lines, words("handout.gaps_explained")]
