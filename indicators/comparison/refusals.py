"""What comparisons refuse."""

from __future__ import annotations

from geodata.refusals import Refusal


class SinceNotEarlier(Refusal):
    sentence = (
        "„{indicator}“: Verglichen wird mit einem früheren Stand; {since} liegt nicht vor "
        "{period}. Frühere Stände sind: {periods}."
    )


class AcrossBreak(Refusal):
    sentence = (
        "„{indicator}“: Zwischen {since} und {period} liegt ein Bruch in der Reihe ({bases}). Eine "
        "Veränderung darüber hinweg wird nicht gerechnet."
    )


class RealToModel(Refusal):
    sentence = (
        "„{indicator}“: Der eine Stand ({since} oder {period}) besteht aus Modelldaten, der andere "
        "nicht. Eine Veränderung zwischen ihnen gibt es nicht."
    )


class NoPercentOfPercent(Refusal):
    sentence = (
        "„{indicator}“ ist selbst eine Veränderung in Prozent; davon gibt es keine Veränderung in "
        "Prozent. Bitte die in Prozentpunkten wählen."
    )


class OtherSystem(Refusal):
    sentence = (
        "Verglichen werden Werte derselben Gebiete; hier stehen „{first}“ und „{second}“ "
        "nebeneinander. Bitte für beide dieselbe Raumebene wählen."
    )


class TooFewAreas(Refusal):
    sentence = (
        "Zu wenige Gebiete: „{indicator}“ hat auf der Raumebene „{system}“ {areas} einen "
        "Wert und Nachbarn mit Wert. Räumliche Muster lassen sich erst ab {least} Gebieten prüfen. "
        "Bitte eine andere Frage oder Raumebene wählen."
    )


class NoVariation(Refusal):
    sentence = (
        "„{indicator}“ hat auf der Raumebene „{system}“ überall denselben Wert. Ein räumliches "
        "Muster kann es da nicht geben."
    )


class NothingToCompare(Refusal):
    sentence = (
        "Für „{area}“ gibt es zu keinem der gewählten Indikatoren einen Wert. Bitte andere "
        "Indikatoren wählen."
    )


class UnknownRing(Refusal):
    sentence = "Einen Vergleichsring „{ring}“ gibt es hier nicht. Vorhanden sind: {rings}."


class NoRingFigures(Refusal):
    sentence = (
        "Für „{indicator}“ gibt es im Vergleichsring „{ring}“ keine Werte. Sie kommen mit "
        "„python -m geodata table DATEI --ring {id}“ hinein."
    )


class NoRingPeriod(Refusal):
    sentence = (
        "Für „{indicator}“ gibt es im Vergleichsring „{ring}“ den Stand {period} nicht. Vorhanden "
        "sind: {periods}."
    )
