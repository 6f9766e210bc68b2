"""Boards of the comparison with all of Germany's Gemeinden: from the click to the drawn board."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.benchmarks import browser, serving
from tests.benchmarks.finding import Finding, german
from tests.benchmarks.worlds import GERMANY_AREAS, MISSING, germany

# The board, and what stands on it once it is drawn.
BOARDS = {"zusammenhang": ".pairs-chart", "muster": ".cluster"}
_PATIENCE_SECONDS = 300
_WATCH = """
    const seen = window.seen = { clicked: 0, longest: 0 };
    addEventListener("click", ({ timeStamp }) => { seen.clicked ||= timeStamp; }, true);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: "longtask" });
"""
_DRAWN = """
    const [css, tell] = arguments;
    const look = () => {
      if (!document.querySelector(css)) { requestAnimationFrame(look); return; }
      requestAnimationFrame((at) => {
        setTimeout(() => tell([at - seen.clicked, seen.longest]), 500);
      });
    };
    look();
"""


@dataclass(frozen=True)
class Drawn:
    """Milliseconds from the first click until a board stood, and the longest the page was deaf."""

    painted_ms: float
    longest_task_ms: float


def run() -> list[Finding]:
    if not browser.is_there():
        return [Finding("Tafeln des Vergleichs", browser.NO_BROWSER)]
    if not GERMANY_AREAS.is_file():
        return [Finding("Tafeln des Vergleichs, 11.299 Gebiete", MISSING)]
    with tempfile.TemporaryDirectory() as name:
        world = germany(Path(name))
        with serving.served(serving.atlas(world.workspace)) as server:
            address = f"{server.address}/vergleich?indikator={world.indicators[0]}&ebene=gemeinde"
            return [_finding(board, _opened(address, board)) for board in BOARDS]


def _opened(address: str, board: str) -> Drawn:
    """The first click on a tab, in a browser of its own."""
    with browser.browser() as driver:
        browser.first_painted(driver, address)
        browser.settle(driver)
        tab = WebDriverWait(driver, 60).until(lambda d: _tab(d, board))
        driver.set_script_timeout(_PATIENCE_SECONDS)
        driver.execute_script(_WATCH)
        tab.click()
        return Drawn(*driver.execute_async_script(_DRAWN, BOARDS[board]))


def _tab(driver: Any, board: str) -> Any:
    return driver.find_element(By.CSS_SELECTOR, f"#board-tab-{board}")


def _finding(board: str, drawn: Drawn) -> Finding:
    took = f"{german(drawn.painted_ms / 1000, 1)} s"
    deaf = f"längste Aufgabe der Seite {german(drawn.longest_task_ms)} ms"
    return Finding(
        f"11.299 Gebiete · Tafel „{board.title()}“: erster Klick bis gemalt", f"{took}, {deaf}"
    )
