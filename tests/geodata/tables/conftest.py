"""Small table files as offices make them, written by the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a text file: write(text, encoding=…, name=…)."""

    def _write(text: str | bytes, *, encoding: str = "utf-8", name: str = "tabelle.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return _write
