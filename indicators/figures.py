"""Figures of one variable in one area system, before anybody may see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.area_system import AreaSystem
from geodata.catalogue import Source
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from geodata.workspace import Workspace

# So begin the ids of the sources that imports make for files of which nothing else is known.
FROM_FILE = "datei_"
# How estimates came from another area system: by surface.
AREA = "area"
# What a sum with a gap among its parts becomes: the strongest reason wins.
_GAPS = (Status.UNRELIABLE, Status.MISSING, Status.SUPPRESSED)
# All flags but "at least", which says nothing where there is no figure.
EXACT = 0xFFFF & ~Flag.AT_LEAST


@dataclass(frozen=True, eq=False)
class Figures:
    """Arrays (n,) in the order of the system's areas; values are NaN where there is none.

    `method` says how estimates were carried from another area system: "points:TITLE", by the
    people of that set or area system, or "area", by surface; empty where nothing was.
    """

    values: NDArray[np.float64]
    status: NDArray[np.uint8]
    nature: NDArray[np.uint8]
    flags: NDArray[np.uint16]
    sources: frozenset[str]
    bases: frozenset[str]
    method: str = ""

    @property
    def counted(self) -> NDArray[np.bool_]:
        """Where there is a value to reckon with."""
        return ~np.isnan(self.values)


def observed(workspace: Workspace, variable: str, system: str, period: Period) -> Figures:
    """The figures as the files gave them for this very system."""
    found = workspace.slice(variable, system, period.text)
    nature = np.zeros(len(found.values), np.uint8)
    sources = set()
    for import_id in np.unique(found.import_ids):
        source = _source(workspace, variable, workspace.source_of.get((int(import_id), variable)))
        if source is not None:
            sources.add(source.id)
            nature[found.import_ids == import_id] = Nature[source.nature.upper()]
    state = workspace.states_of[variable, system][period]
    bases = frozenset({state.base} - {""})
    return Figures(found.values, found.status, nature, found.flags, frozenset(sources), bases)


def _source(workspace: Workspace, variable: str, given: str | None) -> Source | None:
    """The source of an import; where that is only its file, the one that the catalogue names."""
    record = workspace.indicators.get(variable)
    named = workspace.sources.get(record.source) if record is not None else None
    if named is not None and given is not None and given.startswith(FROM_FILE):
        return named
    return workspace.sources.get(given or "")


def added(parts: Sequence[Figures]) -> Figures:
    """The sum of several variables, area by area; a gap in one is a gap in the sum."""
    stacked = np.stack([part.values for part in parts])
    values = stacked.sum(axis=0)
    status = _status_of_sum([part.status for part in parts], values)
    return Figures(
        values=values,
        status=status,
        nature=np.max([part.nature for part in parts], axis=0),
        flags=np.bitwise_or.reduce([part.flags for part in parts]),
        sources=frozenset().union(*(part.sources for part in parts)),
        bases=frozenset().union(*(part.bases for part in parts)),
        method=next((part.method for part in parts if part.method), ""),
    )


def divided(numerator: Figures, denominator: Figures, *, factor: float) -> Figures:
    """`factor * numerator / denominator`, area by area.

    Nothing over something is a shown 0; anything over nothing is no figure. Over "at least so
    many" nothing can be said: the true figure may be smaller, or larger where both are.

    >>> def figures(value: float, flag: int = 0) -> Figures:
    ...     zero = np.zeros(1, np.uint8)
    ...     flags = np.array([flag], np.uint16)
    ...     return Figures(np.array([value]), zero, zero, flags, frozenset(), frozenset())
    >>> divided(figures(30.0), figures(120.0), factor=100).values.tolist()
    [25.0]
    >>> divided(figures(30.0), figures(120.0, Flag.AT_LEAST), factor=100).values.tolist()
    [nan]
    """
    both = added([numerator, denominator])
    with np.errstate(divide="ignore", invalid="ignore"):
        values = factor * numerator.values / denominator.values
    values[~np.isfinite(values)] = np.nan
    values[(denominator.flags & np.uint16(Flag.AT_LEAST)) > 0] = np.nan
    status = both.status.copy()
    status[status == Status.ZERO] = Status.SHOWN
    status[np.isnan(values) & (status == Status.SHOWN)] = Status.MISSING
    flags = both.flags & np.where(np.isnan(values), np.uint16(EXACT), np.uint16(0xFFFF))
    return Figures(values, status, both.nature, flags, both.sources, both.bases, both.method)


def changed(now: Figures, before: Figures) -> Figures:
    """Change in percent of the earlier figure, flagged where the two stand on other bases."""
    ratio = divided(now, before, factor=100.0)
    across = len(ratio.bases) > 1
    flags = ratio.flags | np.uint16(Flag.ACROSS_BREAK if across else 0)
    return Figures(
        ratio.values - 100.0,
        ratio.status,
        ratio.nature,
        flags,
        ratio.sources,
        ratio.bases,
        ratio.method,
    )


def summed_up(
    parts: Figures,
    members: NDArray[np.int64],
    areas: AreaSystem,
    *,
    empty: NDArray[np.bool_],
    unpeopled: NDArray[np.bool_] | None = None,
) -> Figures:
    """Sums of smaller areas in larger ones.

    `members` (m,) says for each small area which large one holds it (its position), -1 for those
    in a large one that its parts do not cover: that one is missing. `empty` (m,) says where a gap
    takes nothing away because nobody lives there; `unpeopled` (m,) where its source says "nobody,
    or so few that it is secret": the sum is then flagged "at least". Any other gap is a gap in
    the sum: a sum is never too small in silence.
    """
    n = len(areas)
    gap = ~parts.counted
    few = np.zeros(len(gap), bool) if unpeopled is None else gap & unpeopled & ~empty
    kept = ~(gap & empty) & ~few & (members >= 0)
    at = members[kept]
    values = np.bincount(at, np.nan_to_num(parts.values[kept]), minlength=n).astype(np.float64)
    status = gaps_spread(parts, np.arange(len(gap))[members >= 0], members[members >= 0], n, kept)
    values[~np.isin(status, (Status.SHOWN, Status.ZERO))] = np.nan
    nature, flags = np.zeros(n, np.uint8), np.zeros(n, np.uint16)
    np.maximum.at(nature, at, parts.nature[kept])
    np.bitwise_or.at(flags, at, parts.flags[kept])
    np.bitwise_or.at(flags, members[few & (members >= 0)], np.uint16(Flag.AT_LEAST))
    flags[np.isnan(values)] &= np.uint16(EXACT)
    return Figures(values, status, nature, flags, parts.sources, parts.bases)


def gaps_spread(
    parts: Figures,
    source: NDArray[np.int64],
    target: NDArray[np.int64],
    n: int,
    kept: NDArray[np.bool_],
) -> NDArray[np.uint8]:
    """The status of targets (n,) made of parts, by pairs of positions (k,) of which makes which.

    Nothing everywhere stays nothing; a gap in one part is a gap; no part at all is missing. Parts
    that are not `kept` (m,) say nothing.
    """
    said = kept[source]
    state, at = parts.status[source[said]], target[said]
    gap = ~parts.counted[source[said]]
    status = np.full(n, int(Status.SHOWN), np.uint8)
    status[np.bincount(at, state != Status.ZERO, minlength=n) == 0] = Status.ZERO
    for reason in _GAPS:
        status[at[(state == reason) & gap]] = reason
    status[np.bincount(at, minlength=n) == 0] = Status.MISSING
    return status


def _status_of_sum(
    states: Sequence[NDArray[np.uint8]], values: NDArray[np.float64]
) -> NDArray[np.uint8]:
    stacked = np.stack(states)
    status = np.full(values.shape, int(Status.SHOWN), np.uint8)
    status[(stacked == Status.ZERO).all(axis=0)] = Status.ZERO
    for gap in _GAPS:
        status[(stacked == gap).any(axis=0)] = gap
    status[np.isnan(values) & (status == Status.SHOWN)] = Status.MISSING
    return status
