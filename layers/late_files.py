"""The scripts and the style of the comparison, which come with its first board."""

from __future__ import annotations

from pathlib import Path

_FOLDER = "comparison"


def late_files(assets: Path, prefix: str) -> list[str]:
    """Their addresses, each with the time of its last change."""
    return [
        f"{prefix}{_FOLDER}/{file.name}?m={file.stat().st_mtime}"
        for file in sorted((assets / _FOLDER).glob("*.*s"))
    ]
