"""What the reading of a timetable refuses."""

from __future__ import annotations

from geodata.refusals import Refusal


class NotATimetable(Refusal):
    sentence = (
        "„{file}“ ist kein Fahrplan im Format GTFS. Erwartet wird eine ZIP-Datei mit stops.txt, "
        "trips.txt, stop_times.txt und weiteren; es gibt sie beim Verkehrsverbund."
    )


class TableMissing(Refusal):
    sentence = (
        "In „{file}“ fehlt „{table}“; ohne diese Tabelle ist der Fahrplan nicht vollständig. "
        "Vorhanden sind: {tables}. Bitte den ganzen Fahrplan noch einmal herunterladen."
    )


class SeveralFeeds(Refusal):
    sentence = (
        "„{file}“ enthält mehrere Fahrpläne: {folders}. Bitte jeden Ordner einzeln als ZIP-Datei "
        "speichern und den gewünschten einlesen."
    )


class NoCalendar(Refusal):
    sentence = (
        "„{file}“ enthält weder „calendar.txt“ noch „calendar_dates.txt“ und sagt damit nicht, an "
        "welchen Tagen gefahren wird. Bitte den ganzen Fahrplan noch einmal herunterladen."
    )


class DamagedTable(Refusal):
    sentence = (
        "„{file}“, {table}: Die Tabelle ist beschädigt und lässt sich nicht lesen (ein "
        "Anführungszeichen ohne Ende oder eine Zeile mit zu vielen Feldern). Bitte den Fahrplan "
        "noch einmal herunterladen."
    )


class ColumnMissing(Refusal):
    sentence = (
        "„{file}“, {table}: Die Spalte „{column}“ fehlt. Bitte den Fahrplan noch einmal "
        "herunterladen oder beim Verkehrsverbund nachfragen."
    )


class EmptyTable(Refusal):
    sentence = (
        "„{file}“, {table}: Die Tabelle enthält keine Zeile. Bitte den Fahrplan noch einmal "
        "herunterladen."
    )


class DoubledId(Refusal):
    sentence = (
        "„{file}“, {table}, Zeile {row}: „{id}“ steht in der Spalte „{column}“ zum zweiten Mal. "
        "Bitte eine der beiden Zeilen entfernen."
    )


class WrongNumber(Refusal):
    sentence = (
        "„{file}“, {table}, Zeile {row}: „{value}“ in der Spalte „{column}“ ist {wanted}. "
        "Bitte berichtigen."
    )


class WrongTime(Refusal):
    sentence = (
        "„{file}“, {table}, Zeile {row}: „{value}“ in der Spalte „{column}“ ist keine Uhrzeit. "
        "Erlaubt sind Stunden, Minuten und Sekunden wie 07:45:00, nach Mitternacht auch 25:10:00."
    )


class WrongDate(Refusal):
    sentence = (
        "„{file}“, {table}, Zeile {row}: „{value}“ in der Spalte „{column}“ ist kein Tag. "
        "Erwartet wird zum Beispiel 20261231. Bitte berichtigen."
    )


class StopWithoutPlace(Refusal):
    sentence = (
        "„{file}“, stops.txt, Zeile {row}: Die Haltestelle „{name}“ wird angefahren, hat aber "
        "keine Koordinaten und keine Station, von der sie kommen könnten. Bitte stop_lat und "
        "stop_lon ergänzen."
    )


class StopOffEarth(Refusal):
    sentence = (
        "„{file}“, stops.txt, Zeile {row}: Die Haltestelle „{name}“ liegt bei {latitude} Grad "
        "Breite und {longitude} Grad Länge; so weit von Deutschland fährt kein Bus. Sind "
        "stop_lat und stop_lon vertauscht, oder sind es keine Grad?"
    )


class UnknownStop(Refusal):
    sentence = (
        "„{file}“, stop_times.txt, Zeile {row}: Eine Haltestelle „{stop}“ gibt es in stops.txt "
        "nicht. Bitte stops.txt ergänzen oder den Fahrplan noch einmal herunterladen."
    )


class UnknownTrip(Refusal):
    sentence = (
        "„{file}“, {table}, Zeile {row}: Eine Fahrt „{trip}“ gibt es in trips.txt nicht. Bitte "
        "trips.txt ergänzen oder den Fahrplan noch einmal herunterladen."
    )


class UnknownLine(Refusal):
    sentence = (
        "„{file}“, trips.txt, Zeile {row}: Eine Linie „{line}“ gibt es in routes.txt nicht. Bitte "
        "routes.txt ergänzen oder den Fahrplan noch einmal herunterladen."
    )


class DoubledSequence(Refusal):
    sentence = (
        "„{file}“, stop_times.txt, Zeile {row}: In der Fahrt „{trip}“ steht die stop_sequence "
        "{sequence} zum zweiten Mal. Bitte eine der beiden Zeilen entfernen."
    )


class TimesBackwards(Refusal):
    sentence = (
        "„{file}“, stop_times.txt, Zeile {row}: Die Fahrt „{trip}“ läuft rückwärts, von {before} "
        "auf {after}. Nach Mitternacht zählen die Stunden weiter (24:10:00). Bitte berichtigen."
    )


class NoTimeAtEnd(Refusal):
    sentence = (
        "„{file}“, stop_times.txt, Zeile {row}: Der ersten oder letzten Haltestelle der Fahrt "
        "„{trip}“ fehlt die Uhrzeit. Nur dazwischen darf sie fehlen. Bitte ergänzen."
    )


class TooManyConnections(Refusal):
    sentence = (
        "„{file}“ enthält {count} Fahrten von Halt zu Halt; erlaubt sind {most}. Bitte den "
        "Fahrplan auf den Landkreis und seine Nachbarn zuschneiden."
    )


class CalendarTooLong(Refusal):
    sentence = (
        "Der Kalender in „{file}“ reicht vom {first} bis zum {last}; das ist für {services} "
        "Fahrtenkalender zu lang. Bitte in calendar.txt ein nahes Ende eintragen."
    )


class NeverRuns(Refusal):
    sentence = (
        "Nach dem Kalender in „{file}“ fährt an keinem einzigen Tag etwas. Bitte calendar.txt und "
        "calendar_dates.txt prüfen oder den Fahrplan noch einmal herunterladen."
    )


class NoRides(Refusal):
    sentence = (
        "„{file}“ enthält keine Fahrt mit mindestens zwei Haltestellen. Bitte den Fahrplan noch "
        "einmal herunterladen."
    )


class TimetableElsewhere(Refusal):
    sentence = (
        "Keine Haltestelle aus „{file}“ (in der Datei: {count}) liegt in den Gebieten dieses "
        "Arbeitsbereichs. Ist das der richtige Verkehrsverbund?"
    )


class NoServiceThatDay(Refusal):
    sentence = (
        "Am {day} fährt nach dem Fahrplan „{title}“ nichts. Er gilt vom {first} bis zum {last}. "
        "Bitte einen anderen Tag wählen, zum Beispiel den {other}."
    )
