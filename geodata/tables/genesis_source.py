"""Whose figures a GENESIS file holds, on what terms and on which census."""

from __future__ import annotations

import re
from collections.abc import Set

from geodata.catalogue import Source

LICENCE = "dl-de/by-2-0"
ALL_OFFICES = "© Statistische Ämter des Bundes und der Länder"
FEDERAL_OFFICE = "© Statistisches Bundesamt (Destatis)"
_FEDERAL_LEVELS = {"DINSG", "DLAND", "DG"}
_CENSUS_2022 = re.compile(r"[1-9]000[A-Z]")


def genesis_source(code: str, label: str, levels: Set[str]) -> Source:
    """The source of a statistic; `levels` are the codes of its regional variable.

    GENESIS-Online serves the Bund and the Länder, Regionalstatistik and census what lies below.
    """
    federal = bool(levels) and levels <= _FEDERAL_LEVELS and not _CENSUS_2022.fullmatch(code)
    return Source(
        id=f"genesis_{code.lower()}",
        title=" ".join((code, label)).strip(),
        attribution=FEDERAL_OFFICE if federal else ALL_OFFICES,
        licence=LICENCE,
    )


def genesis_base(code: str) -> str:
    """The census that the figures stand on, "" where the file does not say."""
    return "Zensus 2022" if _CENSUS_2022.fullmatch(code) else ""
