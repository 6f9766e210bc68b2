"""What files of facilities are refused for."""

from __future__ import annotations

from geodata.refusals import Refusal


class NoFacilityNames(Refusal):
    sentence = (
        "In „{file}“ ist keine Spalte mit den Namen der Einrichtungen zu erkennen. Bitte eine "
        "Spalte „Name“ und daneben zum Beispiel „Anschrift“, „Plätze“, „lon“ und „lat“ nennen. "
        "Gefunden: {columns}."
    )


class NoFacilities(Refusal):
    sentence = (
        "„{file}“ enthält unter der Kopfzeile keine Einrichtung. Bitte die Liste mit ihren Zeilen "
        "speichern."
    )


class DegreesAndMinutes(Refusal):
    sentence = (
        "„{file}“, Zeile {row} ({name}): „{text}“ steht in Grad, Minuten und Sekunden. Bitte als "
        "Dezimalzahl schreiben{example}."
    )


class NullIsland(Refusal):
    sentence = (
        "„{file}“, Zeile {row} ({name}): Die Koordinaten sind 0 / 0, das liegt im Atlantik. Bitte "
        "berichtigen oder leer lassen; dann steht die Einrichtung unter „ohne Lage“."
    )


class NotInGermany(Refusal):
    sentence = (
        "„{file}“, Zeile {row} ({name}): {x} / {y} liegt nicht in Deutschland, weder als Länge und "
        "Breite noch als Rechts- und Hochwert. Bitte berichtigen oder leer lassen."
    )


class NoCoordinate(Refusal):
    sentence = (
        "„{file}“, Zeile {row} ({name}): „{text}“ ist keine Koordinate. Bitte berichtigen oder "
        "leer lassen; dann steht die Einrichtung unter „ohne Lage“."
    )


class FarAway(Refusal):
    sentence = (
        "„{file}“, {row} ({name}): Die Einrichtung liegt {km} km außerhalb des Landkreises. "
        "Weiter als {most} km ist sicher ein Irrtum; bitte die Koordinaten prüfen."
    )


class NeitherPlaceNorAddress(Refusal):
    sentence = (
        "„{file}“ nennt weder Koordinaten noch Anschriften. Bitte Spalten wie „lon“ und „lat“, "
        "„Rechtswert“ und „Hochwert“ oder „Anschrift“ ergänzen. Gefunden: {columns}."
    )


class LineAsFacility(Refusal):
    sentence = (
        "„{file}“, Objekt {row}: Eine Einrichtung ist ein Punkt oder eine Fläche, gefunden wurde "
        "{found}. Bitte die Ebene mit den Einrichtungen angeben."
    )


class UnknownFacilityKind(Refusal):
    sentence = (
        "Eine Art von Einrichtung „{kind}“ gibt es hier nicht. Vorhanden sind: {kinds}. Neue "
        "kommen mit „python -m geodata catalogue apply“ hinein ([[facility_kind]])."
    )


class TagNeeded(Refusal):
    sentence = (
        "„{file}“ ist eine OSM-Datei. Bitte mit --tag angeben, welche Objekte gemeint sind, zum "
        "Beispiel --tag amenity=kindergarten."
    )


class TagWithoutOsm(Refusal):
    sentence = (
        "--tag gilt nur für OSM-Dateien (.osm, .osm.gz, .osm.pbf). „{file}“ ist keine; bitte --tag "
        "weglassen."
    )


class BadTag(Refusal):
    sentence = (
        "„{tag}“ ist kein OSM-Merkmal. Erwartet wird Schlüssel=Wert, zum Beispiel amenity=school."
    )


class NothingTagged(Refusal):
    sentence = (
        "In „{file}“ hat kein Objekt das Merkmal {tag}. Bitte die Schreibweise prüfen, zum "
        "Beispiel amenity=kindergarten oder amenity=school."
    )


class BrokenOsm(Refusal):
    sentence = (
        "„{file}“ lässt sich nicht als OSM-Datei lesen: {reason}. Bitte noch einmal herunterladen."
    )
