"""Text that people type, as it is kept: what looks like markup stays the text that it is."""

from __future__ import annotations

import unicodedata


def plain_line(text: str) -> str:
    """One line without control characters and doubled blanks."""
    return " ".join(visible(text).split())


def plain_text(text: str) -> str:
    """Lines stay; other control characters and outer blanks go."""
    lines = visible(text).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines).strip()


def visible(text: str) -> str:
    """The text as it is, without control characters; lines end in one way, tabs are blanks."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(s for s in whole if s == "\n" or not unicodedata.category(s).startswith("C"))
