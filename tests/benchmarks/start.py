"""From the start of the process to the first painted map, the atlas beside the barest page."""

from __future__ import annotations

import compileall
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks import browser, serving
from tests.benchmarks.finding import Finding, german, median_ratio, milliseconds
from tests.benchmarks.serving import ROOT
from tests.benchmarks.worlds import county

ROUNDS = 8
AT_MOST = 1.5


def run(*, rounds: int = ROUNDS) -> list[Finding]:
    if not browser.is_there():
        return [Finding("Start", browser.NO_BROWSER)]
    _compile()
    with tempfile.TemporaryDirectory() as name:
        world = county(Path(name))
        atlas, bare = serving.atlas(world.workspace), serving.bare("leaflet_start", world.file)
        first = _alternating(atlas, bare, rounds, kept_cache=False)
        again = _alternating(atlas, bare, rounds, kept_cache=True)
    return _found("Browser sieht die Seite zum ersten Mal", *first) + _found(
        "Browser kennt die Seite", *again
    )


def _compile() -> None:
    """As the set-up does: else each start translates anew what was changed since then."""
    compileall.compile_file(ROOT / "app.py", quiet=1)
    for folder in ("callbacks", "geodata", "indicators", "layers"):
        compileall.compile_dir(ROOT / folder, quiet=1)


def _alternating(
    atlas: Sequence[str], bare: Sequence[str], rounds: int, *, kept_cache: bool
) -> tuple[list[float], list[float]]:
    """Milliseconds of both, each round one start of each.

    With `kept_cache` the same browser comes back to the same port, as at a desk; else every round
    has a port of its own, for which the browser keeps nothing. The first round is not counted: it
    fills the browser's cache, and the atlas lays its geometry file into the workspace.
    """
    ports = (serving.free_port(), serving.free_port()) if kept_cache else (0, 0)
    with browser.browser() as driver:
        turns = [
            (_start(driver, atlas, ports[0]), _start(driver, bare, ports[1]))
            for _ in range(rounds + 1)
        ]
    return [a for a, _ in turns[1:]], [b for _, b in turns[1:]]


def _start(driver: Any, command: Sequence[str], port: int) -> float:
    driver.get("about:blank")
    with serving.served(command, port=port) as server:
        return (browser.first_painted(driver, server.address) - server.started) * 1000


def _found(how: str, atlas: list[float], bare: list[float]) -> list[Finding]:
    ratio = median_ratio(atlas, bare)
    return [
        Finding(f"Start bis gemalt ({how}) · nackte Seite", milliseconds(bare)),
        Finding(
            f"Start bis gemalt ({how}) · Atlas",
            milliseconds(atlas),
            german(ratio, 2),
            f"höchstens {german(AT_MOST, 1)}",
            ratio <= AT_MOST,
        ),
    ]
