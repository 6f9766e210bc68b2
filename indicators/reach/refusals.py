"""What is refused of reachability."""

from __future__ import annotations

from geodata.refusals import Refusal


class NobodyKnown(Refusal):
    sentence = (
        "Hier ist nicht bekannt, wo Menschen wohnen. Bitte Orte oder ein Raster mit Einwohnern "
        "einlesen: python -m geodata places DATEI --workspace …"
    )
