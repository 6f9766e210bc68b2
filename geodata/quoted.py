"""What stands in a cell of a file, short enough to be quoted in a sentence."""

from __future__ import annotations

_LONGEST = 40


def quoted(text: object, *, longest: int = _LONGEST) -> str:
    """One line without signs that nobody sees, and an ellipsis for what is too long.

    >>> quoted("viele\\n  Kinder\\x1b[31m")
    'viele Kinder[31m'
    >>> quoted("etwa siebenundzwanzig", longest=12)
    'etwa sieben…'
    """
    # A cell may be as long as its file: what is not shown need not be looked at.
    start = str(text)[: 10 * longest]
    plain = " ".join(
        "".join(sign for sign in start if sign.isprintable() or sign.isspace()).split()
    )
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"
