"""What is wrong with a TOML file, in German."""

from __future__ import annotations

import re


def german_fault(fault: Exception) -> str:
    """Where a TOML file cannot be read; the parser's own words are English.

    >>> german_fault(tomllib.TOMLDecodeError("Invalid value (at line 3, column 8)"))
    'kein gültiges TOML in Zeile 3, Spalte 8'
    """
    if isinstance(fault, OSError):
        return "die Datei gibt es nicht oder sie darf nicht gelesen werden"
    if isinstance(fault, UnicodeDecodeError):
        return "die Datei ist nicht in UTF-8 gespeichert"
    place = re.search(r"at line (\d+), column (\d+)", str(fault))
    if place:
        return f"kein gültiges TOML in Zeile {place[1]}, Spalte {place[2]}"
    return "kein vollständiges TOML, das Ende fehlt"
