"""The parts of a Shapefile: which belong together, which are missing, how the text is written."""

from __future__ import annotations

import codecs
import struct
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from pyproj import CRS
from pyproj.exceptions import CRSError

from geodata.geometries.refusals import ShapefilePartMissing, ShapefilePartsDiffer, TruncatedFile
from geodata.german_count import counted

PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
NEEDED = (".shp", ".shx", ".dbf")


def parts_of(shape: PurePosixPath, candidates: Mapping[PurePosixPath, str]) -> dict[str, str]:
    """The files of one Shapefile by suffix: same folder, same name, upper or lower case.

    `candidates` maps each path to what opens it, and that is what comes back.
    """
    return {
        path.suffix.lower(): opener
        for path, opener in candidates.items()
        if path.parent == shape.parent
        and path.stem.casefold() == shape.stem.casefold()
        and path.suffix.lower() in PARTS
    }


def check_parts(stem: str, suffixes: Mapping[str, object], *, file: str) -> None:
    """Refuse a Shapefile without .shp, .shx or .dbf; GDAL would read it without a word."""
    for suffix in NEEDED:
        if suffix not in suffixes:
            raise ShapefilePartMissing(file=file, part=f"{stem}{suffix}")


def check_sizes(shape: Path, *, file: str) -> None:
    """Refuse a Shapefile that was cut, or whose parts are of different files."""
    with shape.open("rb") as stream:
        head = stream.read(28)
    size = shape.stat().st_size
    expected = 2 * struct.unpack(">i", head[24:28])[0] if len(head) == 28 else 100
    if size < expected:
        raise TruncatedFile(file=file, kind="Shapefile", expected=expected, found=size)
    shapes = (shape.with_suffix(".shx").stat().st_size - 100) // 8
    rows = _table_rows(shape.with_suffix(".dbf"), file=file)
    if shapes != rows:
        raise ShapefilePartsDiffer(
            file=file,
            shapes=counted(max(shapes, 0), "Geometrie", "Geometrien"),
            rows=counted(rows, "Zeile", "Zeilen"),
        )


def _table_rows(table: Path, *, file: str) -> int:
    with table.open("rb") as stream:
        head = stream.read(12)
    size = table.stat().st_size
    if len(head) < 12:
        raise TruncatedFile(file=file, kind=".dbf", expected="mindestens 32", found=size)
    rows, head_size, row_size = struct.unpack("<IHH", head[4:12])
    expected = head_size + rows * row_size
    if size < expected:
        raise TruncatedFile(file=file, kind=".dbf", expected=expected, found=size)
    return int(rows)


def drop_unreadable_projection(shape: Path) -> None:
    """Remove a damaged .prj from our copy, so that the CRS is asked for."""
    projection = shape.with_suffix(".prj")
    if not projection.is_file():
        return
    try:
        CRS.from_user_input(projection.read_bytes().decode("utf-8", errors="replace"))
    except CRSError:
        projection.unlink()


def text_encoding(shape: Path) -> str:
    """How the .dbf is written: by its bytes first, then by its .cpg, else cp1252.

    A .cpg is often missing or wrong, and a name cut at the end of its field breaks strict UTF-8.
    """
    content = shape.with_suffix(".dbf").read_bytes().decode("utf-8", errors="replace")
    broken = content.count("\ufffd")
    sound = sum(1 for sign in content if "\u0080" <= sign != "\ufffd")
    if sound > broken:
        return "UTF-8"
    return _declared_encoding(shape.with_suffix(".cpg")) or "CP1252"


def _declared_encoding(declaration: Path) -> str | None:
    """What a .cpg says, unless it says UTF-8 (which the bytes do not bear out) or nonsense."""
    if not declaration.is_file():
        return None
    name = declaration.read_bytes()[:40].decode("ascii", errors="ignore").strip()
    name = f"cp{name}" if name.isdigit() else name
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return None
    return None if codec == "utf-8" else codec
