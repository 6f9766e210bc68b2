"""What of the figures must not be seen, laid over them before anybody gets them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from geodata.catalogue import Indicator
from geodata.markers import Status
from geodata.period import Period
from geodata.workspace import Workspace
from indicators.figures import AREA, Figures
from indicators.secrecy.formulas import ingredients, parts_of, sum_of
from indicators.secrecy.resting import cut_by_surface, hidden_in, rests_on_hidden
from indicators.secrecy.rules import any_rule
from indicators.secrecy.standing import Standing, standing_of, variables_at_stake

Mask = NDArray[np.bool_]


def veiled(
    workspace: Workspace, record: Indicator, system: str, period: Period, figures: Figures
) -> Figures:
    """Figures without what is hidden, and rounded where further digits would tell of counts."""
    if not any_rule(workspace.indicators):
        return figures
    touched = tells_of_protected(workspace, record)
    if not touched and not record.minimum_base:
        return figures
    standing = standing_of(workspace)
    if figures.method and cut_by_surface(workspace, standing, record.id, system, period):
        # Otherwise the way would tell whether there is anything to be hidden.
        figures = replace(figures, method=AREA)
    mask = _hidden_areas(workspace, standing, record, system, period, carried=bool(figures.method))
    gaps = np.isnan(figures.values) & ~mask
    if gaps.any():
        # That there is nothing to divide by would tell that a hidden count is 0.
        mask |= gaps & rests_on_hidden(workspace, standing, record.id, system, period)
    values = np.where(mask, np.nan, figures.values)
    if touched:
        values = np.array([round(v, record.shown_decimals) for v in values.tolist()], np.float64)
    status = np.where(mask, np.uint8(Status.SUPPRESSED), figures.status)
    return replace(figures, values=values, status=status)


def tells_of_protected(workspace: Workspace, record: Indicator) -> bool:
    """Whether a figure is made of counts that may be hidden: then it leaves as it is read."""
    if not any_rule(workspace.indicators):
        return False
    return bool(ingredients(workspace.indicators, record.id) & variables_at_stake(workspace))


def _hidden_areas(
    workspace: Workspace,
    standing: Standing,
    record: Indicator,
    system: str,
    period: Period,
    *,
    carried: bool,
) -> Mask:
    if standing.all_hidden:
        return np.ones(len(workspace.counted_systems[system]), bool)
    if not carried and _is_weighed(workspace, record):
        return hidden_in(workspace, standing, record.id, system, period)
    return rests_on_hidden(workspace, standing, record.id, system, period)


def _is_weighed(workspace: Workspace, record: Indicator) -> bool:
    """Whether what a figure tells was weighed: sums and ratios of sums, counted or added up."""
    indicators = workspace.indicators
    if parts_of(indicators, record.id) is not None:
        return True
    ratio = bool(record.denominator) or (record.kind == "change" and bool(record.numerator))
    return ratio and sum_of(indicators, (*record.numerator, *record.denominator)) is not None
