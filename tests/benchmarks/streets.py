"""Streets of Heidelberg: the import against a bare pass of osmium, minutes against bare scipy."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import osmium
import shapely
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from geodata.imports.streets import import_streets
from geodata.store import Store
from geodata.streets.graph import MODES, Mode, StreetGraph, street_graph
from geodata.streets.segments import projected
from geodata.workspace import Workspace
from indicators.reach.closing import kept_minutes
from indicators.reach.streets import Snaps, minutes_per_facility, minutes_to_nearest, snapped
from tests.benchmarks.finding import Finding, german, median_ratio, milliseconds
from tests.benchmarks.serving import ROOT
from tests.benchmarks.worlds import MISSING
from tests.conftest import SHARED
from tests.villages import put_areas

FILE = SHARED / "test-only" / "osm" / "heidelberg.test.pbf"
ROUNDS, SEARCHES, FACILITIES = 7, 40, 30
MOST_BYTES = 10**9
_NEW_PLACES = "nächste Einrichtung, jedes Mal an neuen Orten"
_MIDDLE, _HALF_SIDE_M = (8.69, 49.41), 8000
_NAMES: dict[Mode, str] = {
    "foot": "zu Fuß",
    "bike": "Rad",
    "pedelec": "Pedelec",
    "car": "Auto",
}


def run() -> list[Finding]:
    if not FILE.is_file():
        return [Finding("Straßen", MISSING)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with _workspace(folder / "w") as store:
            found = _import_speed(store)
            stored = Workspace(store).streets
            assert stored is not None
            graph = street_graph(stored)
        found += _import_memory(folder)
        for mode in MODES:
            found += _search_speed(graph, mode)
        return found


def _workspace(folder: Path) -> Store:
    """One square kilometre after the other around the middle of the town."""
    store = Store.create(folder, title="Heidelberg", county="08221")
    (x,), (y,) = projected(*(np.array([degrees]) for degrees in _MIDDLE))
    half = _HALF_SIDE_M
    put_areas(store, "kreis", {"08221": "H"}, [shapely.box(x - half, y - half, x + half, y + half)])
    return store


def _import_speed(store: Store) -> list[Finding]:
    ways: dict[str, Callable[[], object]] = {
        "osmium allein, nichts in Python (`apply`)": _bare_apply,
        "osmium allein, Wege in Python (`SimpleHandler`)": _bare_handler,
        "osmium allein, alles in Python (`FileProcessor`)": _bare_processor,
        "`import_streets`": lambda: import_streets(store, FILE),
    }
    times: dict[str, list[float]] = {title: [] for title in ways}
    for _ in range(ROUNDS):
        for title, way in ways.items():
            times[title].append(_timed(way))
    *bare, ours = times.items()
    processor = median_ratio(ours[1], bare[-1][1])
    lines = [Finding(f"Straßen Heidelberg · {title}", milliseconds(took)) for title, took in bare]
    told = ", ".join(german(median_ratio(ours[1], took), 1) for _, took in bare)
    return [
        *lines,
        Finding(
            f"Straßen Heidelberg · {ours[0]}",
            milliseconds(ours[1]),
            told,
            "höchstens 3 (gegen `FileProcessor`)",
            processor <= 3,
        ),
    ]


def _bare_apply() -> None:
    locations = osmium.NodeLocationsForWays(osmium.index.create_map("flex_mem"))
    with osmium.io.Reader(str(FILE)) as reader:
        osmium.apply(reader, locations)


class _Ways(osmium.SimpleHandler):
    def way(self, way: osmium.osm.Way) -> None:
        """Nothing."""


def _bare_handler() -> None:
    _Ways().apply_file(str(FILE), locations=True)


def _bare_processor() -> None:
    for _ in osmium.FileProcessor(str(FILE)).with_locations():
        pass


def _import_memory(folder: Path) -> list[Finding]:
    """The whole command in a process of its own."""
    if not hasattr(os, "wait4"):
        return [Finding("Straßen", "Spitzenspeicher lässt sich unter Windows nicht messen.")]
    shutil.copytree(folder / "w", folder / "w2")
    command = ["-m", "geodata", "streets", FILE, "--workspace", folder / "w2"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.measured_command", *map(str, command)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    used: dict[str, Any] = json.loads(done.stdout)
    return [
        Finding(
            "Straßen Heidelberg · ganzer Befehl",
            f"{german(used['seconds'], 1)} s, höchstens {german(used['peak'] / 10**6)} MB",
            target="höchstens 1 GB",
            held=used["peak"] <= MOST_BYTES,
        )
    ]


def _search_speed(graph: StreetGraph, mode: Mode) -> list[Finding]:
    """From all nodes of a mode to the nearest of 30 places beside the streets."""
    nodes = np.unique(graph.start[np.isfinite(graph.minutes[mode])])
    rng = np.random.default_rng(1)
    at = rng.choice(nodes, FACILITIES, replace=False)
    x, y = (c[at] + rng.normal(0, 40, FACILITIES) for c in (graph.x, graph.y))
    homes = snapped(graph, mode, graph.x[nodes], graph.y[nodes])
    schools = snapped(graph, mode, x, y)
    held = kept_minutes(minutes_per_facility(graph, mode, schools, homes))
    bare = _matrix(graph, mode)
    _check(graph, mode, schools, homes, held.shortest)
    ways: dict[str, Callable[[int], object]] = {
        "scipy allein": lambda _: dijkstra(bare, indices=at, min_only=True),
        "nächste Einrichtung": lambda _: minutes_to_nearest(
            graph, mode, snapped(graph, mode, x, y), homes
        ),
        _NEW_PLACES: lambda n: minutes_to_nearest(
            graph, mode, snapped(graph, mode, x + n, y), homes
        ),
        "eine Einrichtung geschlossen": lambda n: minutes_to_nearest(
            graph, mode, schools.chosen(np.arange(FACILITIES) != n % FACILITIES), homes
        ),
        "eine Straße gesperrt": lambda n: minutes_to_nearest(
            graph.with_minutes(mode, [n], np.inf), mode, schools, homes
        ),
        "eine Einrichtung geschlossen, Minuten behalten": lambda n: held.without([n % FACILITIES]),
    }
    times: dict[str, list[float]] = {title: [] for title in ways}
    for number in range(SEARCHES):
        for title, way in ways.items():
            times[title].append(_timed(way, number))
    title = f"{_NAMES[mode]}, {german(len(nodes))} Knoten"
    return _compared(title, times)


def _compared(title: str, times: dict[str, list[float]]) -> list[Finding]:
    (bare, took_bare), *others = times.items()
    found = [Finding(f"{title} · {bare}", _precise(took_bare))]
    for what, took in others:
        ratio, named = median_ratio(took, took_bare), f"{title} · {what}"
        if what == _NEW_PLACES:
            # What nobody has looked up before is looked up first; the ratio is told all the same.
            found.append(Finding(named, _precise(took), german(ratio, 2)))
            continue
        most = 0.1 if "behalten" in what else 1.5
        target = f"höchstens {german(most, 1)}"
        found.append(Finding(named, _precise(took), german(ratio, 2), target, ratio <= most))
    return found


def _matrix(graph: StreetGraph, mode: Mode) -> csr_array:
    """What somebody would hand to scipy who has nothing but the nodes: edges turned round, the
    quickest of parallel ones."""
    minutes = graph.minutes[mode].astype(np.float64)
    usable = np.flatnonzero(np.isfinite(minutes) & (graph.start != graph.end))
    order = usable[np.lexsort([minutes[usable], graph.start[usable], graph.end[usable]])]
    start, end = graph.start[order], graph.end[order]
    first = np.ones(len(order), bool)
    first[1:] = (start[1:] != start[:-1]) | (end[1:] != end[:-1])
    n = len(graph.x)
    return csr_array((minutes[order[first]], (end[first], start[first])), shape=(n, n))


def _check(
    graph: StreetGraph, mode: Mode, schools: Snaps, homes: Snaps, minutes: np.ndarray
) -> None:
    """A fast wrong answer is none."""
    assert np.allclose(minutes_to_nearest(graph, mode, schools, homes)[0], minutes)


def _timed(way: Callable[..., object], *arguments: object) -> float:
    started = time.perf_counter()
    way(*arguments)
    return 1000 * (time.perf_counter() - started)


def _precise(rounds: list[float]) -> str:
    low, high = german(min(rounds), 2), german(max(rounds), 2)
    return f"{german(float(np.median(rounds)), 2)} ms ({low}–{high})"
