"""Where a figure comes from, in words: what was done, and each file with sheet and rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indicators.freshness import Freshness
from indicators.provenance import Origin, Provenance
from layers.figure_text import figure_text
from layers.freshness_text import freshness_text
from layers.source_text import method_text, once
from layers.words import words

_MOST_NAMED = 6

# A term and what stands beside it.
Line = tuple[str, str]


def provenance_told(found: Provenance, state: Freshness) -> dict[str, Any]:
    """Lines about the figure, then a part for each import behind it; empty lines are left out."""
    return {
        "lines": _named(
            ("figure", _figure(found)),
            ("steps", "; ".join(_steps(found))),
            ("licence", "; ".join(found.licences)),
            ("department", found.department or words("provenance.no_department")),
            ("freshness", freshness_text(state)),
        ),
        "origins": [
            {"title": _title(origin), "lines": _origin(origin)} for origin in found.origins
        ],
    }


def _figure(found: Provenance) -> str:
    """Area, indicator, figure and state; a change says so and of when."""
    figure = figure_text(found.cell, found.indicator)
    title, period = found.indicator.title, found.period.german
    if found.since is None:
        return f"{found.name}: {title}, {figure}, {words('area.state', period=period)}"
    between = words("legend.between", since=found.since.german, period=period)
    grows = "+" if (found.cell.value or 0.0) > 0 and figure[:1].isdigit() else ""
    return f"{found.name}: {words('boards.changed', title=title)}, {grows}{figure}, {between}"


def _steps(found: Provenance) -> list[str]:
    steps = [words(f"provenance.step_{step}") for step in found.steps]
    if found.method:
        steps.append(method_text(found.method))
    return steps or [words("provenance.step_none")]


def _title(origin: Origin) -> str:
    role = words(f"provenance.role_{origin.role}")
    return words(
        "provenance.origin", role=role, title=origin.variable.title, period=origin.period.german
    )


def _origin(origin: Origin) -> list[Line]:
    source = origin.source
    imported = words(
        "provenance.import_value",
        number=origin.import_id,
        day=origin.imported.astimezone().strftime("%d.%m.%Y"),
    )
    return _named(
        ("source", source.title if source else ""),
        ("file", origin.file),
        ("sheet", origin.sheet),
        ("rows", _listed([str(row) for row in sorted(set(origin.rows))])),
        ("areas", _listed(once(origin.areas)) if len(origin.areas) > 1 else ""),
        ("level", origin.system_title),
        ("import", imported),
    )


def _listed(things: Sequence[str]) -> str:
    """The first of them and how many more there are; a single one more is named itself."""
    more = len(things) - _MOST_NAMED
    if more <= 1:
        return ", ".join(things)
    return words("provenance.more", named=", ".join(things[:_MOST_NAMED]), count=more)


def _named(*lines: Line) -> list[Line]:
    return [(words(f"provenance.{term}"), text) for term, text in lines if text]
