"""Names of German areas made comparable: spelling evened out, words of the kind set apart."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_OTHER_SIGNS = re.compile(r"[^a-z0-9]+")
_BRACKETS = re.compile(r"\([^)]*\)")

_WORDS_OF_KIND = {
    "gemeindefrei": (
        "gemeindefreies gebiet",
        "gemeindefreier bezirk",
        "gemeindefrei",
        "gemfr gebiet",
        "gemfr gebiete",
        "gemfr bezirk",
        "gemfr geb",
        "gemfr",
    ),
    "verband": ("samtgemeinde", "sg", "verbandsgemeinde", "vg", "verwaltungsgemeinschaft", "amt"),
    "kreis": ("landkreis", "lk", "lkr", "kreisfreie stadt", "stadtkreis", "kreis"),
    "gemeinde": (
        "einheitsgemeinde",
        "mitgliedsgemeinde",
        "gemeinde",
        "freie und hansestadt",
        "landeshauptstadt",
        "universitaetsstadt",
        "hansestadt",
        "bergstadt",
        "stadt",
        "flecken",
        "markt",
    ),
    "sozialraum": ("sozialraum",),
}
_KIND_OF_WORDS = {words: kind for kind, group in _WORDS_OF_KIND.items() for words in group}
_WORDS = "|".join(sorted(_KIND_OF_WORDS, key=len, reverse=True))
_WORDS_BEFORE = re.compile(rf"({_WORDS}) (?=.)")
_WORDS_BEHIND = re.compile(rf"(?<=.) ({_WORDS})$")

LAENDER = frozenset(
    (
        "schleswig holstein",
        "hamburg",
        "niedersachsen",
        "bremen",
        "nordrhein westfalen",
        "hessen",
        "rheinland pfalz",
        "baden wuerttemberg",
        "bayern",
        "saarland",
        "berlin",
        "brandenburg",
        "mecklenburg vorpommern",
        "sachsen",
        "sachsen anhalt",
        "thueringen",
    )
)
"""The evened names of the Länder."""


@dataclass(frozen=True)
class SpokenName:
    """A name as people say it: `full` evened out, `base` without the words of its kind.

    `kind` is "gemeinde", "verband", "kreis", "gemeindefrei", "sozialraum" or "" for a bare name.
    """

    full: str
    base: str
    kind: str


def evened(name: str) -> str:
    """One spelling for all: small letters, ae for ä, one blank for every other sign.

    >>> evened("Bergen/Dumme"), evened("GÖHRDE ")
    ('bergen dumme', 'goehrde')
    """
    text = unicodedata.normalize("NFC", name).lower().translate(_UMLAUTS)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in text if not unicodedata.combining(sign))
    return _OTHER_SIGNS.sub(" ", text).strip()


def spoken(name: str) -> SpokenName:
    """Take a name apart.

    >>> spoken("SG Gartow")
    SpokenName(full='sg gartow', base='gartow', kind='verband')
    """
    full = evened(name)
    base, kind = full, ""
    while behind := _WORDS_BEHIND.search(base):
        base, kind = base[: behind.start()], _KIND_OF_WORDS[behind[1]]
    while before := _WORDS_BEFORE.match(base):
        base, kind = base[before.end() :], kind or _KIND_OF_WORDS[before[1]]
    return SpokenName(full, base, kind)


def bases(name: str) -> frozenset[str]:
    """The base names under which an area is known: with and without what stands in brackets."""
    found = {spoken(name).base, spoken(_BRACKETS.sub(" ", name)).base}
    return frozenset(base for base in found if base)
