"""Another period by the slider, beside another indicator, on the same page of the atlas."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.benchmarks import browser, serving
from tests.benchmarks.finding import Finding, german, median_ratio, milliseconds
from tests.benchmarks.worlds import county

ROUNDS = 10
AT_MOST = 1.25
SLIDER, INDICATORS = "#time input", ("anteil_65_plus", "anteil_unter_18")


def run(*, rounds: int = ROUNDS) -> list[Finding]:
    if not browser.is_there():
        return [Finding("Zeitschieber", browser.NO_BROWSER)]
    with tempfile.TemporaryDirectory() as name:
        world = county(Path(name))
        with (
            serving.served(serving.atlas(world.workspace)) as server,
            browser.browser() as driver,
        ):
            search = f"/?indikator={INDICATORS[0]}&ebene=gemeinde&liste=tabelle&fest=1"
            browser.first_painted(driver, server.address + search)
            browser.settle(driver)
            turns = [_turn(driver, turn) for turn in range(rounds + 1)]
    steps, switches = zip(*turns[1:], strict=True)
    ratio = median_ratio(steps, switches)
    return [
        Finding("29 Gebiete · anderer Indikator: bis gemalt", milliseconds(switches)),
        Finding(
            "29 Gebiete · Schritt des Zeitschiebers: bis gemalt",
            milliseconds(steps),
            german(ratio, 2),
            "höchstens 1,25",
            ratio <= AT_MOST,
        ),
    ]


def _turn(driver: Any, turn: int) -> tuple[float, float]:
    """Milliseconds of one step of the slider, there and back in turn, and of one switch."""
    slider = WebDriverWait(driver, 60).until(lambda d: d.find_element(By.CSS_SELECTOR, SLIDER))
    # From one end to the other: of neighbouring periods often no area changes its class.
    key = (Keys.HOME, Keys.END)[turn % 2]
    step = browser.gesture(driver, slider, lambda: slider.send_keys(key))
    switch = browser.switch(driver, f'input[type="radio"][value="{INDICATORS[(turn + 1) % 2]}"]')
    return step.painted_ms, switch.painted_ms
