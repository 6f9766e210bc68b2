"""An atlas that answers on a free port, as it does for people: by waitress."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from waitress import create_server

from callbacks.own_address import OwnAddress
from callbacks.page import create_app
from geodata.workspace_holder import WorkspaceHolder


@contextmanager
def served(workspace: Path, *, public: str = "") -> Iterator[str]:
    """The address under which the atlas of a workspace answers while the block runs.

    `public` is the one that it believes others to reach it by.
    """
    app = create_app(WorkspaceHolder(workspace), own=OwnAddress(public))
    server = create_server(app.server, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()
