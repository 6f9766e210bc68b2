"""What the building of the demonstration workspace refuses."""

from __future__ import annotations

from geodata.refusals import Refusal


class ToolMissing(Refusal):
    sentence = (
        "Das Programm „{tool}“ fehlt, mit dem das Paket {package} geholt wird. Bitte installieren "
        "oder mit --shared den Ordner angeben, in dem die Dateien schon liegen."
    )


class PackageNotFetched(Refusal):
    sentence = (
        "Das Paket {package} ließ sich nicht holen: {reason}. Bitte die Verbindung prüfen oder mit "
        "--shared den Ordner angeben, in dem die Dateien schon liegen."
    )


class OriginMissing(Refusal):
    sentence = (
        "In {place} fehlt die Datei „{file}“. Bitte den Ordner prüfen, der mit --shared oder "
        "--cache angegeben ist."
    )


class StepRefused(Refusal):
    sentence = "Der Schritt „{step}“ ist nicht gelungen: {reason}"
