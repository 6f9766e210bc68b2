"""Many who look at once: what one browser asks for is asked by all, each second."""

from __future__ import annotations

import gc
import http.client
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil

from tests.benchmarks import browser

_RECORDER = Path(__file__).parent / "recorder.js"
_HEADERS = {"Accept-Encoding": "gzip, deflate, br", "Content-Type": "application/json"}
_PATIENCE_SECONDS = 30
_REST_SECONDS = 2
_NEWS = '"news-clock"'


@dataclass(frozen=True)
class Asked:
    """One request of a page."""

    method: str
    path: str
    body: str

    def about(self, indicator: str, *, instead_of: str) -> Asked:
        """The same of another indicator."""
        path, body = (text.replace(instead_of, indicator) for text in (self.path, self.body))
        return Asked(self.method, path, body)


# What a page asks for when something else is chosen, in order.
Switch = tuple[Asked, ...]


@dataclass
class Watched:
    """What viewers met: ms of each switch from the moment it was due, what failed, and the memory
    of the server in MB, once a second."""

    milliseconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)


def recorded(address: str, controls: Iterable[str]) -> list[Switch]:
    """What is asked for when each of the controls is clicked, on a page that has come to rest."""
    with browser.browser() as driver:
        source = _RECORDER.read_text(encoding="utf-8")
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
        browser.first_painted(driver, address)
        browser.settle(driver)
        _all_asked(driver)
        switches = []
        for control in controls:
            browser.switch(driver, control)
            switches.append(tuple(_all_asked(driver)))
    return switches


def _all_asked(driver: Any) -> list[Asked]:
    """Whatever was asked since the last time, until nothing more is for a while."""
    found: list[Asked] = []
    before = -1
    while len(found) > before:
        before = len(found)
        time.sleep(_REST_SECONDS)
        asked = driver.execute_script("return recorder.take()")
        found += [Asked(**one) for one in asked if _NEWS not in one["body"]]
    return found


def asked_once(address: str, switches: Iterable[Switch]) -> None:
    """What nobody has asked before takes longer, and is not what is measured."""
    line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=_PATIENCE_SECONDS)
    for asked in (asked for switch in switches for asked in switch):
        _fault(line, asked)
    line.close()


def watched(
    address: str,
    process: int,
    switches: Sequence[Switch],
    *,
    seconds: int,
    viewers: int,
    found: Watched,
) -> None:
    """Each viewer begins with another switch, and each second all have one, one after the other.

    `process` is the server's; what is met is added to `found`.
    """
    # Else the viewers stand still, all at once, while Python looks through all that they imported.
    gc.freeze()
    begin = time.monotonic() + 1
    looking = [
        threading.Thread(
            target=_look, args=(address, switches, number, begin + number / viewers, seconds, found)
        )
        for number in range(viewers)
    ]
    for viewer in looking:
        viewer.start()
    server = psutil.Process(process)
    while any(viewer.is_alive() for viewer in looking):
        found.megabytes.append(server.memory_info().rss / 1e6)
        time.sleep(1)


def _look(
    address: str, switches: Sequence[Switch], first: int, begin: float, seconds: int, found: Watched
) -> None:
    """Whoever waits longer than a second asks late, and the waiting counts."""
    line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=_PATIENCE_SECONDS)
    for turn in range(seconds):
        due = begin + turn
        time.sleep(max(0.0, due - time.monotonic()))
        for asked in switches[(first + turn) % len(switches)]:
            fault = _fault(line, asked)
            if fault:
                found.errors.append(f"{asked.method} {asked.path}: {fault}")
        found.milliseconds.append((time.monotonic() - due) * 1000)
    line.close()


def _fault(line: http.client.HTTPConnection, asked: Asked) -> str:
    """Ask; what went wrong, "" for nothing."""
    try:
        line.request(asked.method, asked.path, asked.body or None, _HEADERS)
        answer = line.getresponse()
        answer.read()
    except (OSError, http.client.HTTPException) as fault:
        line.close()
        return repr(fault)
    return "" if answer.status < 400 else str(answer.status)
