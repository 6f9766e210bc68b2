"""The different pairs of key and name in a table: each is examined once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray


@dataclass(frozen=True)
class Pair:
    """A key and a name that stand together, and the first row where they do."""

    key: str
    name: str
    row: int


def different_pairs(
    keys: NDArray[np.object_], names: NDArray[np.object_], rows: NDArray[np.int64]
) -> tuple[list[Pair], NDArray[np.int64]]:
    """The different pairs, and for every row the position of its pair."""
    key_codes, _ = pd.factorize(keys)
    name_codes, different_names = pd.factorize(names)
    both = key_codes.astype(np.int64) * max(len(different_names), 1) + name_codes
    codes, different = pd.factorize(both)
    first = np.full(len(different), -1, dtype=np.int64)
    # Written from the last row to the first, so that the first one stays.
    first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)
    return [Pair(keys[place], names[place], int(rows[place])) for place in first], codes
