"""A file of OpenStreetMap in pieces that can be read one after the other."""

from __future__ import annotations

import bz2
import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

from geodata.streets.refusals import (
    BrokenOsm,
    NotOsm,
    OsmEntities,
    SwollenOsm,
    TruncatedOsm,
)

_PIECE = 1 << 24
# XML of OpenStreetMap packs to a tenth or twentieth.
_MOST_TIMES = 100
_NEVER_TOO_MUCH = 1 << 27
# `<osm` stands within so many bytes, behind the XML declaration and perhaps a DOCTYPE or a comment.
_HEAD = 1 << 16
_OBJECTS = (b"<node ", b"<way ", b"<relation ")
_LONGEST_BLOB_HEADER = 1 << 16


@dataclass(frozen=True)
class Piece:
    """A part of a file that is a whole file by itself; `read` is the share read with it, 0 to 1."""

    content: bytes
    format: Literal["pbf", "osm"]
    read: float


def pieces(path: Path) -> Iterator[Piece]:
    """The pieces of a PBF or XML file; the latter also packed as gzip or bzip2.

    Raises `NotOsm`, `OsmEntities`, `TruncatedOsm`, `BrokenOsm`, `SwollenOsm`.
    """
    with path.open("rb") as file:
        start = file.read(64)
    if b"OSMHeader" in start:
        yield from _of_pbf(path)
    else:
        yield from _of_xml(path, start)


def _of_pbf(path: Path) -> Iterator[Piece]:
    """The head again before each piece, so that every one is a file."""
    size = path.stat().st_size
    with path.open("rb") as file:
        head, held = _blob(file, path), bytearray()
        while blob := _blob(file, path):
            held += blob
            if len(held) >= _PIECE:
                yield Piece(head + bytes(held), "pbf", file.tell() / size)
                held.clear()
        yield Piece(head + bytes(held), "pbf", 1.0)


def _blob(file: IO[bytes], path: Path) -> bytes:
    """The next blob with its header, as it stands in the file; empty at the end."""
    length = file.read(4)
    if not length:
        return b""
    long = int.from_bytes(length, "big")
    if len(length) < 4:
        raise TruncatedOsm(file=path.name)
    if long > _LONGEST_BLOB_HEADER:
        raise BrokenOsm(file=path.name)
    header = file.read(long)
    if len(header) < long:
        raise TruncatedOsm(file=path.name)
    size = _data_size(header, path)
    data = file.read(size)
    if len(data) < size:
        raise TruncatedOsm(file=path.name)
    return length + header + data


def _data_size(header: bytes, path: Path) -> int:
    """Field 3 of a BlobHeader (OSM wiki, PBF format): how many bytes follow."""
    at = 0
    while at < len(header):
        tag, at = _varint(header, at)
        value, at = _varint(header, at)
        if tag == 3 << 3:
            return value
        # Fields 1 and 2 are text of that length.
        at += value
    raise BrokenOsm(file=path.name)


def _varint(text: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(text):
        value |= (text[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if text[at - 1] < 0x80:
            break
    return value, at


def _of_xml(path: Path, start: bytes) -> Iterator[Piece]:
    """Cut before an object; `<` stands nowhere else in XML but where an element begins."""
    size, first, held = path.stat().st_size, True, b""
    with path.open("rb") as file:
        for text in _unpacked(path, file, start):
            held += text
            _refuse_foreign(held, path, first=first)
            cut = max(held.rfind(mark) for mark in _OBJECTS)
            if len(held) >= _PIECE and cut > 0:
                yield Piece(_whole(held[:cut], first=first), "osm", file.tell() / size)
                held, first = held[cut:], False
        _refuse_foreign(held, path, first=first)
        if b"</osm>" not in held:
            raise TruncatedOsm(file=path.name)
        yield Piece(_whole(held, first=first), "osm", 1.0)


def _refuse_foreign(text: bytes, path: Path, *, first: bool) -> None:
    if first and b"<osm" not in text[:_HEAD]:
        raise NotOsm(file=path.name)
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise OsmEntities(file=path.name)


def _whole(text: bytes, *, first: bool) -> bytes:
    """A piece with the outermost element around it."""
    opened = text if first else b'<osm version="0.6">' + text
    return opened if b"</osm>" in opened else opened + b"</osm>"


def _unpacked(path: Path, file: IO[bytes], start: bytes) -> Iterator[bytes]:
    opened: IO[bytes] | gzip.GzipFile | bz2.BZ2File = file
    if start.startswith(b"\x1f\x8b"):
        opened = gzip.GzipFile(fileobj=file)
    elif start.startswith(b"BZh"):
        opened = bz2.BZ2File(file)
    most, total = max(_NEVER_TOO_MUCH, _MOST_TIMES * path.stat().st_size), 0
    try:
        while text := opened.read(_PIECE):
            total += len(text)
            if total > most:
                raise SwollenOsm(file=path.name, most=_MOST_TIMES)
            yield text
    except EOFError:
        raise TruncatedOsm(file=path.name) from None
    except (zlib.error, gzip.BadGzipFile, OSError):
        raise BrokenOsm(file=path.name) from None
