"""The incoming file: copied once, read from that copy, kept from the moment the import is sure."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from geodata.imports.refusals import NoSuchFile, Unreadable
from geodata.store.originals import keep_original, sha256_of

_SHAPEFILE_PARTS = (".shp", ".dbf", ".shx", ".prj", ".cpg")
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Original:
    """A private copy under the file's own name, and what is kept of it under which hash.

    Whoever saves the file while it is imported changes neither what is read nor what is kept.
    """

    path: Path
    kept: Path
    sha256: str

    def keep(self, folder: Path) -> None:
        """Copy and sync it; called last inside the transaction, before the commit."""
        keep_original(folder, self.kept)


@contextmanager
def taken_in(path: Path) -> Iterator[Original]:
    """The file as it is now; the parts of a plain Shapefile are kept as one archive.

    Raises `NoSuchFile`, and `Unreadable` where another program holds it or it is not to be read.
    """
    with tempfile.TemporaryDirectory(prefix="sozialraumatlas-") as temporary:
        copy = Path(temporary) / path.name
        try:
            if not path.is_file():
                raise NoSuchFile(file=path)
            for part in _parts(path):
                shutil.copyfile(part, copy.with_name(part.name))
        except OSError:
            raise Unreadable(file=path.name) from None
        kept = _packed(copy) if copy.suffix.lower() == ".shp" else copy
        yield Original(copy, kept, sha256_of(kept))


def _parts(path: Path) -> list[Path]:
    """The file, and what it cannot be read without: a Shapefile's parts, a GeoPackage's log."""
    log = path.with_name(f"{path.name}-wal")
    if path.suffix.lower() != ".shp":
        return [path, log] if log.is_file() else [path]
    # No glob: a name such as „gemeinden[2].shp“ would be read as a pattern.
    return [
        part
        for part in sorted(path.parent.iterdir())
        if part.stem.casefold() == path.stem.casefold() and part.suffix.lower() in _SHAPEFILE_PARTS
    ]


def _packed(shape: Path) -> Path:
    folder = shape.parent / "gepackt"
    folder.mkdir()
    packed = folder / f"{shape.stem}.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in _parts(shape):
            archive.writestr(zipfile.ZipInfo(part.name, _EPOCH), part.read_bytes())
    return packed
