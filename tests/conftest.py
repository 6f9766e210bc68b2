"""What tests in all folders stand on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from geodata import demonstration
from geodata.stories import Story
from geodata.timetables.reading import TimetableFile, read_timetable
from geodata.workspace import Workspace, open_workspace

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


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A copy of the workspace that comes with the program."""
    folder = tmp_path_factory.mktemp("shipped") / "workspace"
    shutil.copytree(Path(demonstration.__file__).parent / "workspace", folder)
    with open_workspace(folder) as opened:
        yield opened


@pytest.fixture(scope="session")
def shipped_story(shipped: Workspace) -> Story:
    """„Kinder und Wege im Wendland“."""
    return shipped.stories["kinder-und-wege-im-wendland"]
