"""What figures can hardly be: shares over 100 %, counts below zero, columns of dashes."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from geodata.german_count import counted
from geodata.quoted import quoted
from geodata.tables.figures import SAID, Evidence, Figures, is_below
from geodata.tables.variables import Meaning

_SHARE = re.compile(r"anteil|quote|prozent|%", re.IGNORECASE)
_CHANGE = re.compile(
    r"veränder|entwicklung|wachstum|saldo|wander|differenz|zunahme|abnahme|zu- und|bilanz|index|"
    r"temperatur|überschuss|change|messzahl",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"mensch|person|kind|jugendlich|schüler|frauen|männer|mädchen|jungen|einwohner|bevölkerung|"
    r"familie|haushalte|ausländer|geboren|gestorben|arbeitslose|empfänger|leistungsberechtigt|"
    r"bedürftig|betreute|patient|bewohner|beschäftigte|schutzsuchende|alleinerziehende",
    re.IGNORECASE,
)
_NO_COUNT = re.compile(
    r"\bje\b|\bpro\b|/|durchschnitt|mittel|median|rate|dichte|alter\b|größe|dauer|kosten|ausgaben|"
    r"einkommen|einkünfte|€|eur\b|tsd|mio|promille|‰|stunden|minuten|vollzeit|faktor|index|jahre\b|"
    r"km|fläche|in 1\.?000|tausend",
    re.IGNORECASE,
)
MOSTLY = 0.5
_ROUNDED = 1e-9  # what a workbook's reckoning leaves of a whole number
_DASHES = "Angaben sind „-“."
_MOST_QUOTED = 3
_CURE = "Bitte berichtigen oder leer lassen und die Datei noch einmal einlesen."


def german_number(value: float) -> str:
    """A number as people write it here: 1.234,5."""
    text = f"{value:,.10f}".rstrip("0").rstrip(".")
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")


def evidence_warnings(column: str, evidence: Evidence) -> list[str]:
    """What was assumed about points and commas."""
    place = f"Spalte „{column}“"
    if evidence.mixed:
        return [
            f"{place}: Punkt und Komma werden uneinheitlich gebraucht; "
            "mehrdeutige Zahlen wurden auf deutsche Weise gelesen."
        ]
    if not evidence.example:
        return []
    english = evidence.example.replace(",", "")
    german = evidence.example.replace(".", "").replace(",", ".")
    number = german_number(float(german if evidence.style == "german" else english))
    separates = ("." in evidence.example) == (evidence.style == "german")
    reading = "Tausender" if separates else "Dezimalstellen"
    if evidence.sure:
        return [f"{place}: „{evidence.example}“ wurde als {number} gelesen ({reading})."]
    return [
        f"{place}: „{evidence.example}“ ist mehrdeutig und wurde als {number} gelesen ({reading}). "
        "Falls das falsch ist, bitte number_style im Rezept angeben."
    ]


def figure_warnings(column: str, meaning: Meaning, figures: Figures, texts: pd.Series) -> list[str]:
    """Named doubts about one column; `texts` are its cells, by their rows from 0."""
    place = f"Spalte „{column}“"
    value, rows, found = figures.value, texts.index + 1, []
    strange = np.flatnonzero(figures.strange)
    if len(strange):
        found.append(_strange(place, texts.iloc[strange]))
    filled = int((~figures.empty).sum())
    dashes = int((figures.marker == "-").sum())
    if filled and dashes > MOSTLY * filled:
        found.append(
            f"{place}: {dashes} von {filled} {_DASHES} Das muss nicht null bedeuten; "
            "bitte prüfen, ob die Tabelle diese Gebiete überhaupt bedient."
        )
    text = f"{meaning.stem} {meaning.unit}"
    if _SHARE.search(text) and not _CHANGE.search(text):
        over = np.flatnonzero(value > 100)
        found += _doubts(place, value, rows, over, "% ist mehr als 100 %.")
        below = np.flatnonzero(value < 0)
        found += _doubts(place, value, rows, below, "% ist ein negativer Anteil.")
    elif not _CHANGE.search(text) and (_are_whole(value) or _counts_people(text)):
        below = np.flatnonzero(value < 0)
        found += _doubts(place, value, rows, below, "ist eine negative Anzahl.")
        if _counts_people(text):
            parts = np.flatnonzero(np.abs(value - np.round(value)) > _ROUNDED)
            found += _doubts(place, value, rows, parts, "ist keine ganze Anzahl von Menschen.")
    return found


def _counts_people(text: str) -> bool:
    return bool(_PEOPLE.search(text)) and not _NO_COUNT.search(text)


def condensed(warnings: list[str]) -> list[str]:
    """A file with dozens of columns of dashes says so once."""
    dashes = [warning for warning in warnings if _DASHES in warning]
    if len(dashes) <= 3:
        return warnings
    others = [warning for warning in warnings if _DASHES not in warning]
    return [*others, f"{dashes[0]} Dasselbe gilt für {len(dashes) - 1} weitere Spalten."]


def special_signs(columns: list[pd.Series]) -> list[str]:
    """What signs that not every office uses were taken for."""
    said = [
        f"{sentence}." for sign, sentence in SAID.items() if any((c == sign).any() for c in columns)
    ]
    below = next((cell for column in columns for cell in column.unique() if is_below(cell)), "")
    return [*said, f"„{below}“ wird als geheim gehalten gelesen."] if below else said


def _strange(place: str, texts: pd.Series) -> str:
    """What stands where a number should, and where."""
    cells = [f"„{quoted(text)}“ in Zeile {row + 1}" for row, text in texts.items()]
    if len(cells) == 1:
        return f"{place}: {cells[0]} ist keine Zahl und wurde nicht übernommen. {_CURE}"
    told = ", ".join(cells[:_MOST_QUOTED])
    if len(cells) > _MOST_QUOTED:
        told += f" und {len(cells) - _MOST_QUOTED} weitere"
    return (
        f"{place}: {len(cells)} Angaben sind keine Zahlen und wurden nicht übernommen: {told}. "
        f"{_CURE}"
    )


def _doubts(
    place: str, value: np.ndarray, rows: pd.Index, positions: np.ndarray, doubt: str
) -> list[str]:
    found = [
        f"{place}, Zeile {rows[i]}: {german_number(float(value[i]))} {doubt}" for i in positions[:5]
    ]
    if len(positions) > 5:
        more = counted(len(positions) - 5, "weiteren Zeile", "weiteren Zeilen")
        found.append(f"{place}: dasselbe in {more}.")
    return found


def _are_whole(value: np.ndarray) -> bool:
    numbers = value[~np.isnan(value)]
    return bool(len(numbers)) and bool(np.all(numbers == np.floor(numbers)))
