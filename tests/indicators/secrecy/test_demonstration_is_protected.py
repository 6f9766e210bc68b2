"""The shipped workspace hides what its catalogue protects, and every hidden figure is safe."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from geodata import demonstration
from geodata.workspace import Workspace, open_workspace
from indicators.secrecy.audit import audit

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("geschuetzt") / "workspace"
    shutil.copytree(Path(demonstration.__file__).parent / "workspace", folder)
    with open_workspace(folder) as workspace:
        yield workspace


def test_the_shipped_pattern_belongs_to_the_shipped_figures(shipped: Workspace) -> None:
    assert shipped.is_reckoned


def test_every_hidden_figure_is_safe_and_the_handbook_counts_them(shipped: Workspace) -> None:
    entries = audit(shipped)
    assert entries
    assert [entry for entry in entries if not entry.safe] == []
    counts = Counter((entry.indicator_id, entry.order) for entry in entries)
    handbook = (ROOT / "docs" / "HANDBUCH.md").read_text(encoding="utf-8")
    for name in {entry.indicator_id for entry in entries}:
        title = shipped.indicators[name].title
        row = f"| {title} | {counts[name, 'first']} | {counts[name, 'second']} |"
        assert row in handbook
