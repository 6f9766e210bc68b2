"""What is refused of reachability."""

from __future__ import annotations

from geodata.refusals import Refusal


class NobodyKnown(Refusal):
    sentence = (
        "Hier ist nicht bekannt, wo Menschen wohnen. Bitte Orte oder ein Raster mit Einwohnern "
        "einlesen: python -m geodata places DATEI --workspace …"
    )


class WrongReach(Refusal):
    sentence = "Erreichbarkeit: „{value}“ passt nicht zu {field} ({wanted})."


class NoStreets(Refusal):
    sentence = (
        "Hier ist noch kein Straßennetz eingelesen, ohne das sich keine Wege rechnen lassen: "
        "python -m geodata streets DATEI.osm.pbf --workspace …"
    )


class NoTimetable(Refusal):
    sentence = (
        "Hier ist noch kein Fahrplan eingelesen, ohne den sich keine Fahrten rechnen lassen: "
        "python -m geodata timetable FAHRPLAN.zip --workspace …"
    )


class NoFacilities(Refusal):
    sentence = "Keine Einrichtung mit bekannter Lage passt auf diese Auswahl."


class NoPlacesKnown(Refusal):
    sentence = (
        "Zu keiner dieser Einrichtungen ist bekannt, wie viele Plätze sie hat; Plätze je 100 "
        "Menschen lassen sich nicht angeben."
    )


class UnknownGroup(Refusal):
    sentence = (
        "Nach „{group}“ lässt sich nicht gewichten: Es ist keine Anzahl von Menschen, die hier "
        "gezählt ist."
    )


class OnlyAreas(Refusal):
    sentence = (
        "Plätze im eigenen Gebiet gibt es nur für Gebiete, nicht für einzelne Orte. Bitte unter "
        "„Wo?“ eine Raumebene wählen."
    )


class OnlyOneKind(Refusal):
    sentence = (
        "Plätze im eigenen Gebiet gibt es nur für eine Art von Einrichtungen auf einmal. Bitte "
        "genau eine wählen."
    )


class NotMeantFor(Refusal):
    sentence = (
        "Im Katalog steht nicht, dass „{kinds}“ Plätze eigens für „{group}“ haben. Bitte unter "
        "„Für wen?“ alle Menschen wählen: Gezählt wird dann, für wen die Art da ist."
    )


class NoPointInside(Refusal):
    sentence = (
        "Für die Raumebene „{system}“ gibt es keine Wege: Wo Menschen wohnen, ist nur für gröbere "
        "Gebiete bekannt. Bitte Orte oder ein Raster mit Einwohnern einlesen: "
        "python -m geodata places DATEI --workspace …"
    )


class TakenId(Refusal):
    sentence = (
        "Unter „{id}“ gibt es schon einen anderen Indikator. Bitte einen anderen Kurznamen nehmen."
    )
