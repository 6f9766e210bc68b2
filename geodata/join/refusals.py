"""What the join doctor refuses and warns of, in German sentences."""

from __future__ import annotations

from geodata.refusals import Refusal


class MostlyUnmatched(Refusal):
    """Too many rows fit no area: the wrong column, the wrong level or the wrong territory."""

    sentence = (
        "{file}: {unmatched} von {rows} Zeilen ({share} %) passen zu keinem Gebiet, zuerst "
        "{first}. Bitte prüfen Sie, ob Schlüsselspalte (--key) und Raumebene (--system) stimmen "
        "und ob die Gebiete dieses Gebietsstands eingelesen sind. Sollen die übrigen Zeilen "
        "trotzdem übernommen werden, ergänzen Sie --allow-unmatched."
    )


class NothingMatched(Refusal):
    """Not one row fits an area of the workspace."""

    sentence = (
        "{file}: Keine der {rows} Zeilen passt zu einem Gebiet ({unmatched} ohne Treffer, "
        "{outside} außerhalb des Kreises, {ignored} übergangen){first}. Bitte prüfen Sie, ob die "
        "Datei zu diesem Kreis gehört, ob Schlüsselspalte (--key) und Raumebene (--system) "
        "stimmen und ob die Gebiete schon eingelesen sind."
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
MORE_DISAGREEMENTS = "In {count} weiteren Fällen widersprechen sich Schlüssel und Name ebenso."
