"""What a file is, told from its first bytes and never from its name."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import Literal

from geodata.archive import DamagedArchive, check_archive
from geodata.tables.refusals import (
    BinaryJunk,
    EmptyFile,
    ForeignFormat,
    GeometryAsTable,
    HtmlPage,
    MissingFile,
    PasswordProtected,
    PictureAsTable,
)

FileKind = Literal["text", "xlsx", "ods", "xls"]

# what zipfile raises where a member is not what the directory says
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    KeyError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
_GEOMETRIES = (
    (b"SQLite format 3\0", "GeoPackage"),
    (b"PAR1", "GeoParquet"),
    (b"\x00\x00\x27\x0a", "Shapefile"),
)
_PICTURES = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"%PDF", "PDF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"RIFF", "WebP"),
    (b"{\\rtf", "RTF"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"\s*(<!doctype\s+html|<html|<head|<body|<table)", re.IGNORECASE)
_GEO_XML = re.compile(rb"<(\w+:)?(kml|FeatureCollection|gml|osm)\b", re.IGNORECASE)


def file_kind(path: Path) -> FileKind:
    """Which reader a file needs.

    Raises
    ------
    MissingFile, EmptyFile, HtmlPage, GeometryAsTable, PictureAsTable, PasswordProtected,
    ForeignFormat, BinaryJunk and the refusals of `check_archive`
    """
    try:
        with path.open("rb") as file:
            start = file.read(4096)
    except OSError as reason:
        raise MissingFile(file=path.name) from reason
    if not start.strip(b" \t\r\n\xef\xbb\xbf\xfe\xff\x00"):
        raise EmptyFile(file=path.name)
    _refuse_other_worlds(path, start)
    if start.startswith(_OLE):
        return _compound_kind(path)
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        check_archive(path)
        try:
            return _zip_kind(path)
        except UNREADABLE as reason:
            raise DamagedArchive(file=path.name) from reason
    return "text"


def _refuse_other_worlds(path: Path, start: bytes) -> None:
    for magic, kind in _GEOMETRIES:
        if start.startswith(magic):
            raise GeometryAsTable(file=path.name, kind=kind)
    for magic, kind in _PICTURES:
        if start.startswith(magic):
            raise PictureAsTable(file=path.name, kind=kind)
    plain = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if plain.startswith((b"\xff\xfe", b"\xfe\xff")):
        plain = plain[2:].replace(b"\x00", b"")
    if _HTML.match(plain) or (plain.startswith(b"<?xml") and b"<html" in plain.lower()):
        raise HtmlPage(file=path.name)
    if plain.startswith(b"<"):
        if _GEO_XML.search(plain):
            raise GeometryAsTable(file=path.name, kind="GML, KML oder OSM")
        if plain.startswith((b"<?xml", b"<svg", b"<!")):
            raise ForeignFormat(file=path.name, kind="XML")
    if plain.startswith((b"{", b"[")) and b'"' in plain:
        if b'"Feature' in plain or b'"coordinates"' in plain:
            raise GeometryAsTable(file=path.name, kind="GeoJSON")
        raise ForeignFormat(file=path.name, kind="JSON")


def _compound_kind(path: Path) -> FileKind:
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise PasswordProtected(file=path.name)
    if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        return "xls"
    if "WordDocument".encode("utf-16-le") in content:
        raise PictureAsTable(file=path.name, kind="Word-Dokument")
    raise BinaryJunk(file=path.name)


def _zip_kind(path: Path) -> FileKind:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        if "xl/workbook.bin" in names:
            raise ForeignFormat(file=path.name, kind="XLSB")
        if any(name.startswith("xl/") for name in names):
            return "xlsx"
        if "content.xml" in names and "META-INF/manifest.xml" in names:
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise PasswordProtected(file=path.name)
            return "ods"
    lowered = [name.lower() for name in names]
    if any(name.endswith((".shp", ".gpkg", ".geojson", ".gml", ".kml")) for name in lowered):
        raise GeometryAsTable(file=path.name, kind="ZIP mit Geodaten")
    if any(name.startswith("word/") for name in names):
        raise PictureAsTable(file=path.name, kind="Word-Dokument")
    raise ForeignFormat(file=path.name, kind="ZIP")
