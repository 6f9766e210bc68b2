"""What a feed says of changing between two stops."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.timetables.feed import Feed
from geodata.timetables.fields import whole_numbers
from geodata.timetables.stops import Stops
from geodata.timetables.timetable import FORBIDDEN_S

# transfer_type: the vehicle waits; a least time; no change; and the two of staying on board.
_WAITS, _LEAST, _NEVER, _ON_BOARD = 1, 2, 3, (4, 5)
_NARROWER = ("from_route_id", "to_route_id", "from_trip_id", "to_trip_id")


@dataclass(frozen=True, eq=False)
class Transfers:
    """Pairs of stops (m,) with the seconds of a change, -1 where there is none.

    `narrower` counts rows that hold for single lines or trips only, `on_board` those where people
    may stay on board of a vehicle that goes on as another line; neither is followed.
    """

    from_stop: NDArray[np.int32]
    to_stop: NDArray[np.int32]
    seconds: NDArray[np.int32]
    narrower: int
    on_board: int


def read_transfers(feed: Feed, stops: Stops) -> Transfers:
    """Rows of a station hold for all its stops. Raises `WrongNumber`."""
    table = feed.tables["transfers"]
    told = {"file": feed.file, "table": "transfers"}
    kind = whole_numbers(table["transfer_type"], **told, empty=0)
    least = whole_numbers(table["min_transfer_time"], **told, empty=-1)
    narrower = (table[list(_NARROWER)] != "").any(axis=1).to_numpy(dtype=bool)
    on_board = np.isin(kind, _ON_BOARD)
    seconds = np.select([kind == _WAITS, kind == _NEVER], [0, FORBIDDEN_S], default=least)
    says = (kind == _WAITS) | (kind == _NEVER) | ((kind == _LEAST) & (least >= 0))
    pairs: dict[tuple[int, int], int] = {}
    for at in np.flatnonzero(says & ~narrower & ~on_board):
        ends = table["from_stop_id"].iloc[at], table["to_stop_id"].iloc[at]
        for start in stops.below(ends[0]):
            for end in stops.below(ends[1]):
                pairs[start, end] = int(seconds[at])
    found = np.array([(*pair, s) for pair, s in pairs.items()], np.int32).reshape(-1, 3)
    from_stop, to_stop, change_s = (np.ascontiguousarray(column) for column in found.T)
    return Transfers(
        from_stop,
        to_stop,
        change_s,
        narrower=int((narrower & ~on_board).sum()),
        on_board=int(on_board.sum()),
    )
