"""The villages with figures, opened as the running atlas opens them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from callbacks.page import create_app
from geodata.workspace_holder import WorkspaceHolder
from tests.villages import AHAUSEN, BEDORF, CETAL, COUNTY, FOREST, put_table, village_store


@pytest.fixture
def counted_villages(tmp_path: Path) -> Path:
    """Children: 4, 8, secret and none in 2022, the county 20; in 2020, on an older census, 3, 9."""
    folder = tmp_path / "gezaehlt"
    with village_store(folder) as store:
        older = {AHAUSEN: 3.0, BEDORF: 9.0, CETAL: 5.0, FOREST: "-"}
        newer = {AHAUSEN: 4.0, BEDORF: 8.0, CETAL: ".", FOREST: "-"}
        put_table(store, "kinder", "2020", older, base="Zensus 2011")
        put_table(store, "kinder", "2022", newer, base="Zensus 2022")
        put_table(store, "kinder", "2022", {COUNTY: 20.0}, system="kreis", base="Zensus 2022")
        put_table(store, "einwohner", "2022", {AHAUSEN: 100.0, BEDORF: 200.0, CETAL: 300.0})
    return folder


@pytest.fixture
def told_villages(counted_villages: Path) -> Iterator[WorkspaceHolder]:
    holder = WorkspaceHolder(counted_villages)
    yield holder
    holder.close()


@pytest.fixture
def visitor(counted_villages: Path) -> FlaskClient:
    """Somebody who asks the whole atlas over HTTP."""
    client: FlaskClient = create_app(WorkspaceHolder(counted_villages)).server.test_client()
    return client
