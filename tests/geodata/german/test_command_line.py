"""The command lines speak German, also where click itself speaks."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from geodata.commands import geodata
from geodata.german.message_catalogue import COMPILED, compiled, messages
from indicators.commands import indicators

ENGLISH = {"Usage", "Options", "Commands", "Error", "Missing", "option", "required", "Show"}
# These modules speak to who writes a program, or to a terminal that the atlas does not use.
SPEAKING = ("core", "decorators", "exceptions", "formatting", "parser", "types")
TO_PROGRAMMERS = (
    "Could not determine name",
    "No options defined",
    "Arguments take",
    "Boolean",
    "Name '",
)


def said(*words: str, program: click.Group = geodata) -> str:
    result = CliRunner().invoke(program, words, env={"SOZIALRAUMATLAS_WORKSPACE": None})
    return result.output


def all_commands() -> Iterator[tuple[click.Group, tuple[str, ...]]]:
    for program in (geodata, indicators):
        yield program, ()
        for name, command in program.commands.items():
            yield program, (name,)
            for inner in getattr(command, "commands", ()):
                yield program, (name, inner)


@pytest.mark.parametrize(("program", "words"), list(all_commands()))
def test_every_help_page_is_german(program: click.Group, words: tuple[str, ...]) -> None:
    page = said(*words, "--help", program=program)
    assert page.startswith("Aufruf: ")
    assert "Diese Hilfe zeigen." in page
    assert not ENGLISH & set(re.findall(r"\w+", page))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("table",), "Fehler: Es fehlt die Angabe 'DATEI'."),
        (("status",), "Fehler: Es fehlt die Option '--workspace'."),
        (("status", "--nein"), "Fehler: Eine Option '--nein' gibt es nicht."),
        (
            ("tabelle",),
            "Einen Befehl 'tabelle' gibt es nicht. Gemeint vielleicht: 'table', 'timetable'?",
        ),
        (("undo", "acht", "--workspace", "w"), "Fehler: Das geht nicht bei 'ID': 'acht' ist keine"),
        (("undo", "0", "--workspace", "w"), "Erlaubt sind ganze Zahlen ab 1, nicht 0."),
        (
            ("grid", "x.csv", "--cell", "0", "--workspace", "w"),
            "Fehler: Das geht nicht bei '--cell': Erlaubt sind ganze Zahlen von 1 bis 100.000",
        ),
        (("purge", "3", "--workspace", "w"), 'zum Beispiel --reason "Namensliste versehentlich'),
        (("status", "--workspace"), "Fehler: Zur Option '--workspace' gehört ein Wert."),
        (("imports", "a", "--workspace", "w"), "Fehler: Diese Angabe ist zu viel: a"),
    ],
)
def test_a_wrong_call_is_explained_in_german(words: tuple[str, ...], sentence: str) -> None:
    assert sentence in said(*words)


def test_a_machine_set_to_english_makes_no_difference() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "geodata", "nichts"],
        env={**os.environ, "LANG": "en_GB.UTF-8", "LANGUAGE": "en", "PYTHONUTF8": "1"},
        cwd=Path(__file__).resolve().parents[3],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (told.returncode, told.stderr.splitlines()[0].split()[0]) == (2, "Aufruf:")


def test_the_language_of_the_process_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    said("--help")
    assert os.environ["LANGUAGE"] == "fr"


def test_the_compiled_catalogue_is_that_of_the_messages() -> None:
    assert COMPILED.read_bytes() == compiled(messages())


def test_every_message_of_click_has_its_german() -> None:
    known = {key for keys in messages() for key in keys.split("\0")}
    assert sorted(spoken_by_click() - known) == []


def spoken_by_click() -> set[str]:
    """All texts that click gives to gettext in the modules that speak to users."""
    found: set[str] = set()
    for module in SPEAKING:
        source = Path(click.__file__).with_name(f"{module}.py").read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
                found |= {a.value for a in node.args if isinstance(getattr(a, "value", 0), str)}
    return {text for text in found if not text.startswith(TO_PROGRAMMERS)}
