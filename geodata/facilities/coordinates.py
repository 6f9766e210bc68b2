"""Where facilities stand: two columns of numbers, whose system the numbers themselves tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from geodata.facilities.refusals import (
    DegreesAndMinutes,
    NoCoordinate,
    NotInGermany,
    NullIsland,
)
from geodata.geometries.projection import projected
from geodata.geometries.refusals import UnknownCrs
from geodata.quoted import quoted

Pair = tuple[float, float]


class _Way(NamedTuple):
    """A way of writing coordinates, and between which numbers Germany lies in it."""

    crs: str
    west: float
    east: float
    south: float
    north: float

    def holds(self, x: float, y: float) -> bool:
        return self.west <= x <= self.east and self.south <= y <= self.north


@dataclass(frozen=True)
class _Named:
    """The system that somebody has named: whatever in it lies in Germany."""

    crs: str

    def holds(self, x: float, y: float) -> bool:
        lon, lat = _to_degrees(self.crs).transform(x, y)
        return _DEGREES.holds(lon, lat)


@cache
def _to_degrees(crs: str) -> Transformer:
    return Transformer.from_crs(crs, "EPSG:4326", always_xy=True)


_METRES = (5_200_000.0, 6_150_000.0)
# Gauß-Krüger and UTM with the zone in front begin with its number, so no two ways overlap.
_DEGREES = _Way("EPSG:4326", 5.5, 15.6, 47.0, 55.3)
_WAYS = (
    _DEGREES,
    _Way("EPSG:25832", 250_000, 950_000, *_METRES),
    _Way("EPSG:4647", 32_250_000, 32_950_000, *_METRES),
    *(
        _Way(f"EPSG:{31464 + zone}", zone * 1e6 + 250_000, zone * 1e6 + 750_000, *_METRES)
        for zone in (2, 3, 4, 5)
    ),
)
_MINUTES = re.compile(
    r"(?P<degrees>\d{1,3})\s*[°º]\s*(?P<minutes>\d{1,2}(?:[.,]\d+)?)\s*['′’]?\s*"
    r"(?:(?P<seconds>\d{1,2}(?:[.,]\d+)?)\s*(?:\"|″|''|”)?)?"
)
_GERMAN = re.compile(r"[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_ENGLISH = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
# Signs that may stand around a plain number: 53,07° N
_AROUND = re.compile(r"^[NnOoEe]\s+|\s*[°º]?\s*[NnOoEe]?$")


@dataclass(frozen=True, eq=False)
class Places:
    """Points (n,) in EPSG:25832 with None where a row has none, and whether its pair was swapped.

    `half` are the rows in which only one of two numbers stands.
    """

    points: NDArray[np.object_]
    swapped: NDArray[np.bool_]
    half: tuple[int, ...]
    crs_from: tuple[str, ...]
    warnings: tuple[str, ...]


def read_pairs(
    across: pd.Series, up: pd.Series, names: pd.Series, *, file: str, crs: str | None = None
) -> Places:
    """The points of pairs of texts; which of the two is which is told by the numbers.

    `crs` says what the numbers are where they cannot tell (UTM zone 33). Raises
    `DegreesAndMinutes`, `NullIsland`, `NotInGermany`, `NoCoordinate`.
    """
    if crs is not None:
        _refuse_unknown(crs, file=file)
    count = len(across)
    found: dict[str, list[tuple[int, Pair]]] = {}
    swapped = np.zeros(count, bool)
    half = []
    for at, (row, left, right) in enumerate(zip(across.index, across, up, strict=True)):
        if not left or not right:
            if left or right:
                half.append(int(row))
            continue
        told = {"file": file, "row": row, "name": names[row] or "ohne Namen"}
        system, pair, swapped[at] = _read(left, right, crs, told)
        found.setdefault(system, []).append((at, pair))
    return _moved(found, swapped, tuple(half), names, file=file)


def _refuse_unknown(crs: str, *, file: str) -> None:
    try:
        CRS.from_user_input(crs)
    except CRSError:
        raise UnknownCrs(file=file, crs=crs) from None


def pair_in(text: str) -> tuple[str, str]:
    """Both numbers of one cell: „53.0667, 10.8824“ or „POINT (10.8824 53.0667)“.

    >>> pair_in("53,0667; 10,8824"), pair_in("POINT(10.8824 53.0667)"), pair_in("siehe Karte")
    (('53,0667', '10,8824'), ('10.8824', '53.0667'), ('siehe Karte', 'siehe Karte'))
    >>> pair_in("")
    ('', '')
    """
    # Degrees with minutes are more than two numbers: they are refused as they stand.
    numbers = re.findall(r"[-+]?\d+(?:[.,]\d+)?", text)
    return (numbers[0], numbers[1]) if len(numbers) == 2 else (text, text)


def _read(
    left: str, right: str, crs: str | None, told: dict[str, object]
) -> tuple[str, Pair, bool]:
    """System and numbers of a pair, the one across first, and whether they were swapped."""
    for text in (left, right):
        _refuse_minutes(text, told)
    pairs = [(x, y) for x in _numbers(left, told) for y in _numbers(right, told)]
    if pairs[0] == (0.0, 0.0):
        raise NullIsland(**told)
    ways = _WAYS if crs is None else (_Named(crs),)
    for swap in (False, True):
        for x, y in pairs:
            pair = (y, x) if swap else (x, y)
            way = next((way for way in ways if way.holds(*pair)), None)
            if way is not None:
                return way.crs, pair, swap
    raise NotInGermany(**told, x=left, y=right)


def _numbers(text: str, told: dict[str, object]) -> list[float]:
    """What a text can mean as a number: 53.067 is one number here and another in English."""
    plain = _AROUND.sub("", text.strip()).replace(" ", "").replace("\u00a0", "")
    found = []
    if _GERMAN.fullmatch(plain):
        found.append(float(plain.replace(".", "").replace(",", ".")))
    if _ENGLISH.fullmatch(plain):
        found.append(float(plain.replace(",", "")))
    if not found:
        raise NoCoordinate(**told, text=quoted(text))
    return list(dict.fromkeys(found))


def _refuse_minutes(text: str, told: dict[str, object]) -> None:
    found = _MINUTES.search(text)
    if found is None:
        return
    parts = [float((found[name] or "0").replace(",", ".")) for name in ("minutes", "seconds")]
    degrees = int(found["degrees"]) + parts[0] / 60 + parts[1] / 3600
    example = f", hier {degrees:.6f}".replace(".", ",")
    raise DegreesAndMinutes(**told, text=text, example=example)


def _moved(
    found: dict[str, list[tuple[int, Pair]]],
    swapped: NDArray[np.bool_],
    half: tuple[int, ...],
    names: pd.Series,
    *,
    file: str,
) -> Places:
    points: NDArray[np.object_] = np.full(len(names), None, dtype=object)
    warnings: list[str] = []
    for system, rows in found.items():
        at = np.array([position for position, _ in rows])
        raw = shapely.points(np.array([pair for _, pair in rows], np.float64))
        moved = projected(raw, None, names.iloc[at], crs=system, file=file)
        swapped[at] |= moved.exchanged
        points[at] = moved.geometries
        warnings.extend(moved.warnings)
    return Places(points, swapped, half, tuple(_labels(found)), tuple(dict.fromkeys(warnings)))


def _labels(found: dict[str, list[tuple[int, Pair]]]) -> Iterator[str]:
    """The systems that were found, as they are called: the one of most rows first."""
    for system in sorted(found, key=lambda name: -len(found[name])):
        yield CRS.from_user_input(system).to_string()
