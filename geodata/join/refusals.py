"""What the join doctor refuses and warns of, in German sentences."""

from __future__ import annotations

from geodata.refusals import Refusal


class MostlyUnmatched(Refusal):
    """Too many rows fit no area: the wrong column, the wrong level or the wrong territory."""

    sentence = (
        "{file}: Ohne passendes Gebiet bleiben {unmatched} von {rows} ({share} %), zuerst "
        "{first}. Bitte prüfen Sie, ob Schlüsselspalte (--key) und Raumebene (--system) stimmen "
        "und ob die Gebiete dieses Gebietsstands eingelesen sind. Sollen die übrigen Zeilen "
        "trotzdem übernommen werden, ergänzen Sie --allow-unmatched."
    )


class NothingMatched(Refusal):
    """Not one row fits an area of the workspace."""

    sentence = (
        "{file}: Von {rows} passt keine zu einem Gebiet ({unmatched} ohne Treffer, "
        "{outside} außerhalb des Kreises, {ignored} übergangen){first}. Bitte prüfen Sie, ob die "
        "Datei zu diesem Kreis gehört, ob Schlüsselspalte (--key) und Raumebene (--system) "
        "stimmen und ob die Gebiete schon eingelesen sind."
    )


class NoSuchLevel(Refusal):
    """The rows speak of a level, such as Kreise, that the workspace does not have."""

    sentence = (
        "{file}: Die Zeilen gehören zur Raumebene „{level}“, die es in diesem Arbeitsbereich "
        "nicht gibt. Bitte zuerst ihre Gebiete einlesen: {cure}"
    )


class KeysRounded(Refusal):
    """The keys were saved as 3,354E+11: their last digits are gone."""

    sentence = (
        "{file}: Die Schlüssel sind als gerundete Zahlen gespeichert (zuerst Zeile {row} „{key}“), "
        "ihre letzten Ziffern fehlen. Bitte die Spalte in der Ausgangsdatei als Text formatieren "
        "und noch einmal speichern."
    )


LEVEL_MISSING = (
    "{rows} zur Raumebene „{level}“, die es in diesem Arbeitsbereich nicht gibt. Sollen die Werte "
    "dazu, bitte zuerst ihre Gebiete einlesen: {cure}"
)
ZERO_LOST = (
    "Die Schlüsselspalte hat ihre führenden Nullen verloren: Schlüssel mit 8 Ziffern wurden als "
    "Verbandsschlüssel mit 9 Ziffern gelesen (zum Beispiel „{key}“ als {meant})."
)
DIGITS_LOST = (
    "Zeile {row}: Der Schlüssel „{key}“ ist als gerundete Zahl gespeichert, seine letzten Ziffern "
    "fehlen. Bitte formatieren Sie die Spalte in der Ausgangsdatei als Text."
)
DISAGREEMENT = (
    "Zeile {row}: Der Schlüssel „{key}“ gehört zu {matched}, der Name „{name}“ aber zu {named}. "
    "Zugeordnet wurde nach dem Schlüssel; bitte prüfen Sie die Zeile."
)
MORE_DISAGREEMENTS = "In {count} widersprechen sich Schlüssel und Name ebenso."
