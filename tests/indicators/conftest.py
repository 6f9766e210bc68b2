"""Worlds of three villages with figures on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from geodata.area_system import AreaSystem
from geodata.catalogue import Indicator
from geodata.markers import Status
from geodata.period import Period
from geodata.store import Store
from indicators.published import Published
from indicators.query import Query
from tests.villages import village_store


@pytest.fixture
def villages(tmp_path: Path) -> Iterator[Store]:
    """Three levels and the catalogue records, no figures yet."""
    with village_store(tmp_path / "arbeitsbereich") as store:
        yield store


@pytest.fixture
def figures() -> Callable[..., Published]:
    """Published figures out of thin air, one area per value; nan is missing."""

    def make(
        values: Any, status: Any = None, *, middle: Any = None, classes: Any = None
    ) -> Published:
        numbers = np.asarray(values, np.float64)
        n = len(numbers)
        ids = tuple(f"{at:08d}" for at in range(n))
        states = np.where(np.isnan(numbers), Status.MISSING, Status.SHOWN).astype(np.uint8)
        return Published(
            query=Query("x", "gemeinde", "2022"),
            indicator=Indicator("x", "X", middle=middle, classes=classes or {}),
            system=AreaSystem(
                id="gemeinde",
                title="Gemeinden",
                attribution="",
                valid="",
                geometry_hash="",
                area_ids=ids,
                names=ids,
                nests_in=(),
                context=False,
                import_id=1,
            ),
            period=Period("2022"),
            base="",
            values=numbers,
            status=states if status is None else np.array(status, np.uint8),
            nature=np.zeros(n, np.uint8),
            flags=np.zeros(n, np.uint16),
            sources=(),
        )

    return make
