"""Tables brought in by command: rows per second and the peak memory of the process."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from geodata.workspace import open_workspace
from tests.benchmarks.finding import Finding, german
from tests.benchmarks.serving import ROOT
from tests.benchmarks.worlds import GERMANY_AREAS, MISSING, genesis_file, germany_without_tables

FIRST_YEAR, YEARS = 1995, 27
MOST_BYTES = 10**9


def run() -> list[Finding]:
    if not GERMANY_AREAS.is_file():
        return [Finding("Import", MISSING)]
    if not hasattr(os, "wait4"):
        return [Finding("Import", "Spitzenspeicher lässt sich unter Windows nicht messen.")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        germany = germany_without_tables(folder)
        long_table = folder / "bevoelkerung.csv"
        _write_long_table(long_table, germany)
        return [
            _import("GENESIS 1000A-0000", genesis_file("1000A-0000"), germany, folder),
            _import("CSV, alle Gemeinden × 27 Jahre", long_table, germany, folder),
        ]


def _import(title: str, path: Path, germany: Path, folder: Path) -> Finding:
    """Into a copy of the workspace, so that each import meets the same store."""
    workspace = folder / f"fuer-{path.stem}"
    shutil.copytree(germany, workspace)
    command = ["-m", "geodata", "table", path, "--workspace", workspace, "--system", "gemeinde"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.measured_command", *map(str, command)],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    used = json.loads(done.stdout)
    rows = _rows(path)
    speed = f"{german(rows / used['seconds'])} Zeilen/s"
    return Finding(
        f"Import {title} ({german(rows)} Zeilen)",
        f"{german(used['seconds'], 1)} s, {speed}, höchstens {german(used['peak'] / 10**6)} MB",
        target="höchstens 1 GB",
        held=used["peak"] <= MOST_BYTES,
    )


def _rows(path: Path) -> int:
    """Data rows, without the head."""
    with path.open(encoding="utf-8-sig") as lines:
        return sum(1 for _ in lines) - 1


def _write_long_table(path: Path, workspace: Path) -> None:
    """305,073 rows as an office exports them: a year below the other, UTF-8, semicolons."""
    opened = open_workspace(workspace)
    system = opened.systems["gemeinde"]
    opened.close()
    rng = np.random.default_rng(1)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["AGS", "Gemeinde", "Jahr", "Einwohner"])
        for year in range(FIRST_YEAR, FIRST_YEAR + YEARS):
            people = rng.integers(100, 20_000, len(system.area_ids)).tolist()
            columns = zip(system.area_ids, system.names, people, strict=True)
            writer.writerows((area, name, year, count) for area, name, count in columns)
