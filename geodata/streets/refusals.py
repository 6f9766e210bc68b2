"""What is refused of a file of OpenStreetMap."""

from __future__ import annotations

from geodata.refusals import Refusal


class NotOsm(Refusal):
    sentence = (
        "„{file}“ ist keine Datei von OpenStreetMap. Gelesen werden .osm.pbf, .osm, .osm.gz und "
        ".osm.bz2: bitte einen Auszug in einer dieser Formen herunterladen."
    )


class OsmEntities(Refusal):
    sentence = (
        "„{file}“ enthält eine DOCTYPE-Angabe oder XML-Entitäten. Damit lassen sich fremde Dateien "
        "einschleusen, deshalb wird sie nicht gelesen. Bitte einen neuen Auszug herunterladen."
    )


class TruncatedOsm(Refusal):
    sentence = (
        "„{file}“ ist abgeschnitten: Das Ende fehlt. Bitte die Datei noch einmal vollständig "
        "kopieren oder herunterladen."
    )


class BrokenOsm(Refusal):
    sentence = (
        "„{file}“ ist beschädigt und lässt sich nicht als Datei von OpenStreetMap lesen. Bitte "
        "noch einmal herunterladen."
    )


class SwollenOsm(Refusal):
    sentence = (
        "„{file}“ würde ausgepackt mehr als das {most}-Fache groß. Das ist kein gewöhnlicher "
        "Auszug von OpenStreetMap, deshalb wird die Datei nicht gelesen."
    )


class NoRoads(Refusal):
    sentence = (
        "„{file}“ enthält keine Straßen und Wege, auf denen man fahren oder gehen darf. Bitte "
        "einen Auszug mit allen Objekten nehmen, nicht nur mit Gebäuden oder Grenzen."
    )


class RoadsWithoutPlace(Refusal):
    sentence = (
        "In „{file}“ fehlen zu den Straßen die Punkte mit ihren Koordinaten, oder sie stehen erst "
        "hinter den Straßen. Bitte einen vollständigen, sortierten Auszug nehmen."
    )


class StreetsElsewhere(Refusal):
    sentence = (
        "Die Straßen aus „{file}“ liegen nicht im Landkreis: Die nächste ist {km} km entfernt "
        "(bei {lon}° Ost, {lat}° Nord). Bitte den Auszug nehmen, in dem der Landkreis liegt."
    )
