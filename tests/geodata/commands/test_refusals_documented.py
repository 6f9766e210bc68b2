"""Every refusal that a file or a command can cause stands in docs/SCHLECHTE-EINGABEN.md."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import geodata
import indicators
from geodata.refusals import Refusal

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "SCHLECHTE-EINGABEN.md"

# Refusals that no file can cause, by module or by name, and why.
NO_FILE = {
    "geodata.demonstration.": "nur beim Bau der mitgelieferten Daten",
    "geodata.tables.refusals.TableRefusal": "Oberbegriff, wird selbst nie gesagt",
    "geodata.imports.note_refusals.": "eine Lesart wird getippt",
    "indicators.comparison.": "Fragen an Werte, die schon gespeichert sind",
    "indicators.disclosure.": "Fragen an Werte, die schon gespeichert sind",
    "indicators.reach.": "Fragen an Werte, die schon gespeichert sind",
    "indicators.facilities.": "Fragen an Werte, die schon gespeichert sind",
    "indicators.refusals.": "Fragen an Werte, die schon gespeichert sind",
    "indicators.secrecy.refusals.Bad": "Optionen einer Regel",
    "indicators.secrecy.refusals.No": "Optionen einer Regel",
    "indicators.secrecy.refusals.Unknown": "Optionen einer Regel",
}


def refusals() -> list[type[Refusal]]:
    """All classes of refusal of both packages."""
    for package in (geodata, indicators):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    found = {full_name(refusal): refusal for refusal in _below(Refusal)}
    return [found[name] for name in sorted(found) if name.startswith(("geodata.", "indicators."))]


def _below(refusal: type[Refusal]) -> Iterator[type[Refusal]]:
    for inner in refusal.__subclasses__():
        yield inner
        yield from _below(inner)


def full_name(refusal: type[Refusal]) -> str:
    return f"{refusal.__module__}.{refusal.__name__}"


def stands_in(document: str, refusal: type[Refusal]) -> bool:
    """Whether a row has the sentence, with its gaps filled or as „…“."""
    parts = [re.escape(part) for part in re.split(r"\{[^{}]*\}", refusal.sentence)]
    return re.search(r"\| " + "[^|\n]*".join(parts).strip() + r"\s*[^|\n]*\|", document) is not None


@pytest.fixture(scope="module")
def document() -> str:
    return DOCUMENT.read_text(encoding="utf-8").replace("&#124;", "/")


def test_every_refusal_that_a_file_can_cause_is_documented(document: str) -> None:
    missing = [
        full_name(refusal)
        for refusal in refusals()
        if not full_name(refusal).startswith(tuple(NO_FILE)) and not stands_in(document, refusal)
    ]
    assert missing == []


def test_every_exception_still_stands_for_a_refusal() -> None:
    names = [full_name(refusal) for refusal in refusals()]
    assert [start for start in NO_FILE if not any(n.startswith(start) for n in names)] == []


def test_a_sentence_that_nobody_wrote_down_is_missed(document: str) -> None:
    class Unheard(Refusal):
        sentence = "„{file}“ ist zu blau."

    assert not stands_in(document, Unheard)
