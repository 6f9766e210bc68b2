"""A map of reachability: from the click to the painted map, beside a switch of the indicator.

Every click asks something that nobody has asked before: another way of travelling by street,
another day by timetable. The page is opened with another kind of facility before each turn.
"""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.benchmarks import browser, serving
from tests.benchmarks.finding import Finding, german, median_ratio, milliseconds
from tests.benchmarks.worlds import county

_KINDS = ("kita", "schule", "grundschule", "kita;schule", "kita;grundschule", "schule;grundschule")
_CHIP = '#reach-panel label:has(input[name="{name}"][value="{value}"])'
_BY_STREET = tuple(_CHIP.format(name="weg", value=mode) for mode in ("auto", "rad", "pedelec"))
# The page opens with the school day; a Sunday may look like the Saturday before it.
_DAYS = '#reach-panel .reach-chips:has(input[name="tag"])'
_BY_TIMETABLE = tuple(f"{_DAYS} label:nth-of-type({at})" for at in (2, 3))
SWITCH, STREET, TIMETABLE = "Indikatorwechsel", "über Straßen", "nach Fahrplan"
_AGAIN = "über Straßen, schon einmal gefragt"
_TARGETS = {STREET: 2.0, TIMETABLE: 4.0}


def run() -> list[Finding]:
    if not browser.is_there():
        return [Finding("Erreichbarkeit", browser.NO_BROWSER)]
    with tempfile.TemporaryDirectory() as folder:
        return _findings(measured(Path(folder)))


def measured(folder: Path) -> dict[str, list[float]]:
    """Milliseconds until painted; what is measured in one turn stands at one place of the lists."""
    world = county(folder)
    times: dict[str, list[float]] = {name: [] for name in (SWITCH, STREET, TIMETABLE, _AGAIN)}
    with ExitStack() as stack:
        server = stack.enter_context(serving.served(serving.atlas(world.workspace)))
        plain, reach = (stack.enter_context(browser.browser()) for _ in range(2))
        first, second = (f'input[type="radio"][value="{name}"]' for name in world.indicators)
        _open(plain, f"{server.address}/?indikator={world.indicators[0]}&ebene=gemeinde")
        browser.switch(plain, second)
        for at, kinds in enumerate(_KINDS):
            asked = f"{server.address}/erreichbarkeit?arten={kinds}"
            found: dict[str, list[float]] = {name: [] for name in times}
            for name, chips in ((STREET, _BY_STREET), (TIMETABLE, _BY_TIMETABLE)):
                _open(reach, f"{asked}&weg={'fuss' if name == STREET else 'bus'}")
                for chip in chips:
                    if name == STREET:
                        found[SWITCH].append(browser.switch(plain, first).painted_ms)
                        first, second = second, first
                    found[name].append(browser.switch(reach, chip).painted_ms)
                if name == STREET:
                    again = _CHIP.format(name="weg", value="fuss"), *chips[:2]
                    found[_AGAIN] += [browser.switch(reach, chip).painted_ms for chip in again]
            # The first turn warms up.
            for name in times if at else ():
                times[name] += found[name]
    return times


def _open(driver: Any, address: str) -> None:
    browser.first_painted(driver, address)
    browser.settle(driver)


def _findings(times: dict[str, list[float]]) -> list[Finding]:
    found = []
    for name, rounds in times.items():
        ratio = median_ratio(rounds, times[SWITCH][: len(rounds)])
        limit = _TARGETS.get(name)
        found.append(
            Finding(
                f"Erreichbarkeit · {name}: Klick bis gemalt",
                milliseconds(rounds),
                "" if name == SWITCH else german(ratio, 2),
                f"höchstens {german(limit)}" if limit else "",
                None if limit is None else ratio <= limit,
            )
        )
    return found
