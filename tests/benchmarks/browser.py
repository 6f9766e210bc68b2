"""Headless Chromium with a probe in the page that sees when the map was painted."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

NO_BROWSER = "Chromium und chromedriver fehlen: Messungen im Browser übersprungen."
_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
_SCREEN = {"width": 1400, "height": 900, "deviceScaleFactor": 1, "mobile": False}
_PROBE = Path(__file__).parent / "probe.js"
_PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Answer:
    """What one request brought: which callback outputs, bytes on the wire and unpacked."""

    output: str
    sent: int
    plain: int


@dataclass(frozen=True)
class Switch:
    """Milliseconds from the click until the map, and until the ranking, stood painted."""

    painted_ms: float
    list_ms: float | None
    answers: tuple[Answer, ...]


def is_there() -> bool:
    return bool(shutil.which("chromium") and shutil.which("chromedriver"))


@contextmanager
def browser() -> Iterator[Any]:
    options = Options()
    options.binary_location = shutil.which("chromium") or ""
    for argument in _ARGUMENTS:
        options.add_argument(argument)
    driver = webdriver.Chrome(service=Service(shutil.which("chromedriver") or ""), options=options)
    driver.set_script_timeout(_PATIENCE_SECONDS)
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", _SCREEN)
    driver.execute_cdp_cmd(
        "Page.addScriptToEvaluateOnNewDocument", {"source": _PROBE.read_text(encoding="utf-8")}
    )
    try:
        yield driver
    finally:
        driver.quit()


def first_painted(driver: Any, address: str) -> float:
    """Open a page; the epoch time in seconds of the frame after its areas first stood there."""
    driver.get(address)
    return float(driver.execute_async_script("probe.first(arguments[0])")) / 1000


def settle(driver: Any) -> None:
    """Wait until the map has not changed for a while."""
    driver.execute_async_script("probe.quiet(arguments[0])")


def switch(driver: Any, control: str) -> Switch:
    """Click the control (a CSS selector) as a person does, and wait until the map stands."""
    WebDriverWait(driver, _PATIENCE_SECONDS).until(
        lambda d: d.find_element(By.CSS_SELECTOR, control).is_displayed()
    )
    element = driver.find_element(By.CSS_SELECTOR, control)
    return gesture(driver, element, element.click)


def gesture(driver: Any, element: Any, act: Callable[[], None]) -> Switch:
    """Do something with an element that repaints the map, and wait until it stands."""
    driver.execute_script("arguments[0].scrollIntoView({block: 'nearest'}); probe.arm()", element)
    # A person does not act in the very frame in which the page moved last.
    time.sleep(0.1)
    act()
    seen = driver.execute_async_script("probe.seen(arguments[0])")
    answers = tuple(Answer(a["output"], a["sent"], a["plain"]) for a in seen["answers"])
    return Switch(seen["painted"], seen["list"], answers)
