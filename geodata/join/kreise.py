"""The Kreise and kreisfreie Städte of Germany, as of 31.12.2024."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

# Cut from 12411-01-01-4: the Kreise in which somebody lives.
# © Statistische Ämter des Bundes und der Länder, dl-de/by-2-0.
_FILE = Path(__file__).with_name("kreise.csv")


@cache
def kreise() -> Mapping[str, str]:
    """Key of five digits → name, without what kind of Kreis it is.

    >>> kreise()["03354"], len(kreise())
    ('Lüchow-Dannenberg', 400)
    """
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {
            row["schluessel"]: row["name"].split(", ")[0]
            for row in csv.DictReader(file, delimiter=";")
        }
