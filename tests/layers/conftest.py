"""Five areas, one of every status, as pictures get them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from geodata.area_system import AreaSystem
from geodata.catalogue import Indicator, Source
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from indicators.published import Published
from indicators.query import Query

NAN = float("nan")
AREAS = ("Ahausen", "Bedorf", "Cetal", "Dornwald", "Ehausen", "Fdorf")


@pytest.fixture
def one_of_each() -> Published:
    """Ahausen 1, Bedorf 2, Cetal 3 but unreliable, then nothing, secret and missing."""
    n = len(AREAS)
    return Published(
        query=Query("kinder", "gemeinde", "2022-12-31"),
        indicator=Indicator(
            "kinder", "Kinder unter 3", question="Wo leben viele Kinder?", unit="%", kind="share"
        ),
        system=AreaSystem(
            id="gemeinde",
            title="Gemeinden",
            attribution="© BKG",
            valid="",
            geometry_hash="abc",
            area_ids=tuple(str(number) for number in range(n)),
            names=AREAS,
            nests_in=(),
            context=False,
            import_id=1,
        ),
        period=Period("2022-12-31"),
        base="",
        values=np.array([1.0, 2.0, 3.04, 0.0, NAN, NAN]),
        status=np.array(
            [
                Status.SHOWN,
                Status.SHOWN,
                Status.UNRELIABLE,
                Status.ZERO,
                Status.SUPPRESSED,
                Status.MISSING,
            ],
            np.uint8,
        ),
        nature=np.zeros(n, np.uint8),
        flags=np.array([0, Flag.PRELIMINARY, 0, 0, 0, Flag.LATER], np.uint16),
        sources=(Source("amt", "Kreisamt", attribution="© Kreisamt"),),
    )


@pytest.fixture
def with_changes(one_of_each: Published) -> Callable[..., Published]:
    """The same areas with some parts replaced."""

    def changed(**parts: Any) -> Published:
        return replace(one_of_each, **parts)

    return changed


@pytest.fixture
def all_modelled() -> np.ndarray[Any, np.dtype[np.uint8]]:
    return np.full(len(AREAS), Nature.MODEL, np.uint8)
