"""The imported file kept as it came, from the moment that the import is sure."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from geodata.store.originals import keep_original, sha256_of

_SHAPEFILE_PARTS = (".shp", ".dbf", ".shx", ".prj", ".cpg")
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Original:
    """An incoming file, its hash, and the folder where it is to be kept."""

    path: Path
    sha256: str
    folder: Path

    def keep(self) -> None:
        """Copy and sync it; called last inside the transaction, before the commit."""
        keep_original(self.folder, self.path)


@contextmanager
def kept_copy(path: Path, folder: Path) -> Iterator[Original]:
    """The file as one file: the parts of a plain Shapefile are packed into one archive."""
    if path.suffix.lower() != ".shp":
        yield Original(path, sha256_of(path), folder)
        return
    with tempfile.TemporaryDirectory() as temporary:
        packed = Path(temporary) / f"{path.stem}.zip"
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            # No glob: a name such as „gemeinden[2].shp“ would be read as a pattern.
            for part in sorted(path.parent.iterdir()):
                if part.stem == path.stem and part.suffix.lower() in _SHAPEFILE_PARTS:
                    archive.writestr(zipfile.ZipInfo(part.name, _EPOCH), part.read_bytes())
        yield Original(packed, sha256_of(packed), folder)
