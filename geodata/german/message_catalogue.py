"""The German catalogue of click's own messages, compiled for gettext."""

from __future__ import annotations

import struct
import tomllib
from pathlib import Path

DOMAIN = "click"
LOCALE = Path(__file__).with_name("locale")
COMPILED = LOCALE / "de" / "LC_MESSAGES" / f"{DOMAIN}.mo"
_MESSAGES = Path(__file__).with_name("messages.toml")
_HEAD = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
_MAGIC, _START = 0x950412DE, 28


def messages() -> dict[str, str]:
    """English and German; one and many are joined by NUL, as gettext keeps them."""
    written = tomllib.loads(_MESSAGES.read_text(encoding="utf-8"))
    plurals = {
        "\0".join((entry["one"][0], entry["many"][0])): "\0".join(
            (entry["one"][1], entry["many"][1])
        )
        for entry in written["plurals"]
    }
    return {"": _HEAD, **written["texts"], **plurals}


def compiled(texts: dict[str, str]) -> bytes:
    """The bytes of a .mo file: a head, two tables of lengths and offsets, then all texts."""
    pairs = sorted((key.encode(), text.encode()) for key, text in texts.items())
    tables, body = [], b""
    offset = _START + 16 * len(pairs)
    for side in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[side]), offset + len(body)))
            body += pair[side] + b"\0"
    second = _START + 8 * len(pairs)
    head = struct.pack("<7I", _MAGIC, 0, len(pairs), _START, second, 0, second)
    return head + b"".join(tables) + body


if __name__ == "__main__":
    COMPILED.parent.mkdir(parents=True, exist_ok=True)
    COMPILED.write_bytes(compiled(messages()))
