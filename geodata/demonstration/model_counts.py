"""Model counts of people in some situation; never more than the people they are counted from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from geodata.demonstration.model_assumptions import Assumptions, years

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Table = dict[str, dict[str, Whole]]  # period → figure → (Gemeinden,)

FIRST_YEAR, LAST_YEAR = 2015, 2024
LEAVING, ARRIVING = 0.085, 0.025  # of those from 18 to under 25, per year
EXAMINED = 0.245  # one of the four years from 6 to under 10 enters school, nearly all are examined
FINDINGS = 0.19  # of the examined, around 2020
SCHOOL_LEAVERS = 0.47  # of the two years from 16 to under 18
WITHOUT_CERTIFICATE = 0.065  # of the leavers


def year_ends() -> list[str]:
    return [f"{year}-12-31" for year in range(FIRST_YEAR, LAST_YEAR + 1)]


def base_people(ages: Whole, of: Iterable[str], basis: Assumptions) -> Whole:
    """The people of some age groups, shape (Gemeinden,)."""
    wanted = set(of)
    return np.asarray(ages[:, [age.id in wanted for age in basis.ages]].sum(axis=1), np.int64)


def situations(ages: Mapping[str, Whole], townness: Floats, basis: Assumptions) -> Table:
    """What is counted on 31.12. of each year out of the age groups of that day."""
    numbers = np.random.default_rng(basis.seed + 2)
    burden = 0.6 * townness + 0.8 * (numbers.random(len(townness)) - 0.5)
    lasting = {count.id: numbers.random(len(townness)) * 2 - 1 for count in basis.counts}
    found: Table = {}
    for date in year_ends():
        found[date] = {}
        for count in basis.counts:
            level = count.rate + count.yearly * (years(date) - 2020)
            rate = level * (1 + count.burden * burden) * (1 + count.spread * lasting[count.id])
            people = base_people(ages[date], count.of, basis)
            found[date][count.id] = counted(people, rate, numbers)
    return found


def moves(ages: Mapping[str, Whole], townness: Floats, basis: Assumptions) -> Table:
    """Arrivals less departures of people from 18 to under 25 in a year; mostly below zero."""
    numbers = np.random.default_rng(basis.seed + 3)
    lasting = numbers.random(len(townness)) * 0.05
    found: Table = {}
    for date in year_ends():
        people = base_people(ages[date], ["alter_18_24"], basis)
        rate = LEAVING - 0.04 * townness + lasting + 0.05 * (numbers.random(len(townness)) - 0.5)
        leaving = counted(people, np.maximum(rate, 0), numbers)
        arriving = counted(people, _full(ARRIVING, townness), numbers)
        found[date[:4]] = {"wanderung_18_24": arriving - leaving}
    return found


def school_entry(ages: Mapping[str, Whole], townness: Floats, basis: Assumptions) -> Table:
    """Children examined before they enter school, and those with a finding in language."""
    numbers = np.random.default_rng(basis.seed + 4)
    lasting = 1 + 0.3 * (numbers.random(len(townness)) - 0.5)
    found: Table = {}
    for date in year_ends():
        examined = counted(
            base_people(ages[date], ["alter_6_9"], basis), _full(EXAMINED, townness), numbers
        )
        rate = (FINDINGS + 0.006 * (years(date) - 2020)) * (1 + 0.35 * townness) * lasting
        findings = counted(examined, rate, numbers)
        found[date[:4]] = {"untersuchte_kinder": examined, "sprachauffaellige_kinder": findings}
    return found


def school_leaving(ages: Mapping[str, Whole], townness: Floats, basis: Assumptions) -> Table:
    """Young people leaving general schools in a school year, and those without certificate."""
    numbers = np.random.default_rng(basis.seed + 5)
    found: Table = {}
    for date in year_ends():
        year = int(date[:4])
        leaving = counted(
            base_people(ages[date], ["alter_16_17"], basis),
            _full(SCHOOL_LEAVERS, townness),
            numbers,
        )
        without = counted(leaving, WITHOUT_CERTIFICATE * (1 + 0.4 * townness), numbers)
        found[f"{year - 1}/{year}"] = {"schulabgaenge": leaving, "abgaenge_ohne_abschluss": without}
    return found


def counted(people: Whole, rate: Floats, numbers: np.random.Generator) -> Whole:
    """So many of the people, rounded by chance; from none to all of them."""
    drawn = np.floor(people * rate + numbers.random(len(people))).astype(np.int64)
    return np.clip(drawn, 0, people)


def _full(value: float, like: Floats) -> Floats:
    return np.full(len(like), value)
