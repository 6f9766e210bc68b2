"""How far long reckoning has come, told to whoever listens, who may stop it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[float], None]

_listening: ContextVar[Listener | None] = ContextVar("listening", default=None)


class Stopped(Exception):
    """Whoever asked does not want to know any more."""


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Within it, `tell` tells the listener; what the listener raises ends the reckoning."""
    token = _listening.set(listener)
    try:
        yield
    finally:
        _listening.reset(token)


def tell(share: float) -> None:
    """That a `share` (0 to 1) of the present step is done; nothing where nobody listens."""
    listener = _listening.get()
    if listener is not None:
        listener(share)
