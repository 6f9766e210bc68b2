"""What an import answers a person: how much was stored, and what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from geodata.german_count import counted, german_count
from geodata.period import Period

_FATES = {
    "matched": "zugeordnet",
    "repaired": "repariert",
    "outside": "außerhalb",
    "unmatched_count": "ohne Treffer",
    "ignored_count": "übergangen",
}
_MOST_PERIODS = 3
_MOST = 5


def areas_told(report: Mapping[str, Any]) -> Iterator[str]:
    """The lines for the report of an import of areas."""
    yield (
        f"{counted(report['matched'], 'Gebiet', 'Gebiete')} gespeichert "
        f"(Eintrag {report['import_id']}, Koordinatensystem der Datei: {report['crs_from']})."
    )
    if report["nests_in"]:
        yield "Liegt ganz in: " + ", ".join(report["nests_in"])
    if report["holds"]:
        yield "Darin liegt ganz: " + ", ".join(report["holds"])


def unmatched_told(report: Mapping[str, Any]) -> Iterator[str]:
    """One line for each key and name that fit no area, with all its rows."""
    rows: dict[tuple[str, str, str], list[int]] = {}
    for lost in report["unmatched"]:
        rows.setdefault((lost["key"], lost["name"], lost["suggestion"]), []).append(lost["row"])
    for (key, name, suggestion), numbers in rows.items():
        shown = " ".join(filter(None, (key, name)))
        hint = f" Gemeint vielleicht: {suggestion}." if suggestion else ""
        yield f"{_rows(numbers)}: „{shown}“ passt zu keinem Gebiet.{hint}"
    more = report["unmatched_count"] - len(report["unmatched"])
    if more:
        yield f"So auch {counted(more, 'weitere Zeile', 'weitere Zeilen')}."


def table_told(report: Mapping[str, Any], *, dry_run: bool) -> Iterator[str]:
    """The lines for the report of an import of a table."""
    done = (
        "Geprüft, nichts gespeichert" if dry_run else f"Gespeichert (Eintrag {report['import_id']})"
    )
    yield f"{done}: {counted(report['values'], 'Wert', 'Werte')}."
    fates = ", ".join(
        f"{word} {german_count(report[name])}" for name, word in _FATES.items() if report[name]
    )
    yield f"{counted(report['rows'], 'Zeile', 'Zeilen')}: {fates}."
    for reason, number in Counter(line["reason"] for line in report["ignored"]).most_common(_MOST):
        yield f"Übergangen: {reason} ({counted(number, 'Zeile', 'Zeilen')})"
    for line in report["left_out"][:_MOST]:
        yield f"Keine Daten: Zeile {line['row']}, {line['reason']}"
    if (more := len(report["left_out"]) - _MOST) > 0:
        yield f"Keine Daten: {counted(more, 'weitere Zeile', 'weitere Zeilen')}"
    for repair in report["repairs"]:
        yield f"Repariert: {repair['how']} ({counted(repair['rows'], 'Zeile', 'Zeilen')})"
    for variable in report["variables"]:
        unit = f" [{variable['unit']}]" if variable["unit"] else ""
        yield f"{variable['id']}: {variable['label']}{unit}, {_periods(variable['periods'])}"


def _rows(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"Zeile {numbers[0]}"
    if len(numbers) == 2:
        return f"Zeilen {numbers[0]} und {numbers[1]}"
    return f"Zeile {numbers[0]} und {len(numbers) - 1} weitere"


def _periods(texts: list[str]) -> str:
    periods = sorted(Period(text) for text in texts)
    if len(periods) > _MOST_PERIODS:
        return f"{periods[0].german} bis {periods[-1].german} ({len(periods)} Stände)"
    return ", ".join(period.german for period in periods)
