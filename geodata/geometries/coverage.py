"""How areas lie beside each other: overlaps, areas drawn twice, and gaps between them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.geometries.wording import listed, surface

# Slivers below come from rounding and generalisation and cannot be seen on the map.
OVERLAP_M2 = 100.0
GAP_M2 = 100.0
_SAME_SHARE = 0.999
MOST_OVERLAPS = 2_000
_SUSPECTS_AT_ONCE = 100

Geometries = NDArray[np.object_]
Overlap = tuple[int, int, float]


def misfits(geometries: Geometries) -> NDArray[np.bool_]:
    """Which areas have a border that crosses another or does not match its neighbour's."""
    fits: NDArray[np.bool_] = shapely.is_empty(shapely.coverage_invalid_edges(geometries))
    return ~fits


def overlaps(geometries: Geometries) -> list[Overlap]:
    """Pairs of positions (lower first) and the m² they share, largest first.

    Stops looking after the first few thousand: a file with that many says nothing by naming more.
    """
    suspects = np.flatnonzero(misfits(geometries))
    tree = shapely.STRtree(geometries)
    found: dict[tuple[int, int], float] = {}
    for start in range(0, len(suspects), _SUSPECTS_AT_ONCE):
        found.update(_overlaps_of(suspects[start : start + _SUSPECTS_AT_ONCE], geometries, tree))
        if len(found) > MOST_OVERLAPS:
            break
    pairs = [(first, second, area_m2) for (first, second), area_m2 in found.items()]
    return sorted(pairs, key=lambda overlap: -overlap[2])


def _overlaps_of(
    suspects: NDArray[np.intp], geometries: Geometries, tree: shapely.STRtree
) -> dict[tuple[int, int], float]:
    left, right = tree.query(geometries[suspects], predicate="intersects")
    pairs = np.sort(np.column_stack([suspects[left], right]), axis=1)
    pairs = np.unique(pairs[pairs[:, 0] != pairs[:, 1]], axis=0)
    common = shapely.area(shapely.intersection(geometries[pairs[:, 0]], geometries[pairs[:, 1]]))
    return {
        (int(first), int(second)): float(area_m2)
        for (first, second), area_m2 in zip(pairs, common, strict=True)
        if area_m2 > OVERLAP_M2
    }


def gaps(geometries: Geometries) -> list[shapely.Geometry]:
    """The holes inside the union of all areas, largest first."""
    parts = shapely.get_parts(_union(geometries))
    holes = [shapely.Polygon(ring) for part in parts for ring in part.interiors]
    tree = shapely.STRtree(parts)
    found = []
    for hole in holes:
        islands = parts[tree.query(hole, predicate="contains")]
        gap = shapely.difference(hole, shapely.union_all(islands)) if len(islands) else hole
        if gap.area > GAP_M2:
            found.append(gap)
    return sorted(found, key=lambda gap: -gap.area)


def _union(geometries: Geometries) -> shapely.Geometry:
    """All areas as one; those whose borders match are joined the fast way first."""
    apart = misfits(geometries)
    try:
        matching = shapely.coverage_union_all(geometries[~apart])
    except shapely.errors.GEOSException:
        return shapely.union_all(geometries)
    return shapely.union_all([matching, *geometries[apart]])


def overlap_sentences(
    found: Sequence[Overlap], geometries: Geometries, names: Sequence[str]
) -> list[str]:
    """What is said about overlaps; the same area drawn twice in its own words."""
    areas = shapely.area(geometries)
    same = [pair for pair in found if pair[2] > _SAME_SHARE * max(areas[pair[0]], areas[pair[1]])]
    others = [pair for pair in found if pair not in same]
    sentences = []
    if same:
        doubles = listed(f"{names[first]} und {names[second]}" for first, second, _ in same)
        sentences.append(f"Dieselbe Fläche doppelt: {doubles}.")
    if others:
        pairs = listed(
            f"{names[first]} mit {names[second]} ({surface(area_m2)})"
            for first, second, area_m2 in others
        )
        sentences.append(f"Flächen überlappen sich: {pairs}.")
    return sentences


def gap_sentences(
    found: Sequence[shapely.Geometry], geometries: Geometries, names: Sequence[str]
) -> list[str]:
    """What is said about gaps, by the areas around each."""
    if not found:
        return []
    tree = shapely.STRtree(geometries)
    described = []
    for gap in found:
        around = sorted(tree.query(gap, predicate="intersects"))
        described.append(f"{surface(gap.area)} bei {listed((names[n] for n in around), most=3)}")
    return [f"Lücken zwischen den Flächen: {listed(described)}."]
