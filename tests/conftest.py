"""What tests in all folders stand on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from geodata.timetables.reading import TimetableFile, read_timetable

# How long an example takes depends on the machine, and proves nothing.
settings.register_profile("atlas", deadline=None)
settings.load_profile("atlas")

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real files; tests that read it skip where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("Die echten Dateien (../shared/data) liegen hier nicht.")
    return SHARED


@pytest.fixture(scope="session")
def vrn(shared_data: Path) -> TimetableFile:
    """A real timetable: 354 stops around Heidelberg, June to December 2022."""
    return read_timetable(shared_data / "test-only" / "gtfs" / "vrn_gtfs_cut.zip")
