"""Somebody who reads the atlas in headless Chromium: looks, points, clicks, types and waits."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlsplit

from selenium import webdriver
from selenium.common.exceptions import (
    NoSuchElementException,
    StaleElementReferenceException,
    TimeoutException,
)
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser import axe

Found = TypeVar("Found")

NO_BROWSER = "chromium oder chromedriver fehlt: Die Wege im Browser werden übersprungen."
PATIENCE_SECONDS = 15
# Every name but this machine's own is unknown: no internet, wherever the tests run.
_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--lang=de-DE",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
_EYES = (Path(__file__).parent / "eyes.js").read_text(encoding="utf-8")


def is_there() -> bool:
    return bool(shutil.which("chromium") and shutil.which("chromedriver"))


def chromium() -> Any:
    """A browser that keeps its console and its network log."""
    options = Options()
    options.binary_location = shutil.which("chromium")
    for argument in _ARGUMENTS:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)
    driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": _EYES})
    return driver


class Reader:
    """One page of one atlas; `address` is where the atlas answers."""

    def __init__(self, driver: Any, address: str) -> None:
        self.driver = driver
        self.address = address

    def open(self, search: str = "", *, path: str = "/") -> Reader:
        """Go to a view and wait until its map is painted and its figures have come."""
        self.driver.get(f"{self.address}{path}{search}")
        return self.settled() if path == "/" else self

    def resize(self, width: int, height: int, *, density: float = 1) -> None:
        """The page's own size in CSS px, also below what a window may be."""
        size = {"width": width, "height": height, "deviceScaleFactor": density, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def prefer(self, feature: str, wish: str) -> None:
        """What the reader has told the system, such as to move little; "" takes it back."""
        features = [{"name": feature, "value": wish}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def until(self, promise: Callable[[], Found], *, else_say: str = "") -> Found:
        """What the promise gives once it gives something true."""
        try:
            moving = (NoSuchElementException, StaleElementReferenceException)
            wait = WebDriverWait(self.driver, PATIENCE_SECONDS, 0.05, ignored_exceptions=moving)
            found: Found = wait.until(lambda _: promise())
        except TimeoutException:
            raise AssertionError(else_say or "Das Erwartete ist nicht eingetreten.") from None
        return found

    def settled(self) -> Reader:
        """Wait until map, figures, lists and portrait all show what the address says."""
        self.until(
            lambda: self.see("settled"),
            else_say=f"Die Karte zeigt nicht {self.search}: {self.see('state')}",
        )
        return self

    def see(self, what: str, *arguments: Any) -> Any:
        """One of the looks of eyes.js."""
        call = "return globalThis.eyes && eyes[arguments[0]](...arguments[1])"
        return self.driver.execute_script(call, what, list(arguments))

    @property
    def search(self) -> str:
        return urlsplit(self.driver.current_url).query

    @property
    def choices(self) -> dict[str, str]:
        return dict(parse_qsl(self.search))

    def find(self, css: str) -> Any:
        """The first element that fits, once it is there."""
        found = self.until(
            lambda: self.driver.find_elements(By.CSS_SELECTOR, css), else_say=f"{css} fehlt."
        )
        return found[0]

    def all(self, css: str) -> list[Any]:
        found: list[Any] = self.driver.find_elements(By.CSS_SELECTOR, css)
        return found

    def text(self, css: str) -> str:
        """All text of an element, seen or folded, with single blanks."""
        return " ".join((self.find(css).get_attribute("textContent") or "").split())

    def shows(self, css: str, part: str) -> None:
        """Wait until an element's text has a part."""
        self.until(lambda: part in self.text(css), else_say=f"{css} zeigt nicht „{part}“.")

    def click(self, css: str, *, text: str = "") -> None:
        """Click what a person would: the element that fits and has the text."""

        def clicked() -> bool:
            fitting = [e for e in self.all(css) if e.is_displayed() and text in e.text]
            if not fitting or not fitting[0].is_enabled():
                return False
            self.driver.execute_script(
                "arguments[0].scrollIntoView({block: 'nearest'})", fitting[0]
            )
            fitting[0].click()
            return True

        self.until(clicked, else_say=f"{css} „{text}“ fehlt.")

    def ask(self, topic: str, question: str) -> None:
        """Open a topic and choose a question in it."""
        if not self.until(lambda: self.find_topic(topic)).get_attribute("open"):
            self.click(".topic summary", text=topic)
        self.click("label.question", text=question)

    def find_topic(self, topic: str) -> Any:
        return next(e for e in self.all(".topic") if e.text.startswith(topic))

    def pick(self, select: str, option: str) -> None:
        """Choose an option of a select."""
        self.click(f"input#{select}")
        self.click("[role=option]", text=option)

    def point_at(self, area: str) -> ActionChains:
        """The pointer over the middle of an area; chain `.click()` or `.perform()`."""
        x, y = self.see("place", area)
        chain = ActionChains(self.driver, duration=20)
        chain.w3c_actions.pointer_action.move_to_location(int(x), int(y))
        return chain

    def hover(self, area: str) -> None:
        self.point_at(area).perform()

    def click_area(self, area: str) -> None:
        self.point_at(area).click().perform()

    def point_at_nothing(self) -> None:
        """The pointer over the bar at the top, so that no area is under it."""
        ActionChains(self.driver).move_to_element(self.find(".brand")).perform()

    def press(self, *keys: str) -> None:
        chain = ActionChains(self.driver)
        for key in keys:
            chain.send_keys(key)
        chain.perform()

    def barriers(self, *, frame: str = "") -> list[str]:
        """What keeps people out of the page as it stands, or out of a frame in it."""
        if frame:
            self.driver.switch_to.frame(self.find(frame))
        try:
            return axe.barriers(self.driver)
        finally:
            self.driver.switch_to.default_content()

    def picture(self, path: Path) -> None:
        self.driver.save_screenshot(str(path))

    def complaints(self) -> list[str]:
        """What the console says since it was last asked: errors, warnings, violated rules."""
        return [
            entry["message"]
            for entry in self.driver.get_log("browser")
            if entry["level"] in ("SEVERE", "WARNING")
        ]

    def requests(self) -> list[str]:
        """The addresses asked for since it was last asked."""
        told = [json.loads(e["message"])["message"] for e in self.driver.get_log("performance")]
        return [
            event["params"]["request"]["url"]
            for event in told
            if event["method"] == "Network.requestWillBeSent"
        ]

    def foreign_requests(self) -> list[str]:
        """What went beyond the atlas; data and blob addresses never leave the page."""
        inside = (self.address + "/", "data:", "blob:", "about:", "chrome:")
        return [address for address in self.requests() if not address.startswith(inside)]
