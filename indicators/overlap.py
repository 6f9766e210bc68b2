"""How the counts of one area system divide among the areas of another that does not nest.

Dasymetric: a count goes where its people live. What lives outside all target areas stays outside,
and an area of which the sources cover only a part gets no figure.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.geometries.nesting import WHOLE
from geodata.markers import Flag, Nature, Status
from indicators.figures import AREA, EXACT, Figures, gaps_spread

if TYPE_CHECKING:
    from scipy.sparse import csr_array

# Of the people of an area, the share that must be accounted for; of its surface less will do
# (`WHOLE`), because two generalisations of one border differ by slivers.
ALL_PEOPLE = 0.999
# A smaller piece of an area is such a sliver and gets nothing.
_SLIVER = 0.001

Geometries = NDArray[np.object_]
Bools = NDArray[np.bool_]
Integers = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Overlap:
    """Which share of each source's count goes to each target.

    `shares` (m, n) is sparse; the row of a source that the targets cover sums to 1 (`whole`).
    `cut_by_area` (m,) are rows that surface and not people divide. `covered` (n,) are targets of
    which the sources leave nothing out. `method` is "points:TITLE" or "area".
    `nature` is what estimates made by it are: model where it was made up who lives where.
    """

    shares: csr_array
    whole: Bools
    cut_by_area: Bools
    covered: Bools
    method: str
    nature: Nature = Nature.ESTIMATED


@dataclass(frozen=True, eq=False)
class Pieces:
    """What sources and targets have in common: positions in both, and how much.

    `of_source` (m,) and `of_target` (n,) say how much each has in all, pieces in no area of the
    other system included.
    """

    source: Integers
    target: Integers
    amount: Floats
    of_source: Floats
    of_target: Floats


def by_area(sources: Geometries, targets: Geometries) -> Overlap:
    """Counts divided by surface, as if people were spread evenly.

    >>> village, towns = shapely.box(0, 0, 4, 1), [shapely.box(0, 0, 1, 1), shapely.box(1, 0, 4, 1)]
    >>> by_area(np.array([village]), np.array(towns)).shares.toarray().tolist()
    [[0.25, 0.75]]
    """
    surface = surface_pieces(sources, targets)
    shares, whole = _shares(surface, WHOLE)
    return Overlap(shares, whole, np.diff(shares.indptr) > 1, _covered(surface, WHOLE), AREA)


def by_people(people: Pieces, sources: Geometries, targets: Geometries, *, title: str) -> Overlap:
    """Counts divided by people; sources in which none is known to live, by surface.

    Three quarters of the people of a village live in the quarter of it that town 0 holds:

    >>> village, towns = shapely.box(0, 0, 4, 1), [shapely.box(0, 0, 1, 1), shapely.box(1, 0, 4, 1)]
    >>> lived = people_pieces(np.array([0, 0]), np.array([0, 1]), np.array([75.0, 25.0]), (1, 2))
    >>> found = by_people(lived, np.array([village]), np.array(towns), title="Raster")
    >>> found.shares.toarray().tolist(), found.method
    ([[0.75, 0.25]], 'points:Raster')
    """
    shares, whole = _shares(people, ALL_PEOPLE)
    covered = _covered(people, ALL_PEOPLE)
    cut = np.zeros(len(sources), bool)
    deserted = np.flatnonzero(people.of_source == 0)
    if len(deserted):
        found = surface_pieces(sources[deserted], targets)
        surface = replace(found, source=deserted[found.source], of_source=shapely.area(sources))
        by_surface, complete = _shares(surface, WHOLE)
        shares, whole, cut = shares + by_surface, whole | complete, np.diff(by_surface.indptr) > 1
    deserted = np.flatnonzero(people.of_target == 0)
    if len(deserted):
        covered[deserted] = _covered(surface_pieces(sources, targets[deserted]), WHOLE)
    return Overlap(shares, whole, cut, covered, f"points:{title}")


def people_pieces(
    source: Integers, target: Integers, people: Floats, shape: tuple[int, int]
) -> Pieces:
    """What points (k,) in source and target areas, -1 for none, say of both."""
    in_source, in_target = source >= 0, target >= 0
    both = in_source & in_target & (people > 0)
    return Pieces(
        source[both],
        target[both],
        people[both],
        _added(source[in_source], people[in_source], shape[0]),
        _added(target[in_target], people[in_target], shape[1]),
    )


def spread_people(
    fine: Geometries, people: Floats, sources: Geometries, targets: Geometries
) -> Pieces:
    """The same from areas (k,) finer than the sources, each with its people spread evenly."""
    density = np.nan_to_num(people) / shapely.area(fine)
    common = surface_pieces(sources, targets)
    cut = shapely.intersection(sources[common.source], targets[common.target])
    amounts = []
    for areas in (cut, sources, targets):
        pieces = surface_pieces(fine, areas)
        lived = density[pieces.source] * pieces.amount
        amounts.append(_added(pieces.target, lived, len(areas)))
    some = amounts[0] > 0
    return Pieces(common.source[some], common.target[some], amounts[0][some], *amounts[1:])


def surface_pieces(sources: Geometries, targets: Geometries) -> Pieces:
    """The m² that sources and targets share; slivers of a source are left out."""
    many, few = (sources, targets) if len(sources) >= len(targets) else (targets, sources)
    shapely.prepare(few)
    large, small = shapely.STRtree(many).query(few, predicate="intersects")
    m2 = shapely.area(many)[small]
    cut = ~shapely.contains(few[large], many[small])
    m2[cut] = shapely.area(shapely.intersection(few[large[cut]], many[small[cut]]))
    source, target = (small, large) if many is sources else (large, small)
    of_source = shapely.area(sources)
    real = m2 > _SLIVER * np.minimum(of_source[source], shapely.area(targets)[target])
    return Pieces(source[real], target[real], m2[real], of_source, shapely.area(targets))


def _added(at: NDArray[np.integer[Any]], amounts: Floats, n: int) -> Floats:
    """Sums (n,) of amounts (k,) by their positions."""
    return np.asarray(np.bincount(at, amounts, minlength=n), np.float64)


def _shares(pieces: Pieces, enough: float) -> tuple[csr_array, Bools]:
    """What goes of each source to each target, and which rows are complete: they sum to 1."""
    from scipy.sparse import coo_array  # takes long to load, and few workspaces need it

    shape = (len(pieces.of_source), len(pieces.of_target))
    shares = coo_array((pieces.amount, (pieces.source, pieces.target)), shape=shape).tocsr()
    sums = shares.sum(axis=1)
    complete = (sums > 0) & (sums >= enough * pieces.of_source)
    divisor = np.where(complete, sums, pieces.of_source)
    shares.data /= np.repeat(divisor, np.diff(shares.indptr))
    return shares, complete


def _covered(pieces: Pieces, enough: float) -> Bools:
    """Targets of which the sources hold all but a sliver, or all but a few of the people."""
    held = _added(pieces.target, pieces.amount, len(pieces.of_target))
    found: Bools = (held > 0) & (held >= enough * pieces.of_target)
    return found


def divided_up(values: Floats, overlap: Overlap) -> Floats:
    """The counts of sources (m,) in the targets (n,); a NaN gives nothing.

    Each source is cut into whole units so small that float64 adds them without error; each target
    gets its share rounded down, and the rest goes to the largest share. So whole numbers whose
    sources the targets cover add up to exactly what they were, in any order.

    >>> village, towns = shapely.box(0, 0, 3, 1), [shapely.box(x, 0, x + 1, 1) for x in range(3)]
    >>> thirds = divided_up(np.array([100.0]), by_area(np.array([village]), np.array(towns)))
    >>> float(thirds.sum()), [round(value, 6) for value in thirds.tolist()]
    (100.0, [33.333333, 33.333333, 33.333333])
    """
    shares = overlap.shares
    m, n = shares.shape
    known = np.nan_to_num(values)
    unit = _unit(known)
    whole_units = np.rint(known / unit)
    lengths = np.diff(shares.indptr)
    row = np.repeat(np.arange(m), lengths)
    parts = np.floor(whole_units[row] * shares.data)
    sums = _added(row, shares.data, m)
    due = np.where(overlap.whole, whole_units, np.rint(whole_units * np.minimum(sums, 1.0)))
    rest = due - _added(row, parts, m)
    filled = np.flatnonzero(lengths)
    # The last of each row, sorted by share: where shares are equal, the last target.
    largest = np.lexsort((shares.data, row))[shares.indptr[filled + 1] - 1]
    parts[largest] += rest[filled]
    return _added(shares.indices, parts, n) * unit


def _unit(values: Floats) -> float:
    """A power of two: the total is less than 2^51 of it, so that sums of units are exact."""
    return math.ldexp(1.0, math.frexp(float(np.abs(values).sum()))[1] - 51)


def carried(parts: Figures, overlap: Overlap, *, empty: Bools, unpeopled: Bools) -> Figures:
    """Figures of sources as estimates for the targets.

    A gap among the sources is a gap in every target that has a part of it; so is a target that
    the sources do not cover. `empty` and `unpeopled` (m,) are as in `figures.summed_up`.
    """
    gap = ~parts.counted
    at_least = gap & unpeopled & ~empty
    kept = ~(gap & (empty | unpeopled))
    values = divided_up(np.where(kept, parts.values, np.nan), overlap)
    pairs = overlap.shares.tocoo()
    source, target = pairs.coords[0].astype(np.int64), pairs.coords[1].astype(np.int64)
    status = gaps_spread(parts, source, target, len(values), kept)
    status[~overlap.covered] = Status.MISSING
    values[~np.isin(status, (Status.SHOWN, Status.ZERO))] = np.nan
    nature, flags = np.zeros(len(values), np.uint8), np.zeros(len(values), np.uint16)
    here = kept[source]
    np.maximum.at(nature, target[here], parts.nature[source[here]])
    np.bitwise_or.at(flags, target[here], parts.flags[source[here]])
    np.bitwise_or.at(flags, target[at_least[source]], np.uint16(Flag.AT_LEAST))
    flags[np.isnan(values)] &= np.uint16(EXACT)
    surface_cut = overlap.cut_by_area & parts.counted & (parts.values != 0)
    return Figures(
        values,
        status,
        np.maximum(nature, np.uint8(overlap.nature)),
        flags,
        parts.sources,
        parts.bases,
        AREA if surface_cut.any() else overlap.method,
    )
