"""The scripts and styles of modes that come with the first visit to them."""

from __future__ import annotations

from pathlib import Path

# Folders of assets/: one for each such mode.
LATE_FOLDERS = ("comparison", "reach")


def late_files(assets: Path, prefix: str, *, folder: str) -> list[str]:
    """The addresses of the files of a folder, each with the time of its last change."""
    return [
        f"{prefix}{folder}/{file.name}?m={file.stat().st_mtime}"
        for file in sorted((assets / folder).glob("*.*s"))
    ]
