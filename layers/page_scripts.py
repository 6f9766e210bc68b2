"""The page's own scripts as one file: many files would be as many requests before the map."""

from __future__ import annotations

import hashlib
from pathlib import Path


def page_scripts(assets: Path) -> str:
    """All scripts of the folder, by name; what lies in folders below comes later."""
    return "\n".join(
        f"/* {file.name} */\n{file.read_text(encoding='utf-8')}"
        for file in sorted(assets.glob("*.js"))
    )


def scripts_address(scripts: str) -> str:
    """Where the page fetches them; it changes whenever they do."""
    return f"/skripte-{hashlib.sha256(scripts.encode()).hexdigest()[:16]}.js"
