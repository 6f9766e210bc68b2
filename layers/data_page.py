"""The page „Daten“: what is in the workspace, where it comes from, and how it came in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from dash import html

from geodata.area_system import AreaSystem
from geodata.catalogue import Indicator
from geodata.period import Period
from geodata.store import JournalEntry
from geodata.workspace import Workspace
from indicators.choices import periods, systems, topics
from indicators.published import published
from indicators.query import Query
from layers.german_number import german_number
from layers.words import words

_MOST_LISTED_STATES = 4
_Thing = TypeVar("_Thing")


def data_page(workspace: Workspace) -> list[Any]:
    """Four tables, for reading only."""
    return [
        html.H1(words("data_page.title")),
        html.P(words("data_page.intro", number=workspace.number), className="intro"),
        _part("systems", ("system", "areas", "valid", "nests"), _systems(workspace)),
        _part(
            "indicators",
            ("indicator", "topic", "states", "source", "nature"),
            _indicators(workspace),
        ),
        _part("sources", ("source", "attribution", "licence"), _sources(workspace)),
        _part(
            "journal",
            ("number", "at", "kind", "file", "rows", "result"),
            [_entry(entry) for entry in reversed(workspace.journal())],
        ),
    ]


def _part(name: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> html.Section:
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
    return html.Section([heading, html.Div(table, className="wide-table")])


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


def _indicators(workspace: Workspace) -> list[Sequence[str]]:
    return [
        _indicator(indicator, workspace)
        for topic in topics(workspace)
        for indicator in topic.indicators
    ]


def _indicator(indicator: Indicator, workspace: Workspace) -> Sequence[str]:
    finest = systems(workspace, indicator.id)[-1].id
    sources = _once(
        source
        for choice in periods(workspace, indicator.id, finest)
        for source in published(workspace, Query(indicator.id, finest, choice.period.text)).sources
    )
    natures = _once(words(f"data_page.natures.{source.nature}") for source in sources)
    return (
        indicator.title,
        indicator.topic,
        _states(indicator, workspace),
        "; ".join(source.title for source in sources),
        ", ".join(natures),
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


def _sources(workspace: Workspace) -> list[Sequence[str]]:
    return [(s.title, s.attribution, s.licence) for s in workspace.sources.values()]


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


def _once(found: Iterable[_Thing]) -> list[_Thing]:
    return list(dict.fromkeys(found))
