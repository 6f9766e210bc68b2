"""The one place of a process that knows which snapshot of a workspace is the newest."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geodata.store import Store
    from geodata.workspace import Workspace


_KEPT_SNAPSHOTS = 2


class WorkspaceHolder:
    """Opens its workspace when it is first asked: a page can be sent out before."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        # Whoever reads an earlier snapshot lets others have the newest meanwhile.
        self._reading = threading.Lock()
        self._store: Store | None = None
        self._newest: Workspace | None = None
        self._earlier: dict[int, Workspace] = {}
        self._seen = -1

    def current(self) -> Workspace:
        """The newest snapshot; cheap where nothing was written since the last call.

        The first call raises what `Store.open` raises.
        """
        with self._lock:
            # Imported by the first call: opening is what takes the time.
            from geodata.store import Store
            from geodata.workspace import Workspace

            store = self._store = self._store or Store.open(self._folder)
            seen = store.change_count()
            if self._newest is None or seen != self._seen:
                read = Workspace(store)
                if self._newest is None or read.number != self._newest.number:
                    self._newest = read
                    # What was purged or withdrawn since must not be kept in them.
                    self._earlier = {}
                self._seen = seen
            return self._newest

    def at(self, number: int) -> Workspace:
        """The snapshot at an earlier journal number; the last ones asked for are kept."""
        with self._reading:
            newest = self.current()
            with self._lock:
                found = self._earlier.get(number)
            return found or self._keep(newest.earlier(number), newest)

    def _keep(self, earlier: Workspace, newest: Workspace) -> Workspace:
        """Keep it, unless there is a newer one meanwhile than the one that it was made from."""
        with self._lock:
            if self._newest is newest:
                while len(self._earlier) >= _KEPT_SNAPSHOTS:
                    self._earlier.pop(next(iter(self._earlier)))
                self._earlier[earlier.number] = earlier
        return earlier

    def close(self) -> None:
        with self._lock:
            if self._store is not None:
                self._store.close()

    def __enter__(self) -> WorkspaceHolder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
