"""What an open transaction will leave behind, to be read before it is decided."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geodata.store.reading import Reader
from geodata.store.writing import Writer


class Pending:
    """Reads like a store: what holds if a writer's transaction is kept, or what held before."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        # Nothing is drawn or kept from what may still be taken back.
        self.folder = Path()

    @contextmanager
    def reading(self, number: int | None = None) -> Iterator[Reader]:
        """The writer's own reader, or the one at the number before it."""
        before = number is not None and number < self._writer.number
        yield self._writer.before if before else self._writer.now

    def close(self) -> None:
        """The transaction is its writer's to end."""
