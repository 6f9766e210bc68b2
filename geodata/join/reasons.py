"""Why a row was matched, repaired, left outside or not matched: the short German reasons."""

from __future__ import annotations

QUOTES = "Anführungszeichen entfernt"
BLANKS = "Leerzeichen entfernt"
THOUSANDS = "Tausenderpunkte entfernt"
DECIMALS = "Nachkommastelle entfernt"
EXPONENT = "Zehnerpotenz ausgeschrieben"
ZERO = "führende Null ergänzt"
CASE = "Groß- und Kleinschreibung angeglichen"
BY_NAME = "über den Namen gefunden"

ARS_TO_AGS = "ARS auf AGS gekürzt"
ARS_TO_VERBAND = "ARS auf den Verbandsschlüssel gekürzt"
ARS_TO_KREIS = "ARS auf den Kreisschlüssel gekürzt"
VERBAND_TO_AGS = "Verbandsschlüssel auf AGS gekürzt"
AGS_TO_VERBAND = "AGS auf den Verbandsschlüssel ergänzt"
PADDED_KREIS = "Nullen hinter dem Kreisschlüssel entfernt"
KREISFREI = "Kreisschlüssel der kreisfreien Stadt"
OTHER_VERBAND = "ARS mit anderem Verbandsteil"
LSN = "Samtgemeinde in der Schreibweise des LSN"

NATION = "Deutschland"
LAND = "Land"
BEZIRK = "Regierungsbezirk"
OTHER_KREIS = "anderer Kreis: {kreis}"
OTHER_SYSTEM = "andere Raumebene: {system}"
NO_SUCH_LEVEL = "Raumebene fehlt: {level}"
EMPTY = "ohne Schlüssel und Namen"

UNKNOWN_KEY = "kein Gebiet mit diesem Schlüssel"
UNKNOWN_NAME = "kein Gebiet mit diesem Namen"
NO_KEY = "kein Regionalschlüssel"
DIGITS_LOST = "Ziffern durch das Zahlenformat verloren"
SEVERAL = "passt auf mehrere Gebiete"


def joined(*hows: str) -> str:
    """Several repairs as one reason, each named once."""
    if not any(hows):
        return ""
    return ", ".join(dict.fromkeys(how for how in hows if how))
