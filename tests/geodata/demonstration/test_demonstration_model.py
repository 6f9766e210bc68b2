"""The model figures: exact where real ones are known, repeatable, and never above their base."""

from __future__ import annotations

import csv
import io
import tomllib
from pathlib import Path

import numpy as np
import pytest

from geodata.demonstration import model
from geodata.demonstration.model_assumptions import assumptions
from geodata.demonstration.model_counts import counted
from geodata.demonstration.model_population import partition

FOLDER = Path(model.__file__).parent
SOURCES = FOLDER / "sources"
AGES = [age.id for age in assumptions().ages]
REAL_DATES = {
    "2020-06-30": 48_455,
    "2022-05-15": 46_637,
    "2022-12-31": 49_178,
    "2025-06-30": 46_425,
}


def rows_of(*patterns: str) -> list[dict[str, str]]:
    files = [file for pattern in patterns for file in sorted(SOURCES.glob(pattern))]
    return [
        row
        for file in files
        for row in csv.DictReader(io.StringIO(file.read_text("utf-8")), delimiter=";")
        if not row["ags"].startswith("033545")
    ]


@pytest.fixture(scope="module")
def people_by_age() -> dict[tuple[str, str], dict[str, int]]:
    """(AGS, date) → the ten age groups and their total, of the 27 Gemeinden."""
    return {
        (row["ags"], row["stichtag"]): {
            name: int(row[name]) for name in [*AGES, "bevoelkerung_modell"]
        }
        for row in rows_of("modell_altersgruppen_*.csv")
    }


@pytest.mark.parametrize(("date", "total"), REAL_DATES.items())
def test_ten_age_groups_partition_each_gemeinde_exactly_on_the_real_dates(
    people_by_age: dict[tuple[str, str], dict[str, int]], date: str, total: int
) -> None:
    real = model.known_populations(SOURCES)[date]
    split = {key: sum(people_by_age[key, date][age] for age in AGES) for key in real}
    assert len(AGES) == 10
    assert len(real) == 27
    assert split == dict(real)
    assert sum(split.values()) == total


def test_age_groups_add_up_to_the_model_population_in_every_year(
    people_by_age: dict[tuple[str, str], dict[str, int]],
) -> None:
    dates = {date for _, date in people_by_age}
    assert {date[:4] for date in dates} == {str(year) for year in range(2015, 2026)}
    assert all(
        sum(people[age] for age in AGES) == people["bevoelkerung_modell"]
        for people in people_by_age.values()
    )


def test_an_old_rural_county_has_twice_as_many_people_over_65_as_under_18(
    people_by_age: dict[tuple[str, str], dict[str, int]],
) -> None:
    county = {
        age: sum(p[age] for (_, date), p in people_by_age.items() if date == "2025-06-30")
        for age in AGES
    }
    old = county["alter_65_79"] + county["alter_80_plus"]
    assert 1.8 < old / sum(county[age] for age in AGES[:5]) < 2.6


def test_the_two_census_bases_are_two_series_and_share_no_date() -> None:
    first, second = assumptions().dates.values()
    assert not set(first) & set(second)
    assert max(first) == "2022-12-31"
    assert min(second) == "2022-05-15"


def test_no_count_is_above_the_people_it_is_counted_from(
    people_by_age: dict[tuple[str, str], dict[str, int]],
) -> None:
    rows = rows_of("modell_soziales_*.csv")
    assert {row["stichtag"] for row in rows} == {f"{year}-12-31" for year in range(2015, 2025)}
    for row in rows:
        people = people_by_age[row["ags"], row["stichtag"]]
        for count in assumptions().counts:
            assert 0 <= int(row[count.id]) <= sum(people[age] for age in count.of)


def test_findings_and_missing_certificates_are_never_above_their_base() -> None:
    entry, leaving = rows_of("modell_einschulung.csv"), rows_of("modell_schulabgang.csv")
    assert len(entry) == len(leaving) == 27 * 10
    assert all(
        int(row["sprachauffaellige_kinder"]) <= int(row["untersuchte_kinder"]) for row in entry
    )
    assert all(int(r["abgaenge_ohne_abschluss"]) <= int(r["schulabgaenge"]) for r in leaving)


def test_young_people_leave_the_county_on_balance(
    people_by_age: dict[tuple[str, str], dict[str, int]],
) -> None:
    rows = rows_of("modell_wanderung_*.csv")
    assert sum(int(row["wanderung_18_24"]) for row in rows) < 0
    assert all(
        abs(int(row["wanderung_18_24"]))
        <= people_by_age[row["ags"], f"{row['jahr']}-12-31"]["alter_18_24"]
        for row in rows
    )


def test_the_committed_model_files_are_what_the_model_makes() -> None:
    made = model.model_files(SOURCES)
    committed = {file.name: file.read_text("utf-8") for file in SOURCES.glob("modell_*.csv")}
    assert made == committed


def test_the_gemeindefreie_gebiete_hold_nothing_in_every_model_file() -> None:
    for file in SOURCES.glob("modell_*.csv"):
        free = [
            line.split(";")
            for line in file.read_text("utf-8").splitlines()
            if line.startswith("033545")
        ]
        assert free
        assert all(set(cells[3:]) == {"-"} for cells in free)


def test_a_remainder_goes_to_the_largest_fraction() -> None:
    split = partition(np.array([7, 0]), np.array([[5.0, 3.0, 2.0], [1.0, 1.0, 1.0]]))
    # 3.5, 2.1 and 1.4 people: the seventh goes to the first group
    assert split.tolist() == [[4, 2, 1], [0, 0, 0]]


def test_nobody_is_counted_where_nobody_is_and_a_rate_above_one_takes_all() -> None:
    numbers = np.random.default_rng(1)
    found = counted(np.array([0, 4]), np.array([0.5, 1.7]), numbers)
    assert found.tolist() == [0, 4]


def test_every_assumption_is_a_share() -> None:
    plain = tomllib.loads((FOLDER / "model.toml").read_text("utf-8"))
    assert sum(age["share"] for age in plain["age"]) == pytest.approx(1, abs=0.01)
