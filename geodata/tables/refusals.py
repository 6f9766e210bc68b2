"""Why a table file is not read, each with the sentence that names file, place and cure."""

from __future__ import annotations

from geodata.refusals import Refusal


class TableRefusal(Refusal):
    """A table file that is not read."""

    sentence = "„{file}“ kann nicht gelesen werden."


class MissingFile(TableRefusal):
    sentence = "„{file}“ gibt es nicht oder die Datei darf nicht gelesen werden."


class EmptyFile(TableRefusal):
    sentence = "„{file}“ ist leer. Bitte die Tabelle noch einmal exportieren."


class HeaderOnly(TableRefusal):
    sentence = "„{file}“ enthält keine Zeile mit Werten. Bitte die Tabelle mit Daten exportieren."


class NoHeader(TableRefusal):
    sentence = (
        "In „{file}“ fehlt über den Werten (ab Zeile {row}) eine Kopfzeile. "
        "Bitte eine Zeile mit den Spaltennamen einfügen, zum Beispiel AGS;Name;Einwohner 2022."
    )


class KeysInARow(TableRefusal):
    sentence = (
        "In „{file}“ stehen die Regionalschlüssel nebeneinander (Zeile {row}) und nicht "
        "untereinander. Bitte Zeilen und Spalten vertauschen (in Excel: Kopieren, Inhalte "
        "einfügen, Transponieren)."
    )


class BinaryJunk(TableRefusal):
    sentence = (
        "„{file}“ ist keine Tabelle, die gelesen werden kann. "
        "Bitte als CSV, XLSX, XLS oder ODS speichern."
    )


class NulBytes(TableRefusal):
    sentence = (
        "„{file}“ enthält Nullzeichen (das erste in Zeile {row}) und ist vermutlich beschädigt. "
        "Bitte die Tabelle noch einmal exportieren."
    )


class HtmlPage(TableRefusal):
    sentence = (
        "„{file}“ ist eine Internetseite und keine Tabelle, vermutlich eine Fehlermeldung des "
        "Servers. Bitte die Datei noch einmal herunterladen oder als CSV oder XLSX speichern."
    )


class GeometryAsTable(TableRefusal):
    sentence = (
        "„{file}“ enthält Gebiete ({kind}) und keine Tabelle. "
        "Bitte mit „python -m geodata areas“ einlesen."
    )


class PictureAsTable(TableRefusal):
    sentence = (
        "„{file}“ ist ein Bild oder Dokument ({kind}) und keine Tabelle. "
        "Bitte die Tabelle als CSV, XLSX, XLS oder ODS speichern."
    )


class ForeignFormat(TableRefusal):
    sentence = (
        "„{file}“ hat ein Format ({kind}), das nicht gelesen wird. "
        "Bitte als XLSX oder CSV speichern."
    )


class PasswordProtected(TableRefusal):
    sentence = (
        "„{file}“ ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern und noch einmal "
        "einlesen."
    )


class DamagedWorkbook(TableRefusal):
    sentence = (
        "Die Arbeitsmappe „{file}“ ist beschädigt und lässt sich nicht öffnen. "
        "Bitte in Excel oder LibreOffice öffnen und neu speichern."
    )


class XmlEntities(TableRefusal):
    sentence = (
        "„{file}“ enthält XML-Entitäten oder eine DOCTYPE-Angabe (in „{member}“) und wird aus "
        "Sicherheitsgründen nicht gelesen. Bitte in Excel oder LibreOffice neu speichern."
    )


class TooLarge(TableRefusal):
    sentence = (
        "„{file}“ ist zu groß ({size}; erlaubt sind {most}). "
        "Bitte nur die benötigten Zeilen und Spalten speichern."
    )


class OneColumn(TableRefusal):
    sentence = (
        "In „{file}“ wurde nur eine Spalte gefunden. Bitte als Trennzeichen Semikolon, Komma, "
        "Tabulator oder senkrechten Strich verwenden."
    )


class RaggedRow(TableRefusal):
    sentence = (
        "„{file}“, Zeile {row}: {found}, der Kopf hat aber {expected}. "
        "Bitte prüfen, ob in einem Text das Trennzeichen ohne Anführungszeichen steht."
    )


class UnclosedQuote(TableRefusal):
    sentence = (
        "„{file}“, Zeile {row}: Ein Anführungszeichen steht falsch oder wird nicht geschlossen. "
        "Bitte das Anführungszeichen ergänzen oder löschen."
    )


class DoubledHeader(TableRefusal):
    sentence = (
        "„{file}“: Die Überschrift „{header}“ steht über mehreren Spalten ({columns}). "
        "Bitte die Spalten unterscheidbar benennen."
    )


class IncompleteHead(TableRefusal):
    sentence = (
        "„{file}“ beginnt wie eine GENESIS-Datei, aber im Kopf fehlt die Spalte „{column}“. "
        "Bitte die Datei noch einmal als Flat-CSV herunterladen."
    )


class UnknownColumn(TableRefusal):
    sentence = "„{file}“ hat keine Spalte „{column}“. Vorhanden sind: {columns}."


class NoKeyColumn(TableRefusal):
    sentence = (
        "In „{file}“ wurde keine Spalte mit Regionalschlüssel oder Namen gefunden. "
        "Bitte mit --key angeben; vorhanden sind: {columns}."
    )


class NoValueColumn(TableRefusal):
    sentence = (
        "In „{file}“ wurde keine Spalte mit Zahlen gefunden. {example}Bitte die Werte als Zahlen "
        "schreiben, zum Beispiel 12 oder 1.234,5. Vorhanden sind die Spalten: {columns}."
    )


class UnknownSheet(TableRefusal):
    sentence = "„{file}“ hat kein Tabellenblatt „{sheet}“. Vorhanden sind: {sheets}."


class SheetNeeded(TableRefusal):
    sentence = (
        "„{file}“ hat mehrere Tabellenblätter mit Werten: {sheets}. "
        "Bitte eines mit --sheet angeben."
    )


class SeveralVariables(TableRefusal):
    sentence = (
        "„{file}“ enthält mehrere Merkmale: {variables}. Für --indicator „{indicator}“ bitte mit "
        "--value eines davon angeben."
    )


class SeveralPeriods(TableRefusal):
    sentence = (
        "Zu „{period}“ gibt es in „{file}“ mehrere Stände: {periods}. Bitte einen davon angeben."
    )


class PeriodNotInFile(TableRefusal):
    sentence = "„{file}“ enthält keinen Stand „{period}“. Vorhanden sind: {periods}."


class ImpossiblePeriod(TableRefusal):
    sentence = (
        "„{file}“, {place}: „{text}“ ist kein möglicher Zeitpunkt. "
        "Erwartet wird zum Beispiel 2022, 31.12.2022 oder 2022/2023."
    )


class MonthsWithoutYear(TableRefusal):
    sentence = "„{file}“: Über {columns} steht nur der Monat, {fault}. {cure}"


class UnreadableRecipe(TableRefusal):
    sentence = "Das Rezept „{file}“ lässt sich nicht lesen: {reason}."


class UnknownRecipeEntry(TableRefusal):
    sentence = (
        "Das Rezept „{file}“ enthält den unbekannten Eintrag „{entry}“. Erlaubt sind: {known}."
    )


class WrongRecipeEntry(TableRefusal):
    sentence = "Das Rezept „{file}“: „{entry}“ {problem}."
