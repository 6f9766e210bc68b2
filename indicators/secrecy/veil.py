"""What of the figures must not be seen, laid over them before anybody gets them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.catalogue import Indicator
from geodata.markers import Status
from geodata.period import Period
from geodata.store.disclosure import CellKey
from geodata.workspace import Workspace
from indicators.figures import Figures
from indicators.kept import kept
from indicators.levels import is_estimated, nearest_period, origin_of, periods_of
from indicators.measures import periods_for
from indicators.secrecy.formulas import ingredients, parts_of, sum_of
from indicators.secrecy.refusals import GivenAway, NotCounts
from indicators.secrecy.rules import any_rule, rules

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Standing:
    """The hidden areas by indicator, system and period, and the counts that may be hidden.

    `variables` include all that hang together with protected ones. `all_hidden`: no pattern was
    found, so nothing that is made of them may be seen.
    """

    areas: Mapping[tuple[str, str, str], frozenset[str]]
    variables: frozenset[str]
    all_hidden: bool = False


def veiled(
    workspace: Workspace, record: Indicator, system: str, period: Period, figures: Figures
) -> Figures:
    """Figures without what is hidden, and rounded where further digits would tell of counts."""
    if not any_rule(workspace.indicators):
        return figures
    standing = _standing(workspace)
    touched = bool(ingredients(workspace.indicators, record.id) & standing.variables)
    if not touched and not record.minimum_base:
        return figures
    if figures.method:
        # Carried over to areas that lie across, they tell of the hidden ones beside shown sums.
        mask = np.ones(len(figures.values), bool)
    else:
        mask = _hidden_areas(workspace, standing, record, system, period)
    gaps = np.isnan(figures.values) & ~mask
    if gaps.any():
        # That there is nothing to divide by would tell that a hidden count is 0.
        mask |= gaps & _made_of_hidden(workspace, standing, record.id, system, period)
    values = np.where(mask, np.nan, figures.values)
    if touched:
        values = np.array([round(v, record.shown_decimals) for v in values.tolist()], np.float64)
    status = np.where(mask, np.uint8(Status.SUPPRESSED), figures.status)
    return Figures(
        values,
        status,
        figures.nature,
        figures.flags,
        figures.sources,
        figures.bases,
        figures.method,
    )


@kept(1)
def _standing(workspace: Workspace) -> Standing:
    """The stored pattern; where the last change was made without it, one reckoned now."""
    if workspace.is_reckoned:
        return Standing(_by_state(workspace.hidden_cells), workspace.protected_variables)
    # Loaded on first use: it needs scipy, and a workspace that is in order does without.
    from indicators.secrecy.found_totals import found_totals
    from indicators.secrecy.reckoning import Memory, reckoned
    from indicators.secrecy.relations import declared_totals, related

    memory = Memory(workspace.hidden_cells, workspace.released_values)
    try:
        found = reckoned(workspace, memory, anew=True)
    except (GivenAway, NotCounts):
        # What hangs together with them would tell of them.
        ruled = rules(workspace.indicators)
        totals = [*declared_totals(workspace.indicators), *found_totals(workspace, ruled)]
        return Standing({}, related(workspace.indicators, ruled, totals), all_hidden=True)
    return Standing(_by_state(found.hidden), found.variables)


def _by_state(hidden: Mapping[CellKey, object]) -> dict[tuple[str, str, str], frozenset[str]]:
    found: dict[tuple[str, str, str], set[str]] = {}
    for variable, system, period, area in hidden:
        found.setdefault((variable, system, period), set()).add(area)
    return {state: frozenset(areas) for state, areas in found.items()}


def _hidden_areas(
    workspace: Workspace,
    standing: Standing,
    record: Indicator,
    system: str,
    period: Period,
) -> Mask:
    if standing.all_hidden:
        return np.ones(len(workspace.systems[system]), bool)
    own = _mask(workspace, standing, record.id, system, period)
    if _is_reckoned(workspace, record):
        return own
    return own | _made_of_hidden(workspace, standing, record.id, system, period)


def _is_reckoned(workspace: Workspace, record: Indicator) -> bool:
    """Whether what a figure tells was weighed: sums and ratios of sums, counted or added up."""
    indicators = workspace.indicators
    if parts_of(indicators, record.id) is not None:
        return True
    ratio = bool(record.denominator) or (record.kind == "change" and bool(record.numerator))
    return ratio and sum_of(indicators, (*record.numerator, *record.denominator)) is not None


def _made_of_hidden(
    workspace: Workspace, standing: Standing, indicator: str, system: str, period: Period
) -> Mask:
    """Where a figure is made of anything hidden (n,): of what was not weighed, nothing is shown."""
    record = workspace.indicators.get(indicator, Indicator(indicator, indicator))
    found = _mask(workspace, standing, indicator, system, period)
    needed = [(variable, period) for variable in record.numerator]
    if record.kind == "change" and record.numerator:
        needed += [(v, Period(record.reference_period)) for v in record.numerator]
    for variable in record.denominator:
        nearest = record.denominator_period == "nearest"
        known = periods_for(workspace, variable, system)
        needed.append((variable, nearest_period(known, period) if nearest else period))
    for variable, at in needed:
        found = found | _made_of_hidden(workspace, standing, variable, system, at)
    if not record.numerator:
        found = found | _weighed_with_hidden(workspace, standing, record, system, period)
        # Its own counts are never published: their hidden ones stand nowhere.
        if record.denominator and indicator in standing.variables:
            found = np.ones_like(found)
    return found


def _weighed_with_hidden(
    workspace: Workspace, standing: Standing, record: Indicator, system: str, period: Period
) -> Mask:
    """Where what figures of smaller areas were averaged with is hidden in one of them (n,)."""
    origin = origin_of(workspace, record.id, system, period)
    here = np.zeros(len(workspace.systems[system]), bool)
    if origin == system or not record.weight:
        return here
    at = nearest_period(periods_of(workspace, record.weight, origin), period)
    hidden = _made_of_hidden(workspace, standing, record.weight, origin, at)
    if record.weight in standing.variables:
        hidden = hidden | is_estimated(workspace, record.weight, origin, at)
    for place in np.flatnonzero(hidden).tolist():
        parent = workspace.nesting[origin, system].get(workspace.systems[origin].area_ids[place])
        if parent is not None:
            here[workspace.systems[system].position[parent]] = True
    return here


def _mask(
    workspace: Workspace, standing: Standing, indicator: str, system: str, period: Period
) -> Mask:
    hidden = standing.areas.get((indicator, system, period.text), frozenset())
    return np.array([area in hidden for area in workspace.systems[system].area_ids], bool)
