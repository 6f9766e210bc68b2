"""The model figures of the demonstration, written as tables that are imported like any other."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
from numpy.typing import NDArray

from geodata.demonstration import model_counts, register_file
from geodata.demonstration.model_assumptions import Assumptions, assumptions
from geodata.demonstration.model_counts import Table
from geodata.demonstration.model_population import Known, age_groups, totals
from geodata.demonstration.table_files import csv_text

NOTHING = "-"
WITHOUT_MUNICIPALITY = (("03354501", "Gartow, gemeindefrei"), ("03354502", "Göhrde, gemeindefrei"))
ENDING = {"Zensus 2011": "zensus_2011", "Zensus 2022": "zensus_2022"}


def model_files(sources: Path) -> dict[str, str]:
    """File name → CSV text, made from the real populations in the `sources` folder alone."""
    basis = assumptions()
    known = known_populations(sources)
    names = municipality_names(sources)
    keys = tuple(sorted(names))
    townness = _townness(known["2022-05-15"], keys)
    by_date = totals(known, keys, basis)
    ages = age_groups(by_date, townness, basis)
    people: Table = {
        date: {"bevoelkerung_modell": by_date[date]}
        | {age.id: ages[date][:, number] for number, age in enumerate(basis.ages)}
        for date in ages
    }
    rows = [(key, names[key]) for key in keys]
    situations = model_counts.situations(ages, townness, basis)
    moves = model_counts.moves(ages, townness, basis)
    entry = model_counts.school_entry(ages, townness, basis)
    leaving = model_counts.school_leaving(ages, townness, basis)
    return {
        **_by_base("altersgruppen", "stichtag", people, rows, basis),
        **_by_base("soziales", "stichtag", situations, rows, basis),
        **_by_base("wanderung", "jahr", moves, rows, basis),
        "modell_einschulung.csv": _text("jahr", entry, rows),
        "modell_schulabgang.csv": _text("schuljahr", leaving, rows),
    }


def known_populations(sources: Path) -> Known:
    """The four real populations of the 27 Gemeinden, by ISO date and AGS."""
    lsn = [row for row in _rows(sources / "lsn_A100001G.csv") if row["ebene"] == "Gemeinde"]
    census = [
        (row["1_variable_attribute_code"], int(row["value"]))
        for row in _rows(sources / "zensus_1000A-0000.csv")
    ]
    return {
        "2020-06-30": {row["ags"]: int(row["einwohner_20200630"]) for row in lsn},
        "2022-05-15": {ars[:5] + ars[-3:]: people for ars, people in census if ars[:5] == "03354"},
        "2022-12-31": _registered(sources / register_file.NAME),
        "2025-06-30": {row["ags"]: int(row["einwohner_20250630"]) for row in lsn},
    }


def municipality_names(sources: Path) -> dict[str, str]:
    """AGS → name of the 27 Gemeinden, as the list of stops has them."""
    rows = _rows(sources / "haltestellen_je_gemeinde.csv")
    names = {row["ags"]: row["gemeinde"] for row in rows}
    return {key: name for key, name in names.items() if key not in dict(WITHOUT_MUNICIPALITY)}


def _registered(workbook: Path) -> dict[str, int]:
    book = openpyxl.load_workbook(workbook, read_only=True)
    rows = book[register_file.SHEET].iter_rows(values_only=True)
    municipality = "60"
    people = {
        f"{row[2]}{row[3]}{row[4]}{row[6]}": int(str(row[9]))
        for row in rows
        if str(row[0]) == municipality
    }
    return {key: count for key, count in people.items() if key not in dict(WITHOUT_MUNICIPALITY)}


def _rows(table: Path) -> list[dict[str, str]]:
    text = table.read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def _townness(population: Mapping[str, int], keys: Sequence[str]) -> NDArray[np.float64]:
    """From -0.5 in the smallest village to 1 in the largest town, by the root of its people."""
    root = np.sqrt(np.array([population[key] for key in keys], dtype=np.float64))
    low, high = float(root.min()), float(root.max())
    return np.asarray(1.5 * (root - low) / (high - low) - 0.5, np.float64)


def _by_base(
    name: str, column: str, table: Table, rows: Sequence[tuple[str, str]], basis: Assumptions
) -> dict[str, str]:
    """Two files, one per census base, so that no line is drawn across the break."""
    files = {}
    for base, dates in basis.dates.items():
        years = {date[:4] for date in dates if date.endswith("12-31")}
        part = {state: table[state] for state in table if state in years.union(dates)}
        files[f"modell_{name}_{ENDING[base]}.csv"] = _text(column, part, rows)
    return files


def _text(column: str, table: Table, rows: Sequence[tuple[str, str]]) -> str:
    figures = list(next(iter(table.values())))
    return csv_text(["ags", "gemeinde", column, *figures], _lines(table, rows, len(figures)))


def _lines(table: Table, rows: Sequence[tuple[str, str]], width: int) -> Iterable[Iterable[Any]]:
    for period in sorted(table):
        for number, (key, name) in enumerate(rows):
            yield [key, name, period, *(int(values[number]) for values in table[period].values())]
        for key, name in WITHOUT_MUNICIPALITY:
            yield [key, name, period, *[NOTHING] * width]
