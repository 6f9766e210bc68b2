"""The real feed, where its folder lies beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.timetables.reading import TimetableFile, read_timetable


@pytest.fixture(scope="session")
def vrn(shared_data: Path) -> TimetableFile:
    """392 stops around Heidelberg, June to December 2022."""
    return read_timetable(shared_data / "test-only" / "gtfs" / "vrn_gtfs_cut.zip")
