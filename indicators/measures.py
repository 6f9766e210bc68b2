"""How an indicator is reckoned from its variables."""

from __future__ import annotations

from geodata.catalogue import Indicator
from geodata.period import Period
from geodata.workspace import Workspace
from indicators.figures import Figures, added, changed, divided
from indicators.kept import kept
from indicators.levels import counted_in, is_estimated, nearest_period, periods_of
from indicators.records import record_of

# Deep catalogues ask for the same sums again and again.
_KEPT_FIGURES, _KEPT_PERIODS = 128, 4096


@kept(_KEPT_FIGURES)
def figures_of(workspace: Workspace, indicator_id: str, system: str, period: Period) -> Figures:
    """The figures of an indicator in a system at a period that `periods_for` offers.

    count   sum(numerator), or the observations themselves
    share, rate, mean, index, minutes   factor * sum(numerator) / sum(denominator), recomputed at
            every level and never averaged
    of reach  from facilities, networks and the people at points (`indicators.reach`)
    change  100 * (numerator now / numerator at the reference period - 1), in percent
    """
    record = record_of(workspace, indicator_id)
    if record.reach:
        # They are weighted by published figures, which are made here.
        from indicators.reach.figures import reach_figures
        from indicators.reach.question import question_from_texts

        return reach_figures(workspace, question_from_texts(record.reach), system)
    if record.numerator:
        now = _sum(workspace, record.numerator, system, period)
    else:
        now = counted_in(workspace, indicator_id, system, period, weight=record.weight)
    if record.kind == "change" and record.numerator:
        before = _sum(workspace, record.numerator, system, Period(record.reference_period))
        return changed(now, before)
    if not record.denominator:
        return now
    parts = [
        figures_of(
            workspace,
            variable,
            system,
            denominator_period(workspace, record, variable, system, period),
        )
        for variable in record.denominator
    ]
    return divided(now, added(parts), factor=record.factor)


@kept(_KEPT_PERIODS)
def periods_for(workspace: Workspace, indicator_id: str, system: str) -> frozenset[Period]:
    """The periods at which everything that an indicator needs has figures."""
    record = record_of(workspace, indicator_id)
    if record.reach:
        from indicators.reach.states import reach_periods

        return reach_periods(workspace, record, system)
    needed = [periods_for(workspace, variable, system) for variable in record.numerator]
    counted = () if needed else periods_of(workspace, indicator_id, system)
    found = frozenset.intersection(*needed) if needed else frozenset(counted)
    below = [periods_for(workspace, variable, system) for variable in record.denominator]
    if record.kind == "change" and record.numerator:
        reference = Period(record.reference_period)
        return frozenset(p for p in found if p > reference and reference in found)
    if record.denominator_period == "nearest":
        return found if all(below) else frozenset()
    return found.intersection(*below)


def estimated(workspace: Workspace, indicator_id: str, system: str, period: Period) -> bool:
    """Whether anything that an indicator needs is carried over from areas that lie across."""
    record = record_of(workspace, indicator_id)
    if record.reach:
        return False
    counted = not record.numerator and is_estimated(workspace, indicator_id, system, period)
    needed = [(variable, period) for variable in record.numerator]
    needed += [
        (variable, denominator_period(workspace, record, variable, system, period))
        for variable in record.denominator
    ]
    return counted or any(estimated(workspace, v, system, at) for v, at in needed)


def _sum(workspace: Workspace, variables: tuple[str, ...], system: str, period: Period) -> Figures:
    parts = [figures_of(workspace, variable, system, period) for variable in variables]
    return parts[0] if len(parts) == 1 else added(parts)


def denominator_period(
    workspace: Workspace, record: Indicator, variable: str, system: str, period: Period
) -> Period:
    """The period of a denominator beside that of the numerator: the same, or the nearest."""
    if record.denominator_period == "nearest":
        return nearest_period(periods_for(workspace, variable, system), period)
    return period
