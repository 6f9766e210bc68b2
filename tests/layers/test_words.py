"""German stands in one file, and nothing in the code asks for a text that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from layers.words import section, words

ROOT = Path(__file__).parents[2]
ASKED = re.compile(r"""\bwords\(\s*"([a-z_.]+)\"""")


def asked_for() -> list[str]:
    files = [ROOT / "app.py", *ROOT.glob("layers/*.py"), *ROOT.glob("callbacks/*.py")]
    return sorted({name for file in files for name in ASKED.findall(file.read_text("utf-8"))})


@pytest.mark.parametrize("name", asked_for())
def test_every_text_that_is_asked_for_exists(name: str) -> None:
    assert words(name)


def test_gaps_are_filled() -> None:
    assert words("area.rank_value", rank=3, of=27) == "3 von 27"


def test_a_section_is_no_text() -> None:
    assert isinstance(section("status"), dict)
    with pytest.raises(KeyError):
        words("status")


def test_scripts_speak_no_german_of_their_own() -> None:
    for script in ROOT.glob("assets/**/*.js"):
        code = re.sub(r"/\*.*?\*/|//.*", "", script.read_text("utf-8"), flags=re.S)
        assert not re.search("[äöüÄÖÜß„“]", code), script.name


def test_a_number_and_its_unit_stay_on_one_line() -> None:
    assert words("reach.minutes", minutes="12") == "12\u00a0min"
    assert words("facilities.taken", share="89").endswith("89\u00a0%")
