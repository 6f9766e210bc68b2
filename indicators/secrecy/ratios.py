"""Published shares, rates and changes as what they tell of the counts behind them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from geodata.catalogue import Indicator
from geodata.markers import Status
from geodata.period import Period
from geodata.workspace import Workspace
from indicators.figures import Figures
from indicators.levels import counted_in, nearest_period
from indicators.measures import figures_of, periods_for
from indicators.secrecy.formulas import ingredients, parts_of, sum_of
from indicators.secrecy.ledger import NOBODY, Block, Ledger, Row, Statement, has_figures

_HAS_VALUE = (Status.SHOWN, Status.ZERO, Status.UNRELIABLE)
# Losing a figure that people choose on the map weighs more than one that only makes others.
_LISTED, _UNLISTED = 4.0, 1.0


@dataclass(frozen=True, eq=False)
class Term:
    """A count in a ratio, how often, and its cells; without a block everybody knows it."""

    times: int
    block: Block | None
    values: NDArray[np.float64]


@dataclass(frozen=True)
class Ratio:
    """`factor * numerator / denominator - less`, as sums of terms."""

    numerator: tuple[Term, ...]
    denominator: tuple[Term, ...]
    factor: Fraction
    less: int


def enter_ratios(ledger: Ledger) -> None:
    """Every published ratio that tells of cells in the ledger, or has a rule of its own."""
    workspace = ledger.workspace
    for record in workspace.indicators.values():
        if parts_of(workspace.indicators, record.id) is not None:
            continue
        touches = ingredients(workspace.indicators, record.id) & ledger.variables
        if not touches and not record.minimum_base:
            continue
        entered: dict[bool, list[Ratio]] = {True: [], False: []}
        for system in workspace.counted_systems:
            for period in sorted(periods_for(workspace, record.id, system)):
                ratio = ratio_of(ledger, record, system, period)
                if ratio is not None:
                    figures = figures_of(workspace, record.id, system, period)
                    _enter(ledger, record, ratio, figures, (system, period))
                    entered[system in workspace.systems].append(ratio)
        if record.kind == "share":
            # Other counties may count otherwise.
            for ratios in entered.values():
                _enter_parts_of_wholes(ledger, ratios)


def ratio_of(ledger: Ledger, record: Indicator, system: str, period: Period) -> Ratio | None:
    """An indicator taken apart; None where it is no ratio of sums that were counted or added up."""
    workspace = ledger.workspace
    above = sum_of(workspace.indicators, record.numerator)
    if record.denominator and not record.numerator:
        above = Counter({record.id: 1})
    if above is None or not (record.denominator or record.kind == "change"):
        return None
    numerator = _terms(ledger, above, system, period)
    if record.kind == "change" and record.numerator:
        denominator = _terms(ledger, above, system, Period(record.reference_period))
        factor, less = Fraction(100), 100
    else:
        denominator = _denominator(ledger, record, system, period)
        factor, less = Fraction(repr(record.factor)), 0
    if numerator is None or denominator is None:
        return None
    return Ratio(numerator, denominator, factor, less)


def told_by(ratio: Ratio, value: Fraction, at: int, *, decimals: int) -> tuple[Row, ...]:
    """The rows that a ratio of one area, read with so many decimals, sets up over cells.

    `value` is published, so `value ± half a step` holds the true ratio. A limit that the truth
    does not touch is taken as not reachable: no attacker could know more. Multiplied until all
    coefficients are whole.
    """
    half = Fraction(1, 2 * 10**decimals)
    lower = _row(ratio, value + ratio.less - half, at)
    upper = _row(ratio, value + ratio.less + half, at)
    rows = []
    for (cells, coefficients, constant, truth), from_below in ((lower, True), (upper, False)):
        if not cells:
            continue
        # The sum of the cells against what stands outside of them.
        exact, found = -constant, truth - constant
        if from_below:
            limit = math.ceil(exact) if found <= exact else math.floor(exact) + 1
            rows.append(Row(cells, coefficients, min(limit, int(found)), math.inf))
        else:
            limit = math.floor(exact) if found >= exact else math.ceil(exact) - 1
            rows.append(Row(cells, coefficients, -math.inf, max(limit, int(found))))
    return tuple(rows)


def _enter(
    ledger: Ledger, record: Indicator, ratio: Ratio, figures: Figures, at: tuple[str, Period]
) -> None:
    system = ledger.workspace.counted_systems[at[0]]
    shown = np.isin(figures.status, _HAS_VALUE) & ~np.isnan(figures.values)
    below = _sum(ratio.denominator)
    for place in np.flatnonzero(shown).tolist():
        value = round(float(figures.values[place]), record.shown_decimals)
        rows = told_by(ratio, Fraction(repr(value)), place, decimals=record.shown_decimals)
        rows += _base(ratio, place, least=max(1, record.minimum_base))
        small = bool(below[place] < record.minimum_base)
        if rows or small:
            ledger.statements.append(
                Statement(
                    key=(record.id, at[0], at[1].text, system.area_ids[place]),
                    value=value,
                    rows=rows,
                    hidden=small,
                    weight=(_LISTED if record.listed else _UNLISTED) * ledger.dearness(at[0]),
                )
            )


def _enter_parts_of_wholes(ledger: Ledger, ratios: Sequence[Ratio]) -> None:
    """That nobody counts more cases than base, unless the figures of a share say otherwise.

    Where a base that everybody knows is below the minimum, no pattern could help, and none is asked
    for: fewer than so few there can only be.
    """
    if any((_sum(r.numerator) > _sum(r.denominator)).any() for r in ratios):
        return
    strictest = max((rule.minimum for rule in ledger.rules.values()), default=0)
    for ratio in ratios:
        above, below = _sum(ratio.numerator), _sum(ratio.denominator)
        told = ~np.isnan(above + below)
        if not any(term.block is not None for term in ratio.denominator):
            told &= below >= strictest
        for at in np.flatnonzero(told).tolist():
            cells: dict[int, int] = {}
            known = 0.0
            for terms, sign in ((ratio.numerator, 1), (ratio.denominator, -1)):
                for term in terms:
                    if term.block is None:
                        known += sign * term.times * float(term.values[at])
                    else:
                        cell = term.block.start + at
                        cells[cell] = cells.get(cell, 0) + sign * term.times
            row = Row(tuple(cells), tuple(cells.values()), -math.inf, math.floor(-known))
            if any(weight > 0 for weight in cells.values()):
                ledger.statements.append(Statement(NOBODY, 0.0, (row,), False, 1.0, certain=True))


def _sum(terms: Sequence[Term]) -> NDArray[np.float64]:
    total: NDArray[np.float64] = np.sum([term.times * term.values for term in terms], axis=0)
    return total


def _base(ratio: Ratio, at: int, *, least: int) -> tuple[Row, ...]:
    """That there is a ratio to be seen tells that its base is not smaller than it must be."""
    terms = [(t.times, t.block.start + at) for t in ratio.denominator if t.block is not None]
    known = sum(t.times * float(t.values[at]) for t in ratio.denominator if t.block is None)
    base = sum(t.times * float(t.values[at]) for t in ratio.denominator)
    if not terms:
        return ()
    lower = min(math.ceil(least - known), math.floor(base - known))
    return (Row(tuple(c for _, c in terms), tuple(n for n, _ in terms), lower, math.inf),)


def _row(
    ratio: Ratio, limit: Fraction, at: int
) -> tuple[tuple[int, ...], tuple[int, ...], Fraction, Fraction]:
    """Cells, whole coefficients, constant and true sum of `factor * above - limit * below`."""
    coefficients: dict[int, Fraction] = {}
    constant = truth = Fraction(0)
    for terms, by in ((ratio.numerator, ratio.factor), (ratio.denominator, -limit)):
        for term in terms:
            weight = by * term.times
            count = Fraction(repr(float(term.values[at])))
            truth += weight * count
            if term.block is None:
                constant += weight * count
            else:
                cell = term.block.start + at
                coefficients[cell] = coefficients.get(cell, Fraction(0)) + weight
    coefficients = {cell: weight for cell, weight in coefficients.items() if weight}
    common = math.lcm(*(weight.denominator for weight in coefficients.values()))
    whole = {cell: int(weight * common) for cell, weight in coefficients.items()}
    shared = math.gcd(*whole.values()) or 1
    scale = Fraction(common, shared)
    cells = tuple(sorted(whole))
    return (
        cells,
        tuple(whole[cell] // shared for cell in cells),
        constant * scale,
        truth * scale,
    )


def _terms(
    ledger: Ledger, parts: Counter[str], system: str, period: Period
) -> tuple[Term, ...] | None:
    terms = []
    for variable, times in parts.items():
        if not has_figures(ledger.workspace, variable, system, period):
            return None
        block = None
        if variable in ledger.variables:
            # What is no whole number has no cells, is never hidden, and so is known.
            block = ledger.block(variable, system, period)
            if block is None and variable in ledger.rules:
                return None
        values = block.values if block else _known(ledger.workspace, variable, system, period)
        terms.append(Term(times, block, values))
    return tuple(terms)


def _known(workspace: Workspace, variable: str, system: str, period: Period) -> NDArray[np.float64]:
    return counted_in(workspace, variable, system, period).values


def _denominator(
    ledger: Ledger, record: Indicator, system: str, period: Period
) -> tuple[Term, ...] | None:
    """The terms below, each at its own period where the nearest one is taken."""
    found: list[Term] = []
    for variable in record.denominator:
        known = periods_for(ledger.workspace, variable, system)
        nearest = record.denominator_period == "nearest"
        parts = parts_of(ledger.workspace.indicators, variable)
        at = nearest_period(known, period) if nearest else period
        terms = _terms(ledger, parts, system, at) if parts else None
        if terms is None:
            return None
        found += terms
    return tuple(found)
