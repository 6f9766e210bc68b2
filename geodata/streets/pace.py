"""Minutes for a metre of street: by mode, along the way and against it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from geodata.streets.access import stopped
from geodata.streets.mode_table import MODES, ModeTable
from geodata.streets.opl import Tags
from geodata.streets.tag_values import minutes_of
from geodata.streets.way_speeds import way_speeds

# (k, modes, 2): along and against; inf where nobody of that mode may go.
Paces = NDArray[np.float32]

_MINUTES_PER_M = 0.06


def way_paces(tags: list[Tags], table: ModeTable) -> Paces:
    """The paces (k, modes, 2) of each combination of tags."""
    kmh = np.array([way_speeds(combination, table) for combination in tags], np.float32)
    with np.errstate(divide="ignore"):
        paces: Paces = np.float32(_MINUTES_PER_M) / kmh
    return paces


def ferry_minutes(tags: list[Tags]) -> NDArray[np.float64]:
    """How long each ferry takes (k,); NaN for what is none and where it is not said."""
    said = [
        minutes_of(t.get("duration", "")) if t.get("route") == "ferry" else np.nan for t in tags
    ]
    return np.array(said, np.float64)


def barrier_stops(tags: list[Tags], table: ModeTable) -> NDArray[np.bool_]:
    """Which modes (k, modes) each combination of tags of a barrier stops."""
    found = [stopped(combination, table) for combination in tags]
    return np.array(found, bool).reshape(len(tags), len(MODES))


def one_of_each(
    paces: Paces, kind: NDArray[np.int64]
) -> tuple[Paces, NDArray[np.int64], NDArray[np.int64]]:
    """Paces that differ, the kinds (s,) by their number, and what each is the other way round."""
    both = np.concatenate([paces, paces[:, :, ::-1]])
    flat = both.reshape(len(both), -1)
    rows, number = np.unique(flat, axis=0, return_inverse=True)
    different: Paces = rows.reshape(-1, *paces.shape[1:])
    number = number.reshape(-1)
    mirror = np.zeros(len(rows), np.int64)
    mirror[number[: len(paces)]] = number[len(paces) :]
    mirror[number[len(paces) :]] = number[: len(paces)]
    return different, number[: len(paces)][kind], mirror
