"""What tests in all folders stand on."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real files; tests that read it skip where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("Die echten Dateien (../shared/data) liegen hier nicht.")
    return SHARED
