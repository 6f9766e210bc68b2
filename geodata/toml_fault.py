"""What is wrong with a TOML file, in German."""

from __future__ import annotations

import re

# What the parser says in English, and what a person should write there.
_EXPECTED = {
    "Invalid value": 'Texte stehen in Anführungszeichen, wie title = "…"',
    "Expected '='": 'Erwartet wird ein Gleichheitszeichen, wie in title = "…"',
    "Expected newline": (
        "Hinter dem Wert steht noch etwas. Texte und Schlüssel mit führender Null stehen in "
        "Anführungszeichen"
    ),
    "Illegal character '\\n'": "Das schließende Anführungszeichen fehlt",
    "Unclosed array": (
        "Eine Liste steht in eckigen Klammern, mit Kommas dazwischen, wie "
        'members = ["03353", "03354"]'
    ),
    "Cannot overwrite a value": "Dieser Eintrag steht zweimal darin",
}


def german_fault(fault: Exception) -> str:
    """Where a TOML file cannot be read; the parser's own words are English.

    >>> german_fault(tomllib.TOMLDecodeError("Invalid value (at line 3, column 8)"))
    'kein gültiges TOML in Zeile 3, Spalte 8: Texte stehen in Anführungszeichen, wie title = "…"'
    """
    if isinstance(fault, OSError):
        return "die Datei gibt es nicht oder sie darf nicht gelesen werden"
    if isinstance(fault, UnicodeDecodeError):
        return "die Datei ist nicht in UTF-8 gespeichert"
    place = re.search(r"at line (\d+), column (\d+)", str(fault))
    if place:
        said = f"kein gültiges TOML in Zeile {place[1]}, Spalte {place[2]}"
        cures = (cure for words, cure in _EXPECTED.items() if str(fault).startswith(words))
        return ": ".join(filter(None, (said, next(cures, ""))))
    return "kein vollständiges TOML, das Ende fehlt"
