"""School sites stand at stops named after a school; Kitas are a model, and always the same."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from geodata import demonstration
from geodata.demonstration import facility_files
from geodata.demonstration.facility_files import school_kind

SOURCES = Path(demonstration.__file__).parent / "sources"


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((SOURCES / name).read_text("utf-8")), delimiter=";"))


def test_the_committed_files_are_what_the_assumptions_make() -> None:
    made = facility_files.facility_files(SOURCES)
    assert len(made) == 3
    assert made == {name: (SOURCES / name).read_text("utf-8") for name in made}


@pytest.mark.parametrize("name", ["schulstandorte_grundschule.csv", "schulstandorte_schule.csv"])
def test_a_school_site_is_a_stop_under_its_own_name(name: str) -> None:
    stops = {row["id"]: row for row in rows("haltestellen.csv")}
    for site in rows(name):
        stop = stops[site["Kennung"]]
        assert (site["Name"], site["lon"], site["lat"]) == (stop["name"], stop["lon"], stop["lat"])


def test_every_stop_that_is_named_after_a_school_has_its_site_but_the_former_one() -> None:
    named = {row["name"] for row in rows("haltestellen.csv") if "schule" in row["name"].casefold()}
    sites = {
        row["Name"]
        for kind in ("grundschule", "schule")
        for row in rows(f"schulstandorte_{kind}.csv")
    }
    assert named - sites == {"Alte Grundschule, Woltersdorf (Niedersachsen)"}


@pytest.mark.parametrize(
    ("stop", "kind"),
    [
        ("Prisser Grundschule", "grundschule"),
        ("Bernhard-Varenius-Schule", "schule"),
        ("Grabow Freie Schule Wendland", "schule"),
        ("Schulweg", ""),
        ("Am Schulhof", ""),
    ],
)
def test_the_name_says_the_kind(stop: str, kind: str) -> None:
    assert school_kind(stop) == kind


def test_pupils_fit_into_their_school_and_children_into_their_kita() -> None:
    for kind in ("grundschule", "schule"):
        for row in rows(f"schulstandorte_{kind}.csv"):
            assert 0 < int(row["Schüler 2024/2025"]) <= int(row["Plätze"])
    told = [row for row in rows("kitas_modell.csv") if row["Plätze"]]
    assert all(int(row["belegt"]) <= int(row["Plätze"]) for row in told)
    assert all(int(row["Plätze U3"]) + int(row["Plätze Ü3"]) == int(row["Plätze"]) for row in told)
