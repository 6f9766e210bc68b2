"""Several areas under one name, each still to be told from the next."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from indicators.comparison.place import Place, name_of


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("Gartow", "Höhbeck"), "Gartow, Höhbeck"),
        (("Gartow, gemeindefrei", "Höhbeck"), "Gartow, gemeindefrei; Höhbeck"),
    ],
)
def test_a_name_with_a_comma_is_one_name(names: tuple[str, ...], told: str) -> None:
    system = SimpleNamespace(name_of=lambda area_id: names[int(area_id)])
    workspace: Any = SimpleNamespace(systems={"gemeinde": system})
    assert name_of(workspace, Place("gemeinde", "", ("0", "1"))) == told
