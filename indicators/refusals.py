"""What the indicators refuse."""

from __future__ import annotations

from geodata.refusals import Refusal


class UnknownIndicator(Refusal):
    sentence = (
        "Einen Indikator „{indicator}“ gibt es hier nicht. "
        "„python -m indicators list --workspace ORDNER“ zeigt, welche es gibt."
    )


class UnknownSystem(Refusal):
    sentence = "Eine Raumebene „{system}“ gibt es hier nicht. Vorhanden sind: {systems}."


class NoFigures(Refusal):
    sentence = "Für „{indicator}“ gibt es auf der Raumebene „{system}“ keine Werte."


class NothingOverlaps(NoFigures):
    sentence = (
        "Für „{indicator}“ gibt es auf der Raumebene „{system}“ keine Werte: Gezählt ist auf der "
        "Raumebene „{origin}“, und deren Gebiete decken dort kein Gebiet ganz ab."
    )


class TooCoarse(NoFigures):
    sentence = (
        "Für „{indicator}“ gibt es auf der Raumebene „{system}“ keine Werte: Gezählt ist nur auf "
        "der gröberen Raumebene „{origin}“, und die sagt nichts über Unterschiede darin."
    )


class OnlyTheShare(NoFigures):
    sentence = (
        "Für „{indicator}“ gibt es auf der Raumebene „{system}“ keine Werte: Ein fertiger Anteil "
        "lässt sich ohne Zähler und Nenner nicht übertragen. Vielleicht kennt der Katalog eine "
        "Größe für das Feld weight."
    )


class NoSuchPeriod(Refusal):
    sentence = "Für „{indicator}“ gibt es den Stand {period} nicht. Vorhanden sind: {periods}."


class AmbiguousPeriod(Refusal):
    sentence = "{period} passt auf mehrere Stände von „{indicator}“: {periods}. Bitte einen nennen."


class UnknownArea(Refusal):
    sentence = "Ein Gebiet „{area}“ gibt es auf der Raumebene „{system}“ nicht."


class UnknownMethod(Refusal):
    sentence = "Eine Klasseneinteilung „{method}“ gibt es nicht. Möglich sind: {methods}."


class UnusableBreaks(Refusal):
    sentence = (
        "Aus „{breaks}“ werden keine Klassen. Bitte ein bis sechs aufsteigende Grenzen angeben, "
        "zum Beispiel 10; 20; 30."
    )


class NotAGeoPackage(Refusal):
    sentence = "„{file}“ ist kein GeoPackage. Bitte eine Datei mit der Endung .gpkg nennen."


class NoUnion(Refusal):
    sentence = "„{indicator}“ lässt sich für mehrere Gebiete zusammen nicht angeben."


class NothingToUnite(NoUnion):
    sentence = (
        "„{indicator}“ lässt sich für mehrere Gebiete zusammen nicht angeben, weil kein Gebiet "
        "gewählt ist."
    )


class RatioFromTheSource(NoUnion):
    sentence = (
        "„{indicator}“ lässt sich für mehrere Gebiete zusammen nicht angeben, weil die Werte "
        "fertig aus der Quelle kommen."
    )


class PartIsNoCount(NoUnion):
    sentence = (
        "„{indicator}“ lässt sich für mehrere Gebiete zusammen nicht angeben, weil ein Teil davon "
        "keine veröffentlichte Anzahl ist."
    )
