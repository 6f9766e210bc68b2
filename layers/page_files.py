"""The scripts of the page, and its styles, each as one file: the map waits for few requests."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class PageFile:
    """What one file holds that stands for many."""

    content: str
    ending: str

    @cached_property
    def address(self) -> str:
        """Where the page fetches it; another as soon as anything in it is."""
        digest = hashlib.sha256(self.content.encode()).hexdigest()[:16]
        return f"/seite-{digest}.{self.ending}"

    @property
    def mimetype(self) -> str:
        return {"js": "text/javascript", "css": "text/css"}[self.ending]


def page_file(assets: Path, ending: str) -> PageFile:
    """All files of the folder that end so, by name; what lies in folders below comes later."""
    parts = [
        f"/* {file.name} */\n{file.read_text(encoding='utf-8')}"
        for file in sorted(assets.glob(f"*.{ending}"))
    ]
    return PageFile("\n".join(parts), ending)
