"""One map slice of 11,000 areas out of 5 million observations, against the bare SQL query."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import shapely

from geodata.store import NewArea, NewObservations, Store
from geodata.workspace import Workspace
from indicators.published import published
from indicators.query import Query
from tests.benchmarks.finding import Finding, german, median_ratio, milliseconds

AREAS, VARIABLES, PERIODS = 11_000, 23, 20
RUNS = 15
AT_MOST = 2
_BARE = (
    "SELECT area_id, value FROM observation WHERE variable = ? AND system = 'gemeinde' "
    "AND period = ? AND withdrawn_by IS NULL"
)


def run() -> list[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        store = _large_store(Path(folder))
        bare_connection = sqlite3.connect(store.path)
        workspace = Workspace(store)
        bare, ours = [], []
        for turn in range(RUNS):
            variable, period = f"v{turn % VARIABLES}", str(2000 + turn)
            bare.append(
                _seconds(
                    lambda v=variable, p=period: bare_connection.execute(_BARE, (v, p)).fetchall()
                )
            )
            ours.append(
                _seconds(lambda v=variable, p=period: published(workspace, Query(v, "gemeinde", p)))
            )
        bare_connection.close()
        store.close()
    ratio = median_ratio(ours, bare)
    title = f"Ein Kartenschnitt aus {german(AREAS * VARIABLES * PERIODS)} Beobachtungen"
    return [
        Finding(f"{title} · SQL allein", _milliseconds(bare)),
        Finding(
            f"{title} · `published()`",
            _milliseconds(ours),
            german(ratio, 2),
            f"höchstens {AT_MOST}",
            ratio <= AT_MOST,
        ),
    ]


def _milliseconds(seconds: list[float]) -> str:
    return milliseconds([1000 * s for s in seconds])


def _large_store(folder: Path) -> Store:
    store = Store.create(folder / "workspace", title="Groß", county="03354")
    ids = [f"{number:08d}" for number in range(AREAS)]
    squares = shapely.box(*np.divmod(np.arange(AREAS), 100), *np.divmod(np.arange(AREAS), 100))
    rng = np.random.default_rng(1)
    with store.writing("areas") as writer:
        writer.replace_areas(
            "gemeinde",
            [NewArea(area_id, area_id) for area_id in ids],
            shapely.buffer(squares, 0.4),
            title="Gemeinden",
            attribution="",
            valid="",
            geometry_hash="benchmark",
            context=False,
        )
    with store.writing("table") as writer:
        from geodata.catalogue import Indicator

        writer.put_records(Indicator(f"v{v}", f"Variable {v}") for v in range(VARIABLES))
        for variable in range(VARIABLES):
            for period in range(PERIODS):
                values = rng.integers(0, 10_000, AREAS).astype(float).tolist()
                cells = [(a, v, "", "", 1) for a, v in zip(ids, values, strict=True)]
                writer.add_observations(
                    NewObservations(f"v{variable}", "gemeinde", str(2000 + period), "", "s", cells)
                )
    return store


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
