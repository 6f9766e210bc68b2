"""How much is drawn at a time: whoever asks for files leaves room for those who ask for the map."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from layers.handout.refusals import ManyFilesAsked

# Of the eight threads that answer; the others stay free, also where these wait for each other.
_MOST_ASKED, _AT_ONCE = 4, 2

DRAWING = threading.Semaphore(_AT_ONCE)
_asked = threading.Semaphore(_MOST_ASKED)


@contextmanager
def file_asked() -> Iterator[None]:
    """While a request waits for its file; raises `ManyFilesAsked` where too many do already."""
    if not _asked.acquire(blocking=False):
        raise ManyFilesAsked
    try:
        yield
    finally:
        _asked.release()
