"""The files as they came, kept beside the store under their SHA-256."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def keep_original(folder: Path, source: Path) -> str:
    """Copy a file into `folder` and sync it to disk; returns its SHA-256.

    The copy is complete before its name appears, so that a killed import leaves no half file
    under a hash that it does not have.
    """
    digest = sha256_of(source)
    kept = folder / (digest + source.suffix.lower())
    if kept.exists():
        return digest
    folder.mkdir(parents=True, exist_ok=True)
    partial = kept.with_name(f"{kept.name}.{os.getpid()}.part")
    shutil.copyfile(source, partial)
    partial.chmod(0o600)
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
    partial.replace(kept)
    return digest


def discard_unknown(folder: Path, known: set[str]) -> None:
    """Remove every file in the folder whose SHA-256 is not among the known ones."""
    if folder.is_dir():
        for kept in folder.iterdir():
            if kept.name.split(".")[0] not in known:
                kept.unlink()
