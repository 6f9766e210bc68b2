"""The words by which offices head their columns and close their tables."""

from __future__ import annotations

import re

KEY_WORDS = frozenset(
    ["ags", "ars", "rs", "ags8", "ags_8", "ars12", "ars_12", "ags_0", "ars_0", "rs_0", "ags2", "gkz", "gks", "kennziffer", "gemeindekennziffer", "regionalschluessel", "amtlicher_regionalschluessel", "regionalschluessel_ars", "amtlicher_regionalschluessel_ars", "gemeindeschluessel", "amtlicher_gemeindeschluessel", "amtlicher_gemeindeschluessel_ags", "gemeindeschluessel_ags", "schluessel", "schluesselnummer", "schluessel_nr", "gebietsschluessel", "kreisschluessel", "gemeindenummer", "gemeinde_nr", "gemeindenr", "gem_nr", "regionsschluessel", "region_code", "regionalcode", "raumeinheit_schluessel", "kreisnummer", "kreiskennziffer", "krs", "kreis_nr", "agsnr", "key", "area_id", "gebiets_id", "statistische_kennziffer", "kenn_ziffer", "schl_nr", "ags_nr", "ars_nr", "verbandsschluessel"]
)
NAME_WORDS = frozenset(
    ["gemeinde", "gemeinden", "gemeindename", "name", "namen", "gen", "bezeichnung", "gebiet", "gebietsname", "gebietsbezeichnung", "region", "regionsname", "raumeinheit", "ort", "ortsname", "kommune", "stadt_gemeinde", "samtgemeinde", "samtgemeindename", "verband", "gemeindeverband", "gemeindeverbandsname", "kreis", "kreisname", "landkreis", "kreise", "stadt", "verwaltungseinheit", "sozialraum", "ortsteil", "bezirk", "stadtteil", "mitgliedsgemeinde", "gemeinde_stadt", "raum", "area", "name_der_gemeinde", "gebietseinheit"]
)
PERIOD_WORDS = frozenset(
    ["jahr", "jahre", "stichtag", "zeit", "zeitpunkt", "stand", "datum", "periode", "schuljahr", "berichtsjahr", "year", "time", "period", "date", "erhebungsjahr", "bezugsjahr", "zeitraum", "berichtszeitpunkt"]
)
VARIABLE_WORDS = frozenset(["merkmal", "indikator", "variable", "kennzahl", "indicator", "kenngroesse"])
UNIT_WORDS = frozenset(["einheit", "unit", "masseinheit", "mengeneinheit"])
LEVEL_WORDS = frozenset(["ebene", "level", "raumebene", "gebietstyp", "typ", "art", "satzart", "kategorie"])
NO_VALUE_WORDS = frozenset(
    ["id", "fid", "objectid", "nr", "lfd_nr", "lfd", "lfdnr", "laufende_nummer", "pos", "plz", "postleitzahl", "lat", "lon", "latitude", "longitude", "laenge", "breite", "laengengrad", "breitengrad", "x", "y", "xcoord", "ycoord", "rechtswert", "hochwert", "ost", "nord", "telefon", "tel", "fax", "hausnummer", "hausnr", "shape_area", "shape_length", "gid", "ogc_fid", "rang", "rank", "station", "ifopt"]
)
SUM_ROW = re.compile(
    r"(?:(?:gesamt)?summe|insgesamt|gesamt|zusammen|total|alle gemeinden|Σ|sum)\b.*"
    r"|.*\b(?:insgesamt|zusammen|gesamt|gesamtsumme|summe)\s*:?",
    re.IGNORECASE | re.DOTALL,
)
NOTE = re.compile(
    r"(?:\d+\)|\*|©|_{3,}|-{3,}|Quelle|Datenquelle|Stand\b|Hinweis|Anmerkung|Erläuterung|Fußnote"
    r"|Erstellt|Legende|Zeichenerklärung|davon\b|darunter\b|nachrichtlich|\(c\)|Lizenz|Herausgeber)",
    re.IGNORECASE,
)
_KEY = re.compile(
    r"(?:0[1-9]|1[0-6])(?:\d{3}|\d{6,7}|\d{10})(?:\.0)?|[1-9](?:\d{6,7}|\d{10})(?:\.0)?"
)
_WIDE_KEY = re.compile(r"DG|\d{1,9}(?:\.0)?|\d{11,12}(?:\.0)?")


def looks_like_key(text: str) -> bool:
    """Whether a cell could be a regional key that no population is likely to look like."""
    return bool(_KEY.fullmatch(text.replace(" ", "")))


def could_be_key(text: str) -> bool:
    """Whether a cell under a key header could be a key at all."""
    return bool(_WIDE_KEY.fullmatch(text.replace(" ", "").replace("\u00a0", "")))
