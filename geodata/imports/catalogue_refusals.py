"""What a catalogue refuses."""

from __future__ import annotations

from geodata.refusals import Refusal


class UnreadableCatalogue(Refusal):
    sentence = "Der Katalog „{file}“ lässt sich nicht lesen: {reason}."


class UnknownCatalogueFormat(Refusal):
    sentence = "„{file}“ ist weder eine TOML- noch eine XLSX-Datei. Bitte eine von beiden nehmen."


class EmptyCatalogue(Refusal):
    sentence = (
        "Der Katalog „{file}“ enthält weder [[indicator]] noch [[source]] noch [[facility_kind]]."
    )


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


class CatalogueCycle(Refusal):
    sentence = (
        "Katalog „{file}“: Diese Indikatoren verweisen auf sich selbst: {cycle}. Soll eine Spalte "
        "zum Anteil werden, bitte den Zähler leer lassen; dann zählen ihre eigenen Werte."
    )


class TotalCycle(Refusal):
    sentence = (
        "Katalog „{file}“: Diese Größen sind Teil voneinander: {cycle}. Bitte bei einer davon "
        "adds_to leeren."
    )
