"""How figures have changed between two periods, as figures again."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from geodata.workspace import Workspace
from indicators.choices import periods
from indicators.comparison.refusals import (
    AcrossBreak,
    NoPercentOfPercent,
    OtherSystem,
    RealToModel,
    SinceNotEarlier,
)
from indicators.published import Published, published
from indicators.query import Query

How = Literal["absolute", "percent"]
# The strongest reason comes last and wins.
_GAPS = (Status.UNRELIABLE, Status.MISSING, Status.SUPPRESSED)
_PERCENT_DECIMALS = 1


def published_change(workspace: Workspace, query: Query) -> Published:
    """The change that a query with `since` asks for; breaks in the series are marked.

    Raises what `published` raises for either period, `SinceNotEarlier`, `RealToModel`,
    `NoPercentOfPercent`.
    """
    plain = replace(query, since="", change="")
    now = published(workspace, plain)
    before = published(workspace, replace(plain, period=query.since))
    if not before.period < now.period:
        known = [c.period for c in periods(workspace, query.indicator, query.system)]
        earlier = ", ".join(p.german for p in sorted(known) if p < now.period) or "keine"
        raise SinceNotEarlier(
            indicator=now.indicator.title,
            since=before.period.german,
            period=now.period.german,
            periods=earlier,
        )
    return changed(now, before, how=query.change or "absolute")


def changed(
    now: Published, before: Published, *, how: How, refuse_breaks: bool = False
) -> Published:
    """The difference of two published figures, area by area.

        absolute  now - before, in the unit of the indicator; of percents, in percentage points
        percent   100 · (now - before) / before

    A gap in either is a gap in the change, the stronger reason wins; percent of an earlier 0 is no
    figure. Across two census bases every figure is flagged `ACROSS_BREAK`, or with `refuse_breaks`
    refused. Between real and model figures there is no change. The indicator of the result is a
    "change" that turns at 0. Raises `OtherSystem`, `AcrossBreak`, `RealToModel`,
    `NoPercentOfPercent`.

    40 children before and 50 now: 10 children more, or 100 · 10 / 40 = 25 %.
    """
    if now.system.area_ids != before.system.area_ids:
        raise OtherSystem(first=now.system.title, second=before.system.title)
    facts = {
        "indicator": now.indicator.title,
        "since": before.period.german,
        "period": now.period.german,
    }
    if how == "percent" and now.indicator.kind == "change":
        raise NoPercentOfPercent(**facts)
    across = across_break(now, before)
    if across and refuse_breaks:
        raise AcrossBreak(**facts, bases=_bases(now, before))
    values = difference(now.values, before.values, how=how)
    status = _status(now.status, before.status, values)
    # Model figures show what the atlas can do; a step from the counted to them means nothing.
    unlike = (now.nature == Nature.MODEL) != (before.nature == Nature.MODEL)
    unlike &= ~np.isnan(values)
    if unlike.any() and not (~unlike & ~np.isnan(values)).any():
        raise RealToModel(**facts)
    # "At least so many before" leaves open how many more it were: no lower limit is left.
    unlike |= (before.flags & Flag.AT_LEAST) > 0
    values[unlike], status[unlike] = np.nan, Status.MISSING
    flags = now.flags | before.flags | np.uint16(Flag.ACROSS_BREAK if across else 0)
    nobody = (now.flags & before.flags & np.uint16(Flag.UNINHABITED)) > 0
    status[nobody & (values == 0)] = Status.ZERO
    nature = np.maximum(now.nature, before.nature)
    for array in (values, status, nature, flags):
        array.setflags(write=False)
    sources = {source.id: source for source in (*before.sources, *now.sources)}
    query = replace(now.query, since=before.period.text, change=how)
    return replace(
        now,
        query=query,
        indicator=as_change(now.indicator, how=how),
        base=_bases(now, before),
        values=values,
        status=status,
        nature=nature,
        flags=flags,
        sources=tuple(sources.values()),
        method=now.method or before.method,
    )


def difference(
    now: NDArray[np.float64], before: NDArray[np.float64], *, how: How
) -> NDArray[np.float64]:
    """Absolute or percent change (n,); NaN where there is none.

    >>> difference(np.array([50.0, 3.0]), np.array([40.0, 0.0]), how="percent").tolist()
    [25.0, nan]
    >>> difference(np.array([50.0, 3.0]), np.array([40.0, 0.0]), how="absolute").tolist()
    [10.0, 3.0]
    """
    if how == "absolute":
        return now - before
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(before > 0, 100 * (now - before) / before, np.nan)


def across_break(now: Published, before: Published) -> bool:
    """Whether the two stand on other bases; where no base is known, the indicator's breaks tell."""
    if now.base or before.base:
        return now.base != before.base
    days = [entry.get("after", "") for entry in now.indicator.breaks]
    first, last = before.period.last_day.isoformat(), now.period.last_day.isoformat()
    return any(first <= day < last for day in days if day)


def as_change(indicator: Indicator, *, how: How) -> Indicator:
    """The record of a change: its unit and decimals, diverging around zero, with own classes."""
    unit = indicator.unit
    if how == "percent":
        unit = "%"
    elif unit == "%":
        unit = "Prozentpunkte"
    return replace(
        indicator,
        unit=unit,
        kind="change",
        decimals=_PERCENT_DECIMALS if how == "percent" else indicator.shown_decimals,
        middle=0.0,
        classes={},
    )


def _status(
    now: NDArray[np.uint8], before: NDArray[np.uint8], values: NDArray[np.float64]
) -> NDArray[np.uint8]:
    status = np.full(values.shape, int(Status.SHOWN), np.uint8)
    for gap in _GAPS:
        status[(now == gap) | (before == gap)] = gap
    status[np.isnan(values) & (status == Status.SHOWN)] = Status.MISSING
    return status


def _bases(now: Published, before: Published) -> str:
    both = {part for base in (before.base, now.base) for part in base.split(", ") if part}
    return ", ".join(sorted(both))
