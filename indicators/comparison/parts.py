"""Numerator and denominator of an indicator, as far as they may be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from geodata.catalogue import Indicator
from geodata.period import Period
from geodata.workspace import Workspace
from indicators.kept import kept
from indicators.measures import denominator_period
from indicators.published import published
from indicators.query import Query

Values = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Parts:
    """What an indicator is made of: arrays (n,) in the order of the system's areas.

    `numerator` counts cases, `denominator` is what they are counted in; both are NaN where a part
    of them is not shown or unreliable. Without a base the denominator is 1 everywhere: the figure
    is the count itself. `scale` turns numerator / denominator into the unit of the indicator.
    """

    numerator: Values
    denominator: Values
    scale: float
    has_base: bool = True

    @property
    def overall(self) -> float:
        """Numerator by denominator of all areas that have both; 0 where there are none."""
        both = ~np.isnan(self.numerator) & ~np.isnan(self.denominator)
        total = float(self.denominator[both].sum())
        return float(self.numerator[both].sum()) / total if total > 0 else 0.0

    def together(self, places: Sequence[int]) -> Parts:
        """Several areas taken as one (1,): NaN where a part of one of them is not shown."""
        at = list(places)
        denominator = float(self.denominator[at].sum()) if self.has_base else 1.0
        return Parts(
            np.array([self.numerator[at].sum()]),
            np.array([denominator]),
            self.scale,
            has_base=self.has_base,
        )


def parts_of(workspace: Workspace, query: Query) -> Parts | None:
    """The parts of a count, share or rate of people; None for everything else.

    None too for how many people live somewhere and for balances such as "Zuzüge weniger
    Fortzüge": the one is a stock and no chance event, the other a difference of two counts.
    """
    if query.since:
        return None
    figures = published(workspace, query)
    record = figures.indicator
    counted = record.numerator or (record.id,)
    if not _counts_events(workspace, record, counted):
        return None
    shown = figures.certain
    if not record.denominator:
        numerator = np.where(shown, figures.values, np.nan)
        denominator, scale = np.ones(len(numerator)), 1.0
    else:
        numerator = _summed(workspace, query, counted, figures.period)
        denominator = _denominator(workspace, query, record, figures.period)
        denominator = np.where(shown, denominator, np.nan)
        scale = record.factor
    return Parts(numerator, denominator, scale, has_base=bool(record.denominator))


def _counts_events(workspace: Workspace, record: Indicator, counted: tuple[str, ...]) -> bool:
    if record.kind not in ("count", "share", "rate"):
        return False
    if record.kind in ("share", "rate") and not (record.numerator and record.denominator):
        return False
    known = [workspace.indicators.get(variable) for variable in counted]
    people = all(part is not None and part.people and part.role != "population" for part in known)
    return people and not any(_is_balance(workspace, variable) for variable in counted)


@kept(256)
def _is_balance(workspace: Workspace, variable: str) -> bool:
    """Whether a variable is below 0 anywhere, at any time: then it is no count of cases."""
    told = [
        published(workspace, Query(variable, system, period.text))
        for (known, system), states in workspace.states_of.items()
        if known == variable and system in workspace.systems
        for period in states
    ]
    return any(bool((figures.values < 0).any()) for figures in told)


def _denominator(workspace: Workspace, query: Query, record: Indicator, period: Period) -> Values:
    total = None
    for variable in record.denominator:
        at = denominator_period(workspace, record, variable, query.system, period)
        values = _summed(workspace, query, (variable,), at)
        total = values if total is None else total + values
    assert total is not None  # noqa: S101 - the caller has seen that there is a denominator
    return total


def _summed(
    workspace: Workspace, query: Query, variables: tuple[str, ...], period: Period
) -> Values:
    total = None
    for variable in variables:
        part = published(workspace, replace(query, indicator=variable, period=period.text))
        values = np.where(part.certain, part.values, np.nan)
        total = values if total is None else total + values
    assert total is not None  # noqa: S101 - an indicator has at least one variable
    return total
