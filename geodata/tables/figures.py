"""Numbers and markers as German offices write them, read column by column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from geodata.markers import Marker

Style = Literal["german", "english"]

_GAP = r"[ \u00a0\u2009\u202f'’]"
_PLAIN = r"[+-]?\d+"
_GERMAN = r"[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?|[+-]?,\d+"
_ENGLISH = r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+-]?\.\d+"
# what only one of the two ways of writing can have meant
_ONLY_GERMAN = (
    r"[+-]?(?:\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d*,(?:\d{1,2}|\d{4,})|0+,\d+"
    r"|\d{4,},\d+)"
)
_ONLY_ENGLISH = (
    r"[+-]?(?:\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|\d*\.(?:\d{1,2}|\d{4,})|0+\.\d+"
    r"|\d{4,}\.\d+)"
)
_POINT = r"[+-]?[1-9]\d{0,2}\.\d{3}"
_COMMA = r"[+-]?[1-9]\d{0,2},\d{3}"
_SPACED = re.compile(rf"([+-]?\d{{1,3}}(?:{_GAP}\d{{3}})+)([.,]\d+)?")
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d+")
_DRESSED = re.compile(
    r"(?P<open>\()?\s*(?:€|EUR)?\s*(?P<core>(?:[+\-−–]\s?)?[\d.,](?:[\d.,\s'’\u00a0\u2009\u202f]*[\d])?"
    r"(?:[eE][+-]?\d+)?)(?:,[-–]{1,2})?"
    r"\s*(?P<unit>%|€|EUR|km²|ha)?\s*(?P<close>\))?\s*(?P<flags>[prse]{0,4})"
)
MARKERS: Mapping[str, Marker] = {
    "-": Marker.NOTHING,
    "–": Marker.NOTHING,
    "—": Marker.NOTHING,
    "−": Marker.NOTHING,
    ".": Marker.SECRET,
    "•": Marker.SECRET,
    "*": Marker.SECRET,
    "...": Marker.LATER,
    "…": Marker.LATER,
    "x": Marker.BLOCKED,
    "X": Marker.BLOCKED,
    "/": Marker.UNRELIABLE,
    # a bracket around nothing: the office holds the value to be too unsure to print
    "()": Marker.UNRELIABLE,
    "( )": Marker.UNRELIABLE,
    "-9999": Marker.BLOCKED,
    "-9999.0": Marker.BLOCKED,
    "-9999,0": Marker.BLOCKED,
    "k.A.": Marker.BLOCKED,
    "k. A.": Marker.BLOCKED,
    "keine Angabe": Marker.BLOCKED,
    "k.A": Marker.BLOCKED,
    "k. A": Marker.BLOCKED,
    "o.A.": Marker.BLOCKED,
    "o. A.": Marker.BLOCKED,
    "n.v.": Marker.BLOCKED,
    "n. v.": Marker.BLOCKED,
    "n/a": Marker.BLOCKED,
    "N/A": Marker.BLOCKED,
    "#NV": Marker.BLOCKED,
    "#N/A": Marker.BLOCKED,
    "keine Daten": Marker.BLOCKED,
    "nicht verfügbar": Marker.BLOCKED,
}
# „<3“ keeps a small count secret: it is more than nothing said and less than a number
_BELOW = re.compile(r"(?:<|≤|unter|weniger als)\s*(?:10|\d)", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?<=\d)\s*[¹²³⁴⁵⁶⁷⁸⁹⁰]+\)?$")
SAID = {
    "*": "„*“ wird als geheim gehalten gelesen",
    "-9999": "„-9999“ wird als „keine Angabe“ gelesen",
}


@dataclass(frozen=True)
class Evidence:
    """How a column writes its numbers, and how sure that is.

    `sure` is False where only cells such as 1.234 (or 1,234) speak; `example` is such a cell.
    """

    style: Style
    sure: bool
    mixed: bool
    example: str


@dataclass(frozen=True, eq=False)
class Figures:
    """One column read: arrays of the length of the column.

    `value` is NaN where there is no number; `empty` cells hold nothing; `strange` cells hold text
    that is neither number nor marker.
    """

    value: np.ndarray
    marker: np.ndarray
    flags: np.ndarray
    empty: np.ndarray
    strange: np.ndarray


def evidence_of(text: pd.Series, *, fallback: Style | None = None) -> Evidence:
    """Decide for one column whether 1.234 means 1234; `fallback` is the way of its neighbours."""
    core = _cores(text)
    german = core.str.fullmatch(_ONLY_GERMAN)
    english = core.str.fullmatch(_ONLY_ENGLISH)
    points = core[core.str.fullmatch(_POINT)]
    commas = core[core.str.fullmatch(_COMMA)]
    unclear = points if len(points) else commas
    example = str(unclear.iloc[0]) if len(unclear) else ""
    if german.any() or english.any():
        style: Style = "german" if german.sum() >= english.sum() else "english"
        return Evidence(
            style, sure=True, mixed=bool(german.any() and english.any()), example=example
        )
    if len(points) and len(commas):
        return Evidence("german", sure=False, mixed=True, example=example)
    if not example:
        return Evidence(fallback or "german", sure=True, mixed=False, example="")
    plain = core[core.str.fullmatch(_PLAIN)]
    if len(points) and len(plain) and (pd.to_numeric(plain).abs() < 1000).all():
        # all that is smaller than 1000 stands without a point: it separates thousands
        return Evidence("german", sure=True, mixed=False, example=example)
    return Evidence(fallback or "german", sure=False, mixed=False, example=example)


def read_figures(
    text: pd.Series,
    *,
    style: Style = "german",
    typed: pd.Series | None = None,
    markers: Mapping[str, str] | None = None,
) -> Figures:
    """Numbers, markers and flags of one column of stripped text.

    `typed` are the numbers that a workbook stores as such (NaN elsewhere); they are taken as they
    are. `markers` maps further texts to markers and wins over the usual ones.
    """
    codes, unique = pd.factorize(text)
    forms = pd.Series(unique, dtype="str")
    known = {**MARKERS, **{sign: Marker(found) for sign, found in (markers or {}).items()}}
    value, done = _vector_numbers(forms, style)
    done = done & ~forms.isin(list(known)).to_numpy(dtype=bool)
    value[~done] = np.nan
    marker = np.full(len(forms), "", dtype=object)
    flags = np.full(len(forms), "", dtype=object)
    strange = np.zeros(len(forms), dtype=bool)
    for i in np.flatnonzero(~done):
        form = str(forms.iloc[i])
        read = _read_one(form, style, known)
        strange[i] = read is None and form != ""
        if read:
            value[i], marker[i], flags[i] = read
    return _spread(codes, forms, Figures(value, marker, flags, marker, strange), typed, known)


def _spread(
    codes: np.ndarray,
    forms: pd.Series,
    of_forms: Figures,
    typed: pd.Series | None,
    known: Mapping[str, Marker],
) -> Figures:
    """From what each form means to what each cell means."""
    value = of_forms.value[codes]
    marker, flags = of_forms.marker[codes], of_forms.flags[codes]
    strange = of_forms.strange[codes]
    if typed is not None:
        numbers = typed.to_numpy(dtype=float)
        taken = ~np.isnan(numbers) & ~forms.isin(list(known)).to_numpy(dtype=bool)[codes]
        value = np.where(taken, numbers, value)
        marker = np.where(taken, "", marker)
        flags = np.where(taken, "", flags)
        strange = strange & ~taken
    return Figures(value, marker, flags, (forms == "").to_numpy(dtype=bool)[codes], strange)


def is_below(text: str) -> bool:
    """Whether a cell only says that a small count is below a limit: „<3“."""
    return bool(_BELOW.fullmatch(text))


def looks_like_figure(text: str) -> bool:
    """Whether a single cell is a number or a marker in either way of writing.

    „unter 3“ is none: it stands in heads and columns of age groups as well.
    """
    return (
        text != ""
        and not is_below(text)
        and (
            _read_one(text, "german", MARKERS) is not None
            or _read_one(text, "english", MARKERS) is not None
        )
    )


def _vector_numbers(forms: pd.Series, style: Style) -> tuple[np.ndarray, np.ndarray]:
    done = forms.str.fullmatch(_GERMAN if style == "german" else _ENGLISH).to_numpy(dtype=bool)
    value = np.full(len(forms), np.nan)
    if done.any():
        core = forms[done]
        if style == "german":
            core = core.str.replace(".", "", regex=False).str.replace(",", ".", regex=False)
        else:
            core = core.str.replace(",", "", regex=False)
        value[done] = core.astype("float64").to_numpy() + 0.0
    return value, done


def _read_one(
    text: str, style: Style, known: Mapping[str, Marker]
) -> tuple[float, Marker, str] | None:
    """Value, marker and flags of one cell; None where it is neither number nor marker."""
    if text == "±0":
        return 0.0, Marker.NUMBER, ""
    if text in known:
        return float("nan"), known[text], ""
    if _BELOW.fullmatch(text):
        return float("nan"), Marker.SECRET, ""
    if not text.startswith("("):
        text = _FOOTNOTE.sub("", text)
    parts = text.rsplit(maxsplit=1)
    if len(parts) == 2 and parts[0] in known and re.fullmatch("[prse]+", parts[1]):
        return float("nan"), known[parts[0]], _sorted(parts[1])
    dressed = _DRESSED.fullmatch(text)
    if not dressed or bool(dressed["open"]) != bool(dressed["close"]):
        return None
    number = _number(re.sub(r"^[-−–]\s?", "-", dressed["core"]), style)
    if number is None:
        return None
    marker = Marker.LIMITED if dressed["open"] else Marker.NUMBER
    # minus zero is zero
    return number + 0.0, marker, _sorted(dressed["flags"])


def _sorted(flags: str) -> str:
    return "".join(sorted(set(flags)))


def _number(core: str, style: Style) -> float | None:
    spaced = _SPACED.fullmatch(core)
    if spaced:
        core = re.sub(_GAP, "", spaced[1]) + (spaced[2] or "")
    if _SCIENTIFIC.fullmatch(core):
        number = float(core.replace(",", "."))
        return number if np.isfinite(number) else None
    ways = ("german", "english") if style == "german" else ("english", "german")
    for way in ways:
        if re.fullmatch(_GERMAN if way == "german" else _ENGLISH, core):
            if way == "german":
                return float(core.replace(".", "").replace(",", "."))
            return float(core.replace(",", ""))
    return None


def _cores(text: pd.Series) -> pd.Series:
    """The different numbers of a column without brackets, flags, units and blanks."""
    unique = text.drop_duplicates()
    unique = unique[(unique != "") & ~unique.isin(list(MARKERS))]
    bare = unique.str.replace(r"^\(|\)|\s*(?:%|€|EUR)|\s*[prse]{1,4}$", "", regex=True)
    return bare.str.replace("−", "-", regex=False).str.strip()
