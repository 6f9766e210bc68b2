"""Benches, zones and the mobile office of the demonstration: made up, and always the same."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from geodata import demonstration
from geodata.demonstration.mobility_files import BENCHES, OFFICE, ZONES, mobility_files

SOURCES = Path(demonstration.__file__).parent / "sources"


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((SOURCES / name).read_text("utf-8")), delimiter=";"))


def test_the_committed_files_are_what_the_assumptions_make() -> None:
    made = mobility_files(SOURCES)
    assert set(made) == {ZONES, BENCHES, OFFICE}
    assert made == {name: (SOURCES / name).read_text("utf-8") for name in made}


def test_everything_is_called_a_model() -> None:
    zones = json.loads((SOURCES / ZONES).read_text("utf-8"))["features"]
    names = [zone["properties"]["Name"] for zone in zones]
    names += [row["Name"] for name in (BENCHES, OFFICE) for row in rows(name)]
    assert len(names) == len(set(names)) == 19
    assert all("Modell" in name for name in names)


def test_benches_stand_at_stops_and_lead_to_two_towns() -> None:
    stops = {(row["lon"], row["lat"]) for row in rows("haltestellen.csv")}
    for bench in rows(BENCHES):
        assert (bench["lon"], bench["lat"]) in stops
        assert len(bench["Richtungen"].split(", ")) == 2
