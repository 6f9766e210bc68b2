"""Whether axe-core is asked at all: it hears of a barrier that is put into a page."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser import axe

pytestmark = pytest.mark.browser

PAGE = "data:text/html,<html lang=de><title>Seite</title><main><h1>Seite</h1>%s</main></html>"


def test_a_picture_without_words_is_heard_of(browser: Any) -> None:
    if not axe.is_there():
        pytest.skip(axe.MISSING)
    browser.get(PAGE % "<button>Weiter</button>")
    assert axe.barriers(browser) == []
    browser.get(PAGE % "<button><img src='x.png'></button>")
    assert any("button-name" in found for found in axe.barriers(browser))
