"""Scripts and styles that are fetched when a mode is first opened, and not with the page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

LateFolder = Literal[
    "boards",
    "comparison",
    "facilities",
    "handout",
    "help",
    "reach",
    "share",
    "signs",
    "speaker",
    "stories",
]


def late_files(assets: Path, prefix: str, folders: Sequence[LateFolder]) -> list[str]:
    """The addresses of all files in some folders, each with the time of its last change."""
    return [
        f"{prefix}{folder}/{file.name}?m={file.stat().st_mtime}"
        for folder in folders
        for file in sorted((assets / folder).glob("*.*s"))
    ]
