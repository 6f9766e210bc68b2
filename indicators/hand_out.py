"""Published figures as plain rows: the same for the command line and for HTTP."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from geodata.markers import Flag, Nature, Status
from geodata.workspace import Workspace
from indicators.choices import periods
from indicators.published import Published, published
from indicators.query import Query

COLUMNS = ("area_id", "name", "value", "status", "nature", "flags", "period", "source")
ALL_PERIODS = "all"
# A cell that starts so is a formula for Excel; a quote in front makes it text.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def rows_of(figures: Published) -> list[dict[str, Any]]:
    """One row per area with the entries of `COLUMNS`; the value of a gap is None."""
    source = "; ".join(s.title for s in figures.sources)
    return [
        {
            "area_id": area_id,
            "name": name,
            "value": None if value != value else value,
            "status": Status(status).code,
            "nature": Nature(nature).code,
            "flags": Flag(flags).codes,
            "period": figures.period.text,
            "source": source,
        }
        for area_id, name, value, status, nature, flags in zip(
            figures.system.area_ids,
            figures.system.names,
            figures.values.tolist(),
            figures.status.tolist(),
            figures.nature.tolist(),
            figures.flags.tolist(),
            strict=True,
        )
    ]


def handed_out(workspace: Workspace, query: Query) -> list[dict[str, Any]]:
    """The rows of a query; with the period `all`, of every period, the earliest first."""
    if query.period != ALL_PERIODS:
        return rows_of(published(workspace, query))
    latest = published(workspace, Query(query.indicator, query.system))
    rows: list[dict[str, Any]] = []
    for choice in reversed(periods(workspace, latest.query.indicator, query.system)):
        rows += rows_of(
            published(workspace, Query(query.indicator, query.system, choice.period.text))
        )
    return rows


def as_csv(rows: list[dict[str, Any]]) -> str:
    """Rows as German offices open them: `;`, decimal comma, text never a formula."""
    return csv_of([COLUMNS, *([row[column] for column in COLUMNS] for row in rows)])


def csv_of(lines: Iterable[Sequence[Any]], *, decimals: int | None = None) -> str:
    """Lines of texts, numbers and gaps (None) as German offices open them.

    With `decimals` every number has as many, zeros too: 10,0 beside 9,5; else what it takes.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([_cell(value, decimals) for value in line] for line in lines)
    return out.getvalue()


def _cell(value: Any, decimals: int | None) -> str:  # noqa: ANN401 - what a row can hold
    if value is None:
        return ""
    if isinstance(value, float):
        # Adding 0 takes the minus from what is rounded to nothing.
        text = f"{value:.10g}" if decimals is None else f"{round(value, decimals) + 0:.{decimals}f}"
        return text.replace(".", ",")
    if isinstance(value, list):
        return " ".join(value)
    return "'" + value if value.startswith(_FORMULA_STARTS) else str(value)
