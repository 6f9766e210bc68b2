"""Every German word on the screen, read from one file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from layers.unbroken import unbroken

_FILE = Path(__file__).with_name("words.toml")


@cache
def _everything() -> Mapping[str, Any]:
    return tomllib.loads(unbroken(_FILE.read_text(encoding="utf-8")))


def words(name: str, /, **facts: object) -> str:
    """The text that stands under a dotted name, its gaps filled: `words("status.missing")`.

    Raises KeyError where the file has no such text.
    """
    text = section(name)
    if not isinstance(text, str):
        raise KeyError(name)
    return text.format(**facts) if facts else text


def section(name: str) -> Any:  # noqa: ANN401 - TOML holds texts, lists and tables
    """The part of the file under a dotted name, as answers carry it to the page."""
    found: Any = _everything()
    for step in name.split("."):
        found = found[step]
    return found
