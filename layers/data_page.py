"""The page „Daten“: what is in the workspace, where it comes from, and how it came in."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from typing import Any

from dash import html

from geodata.area_system import AreaSystem
from geodata.catalogue import Indicator
from geodata.period import Period
from geodata.store import JournalEntry
from geodata.workspace import Workspace
from indicators.choices import periods, systems, topics
from indicators.freshness import Freshness, due_list, freshness
from indicators.published import published
from indicators.query import Query
from layers.data_sources import source_rows
from layers.freshness_light import freshness_light
from layers.freshness_text import department_text, freshness_text
from layers.german_number import german_number
from layers.source_text import once
from layers.words import section, words

_MOST_LISTED_STATES = 4


def data_page(workspace: Workspace, *, today: datetime.date, editor: bool = False) -> list[Any]:
    """Tables for reading, and what is due; for an `editor` also the check of what is hidden."""
    parts = [
        html.H1(words("data_page.title")),
        html.P(words("data_page.intro", number=workspace.number), className="intro"),
        _part("systems", ("system", "areas", "valid", "nests"), _systems(workspace)),
        _part(
            "indicators",
            ("indicator", "topic", "states", "freshness", "source", "nature"),
            _indicators(workspace, today),
        ),
        _due(workspace, today),
        _part(
            "facilities",
            ("facility_kind", "facilities", "without_place", "marking", "list", "attribution"),
            _facilities(workspace),
        ),
        _part("sources", ("source", "attribution", "licence"), source_rows(workspace)),
        _part(
            "journal",
            ("number", "at", "kind", "file", "rows", "result"),
            [_entry(entry) for entry in reversed(workspace.journal())],
        ),
    ]
    return [*parts[:-1], _secrecy(), parts[-1]] if editor else parts


def _due(workspace: Workspace, today: datetime.date) -> html.Section:
    """What each department should see to, the longest overdue first."""
    heading = html.H2(words("freshness.title"), id="data-due")
    found = due_list(workspace, today=today)
    if not found:
        return html.Section([heading, html.P(words("freshness.nothing_due"), className="empty")])
    parts: list[Any] = [heading]
    for at in found:
        parts.append(html.H3(department_text(at)))
        entries = [_due_entry(record, state) for record, state in at.entries]
        parts.append(html.Ul(entries, className="due-list"))
    return html.Section(parts, **{"aria-labelledby": "data-due"})


def _due_entry(record: Indicator, state: Freshness) -> html.Li:
    title = html.Strong(record.title)
    return html.Li([freshness_light(state), title, " · ", freshness_text(state)])


def _secrecy() -> html.Section:
    """A button: assets/secrecy.js asks when it is pressed, and draws the answer below."""
    said = json.dumps(section("secrecy"), ensure_ascii=False)
    return html.Section(
        [
            html.H2(words("secrecy.title"), id="data-secrecy"),
            html.P(words("secrecy.intro"), className="intro"),
            html.Button(
                words("secrecy.check"), id="secrecy-check", type="button", className="button"
            ),
            html.Div(id="secrecy-result", role="status"),
        ],
        className="secrecy",
        **{"aria-labelledby": "data-secrecy", "data-words": said},
    )


def _part(name: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> html.Section:
    heading = html.H2(words(f"data_page.{name}"), id=f"data-{name}")
    if not rows:
        return html.Section([heading, html.P(words(f"data_page.no_{name}"), className="empty")])
    head = html.Tr(
        [html.Th(words(f"data_page.column_{column}"), scope="col") for column in columns]
    )
    body = [html.Tr([html.Td(text) for text in row]) for row in rows]
    table = html.Table(
        [html.Thead(head), html.Tbody(body)],
        className="data-table",
        **{"aria-labelledby": f"data-{name}"},
    )
    # Where it is wider than the window, it is moved by keyboard too.
    moved = {"tabIndex": "0", "role": "region", "aria-labelledby": f"data-{name}"}
    return html.Section([heading, html.Div(table, className="wide-table", **moved)])


def _systems(workspace: Workspace) -> list[Sequence[str]]:
    own = [_system(system, workspace) for system in workspace.systems.values()]
    behind = [
        (f"{s.title} – {words('data_page.context')}", str(len(s)), _day(s.valid), "")
        for s in workspace.context.values()
    ]
    return [*own, *behind]


def _system(system: AreaSystem, workspace: Workspace) -> Sequence[str]:
    holders = [
        workspace.systems[name].title for name in system.nests_in if name in workspace.systems
    ]
    return (system.title, str(len(system)), _day(system.valid), ", ".join(holders))


def _indicators(workspace: Workspace, today: datetime.date) -> list[Sequence[Any]]:
    return [
        _indicator(indicator, workspace, today)
        for topic in topics(workspace)
        for indicator in topic.indicators
    ]


def _indicator(indicator: Indicator, workspace: Workspace, today: datetime.date) -> Sequence[Any]:
    finest = systems(workspace, indicator.id)[-1].id
    figures = [
        published(workspace, Query(indicator.id, finest, choice.period.text))
        for choice in periods(workspace, indicator.id, finest)
    ]
    sources = once(source for found in figures for source in found.sources)
    # What is reckoned from sources may be less certain than each of them.
    natures = (
        [found.worst_nature.code for found in figures]
        if indicator.reach
        else [source.nature for source in sources]
    )
    return (
        indicator.title,
        indicator.topic,
        _states(indicator, workspace),
        freshness_light(freshness(workspace, indicator.id, today=today)) or "",
        "; ".join(source.title for source in sources),
        ", ".join(once(words(f"data_page.natures.{nature}") for nature in natures)),
    )


def _states(indicator: Indicator, workspace: Workspace) -> str:
    """The periods over all systems; a long row is told by its ends."""
    found: set[Period] = {
        choice.period
        for system in systems(workspace, indicator.id)
        for choice in periods(workspace, indicator.id, system.id)
    }
    texts = [period.german for period in sorted(found)]
    if len(texts) <= _MOST_LISTED_STATES:
        return ", ".join(texts)
    return words("data_page.states_many", count=len(texts), first=texts[0], last=texts[-1])


def _facilities(workspace: Workspace) -> list[Sequence[str]]:
    """Each kind with how many there are and where they come from."""
    natures: dict[str, list[str]] = {}
    for facility in workspace.facilities:
        told = natures.setdefault(facility.kind, [])
        told.append(words(f"data_page.natures.{facility.nature}"))
        if facility.capacity_nature not in ("real", facility.nature):
            told.append(words(f"facilities.{facility.capacity_nature}_places"))
    return [
        (
            workspace.facility_kinds[found.kind].many,
            german_number(found.count),
            german_number(found.without_place),
            ", ".join(once(natures[found.kind])),
            found.title,
            found.attribution,
        )
        for found in workspace.facility_sets.values()
    ]


def _entry(entry: JournalEntry) -> Sequence[str]:
    rows = entry.report.get("rows")
    return (
        str(entry.number),
        entry.at.astimezone().strftime("%d.%m.%Y %H:%M"),
        words(f"data_page.kinds.{entry.kind}"),
        entry.file,
        "" if rows is None else german_number(rows),
        _result(entry),
    )


def _result(entry: JournalEntry) -> str:
    if entry.purged_by is not None:
        return words("data_page.purged", number=entry.purged_by, reason=entry.reason)
    if entry.undone_by is not None:
        return words("data_page.undone", number=entry.undone_by)
    report = entry.report
    if "matched" in report and "rows" in report:
        return words(
            "data_page.matched",
            matched=german_number(report["matched"]),
            rows=german_number(report["rows"]),
        )
    return words("data_page.stored")


def _day(text: str) -> str:
    return Period(text).german if text else ""
