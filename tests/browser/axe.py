"""What axe-core finds in a page that keeps people out; tests/set_up.py fetches it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
MISSING = "axe-core fehlt (`npm ci` in tests/): Barrieren werden im Browser nicht gesucht."
_GRAVE = ("serious", "critical")
# Signs lie where their facilities lie, close together or not; each also stands in the list.
_ACCEPTED = {("target-size", "facility-sign")}
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def is_there() -> bool:
    return _FILE.is_file()


def barriers(driver: Any) -> list[str]:
    """What is serious or critical in the page, or in the frame that the driver is in.

    Each with its rule, the element and the reason; without axe-core nothing is looked for.
    """
    if not is_there():
        return []
    if not driver.execute_script("return Boolean(globalThis.axe)"):
        driver.execute_script(_script())
    found = driver.execute_async_script("eyes.barriers(arguments[0]).then(arguments[1])", _RULES)
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']} {node['html'][:200]}"
        for violation in found
        if violation["impact"] in _GRAVE
        for node in violation["nodes"] or [{"target": "", "failureSummary": "", "html": ""}]
        if not any(violation["id"] == rule and name in node["html"] for rule, name in _ACCEPTED)
    ]


@cache
def _script() -> str:
    return _FILE.read_text(encoding="utf-8")
