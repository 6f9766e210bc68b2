"""Ways with their points in degrees, one behind the other in arrays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Degrees west, south, east, north.
Frame = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Ways:
    """Ways (w,) one behind the other: the kind of each, and where its points begin in `ids`.

    `ids`, `lon`, `lat` (r,) are the points of all ways; degrees are NaN where the file has no
    such point. `starts` (w+1,).
    """

    kind: NDArray[np.int64]
    starts: NDArray[np.int64]
    ids: NDArray[np.int64]
    lon: NDArray[np.float64]
    lat: NDArray[np.float64]


def within(ways: Ways, frame: Frame) -> Ways:
    """The ways that have a point in the frame, whole."""
    west, south, east, north = frame
    inside = (ways.lon >= west) & (ways.lon <= east) & (ways.lat >= south) & (ways.lat <= north)
    if inside.all():
        return ways
    counts = np.diff(ways.starts)
    owner = np.repeat(np.arange(len(counts)), counts)
    kept = np.bincount(owner[inside], minlength=len(counts)) > 0
    points = kept[owner]
    return Ways(
        ways.kind[kept],
        np.concatenate([[0], np.cumsum(counts[kept])]),
        ways.ids[points],
        ways.lon[points],
        ways.lat[points],
    )


def nearest_point(ways: Ways, frame: Frame) -> list[tuple[float, float, float]]:
    """How far in degrees, and where, the point next to the middle of a frame is; [] for none."""
    west, south, east, north = frame
    away = np.hypot(ways.lon - (west + east) / 2, ways.lat - (south + north) / 2)
    if np.isnan(away).all():
        return []
    at = int(np.nanargmin(away))
    return [(float(away[at]), float(ways.lon[at]), float(ways.lat[at]))]


def joined(parts: Iterable[Ways]) -> Ways:
    """The ways of several texts as one."""
    ways = list(parts)
    lengths = [np.diff(part.starts) for part in ways]
    return Ways(
        np.concatenate([part.kind for part in ways]),
        np.concatenate([[0], np.cumsum(np.concatenate(lengths))]).astype(np.int64),
        np.concatenate([part.ids for part in ways]),
        np.concatenate([part.lon for part in ways]),
        np.concatenate([part.lat for part in ways]),
    )
