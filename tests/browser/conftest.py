"""One browser for all journeys; after each, a look at its console and its requests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from app import DEMONSTRATION
from tests.browser.reader import NO_BROWSER, Reader, chromium, is_there
from tests.browser.serving import served


def pytest_runtest_setup() -> None:
    """Without Chromium all journeys skip, before any world is made for them."""
    if not is_there():
        pytest.skip(NO_BROWSER)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The one browser."""
    driver = chromium()
    yield driver
    driver.quit()


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The shipped workspace as a copy, served."""
    folder = tmp_path_factory.mktemp("vorfuehrung") / "w"
    shutil.copytree(DEMONSTRATION, folder)
    with served(folder) as address:
        yield address


@pytest.fixture
def reads(browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """Opens an atlas for a reader; at the end nothing may have been complained of or asked abroad.

    Ask for it last: it must look and leave before the atlas stops. Only a journey marked
    `offline_tiles` may have asked for tiles of the basemap.
    """
    readers: list[Reader] = []

    def reading(address: str, *, width: int = 1400, height: int = 900) -> Reader:
        reader = Reader(browser, address)
        browser.get("about:blank")
        reader.resize(width, height)
        reader.complaints()
        reader.requests()
        readers.append(reader)
        return reader

    yield reading
    for reader in readers[-1:]:
        violations = reader.see("told")
        complaints, abroad = reader.complaints(), reader.foreign_requests()
        if request.node.get_closest_marker("offline_tiles"):
            complaints = [said for said in complaints if "ERR_NAME_NOT_RESOLVED" not in said]
            abroad = [asked for asked in abroad if "basemapde" not in asked]
        browser.get("about:blank")
        assert (violations, complaints, abroad) == ([], [], [])
