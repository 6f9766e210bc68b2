"""What a Vergleichsring and its tables refuse."""

from __future__ import annotations

from geodata.refusals import Refusal


class UnreadableRing(Refusal):
    sentence = "Der Vergleichsring „{file}“ lässt sich nicht lesen: {reason}."


class WrongRingEntry(Refusal):
    sentence = "Vergleichsring „{file}“: „{entry}“ {problem}."


class UnknownKreis(Refusal):
    sentence = (
        "Vergleichsring „{file}“: Einen Kreis „{key}“ gibt es nicht (Gebietsstand 31.12.2024). "
        "Bitte den fünfstelligen Kreisschlüssel angeben, zum Beispiel 03354."
    )


class DoubledKreis(Refusal):
    sentence = "Vergleichsring „{file}“: Der Kreis {key} ({name}) steht zweimal darin."


class TooFewMembers(Refusal):
    sentence = (
        "Vergleichsring „{file}“: Er hat nur {count} Kreise. Gebraucht werden mindestens {least}"
        "{why}."
    )


class NoSuchRing(Refusal):
    sentence = (
        "Einen Vergleichsring „{ring}“ gibt es hier nicht. Vorhanden sind: {rings}. Angelegt wird "
        "er mit: python -m geodata ring DATEI.toml --workspace …"
    )


class NoRingValues(Refusal):
    sentence = (
        "„{file}“ hat für keinen der {count} Kreise des Vergleichsrings „{ring}“ eine Zahl, nur "
        "Zeichen wie {markers}. Vermutlich gibt es diese Tabelle nicht für Kreise; es wurde "
        "nichts gespeichert."
    )
