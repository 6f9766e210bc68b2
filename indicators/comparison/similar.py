"""Areas that resemble one, on chosen indicators, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from geodata.catalogue import Indicator
from geodata.markers import Nature, Status
from geodata.period import Period
from geodata.workspace import Workspace
from indicators.comparison.refusals import NothingToCompare
from indicators.published import Published, published
from indicators.query import Query
from indicators.refusals import UnknownArea

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Reason:
    """How far two areas lie apart on one indicator.

    `steps` is the difference in standard deviations of all areas: plus where the other area has
    more. `own` and `other` are the figures themselves.
    """

    indicator: Indicator
    period: Period
    own: float
    other: float
    steps: float


@dataclass(frozen=True)
class Likeness:
    """An area with its distance (0 is alike) and the reasons, the strongest likeness first."""

    area_id: str
    name: str
    distance: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class LeftOut:
    """An indicator that took no part: the area has no figure, or all areas have the same."""

    indicator: Indicator
    why: Literal["gap", "constant"]
    status: Status


@dataclass(frozen=True)
class Similar:
    """The areas most like one. `too_little_known` names those that lack half of the indicators."""

    area_id: str
    name: str
    areas: tuple[Likeness, ...]
    used: tuple[Indicator, ...]
    left_out: tuple[LeftOut, ...]
    too_little_known: tuple[tuple[str, str], ...]
    worst_nature: Nature


def similar_areas(
    workspace: Workspace,
    system: str,
    area_id: str,
    indicators: Sequence[str],
    *,
    periods: Mapping[str, str] | None = None,
    count: int = 5,
) -> Similar:
    """The `count` areas that lie closest to one on the chosen indicators.

    Every indicator is standardised, so that Einwohner do not outweigh percents; see `distances`.
    `periods` names one for an indicator, else its latest is taken. Areas that have fewer than half
    of the indicators are named and not ranked. Raises `UnknownArea`, `NothingToCompare`, and what
    `published` raises.
    """
    named = periods or {}
    every = [published(workspace, Query(i, system, named.get(i, ""))) for i in indicators]
    areas = workspace.systems[system]
    own = areas.position.get(area_id)
    if own is None:
        raise UnknownArea(area=area_id, system=areas.title)
    used, left_out = _sorted_out(every, own)
    if not used:
        raise NothingToCompare(area=areas.name_of(area_id))
    values = np.stack([_values(figures) for figures in used])
    scores = standardised(values)
    far = distances(scores, own)
    enough = (~np.isnan(scores)).mean(axis=0) >= 0.5
    others = [int(at) for at in np.argsort(far, kind="stable") if at != own and enough[at]]
    return Similar(
        area_id=area_id,
        name=areas.name_of(area_id),
        areas=tuple(
            Likeness(
                areas.area_ids[at],
                areas.names[at],
                float(far[at]),
                _reasons(used, values, scores, own, at),
            )
            for at in others[:count]
        ),
        used=tuple(figures.indicator for figures in used),
        left_out=tuple(left_out),
        too_little_known=tuple(
            (areas.area_ids[at], areas.names[at]) for at in np.flatnonzero(~enough) if at != own
        ),
        worst_nature=max(figures.worst_nature for figures in used),
    )


def standardised(values: Values) -> Values:
    """z-scores (k, n): each row minus its mean, by its standard deviation; gaps stay gaps.

    The areas are all there are and no sample of more, so the deviation is that of a population.
    The row 1, 2, 3 has mean 2 and deviation √(2/3) = 0.8165.

    >>> standardised(np.array([[1.0, 2.0, 3.0]])).round(4).tolist()
    [[-1.2247, 0.0, 1.2247]]
    """
    mean = np.nanmean(values, axis=1, keepdims=True)
    deviation = np.nanstd(values, axis=1, keepdims=True)
    scores: Values = (values - mean) / deviation
    return scores


def distances(scores: Values, own: int) -> Values:
    """How far each area lies from the one at `own` (n,), over the indicators that both have.

        d = √( Σ (z_i - z_own)² / number of indicators that both have )

    The mean and not the sum: a gap brings nobody nearer. NaN where nothing is shared. Two
    indicators with 3 and 4 standard deviations between: √((9 + 16) / 2) = 3.5355.

    >>> distances(np.array([[0.0, 3.0], [0.0, 4.0]]), 0).round(4).tolist()
    [0.0, 3.5355]
    """
    steps = scores - scores[:, [own]]
    shared = (~np.isnan(steps)).sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        far: Values = np.sqrt(np.nansum(steps**2, axis=0) / shared)
    return far


def _sorted_out(every: Sequence[Published], own: int) -> tuple[list[Published], list[LeftOut]]:
    used, left_out = [], []
    for figures in every:
        values = _values(figures)
        status = Status(int(figures.status[own]))
        known = values[~np.isnan(values)]
        if np.isnan(values[own]):
            left_out.append(LeftOut(figures.indicator, "gap", status))
        elif np.ptp(known) == 0:
            left_out.append(LeftOut(figures.indicator, "constant", status))
        else:
            used.append(figures)
    return used, left_out


def _reasons(
    used: Sequence[Published], values: Values, scores: Values, own: int, other: int
) -> tuple[Reason, ...]:
    reasons = [
        Reason(
            figures.indicator,
            figures.period,
            float(values[row, own]),
            float(values[row, other]),
            float(scores[row, other] - scores[row, own]),
        )
        for row, figures in enumerate(used)
        if not np.isnan(scores[row, other])
    ]
    return tuple(sorted(reasons, key=lambda reason: abs(reason.steps)))


def _values(figures: Published) -> Values:
    found: Values = np.where(figures.certain, figures.values, np.nan)
    return found
