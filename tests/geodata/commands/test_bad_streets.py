"""Every bad file of streets of docs/SCHLECHTE-EINGABEN.md, through the command line."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.geodata.commands.test_bad_input import (  # noqa: F401 - fixtures
    Door,
    accepted,
    refused,
    spoken,
)
from tests.roads import osm_text

Run = Callable[..., Result]
Write = Callable[..., Path]

ROUND = {"A": (0, 0), "B": (2000, 0), "C": (2000, 2000), "D": (0, 2000)}
STREET = {"highway": "residential"}
TOWN = osm_text(ROUND, [("ABCDA", STREET)])


@pytest.fixture
def osm_file(tmp_path: Path) -> Write:
    def write(text: str, name: str = "stadt.osm") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_streets_that_are_not_there(refused: Door, tmp_path: Path) -> None:  # noqa: F811
    refused("streets", tmp_path / "fehlt.osm.pbf")


def test_a_web_page_as_streets(refused: Door, osm_file: Write) -> None:  # noqa: F811
    refused("streets", osm_file("<html><body>404</body></html>"))


def test_an_empty_file_as_streets(refused: Door, osm_file: Write) -> None:  # noqa: F811
    refused("streets", osm_file(""))


def test_streets_cut_off(refused: Door, osm_file: Write) -> None:  # noqa: F811
    refused("streets", osm_file(TOWN[:-60]))


def test_packed_streets_cut_off(refused: Door, tmp_path: Path) -> None:  # noqa: F811
    packed = gzip.compress(TOWN.encode())
    (tmp_path / "stadt.osm.gz").write_bytes(packed[: len(packed) // 2])
    refused("streets", tmp_path / "stadt.osm.gz")


def test_damaged_streets(refused: Door, osm_file: Write) -> None:  # noqa: F811
    refused("streets", osm_file(TOWN.replace("<way id", "<way <id")))


def test_entities_in_streets(refused: Door, osm_file: Write) -> None:  # noqa: F811
    entity = '<!DOCTYPE osm [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    refused("streets", osm_file(TOWN.replace("<osm", f"{entity}<osm")))


def test_a_file_without_streets(refused: Door, osm_file: Write) -> None:  # noqa: F811
    refused("streets", osm_file(osm_text(ROUND, [("ABCDA", {"building": "yes"})])))


def test_streets_that_are_closed_to_all(refused: Door, osm_file: Write) -> None:  # noqa: F811
    refused("streets", osm_file(osm_text(ROUND, [("ABCDA", {**STREET, "access": "no"})])))


def test_streets_without_their_points(refused: Door, osm_file: Write) -> None:  # noqa: F811
    refused("streets", osm_file(osm_text({}, [("ABCDA", STREET)])))


def test_streets_of_another_county(refused: Door, osm_file: Write) -> None:  # noqa: F811
    far = {name: (x + 200_000, y) for name, (x, y) in ROUND.items()}
    refused("streets", osm_file(osm_text(far, [("ABCDA", STREET)])))


def test_streets_before_all_areas(
    run: Run,
    spoken: Any,  # noqa: F811
    osm_file: Write,
    empty: Path,
) -> None:
    result = run("streets", osm_file(TOWN), workspace=empty)
    assert result.exit_code == 1
    spoken("abgelehnt", result)


def test_streets_of_half_the_county(accepted: Any, osm_file: Write) -> None:  # noqa: F811
    half = {**ROUND, "B": (1000, 0), "C": (1000, 2000)}
    assert accepted("streets", osm_file(osm_text(half, [("ABCDA", STREET)])))["km"]["car"] == 6


def test_streets_with_dead_ends_and_islands(accepted: Any, osm_file: Write) -> None:  # noqa: F811
    points = {**ROUND, "X": (500, 500), "Y": (700, 500)}
    text = osm_text(points, [("ABCDA", STREET), ("XY", STREET)])
    assert accepted("streets", osm_file(text))["left_out_km"]["foot"] == 0.2


def test_markup_in_the_title_of_streets(accepted: Any, osm_file: Write) -> None:  # noqa: F811
    title = "=cmd()<script>"
    assert accepted("streets", osm_file(TOWN), "--title", title)["title"] == title
