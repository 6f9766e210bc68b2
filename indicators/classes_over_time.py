"""Classes that stay the same while the time slider moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

import numpy as np

from geodata.period import Period
from geodata.workspace import Workspace
from indicators.choices import periods
from indicators.classification import Classification, classify, reclassified
from indicators.comparison.refusals import RealToModel
from indicators.kept import kept
from indicators.portrait import county_value
from indicators.published import Published, published
from indicators.query import Query


@kept(128)
def classify_over_time(
    workspace: Workspace,
    query: Query,
    *,
    method: str = "",
    class_count: int = 0,
    palette: str = "",
    own_breaks: tuple[float, ...] = (),
) -> Classification:
    """The figures of a query in classes cut once from all its periods together.

    Limits and colours are those of the shown values of every period; counts, gaps and histogram
    are those of the one that is asked for. Where colours turn at the county's figure, they turn at
    its latest, so that they stay. With `since`, the changes are those from this one period to each
    later one. Raises what `classify` and `published` raise.
    """
    asked = published(workspace, query)
    cut = _cut(workspace, replace(query, period=""), method, class_count, palette, own_breaks)
    return replace(reclassified(cut, asked), over_time=True)


@kept(32)
def _cut(
    workspace: Workspace,
    query: Query,
    method: str,
    class_count: int,
    palette: str,
    own_breaks: tuple[float, ...],
) -> Classification:
    """The classes of all periods together; a step of the slider finds them kept."""
    return classify(
        _all_periods(workspace, query),
        method=method,
        class_count=class_count,
        palette=palette,
        own_breaks=own_breaks,
        # Changes turn at 0, wherever the county went.
        county=None if query.since else county_value(workspace, query),
    )


def _all_periods(workspace: Workspace, query: Query) -> Published:
    """The figures of all periods, one behind the other, as if they were one map."""
    times = [c.period for c in periods(workspace, query.indicator, query.system)]
    if query.since:
        before = published(workspace, replace(query, period=query.since, since="", change=""))
        times = [period for period in times if period > before.period]
    each = list(_each(workspace, query, times))
    return replace(
        each[0],
        values=np.concatenate([figures.values for figures in each]),
        status=np.concatenate([figures.status for figures in each]),
        nature=np.concatenate([figures.nature for figures in each]),
        flags=np.concatenate([figures.flags for figures in each]),
    )


def _each(workspace: Workspace, query: Query, times: Sequence[Period]) -> Iterator[Published]:
    for period in times:
        # A period that cannot be compared with the earlier one takes no part in its changes.
        with suppress(RealToModel):
            yield published(workspace, replace(query, period=period.text))
