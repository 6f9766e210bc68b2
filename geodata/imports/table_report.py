"""What a person is told of an imported table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from geodata.area_system import AreaSystem
from geodata.join.doctor import Diagnosis
from geodata.markers import Marker
from geodata.tables.reading import TableReading

_NAMED = 200


def table_report(
    reading: TableReading,
    diagnosis: Diagnosis,
    cells: pd.DataFrame,
    double: tuple[dict[str, object], ...],
    systems: Sequence[AreaSystem],
    import_id: int,
) -> dict[str, Any]:
    """The report of `geodata table --json`; the kinds of rows are disjoint and add up to `rows`."""
    rows = diagnosis.rows
    repeating = rows["row"].isin([d["row"] for d in double]) & ~rows["row"].isin(cells["row"])
    outcome = rows["outcome"].where(~repeating, "ignored")
    same_as = {d["row"]: f"wiederholt Zeile {d['same_as']}" for d in double}
    unmatched = rows[outcome == "unmatched"]
    ignored = [{"row": int(row), "reason": reason} for row, reason in reading.ignored]
    ignored += [
        {"row": int(r.row), "reason": same_as.get(int(r.row), r.how)}
        for r in rows[outcome == "ignored"].itertuples()
    ]
    return {
        "schema": 1,
        "stored": True,
        "import_id": import_id,
        "file": reading.file,
        "sheet": reading.sheet,
        "layout": reading.layout,
        "rows": len(rows) + len(reading.ignored),
        "matched": int((outcome == "matched").sum()),
        "repaired": int((outcome == "repaired").sum()),
        "outside": int((outcome == "outside").sum()),
        "unmatched": [
            {"key": r.key, "name": r.name_, "row": int(r.row), "suggestion": r.suggestion}
            for r in unmatched.rename(columns={"name": "name_"}).head(_NAMED).itertuples()
        ],
        "unmatched_count": len(unmatched),
        "repairs": _repairs(rows[outcome == "repaired"]),
        "double": list(double[:_NAMED]),
        "ignored": sorted(ignored, key=lambda entry: entry["row"]),
        "ignored_count": len(ignored),
        "left_out": [{"row": int(row), "reason": why} for row, why in reading.left_out[:_NAMED]],
        "areas_without_value": _areas_without_value(cells, systems),
        "values": len(cells),
        "markers": {
            marker.name.lower(): int((cells["marker"] == marker.value).sum())
            for marker in Marker
            if marker is not Marker.NUMBER
        },
        "variables": _variables(reading, cells, systems),
        "warnings": [*reading.warnings, *diagnosis.warnings],
    }


def _repairs(repaired: pd.DataFrame) -> list[dict[str, Any]]:
    """How often each kind of repair was made."""
    counts = repaired["how"].value_counts()
    return [{"how": str(how), "rows": int(count)} for how, count in counts.items()]


def _areas_without_value(
    cells: pd.DataFrame, systems: Sequence[AreaSystem]
) -> list[dict[str, str]]:
    """Areas of the levels that the table serves, for which it has nothing at all."""
    having = {system: set(group["area_id"]) for system, group in cells.groupby("system")}
    missing = [
        {"system": s.id, "area_id": area_id, "name": name}
        for s in systems
        if s.id in having
        for area_id, name in zip(s.area_ids, s.names, strict=True)
        if area_id not in having[s.id]
    ]
    return missing[:_NAMED]


def _variables(
    reading: TableReading, cells: pd.DataFrame, systems: Sequence[AreaSystem]
) -> list[dict[str, Any]]:
    told = []
    for variable in reading.variables:
        own = cells[cells["variable"] == variable.id]
        if not own.empty:
            told.append(
                {
                    "id": variable.id,
                    "label": variable.label,
                    "unit": variable.unit,
                    "periods": sorted(own["period"].unique().tolist()),
                    "values": len(own),
                    **_sums(own, systems),
                }
            )
    return told


def _sums(own: pd.DataFrame, systems: Sequence[AreaSystem]) -> dict[str, Any]:
    """Sums to check by hand; levels are never added together, people would count twice.

    `sum` is that of the finest level at its latest period, `sums` has all of them.
    """
    sums = [
        {"system": system.id, "period": str(period), "sum": round(float(total), 6)}
        for system in systems
        for period, total in own[own["system"] == system.id]
        .groupby("period")["value"]
        .sum()
        .items()
    ]
    return {"sum": sums[-1]["sum"], "sums": sums}


def abridged(report: Mapping[str, Any]) -> dict[str, Any]:
    """The report as the journal keeps it: long lists cut, their lengths are in the counts."""
    return {
        name: value[:_NAMED] if isinstance(value, list) else value for name, value in report.items()
    }
