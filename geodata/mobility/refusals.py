"""What is refused of zones on call, benches and mobile offices."""

from __future__ import annotations

from geodata.refusals import Refusal


class ZonesFromATable(Refusal):
    sentence = (
        "„{file}“ ist eine Tabelle. Die Zonen eines Rufbusses sind Flächen: bitte als GeoPackage, "
        "GeoJSON oder Shapefile speichern."
    )


class OffersElsewhere(Refusal):
    sentence = (
        "Nichts aus „{file}“ (in der Datei: {count}) liegt in den Gebieten dieses Arbeitsbereichs. "
        "Ist das der richtige Landkreis, und stimmt das Koordinatensystem (--crs)?"
    )


class NoSuchTime(Refusal):
    sentence = (
        "„{file}“, Objekt {row}: {time} Uhr gibt es nicht (in der Spalte „{column}“). Bitte "
        "berichtigen, zum Beispiel 07:30."
    )
