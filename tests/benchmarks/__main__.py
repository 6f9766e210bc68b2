"""Measure, and print one Markdown table: `python -m tests.benchmarks [switch] [start] …`."""

from __future__ import annotations

import datetime
import os
import platform
import sys
from collections.abc import Callable, Sequence

from tests.benchmarks import (
    boards,
    disclosure,
    imports,
    load,
    map_slice,
    overlap,
    reach,
    slider,
    start,
    streets,
    switch,
    timetable,
)
from tests.benchmarks.finding import Finding, markdown

BENCHMARKS: dict[str, Callable[[], list[Finding]]] = {
    "switch": switch.run,
    "slider": slider.run,
    "boards": boards.run,
    "start": start.run,
    "slice": map_slice.run,
    "imports": imports.run,
    "overlap": overlap.run,
    "disclosure": disclosure.run,
    "streets": streets.run,
    "timetable": timetable.run,
    "reach": reach.run,
    "load": load.run,
}


def main(wanted: Sequence[str]) -> int:
    unknown = set(wanted) - set(BENCHMARKS)
    if unknown:
        sys.stderr.write(f"Unbekannt: {', '.join(unknown)}. Es gibt: {', '.join(BENCHMARKS)}.\n")
        return 2
    found: list[Finding] = []
    for name in wanted or BENCHMARKS:
        sys.stderr.write(f"{name} …\n")
        found += BENCHMARKS[name]()
    sys.stdout.write(f"{_machine()}\n\n{markdown(found)}\n")
    return 0


def _machine() -> str:
    """Day, cores, memory and Python of this run."""
    day = datetime.datetime.now().astimezone().strftime("%d.%m.%Y")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{day}, {cores} Kerne{_memory()}, {platform.system()}, Python {platform.python_version()}"
    )


def _memory() -> str:
    if not hasattr(os, "sysconf"):
        return ""
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 10**9
    return f", {gigabytes:.0f} GB Arbeitsspeicher"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
