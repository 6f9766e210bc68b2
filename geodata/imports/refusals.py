"""What an import refuses."""

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
        "Von den {count} Gebieten der Raumebene „{system}“, auf denen Tabellen stehen, kommt in "
        "„{file}“ keines vor. Ist das der richtige Landkreis? Sonst bitte zuerst die Tabellen "
        "zurücknehmen (geodata undo)."
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


class UnreadableCatalogue(Refusal):
    sentence = "Der Katalog „{file}“ lässt sich nicht lesen: {reason}."


class UnknownCatalogueFormat(Refusal):
    sentence = "„{file}“ ist weder eine TOML- noch eine XLSX-Datei. Bitte eine von beiden nehmen."


class EmptyCatalogue(Refusal):
    sentence = "Der Katalog „{file}“ enthält weder [[indicator]] noch [[source]]."


class UnknownField(Refusal):
    sentence = (
        "Katalog „{file}“, {record}: Das Feld „{field}“ gibt es nicht. Erlaubt sind: {fields}."
    )


class WrongField(Refusal):
    sentence = "Katalog „{file}“, {record}: „{value}“ passt nicht in das Feld „{field}“ ({wanted})."


class NoId(Refusal):
    sentence = (
        "Katalog „{file}“: Dem {place}. Eintrag fehlt eine brauchbare id (kleine Buchstaben, "
        "Ziffern und „_“)."
    )


class DoubledRecord(Refusal):
    sentence = "Katalog „{file}“: „{record}“ kommt zweimal vor. Bitte einen Eintrag entfernen."


class NoDenominator(Refusal):
    sentence = (
        "Katalog „{file}“, {record}: Ein Anteil oder eine Rate mit Zähler (numerator) braucht auch "
        "einen Nenner (denominator)."
    )


class UnknownVariable(Refusal):
    sentence = (
        "Katalog „{file}“, {record}: Eine Größe „{variable}“ gibt es nicht, weder im Katalog noch "
        "in den Tabellen."
    )


class UnknownSource(Refusal):
    sentence = "Katalog „{file}“, {record}: Eine Quelle „{source}“ gibt es im Katalog nicht."


class NoReference(Refusal):
    sentence = (
        "Katalog „{file}“, {record}: Einer Veränderung fehlt, wogegen verglichen wird. Bitte "
        "reference_period angeben, zum Beispiel 2020-06-30."
    )


class CannotWrite(Refusal):
    sentence = "„{file}“ lässt sich nicht schreiben ({reason}). Bitte einen anderen Ort nennen."


class CatalogueCycle(Refusal):
    sentence = (
        "Katalog „{file}“: Diese Indikatoren verweisen auf sich selbst: {cycle}. Soll eine Spalte "
        "zum Anteil werden, bitte den Zähler leer lassen; dann zählen ihre eigenen Werte."
    )
