"""What an import of areas, tables, grids or places refuses."""

from __future__ import annotations

from geodata.refusals import Refusal


class NoSuchFile(Refusal):
    sentence = "Die Datei „{file}“ gibt es nicht. Bitte den Pfad prüfen."


class Unreadable(Refusal):
    sentence = (
        "„{file}“ lässt sich nicht lesen. Ist die Datei gerade in einem anderen Programm geöffnet? "
        "Bitte dort schließen und noch einmal versuchen."
    )


class BadSystemId(Refusal):
    sentence = (
        "„{system}“ geht nicht als Kurzname einer Raumebene. Erlaubt sind kleine Buchstaben, "
        "Ziffern, „-“ und „_“, zum Beispiel gemeinde."
    )


class BadIndicatorId(Refusal):
    sentence = (
        "„{id}“ geht nicht als id eines Indikators (Datei „{file}“). Erlaubt sind kleine "
        "Buchstaben, Ziffern und „_“, zum Beispiel kinder_unter_3."
    )


class BadCounty(Refusal):
    sentence = "„{county}“ ist kein Kreisschlüssel. Er hat fünf Ziffern, zum Beispiel 03355."


class NoTitle(Refusal):
    sentence = "Der Arbeitsbereich braucht einen Titel, zum Beispiel --title „Landkreis Lüneburg“."


class NoAreas(Refusal):
    sentence = (
        "Der Arbeitsbereich hat noch keine Gebiete. Bitte zuerst Geometrien einlesen: "
        "python -m geodata areas DATEI --system gemeinde --title Gemeinden --workspace …"
    )


class NoSuchSystem(Refusal):
    sentence = "Eine Raumebene „{system}“ gibt es hier nicht. Vorhanden sind: {systems}."


class OnlyNeighbours(Refusal):
    sentence = (
        "Alle Gebiete aus „{file}“ gehören schon zur Raumebene „{system}“; als Umgebung bleibt "
        "keines übrig."
    )


class OtherAreas(Refusal):
    sentence = (
        "Auf den Gebieten der Raumebene „{system}“ stehen Tabellen, in „{file}“ kommt aber keines "
        "davon vor (bisher {count}). Ist das der richtige Landkreis? Sonst bitte zuerst die "
        "Tabellen zurücknehmen: python -m geodata undo ID --workspace ORDNER"
    )


class DoubledRows(Refusal):
    sentence = (
        "„{file}“ nennt für {area} zwei verschiedene Werte in „{variable}“ ({period}): Zeile "
        "{first} und Zeile {second}. Bitte eine der beiden Zeilen entfernen."
    )


class NoPeriod(Refusal):
    sentence = (
        "„{file}“ sagt nicht, für welchen Stand die Werte in „{variable}“ gelten. Bitte mit "
        "--period angeben, zum Beispiel --period 2022-12-31."
    )


class NothingToStore(Refusal):
    sentence = (
        "„{file}“ enthält für die Gebiete dieses Arbeitsbereichs keinen einzigen Wert. "
        "Es wurde nichts gespeichert."
    )


class CannotWrite(Refusal):
    sentence = "„{file}“ lässt sich nicht schreiben ({reason}). Bitte einen anderen Ort nennen."


class AlreadyThere(Refusal):
    sentence = (
        "„{file}“ gibt es schon. Bitte einen anderen Namen nennen, oder die Datei mit --overwrite "
        "überschreiben."
    )


class NotAPlainTable(Refusal):
    sentence = (
        "„{file}“ ist eine Arbeitsmappe. Raster werden aus CSV-Dateien gelesen; bitte als CSV "
        "speichern."
    )


class NotAGrid(Refusal):
    sentence = (
        "„{file}“ ist kein Raster: Es fehlen Kennungen der Zellen (GITTER_ID_…) und auch "
        "Mittelpunkte (x_mp_… und y_mp_… oder x und y) in EPSG:3035. Orte mit Einwohnern nimmt: "
        "python -m geodata places {file} --workspace ORDNER"
    )


class NotACell(Refusal):
    sentence = (
        "„{file}“, Zeile {row}: „{text}“ ist keine Zelle des Rasters in EPSG:3035. Erwartet wird "
        "zum Beispiel CRS3035RES1000mN2689000E4337000 oder 1kmN2689E4337."
    )


class WrongCellSize(Refusal):
    sentence = (
        "Die Zellen in „{file}“ haben eine Seite von {found} m, angegeben ist --cell {cell}. "
        "Bitte --cell {found} angeben."
    )


class NotAligned(Refusal):
    sentence = (
        "„{file}“, Zeile {row}: {x} / {y} ist kein Mittelpunkt einer Zelle von {cell} m in "
        "EPSG:3035. Bitte prüfen, ob --cell stimmt und ob x und y Mittelpunkte sind."
    )


class DoubledCell(Refusal):
    sentence = (
        "„{file}“ nennt die Zelle {cell} zweimal: Zeile {first} und Zeile {second}. Bitte eine der "
        "beiden Zeilen entfernen."
    )


class NoPeopleColumn(Refusal):
    sentence = (
        "In „{file}“ ist keine Spalte mit Einwohnern zu erkennen. Bitte mit --population angeben; "
        "vorhanden sind: {columns}."
    )


class NotANumber(Refusal):
    sentence = (
        "„{file}“, Zeile {row}: „{text}“ in der Spalte „{column}“ ist keine Zahl. "
        "Bitte berichtigen."
    )


class NegativePeople(Refusal):
    sentence = (
        "„{file}“, Zeile {row}: {value} Einwohner kann es nicht geben. Bitte berichtigen; nur -1 "
        "(keine Angabe) und -9 (geheim) haben eine Bedeutung."
    )


class NobodyLives(Refusal):
    sentence = (
        "„{file}“ nennt in der Spalte „{column}“ für die Gebiete dieses Arbeitsbereichs keinen "
        "einzigen Einwohner. Bitte prüfen, ob --population die richtige Spalte nennt."
    )


class CellsElsewhere(Refusal):
    sentence = (
        "Keine Zelle aus „{file}“ (in der Datei: {count}) liegt in den Gebieten dieses "
        "Arbeitsbereichs. Ist das der richtige Landkreis, und sind x und y nicht vertauscht?"
    )


class PlacesElsewhere(Refusal):
    sentence = (
        "Kein Ort aus „{file}“ (in der Datei: {count}) liegt in den Gebieten dieses "
        "Arbeitsbereichs. Ist das der richtige Landkreis, und stimmt das Koordinatensystem (--crs)?"
    )


class SystemTaken(Refusal):
    sentence = (
        "Die Raumebene „{system}“ gibt es schon, und sie ist kein Raster. Bitte dem Raster mit "
        "--system einen anderen Kurznamen geben, zum Beispiel raster."
    )


class NoCoordinates(Refusal):
    sentence = (
        "In „{file}“ fehlen Koordinaten: zwei Spalten lon und lat (Grad) oder x und y (Meter). "
        "Vorhanden sind: {columns}."
    )


class NotPoints(Refusal):
    sentence = (
        "„{file}“, Objekt {row}: Erwartet wird ein Punkt, gefunden wurde {found}. Bitte die "
        "Ebene mit den Punkten angeben."
    )


class DoubledPlace(Refusal):
    sentence = (
        "„{file}“ nennt zweimal einen Ort an derselben Stelle: {first} und {second}. Bitte einen "
        "davon entfernen."
    )


class NoHomeStreets(Refusal):
    sentence = (
        "„{file}“ enthält in den Gebieten dieses Arbeitsbereichs, zu denen die Orte gehören, keine "
        "Wohnstraßen (highway=residential oder living_street). Bitte einen Auszug nehmen, in dem "
        "der Landkreis liegt, oder --along weglassen."
    )
