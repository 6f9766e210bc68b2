"""Ways cut at each of their points into straight segments, with who may travel them how fast."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry import Polygon

from geodata.area_system import CRS
from geodata.streets.highways import Highways
from geodata.streets.inside import inside
from geodata.streets.mode_table import ModeTable
from geodata.streets.pace import Paces, barrier_stops, ferry_minutes, one_of_each, way_paces

Integers = NDArray[np.int64]
Metres = NDArray[np.float64]

# Beside a barrier so much of the street is closed for those whom it stops.
_BARRIER_M = 1.0
# Nodes lie on whole centimetres, as the store keeps them; nothing takes no time at all.
_DECIMALS, _SHORTEST_M = 2, 0.01


@dataclass(frozen=True, eq=False)
class Segments:
    """Segments (s,) from node a to node b; nodes (n,) in metres of EPSG:25832.

    `kind` numbers the rows of `paces` (k, modes, 2), minutes for a metre along and against the
    segment, which are inf where it may not be travelled; `mirror` (k,) is each the other way round.
    """

    x: Metres
    y: Metres
    a: Integers
    b: Integers
    length_m: Metres
    kind: Integers
    paces: Paces
    mirror: Integers


def segments(highways: Highways, table: ModeTable, within: Polygon) -> Segments:
    """The segments of all ways that lie in a polygon of EPSG:25832 and are open to any mode.

    A point that the file does not have, or outside, cuts a way in two.
    """
    ways = highways.ways
    ids, first, node = np.unique(ways.ids, return_index=True, return_inverse=True)
    x, y = projected(ways.lon[first], ways.lat[first])
    way = np.repeat(np.arange(len(ways.kind)), np.diff(ways.starts))
    good = inside(within, x, y)[node]
    at = np.flatnonzero((way[1:] == way[:-1]) & good[1:] & good[:-1] & (node[1:] != node[:-1]))
    a, b = node[at], node[at + 1]
    length = np.maximum(np.hypot(x[b] - x[a], y[b] - y[a]), _SHORTEST_M)
    paces = way_paces(highways.tags, table)
    kind = ways.kind[way[at]]
    paces, kind = _with_ferries(paces, kind, way[at], length, ferry_minutes(highways.tags))
    cut = Segments(x, y, a, b, length, kind, paces, np.zeros(0, np.int64))
    return _of_use(_with_barriers(cut, ids, highways, table))


def projected(lon: Metres, lat: Metres) -> tuple[Metres, Metres]:
    """Degrees in metres of EPSG:25832; NaN stays NaN."""
    x, y = Transformer.from_crs("EPSG:4326", CRS, always_xy=True).transform(lon, lat)
    missing = np.isnan(lon)
    return tuple(np.where(missing, np.nan, np.round(c, _DECIMALS)) for c in (x, y))  # type: ignore[return-value]


def _with_ferries(
    paces: Paces, kind: Integers, way: Integers, length: Metres, minutes: Metres
) -> tuple[Paces, Integers]:
    """A ferry of known duration spreads it over its course: each is a kind of its own."""
    at = np.flatnonzero(~np.isnan(minutes[kind]))
    crossings, which = np.unique(way[at], return_inverse=True)
    course_m = np.bincount(which, length[at], minlength=len(crossings))
    of_way = np.zeros(len(crossings), np.int64)
    of_way[which] = kind[at]
    per_metre = (minutes[of_way] / course_m)[:, None, None]
    own = np.where(np.isfinite(paces[of_way]), per_metre, np.inf).astype(np.float32)
    spread = kind.copy()
    spread[at] = len(paces) + which
    return np.concatenate([paces, own]), spread


def _with_barriers(cut: Segments, ids: Integers, highways: Highways, table: ModeTable) -> Segments:
    """On both sides of a barrier a short piece is closed to those whom it stops."""
    stops = barrier_stops(highways.barrier_tags, table)
    points = np.fromiter(highways.barriers, np.int64, len(highways.barriers))
    kinds = np.fromiter(highways.barriers.values(), np.int64, len(points))
    at = np.minimum(np.searchsorted(ids, points), len(ids) - 1)
    counts = np.asarray(ids[at] == points)
    barrier = np.full(len(ids), -1, np.int64)
    barrier[at[counts]] = np.where(stops[kinds[counts]].any(axis=1), kinds[counts], -1)
    closed = _closed_at_a(cut, barrier, stops)
    turned = replace(closed, a=closed.b, b=closed.a, paces=closed.paces[:, :, ::-1])
    closed = _closed_at_a(turned, barrier, stops)
    return replace(closed, a=closed.b, b=closed.a, paces=closed.paces[:, :, ::-1])


def _closed_at_a(cut: Segments, barrier: Integers, stops: NDArray[np.bool_]) -> Segments:
    """Segments that begin at a barrier begin a little behind it, a closed piece lies between."""
    # The nodes made here stand behind those of the file and have no barrier.
    known = np.minimum(cut.a, len(barrier) - 1)
    hit = np.flatnonzero((cut.a < len(barrier)) & (barrier[known] >= 0))
    a, b = cut.a[hit], cut.b[hit]
    piece = np.minimum(_BARRIER_M, cut.length_m[hit] / 3)
    share = piece / cut.length_m[hit]
    behind = len(cut.x) + np.arange(len(hit))
    pairs, number = np.unique(np.stack([cut.kind[hit], barrier[a]]), axis=1, return_inverse=True)
    closed = np.where(stops[pairs[1]][:, :, None], np.inf, cut.paces[pairs[0]]).astype(np.float32)
    begins, length = cut.a.copy(), cut.length_m.copy()
    begins[hit], length[hit] = behind, length[hit] - piece
    return replace(
        cut,
        x=np.concatenate([cut.x, np.round(cut.x[a] + share * (cut.x[b] - cut.x[a]), _DECIMALS)]),
        y=np.concatenate([cut.y, np.round(cut.y[a] + share * (cut.y[b] - cut.y[a]), _DECIMALS)]),
        a=np.concatenate([begins, a]),
        b=np.concatenate([cut.b, behind]),
        length_m=np.concatenate([length, piece]),
        kind=np.concatenate([cut.kind, len(cut.paces) + number.reshape(-1)]),
        paces=np.concatenate([cut.paces, closed]),
    )


def _of_use(cut: Segments) -> Segments:
    """Without what nobody may travel, and with each pace once."""
    open_to_any = np.asarray(np.isfinite(cut.paces).any(axis=(1, 2)))
    used = open_to_any[cut.kind]
    paces, kind, mirror = one_of_each(cut.paces, cut.kind[used])
    return Segments(cut.x, cut.y, cut.a[used], cut.b[used], cut.length_m[used], kind, paces, mirror)
