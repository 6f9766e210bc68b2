"""A private copy of an incoming file, so that GDAL never writes beside the original."""

from __future__ import annotations

import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from geodata.archive import check_archive
from geodata.geometries import shapefile
from geodata.geometries.kinds import Kind, kind_of
from geodata.geometries.markup import dialect_of
from geodata.geometries.refusals import (
    BrokenArchive,
    NothingToReadInArchive,
    SeveralLayers,
    UnknownLayer,
)
from geodata.geometries.wording import listed

READABLE = (".shp", ".gpkg", ".geojson", ".json", ".gml", ".kml", ".parquet")
_SUFFIX = {
    Kind.GEOPACKAGE: ".gpkg",
    Kind.SHAPEFILE: ".shp",
    Kind.GEOJSON: ".geojson",
    Kind.GEOPARQUET: ".parquet",
}


@dataclass(frozen=True)
class PrivateCopy:
    """A file that is ours to open; `layer` is its name where the format has only one."""

    path: Path
    kind: Kind
    layer: str


@contextmanager
def private_copy(path: Path, *, layer: str | None) -> Iterator[PrivateCopy]:
    """A checked copy of the file in a folder that is removed afterwards.

    `layer` chooses among several files in a ZIP. Raises refusals for what cannot be geometry.
    """
    kind = kind_of(path, file=path.name)
    with TemporaryDirectory(prefix="sozialraumatlas-") as folder:
        if kind is Kind.ZIP:
            yield _from_archive(path, Path(folder), layer=layer)
        elif kind is Kind.SHAPEFILE:
            yield _from_shapefile(path, Path(folder))
        else:
            target = Path(folder) / f"daten{_suffix(path, kind, file=path.name)}"
            shutil.copyfile(path, target)
            _copy_pending_changes(path, target)
            yield PrivateCopy(target, kind, path.stem)


def _suffix(path: Path, kind: Kind, *, file: str) -> str:
    return f".{dialect_of(path, file=file)}" if kind is Kind.XML else _SUFFIX[kind]


def _copy_pending_changes(path: Path, target: Path) -> None:
    """QGIS keeps what was saved last in a -wal file while it has a GeoPackage open."""
    pending = path.with_name(f"{path.name}-wal")
    if target.suffix == ".gpkg" and pending.is_file():
        shutil.copyfile(pending, target.with_name(f"{target.name}-wal"))


def _from_shapefile(path: Path, folder: Path) -> PrivateCopy:
    siblings = {PurePosixPath(sibling.name): str(sibling) for sibling in path.parent.iterdir()}
    parts = shapefile.parts_of(PurePosixPath(path.name), siblings)
    parts[".shp"] = str(path)
    shapefile.check_parts(path.stem, parts, file=path.name)
    for suffix, source in parts.items():
        shutil.copyfile(source, folder / f"daten{suffix}")
    shapefile.check_sizes(folder / "daten.shp", file=path.name)
    shapefile.drop_unreadable_projection(folder / "daten.shp")
    return PrivateCopy(folder / "daten.shp", Kind.SHAPEFILE, path.stem)


def _from_archive(path: Path, folder: Path, *, layer: str | None) -> PrivateCopy:
    check_archive(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return _from_members(archive, folder, file=path.name, layer=layer)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise BrokenArchive(file=path.name) from error


def _from_members(
    archive: zipfile.ZipFile, folder: Path, *, file: str, layer: str | None
) -> PrivateCopy:
    members = {
        PurePosixPath(name): name
        for name in archive.namelist()
        if not name.endswith("/") and not name.startswith("__MACOSX")
    }
    chosen = _chosen_member(list(members), file=file, layer=layer)
    if chosen.suffix.lower() == ".shp":
        return _unpacked_shapefile(archive, chosen, members, folder, file=file)
    unpacked = folder / "original"
    _unpack(archive, members[chosen], unpacked)
    kind = kind_of(unpacked, file=f"{file}/{chosen.name}")
    if kind in (Kind.ZIP, Kind.SHAPEFILE):
        raise NothingToReadInArchive(file=file, members=listed(members))
    suffix = _suffix(unpacked, kind, file=f"{file}/{chosen.name}")
    return PrivateCopy(unpacked.rename(folder / f"daten{suffix}"), kind, chosen.stem)


def _chosen_member(members: list[PurePosixPath], *, file: str, layer: str | None) -> PurePosixPath:
    found = [member for member in members if member.suffix.lower() in READABLE]
    shapes = [member for member in found if member.suffix.lower() == ".shp"]
    found = sorted(shapes or found)
    if not found:
        table = next((member for member in members if member.suffix.lower() == ".dbf"), None)
        if table is not None:
            shapefile.check_parts(table.stem, {".dbf": table}, file=file)
        raise NothingToReadInArchive(file=file, members=listed(members) or "keine Dateien")
    if len(found) == 1 and (layer is None or found[0].suffix.lower() != ".shp"):
        return found[0]
    names = listed((f"„{member.stem}“" for member in found), most=30)
    if layer is None:
        raise SeveralLayers(file=file, layers=names)
    matching = [member for member in found if layer in (member.stem, str(member))]
    if len(matching) != 1:
        raise UnknownLayer(file=file, layer=layer, layers=names)
    return matching[0]


def _unpacked_shapefile(
    archive: zipfile.ZipFile,
    shape: PurePosixPath,
    members: dict[PurePosixPath, str],
    folder: Path,
    *,
    file: str,
) -> PrivateCopy:
    parts = shapefile.parts_of(shape, members)
    shapefile.check_parts(shape.stem, parts, file=file)
    for suffix, member in parts.items():
        _unpack(archive, member, folder / f"daten{suffix}")
    shapefile.check_sizes(folder / "daten.shp", file=file)
    shapefile.drop_unreadable_projection(folder / "daten.shp")
    return PrivateCopy(folder / "daten.shp", Kind.SHAPEFILE, shape.stem)


def _unpack(archive: zipfile.ZipFile, member: str, target: Path) -> None:
    """The bytes of one member under our own name; its path in the archive is never used."""
    with archive.open(member) as source, target.open("wb") as sink:
        shutil.copyfileobj(source, sink)
