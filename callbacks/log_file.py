"""What the program says of itself, kept in the workspace folder; who asked for what is left out."""

from __future__ import annotations

import ipaddress
import logging
import re
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_NAME = "protokoll.log"
LARGEST_BYTES, EARLIER_FILES = 1_000_000, 4
# A page asks for many files at once; only a longer queue tells of trouble.
_LONG_QUEUE = 100
_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_QUESTION = re.compile(r"\?[^\s\"'<>]+")
_PERHAPS_IPV4 = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?!\.?[0-9])")
# Begins only where such signs begin: long keys would else be read again from each of their signs.
_PERHAPS_IPV6 = re.compile(r"(?<![0-9a-fA-F:])[0-9a-fA-F]*:[0-9a-fA-F:]+")


class Nameless(logging.Formatter):
    """Lines without network addresses and without what stands behind the „?“ of an address."""

    def format(self, record: logging.LogRecord) -> str:
        said = _QUESTION.sub("?…", super().format(record))
        return _PERHAPS_IPV6.sub(_hidden, _PERHAPS_IPV4.sub(_hidden, said))


class Private(RotatingFileHandler):
    """Files that only their owner reads, as the store."""

    def _open(self) -> TextIOWrapper:
        stream = super()._open()
        Path(self.baseFilename).chmod(0o600)
        return stream


def keep_log(folder: Path) -> None:
    """From now on warnings and errors stand in the folder's log, too; where nothing can be
    written there, only where they stood."""
    root = logging.getLogger()
    try:
        handler = Private(
            folder / FILE_NAME,
            maxBytes=LARGEST_BYTES,
            backupCount=EARLIER_FILES,
            encoding="utf-8",
            # A line may be longer than the console can spell.
            errors="backslashreplace",
        )
    except OSError as fault:
        root.warning("Kein Protokoll in %s: %s", folder, fault.strerror)
        return
    handler.setFormatter(Nameless(_LINE))
    root.addHandler(handler)
    logging.getLogger("sozialraumatlas").setLevel(logging.INFO)


def quiet_short_queues() -> None:
    """The server warns of each request that waits for a moment."""
    logging.getLogger("waitress.queue").addFilter(_is_long)


def _is_long(record: logging.LogRecord) -> bool:
    depth = record.args[0] if isinstance(record.args, tuple) and record.args else None
    return not isinstance(depth, int) or depth >= _LONG_QUEUE


def _hidden(found: re.Match[str]) -> str:
    """Also where a port follows, or a word and its colon stand before."""
    given = found[0].rstrip(":")
    tried = (given, given.rpartition(":")[0], given.removeprefix(":"))
    return "(Adresse)" if any(map(_is_address, tried)) else found[0]


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
