"""What kind of geometry file this is, told by its content and not by its name."""

from __future__ import annotations

import struct
from enum import StrEnum
from pathlib import Path

from geodata.geometries.refusals import (
    EmptyFile,
    FileMissing,
    NotAGeometryFile,
    TableInsteadOfGeometry,
    TooLarge,
    TruncatedFile,
    WebPageInsteadOfGeometry,
)

TEXT_LIMIT_MB = 500
_HEAD_BYTES = 4096
_GEOPACKAGE_IDS = (b"GPKG", b"GP10", b"GP11")


class Kind(StrEnum):
    """The forms of file that are read."""

    GEOPACKAGE = "GeoPackage"
    SHAPEFILE = "Shapefile"
    GEOJSON = "GeoJSON"
    GEOPARQUET = "GeoParquet"
    XML = "GML oder KML"
    ZIP = "ZIP-Archiv"


def kind_of(path: Path, *, file: str) -> Kind:
    """The kind of a file from its first bytes.

    Raises a refusal for a missing, empty, foreign, oversized or truncated file, by `file`,
    the name a person knows it by.
    """
    if not path.is_file():
        raise FileMissing(file=file)
    size = path.stat().st_size
    if size == 0:
        raise EmptyFile(file=file)
    with path.open("rb") as stream:
        head = stream.read(_HEAD_BYTES)
    kind = _binary_kind(head, size, file=file) or _text_kind(head, file=file)
    if kind in (Kind.GEOJSON, Kind.XML) and size > TEXT_LIMIT_MB * 1_000_000:
        raise TooLarge(file=file, megabytes=size // 1_000_000, limit=TEXT_LIMIT_MB)
    return kind


def _binary_kind(head: bytes, size: int, *, file: str) -> Kind | None:
    if head.startswith(b"SQLite format 3\0"):
        _check_geopackage(head, size, file=file)
        return Kind.GEOPACKAGE
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if head.startswith(b"PAR1"):
        return Kind.GEOPARQUET
    if head.startswith(b"\x00\x00\x27\x0a"):
        return Kind.SHAPEFILE
    return None


def _check_geopackage(head: bytes, size: int, *, file: str) -> None:
    """SQLite says in its head how many pages it has; GDAL reads a cut one part of the way."""
    if len(head) < 100:
        raise TruncatedFile(file=file, kind=Kind.GEOPACKAGE, expected="mindestens 100", found=size)
    if head[68:72] not in _GEOPACKAGE_IDS:
        raise NotAGeometryFile(file=file)
    page_size, pages = struct.unpack(">H", head[16:18])[0], struct.unpack(">I", head[28:32])[0]
    expected = pages * (65536 if page_size == 1 else page_size)
    head_is_current = head[24:28] == head[92:96]
    if head_is_current and size < expected:
        raise TruncatedFile(file=file, kind=Kind.GEOPACKAGE, expected=expected, found=size)


def _text_kind(head: bytes, *, file: str) -> Kind:
    text = _as_text(head, file=file).lstrip("\ufeff \t\r\n")
    start = text[:200].lower()
    if start.startswith(("<!doctype html", "<html")):
        raise WebPageInsteadOfGeometry(file=file)
    if start.startswith("<"):
        return Kind.XML
    if start.startswith(("{", "[")):
        return Kind.GEOJSON
    raise TableInsteadOfGeometry(file=file)


def _as_text(head: bytes, *, file: str) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", errors="replace")
    if b"\0" in head:
        raise NotAGeometryFile(file=file)
    text = head.decode("utf-8", errors="replace")
    control = sum(1 for sign in text if sign < " " and sign not in "\t\r\n\f")
    if control > len(text) // 50:
        raise NotAGeometryFile(file=file)
    return text
