"""Which columns of an office table are read, and as what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geodata.tables.grid import column_letter
from geodata.tables.month_columns import is_month, with_year
from geodata.tables.refusals import (
    DoubledHeader,
    ImpossiblePeriod,
    NoValueColumn,
    UnknownColumn,
)
from geodata.tables.roles import Roles
from geodata.tables.states import IMPOSSIBLE_YEAR, impossible_date
from geodata.tables.variables import Meaning, identity, meaning_of, slug
from geodata.tables.wishes import Wishes

ONLY_A_TIME = "*"  # stands in a recipe for the columns whose header is nothing but a time


@dataclass(frozen=True)
class ValueColumn:
    """A column to read: its position from 0 and its meaning."""

    position: int
    meaning: Meaning


def value_columns(
    headers: Sequence[str],
    units: Sequence[str],
    roles: Roles,
    wishes: Wishes,
    *,
    file: str,
    nameless: str,
    example: str,
    titles: Sequence[str] = (),
) -> tuple[ValueColumn, ...]:
    """The columns that hold the figures asked for, or all that hold figures.

    `example` is what is said of a column that holds none; `titles` are the lines above the head.

    Raises
    ------
    UnknownColumn, NoValueColumn, ImpossiblePeriod, DoubledHeader, MonthsWithoutYear
    """
    meant = {
        j: meaning_of(headers[j], unit=units[j], nameless=nameless)
        for j in range(len(headers))
        if headers[j]
    }
    leading = {roles.key, roles.name, roles.period, roles.variable, roles.unit}
    if wishes.value:
        chosen = _asked_for(wishes.value, meant, file)
    elif wishes.recipe.columns:
        chosen = _by_recipe(wishes.recipe.columns, meant, file)
    else:
        chosen = {j: meant[j] for j in roles.values if j in meant and j not in leading}
    if not chosen:
        listed = ", ".join(f"„{header}“" for header in headers if header)
        raise NoValueColumn(file=file, columns=listed, example=example)
    _refuse_impossible_dates(chosen, file)
    _refuse_impossible_years(chosen, file)
    if not (wishes.value and wishes.wanted_period):
        chosen = with_year(
            chosen,
            titles=titles,
            file=file,
            nameless=nameless,
            rows_say_when=roles.period is not None,
        )
    distinct = _told_apart(chosen)
    _refuse_doubles(distinct, file)
    return tuple(ValueColumn(j, meaning) for j, meaning in distinct.items())


def _asked_for(wanted: str, meant: Mapping[int, Meaning], file: str) -> dict[int, Meaning]:
    for test in (
        lambda m: m.header == wanted.strip(),
        lambda m: slug(m.header) == slug(wanted),
        lambda m: wanted in (m.stem, m.id, m.label),
    ):
        found = {j: meaning for j, meaning in meant.items() if test(meaning)}
        if found:
            return found
    listed = ", ".join(f"„{meaning.header}“" for meaning in meant.values())
    raise UnknownColumn(file=file, column=wanted, columns=listed)


def _by_recipe(
    columns: Mapping[str, Mapping[str, str]], meant: Mapping[int, Meaning], file: str
) -> dict[int, Meaning]:
    found: dict[int, Meaning] = {}
    for header, entry in columns.items():
        if header == ONLY_A_TIME:
            fitting = {j: meaning for j, meaning in meant.items() if _only_a_time(meaning)}
        else:
            fitting = _asked_for(header, meant, file)
        for j, meaning in fitting.items():
            found[j] = replace(
                meaning,
                id=entry.get("variable", meaning.id),
                label=entry.get("label", meaning.label),
                unit=entry.get("unit", meaning.unit),
                period=entry.get("period", meaning.period),
            )
    return found


def _only_a_time(meaning: Meaning) -> bool:
    return meaning.bare or is_month(meaning.header)


def _refuse_impossible_dates(chosen: Mapping[int, Meaning], file: str) -> None:
    for meaning in chosen.values():
        if wrong := impossible_date(meaning.header):
            raise ImpossiblePeriod(file=file, place=f"Spalte „{meaning.header}“", text=wrong)


def _refuse_impossible_years(chosen: Mapping[int, Meaning], file: str) -> None:
    years = {slug(m.stem) for m in chosen.values() if m.period}
    for meaning in chosen.values():
        wrong = IMPOSSIBLE_YEAR.search(meaning.header)
        if wrong and not meaning.period:
            rest = meaning.header.replace(wrong[0], " ")
            if meaning_of(rest).id in {identity(stem) for stem in years} or not rest.strip():
                place = f"Spalte „{meaning.header}“"
                raise ImpossiblePeriod(file=file, place=place, text=wrong[0])


def _told_apart(chosen: Mapping[int, Meaning]) -> dict[int, Meaning]:
    """„Kinder (Anzahl)“ and „Kinder (%)“ are two figures: the unit goes into the id."""
    units: dict[tuple[str, str], set[str]] = {}
    for meaning in chosen.values():
        units.setdefault((meaning.id, meaning.period), set()).add(meaning.unit)
    crowded = {name for (name, _), found in units.items() if len(found) > 1}
    return {
        j: replace(
            meaning,
            id=identity(f"{meaning.id} {meaning.unit}"),
            label=f"{meaning.label} ({meaning.unit})",
        )
        if meaning.id in crowded and meaning.unit
        else meaning
        for j, meaning in chosen.items()
    }


def _refuse_doubles(chosen: Mapping[int, Meaning], file: str) -> None:
    places: dict[tuple[str, str], list[int]] = {}
    for j, meaning in chosen.items():
        places.setdefault((meaning.id, meaning.period), []).append(j)
    for positions in places.values():
        if len(positions) > 1:
            letters = " und ".join(column_letter(j) for j in positions)
            header = chosen[positions[0]].header
            raise DoubledHeader(file=file, header=header, columns=letters)
