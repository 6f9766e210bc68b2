"""Whether a file that a command is to write beside its import can be written."""

from __future__ import annotations

import os
from pathlib import Path

from geodata.imports.refusals import AlreadyThere, CannotWrite


def refuse_unwritable(path: Path, *, overwrite: bool) -> None:
    """Said before the import, so that nothing is stored without the file that was asked for."""
    if path.is_file() and not overwrite:
        raise AlreadyThere(file=path)
    if path.is_dir() or not os.access(path if path.exists() else path.parent, os.W_OK):
        raise CannotWrite(file=path, reason="kein Schreibzugriff oder kein solcher Ordner")
