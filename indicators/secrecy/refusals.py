"""What the protection of figures refuses, in the words of the catalogue."""

from __future__ import annotations

from geodata.refusals import Refusal


class NotCounts(Refusal):
    sentence = (
        "„{indicator}“ ist geschützt, hat aber für {area} ({period}) den Wert {value}. Eine Regel "
        "geht nur für ganze Zahlen ab 0. Bitte die Werte prüfen oder die Regel mit „python -m "
        "indicators rule … --minimum 0“ aufheben; es wurde nichts verändert."
    )


class GivenAway(Refusal):
    sentence = (
        "„{indicator}“, {area}, {period}: Dieser Wert ist geschützt, ließe sich mit den neuen "
        "Zahlen aber aus dem erschließen, was schon veröffentlicht ist{more}. Bitte in der Datei "
        "ihn oder die Werte, aus denen er folgt, weglassen oder mit „.“ kennzeichnen; es wurde "
        "nichts verändert."
    )


class OnlyFigure(GivenAway):
    sentence = (
        "„{indicator}“, {area}, {period}: Dieser Wert ist zu klein, um ihn zu zeigen, und auf "
        "seiner Raumebene steht kein zweiter, neben dem er sich verbergen ließe{more}. Bitte ihn "
        "in der Datei mit „.“ kennzeichnen; es wurde nichts verändert."
    )


class NotHidable(GivenAway):
    sentence = (
        "„{indicator}“, {area}, {period}: Mit dieser Regel wäre der Wert auch dann zu erraten, "
        "wenn alle Werte dieses Standes verborgen sind{more}. Meist sind es dafür zu wenige. Bitte "
        "den Eintrag mit diesem Wert mit „python -m geodata undo“ zurücknehmen, ihn in der Datei "
        "mit „.“ kennzeichnen und sie nach der Regel neu einlesen; es wurde nichts verändert."
    )


class BadWidth(Refusal):
    sentence = (
        "Die Breite {width} geht nicht: Ein verborgener Wert muss über mindestens 1 ganze Zahl "
        "ungewiss bleiben. Bitte --width ab 1 angeben oder weglassen."
    )


class BadMinimum(Refusal):
    sentence = (
        "Die Mindestzahl {minimum} geht nicht. Bitte --minimum ab 1 angeben (üblich ist 3); "
        "0 hebt die Regel auf."
    )


class BadBase(Refusal):
    sentence = (
        "Die kleinste Grundmenge {base} geht nicht. Bitte --minimum-base ab 1 angeben (üblich ist "
        "10); 0 hebt sie auf."
    )


class UnknownRuled(Refusal):
    sentence = (
        "Einen Indikator oder eine Quelle „{record}“ gibt es hier nicht. „python -m geodata "
        "catalogue export katalog.toml --workspace ORDNER“ zeigt alle ids."
    )


class NothingCounted(Refusal):
    sentence = (
        "„{indicator}“ ist keine Anzahl und hat keinen Zähler; eine Mindestzahl schützt hier "
        "nichts. Bitte die Regel der Anzahl geben, aus der die Zahl gerechnet wurde."
    )


class NoRatio(Refusal):
    sentence = (
        "Keine der genannten Größen ist ein Anteil oder eine Rate mit Nenner; --minimum-base "
        "bewirkt dort nichts. Bitte die id des Anteils nennen."
    )


class UnknownTotal(Refusal):
    sentence = (
        "Eine Größe „{total}“ gibt es hier nicht. Bitte bei --adds-to die id der Gesamtzahl nennen."
    )
