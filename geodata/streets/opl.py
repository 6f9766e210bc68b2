"""Ways as `osmium` writes them in its line format OPL, read into arrays.

A line is `w5 Thighway=track,surface=gravel Nn1x8.5y49.2,n2x8.6y49.3`: see the OPL manual of
osmcode.org. Text is escaped as `%20%`, a number in hexadecimal between two signs.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from geodata.streets.ways import Ways

Tags = dict[str, str]
_LINES = bytes.maketrans(b"xy,", b",,\n")


class _Wanted(dict[bytes, bool]):
    """Whether a written tag counts; asked for each tag of each way, so it is kept."""

    def __init__(self, counts: Callable[[str, str], bool]) -> None:
        super().__init__()
        self._counts = counts

    def __missing__(self, tag: bytes) -> bool:
        wanted = self[tag] = self._counts(*_read(tag))
        return wanted


class Kinds:
    """The combinations of tags that occur, numbered; `counts` says of a tag whether it matters."""

    def __init__(self, counts: Callable[[str, str], bool]) -> None:
        self._wanted = _Wanted(counts)
        self._numbers: dict[tuple[bytes, ...], int] = {}

    def number(self, written: bytes) -> int:
        """The number of the combination written as `a=b,c=d`."""
        wanted = self._wanted
        found = tuple([tag for tag in written.split(b",") if wanted[tag]])
        return self._numbers.setdefault(found, len(self._numbers))

    def tags(self) -> list[Tags]:
        """The tags of each combination, by number."""
        read = {tag: _read(tag) for tag, wanted in self._wanted.items() if wanted}
        return [dict([read[tag] for tag in written]) for written in self._numbers]


def read_lines(text: bytes, way_kinds: Kinds, node_kinds: Kinds) -> tuple[Ways, dict[int, int]]:
    """The ways of a text, and the kinds of the points that stand alone, by their id."""
    points, kinds, courses = {}, [], []
    for line in text.splitlines():
        head, tags, rest = line.split(b" ", 2)
        if head[:1] == b"n":
            points[int(head[1:])] = node_kinds.number(tags[1:])
        else:
            kinds.append(way_kinds.number(tags[1:]))
            courses.append(rest)
    return _ways(kinds, courses), points


def _ways(kinds: list[int], courses: list[bytes]) -> Ways:
    lengths = np.fromiter((course.count(b"n") for course in courses), np.int64, len(courses))
    starts = np.concatenate([[0], np.cumsum(lengths)])
    written = b",".join(course[1:] for course in courses if len(course) > 1)
    ids, lon, lat = _numbers(written) if written else (np.zeros(0),) * 3
    return Ways(np.array(kinds, np.int64), starts, ids.astype(np.int64), lon, lat)


def _numbers(written: bytes) -> list[NDArray[np.float64]]:
    """`n1x8.5y49.2,n2x8.6y49.3` as columns; an empty number is NaN."""
    import pyarrow as pa
    from pyarrow import csv

    names = ["id", "lon", "lat"]
    types = {"id": pa.int64(), "lon": pa.float64(), "lat": pa.float64()}
    table = csv.read_csv(
        pa.BufferReader(written.translate(_LINES, b"n")),
        read_options=csv.ReadOptions(column_names=names),
        convert_options=csv.ConvertOptions(column_types=types),
    )
    return [table[name].to_numpy() for name in names]


def _read(written: bytes) -> tuple[str, str]:
    key, _, value = written.decode().partition("=")
    return _plain(key), _plain(value)


def _plain(text: str) -> str:
    return (
        re.sub("%([0-9a-f]+)%", lambda found: chr(int(found[1], 16)), text) if "%" in text else text
    )
