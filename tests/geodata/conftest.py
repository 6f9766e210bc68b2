"""The small world that tests of the store, the imports and the commands share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from geodata.store import Store
from tests.villages import village_store


@pytest.fixture
def three_villages(tmp_path: Path) -> Iterator[Store]:
    """Areas on three levels and a catalogue, no figures yet; the newest journal number is 5."""
    with village_store(tmp_path / "arbeitsbereich") as store:
        yield store
