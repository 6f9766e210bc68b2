"""The typeface of what is handed out: that of the screen, in the weights a drawing needs."""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Literal

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from layers.unbroken import unbroken

FAMILY = "Atlas Sans"
# Comes with matplotlib and has the signs and letters that the bundled typeface lacks.
FALLBACK = "DejaVu Sans"
Weight = Literal["regular", "bold"]

_ASSETS = Path(__file__).parents[2] / "assets" / "fonts"
_VARIABLE = _ASSETS / "source-sans-3-latin-wght-normal.woff2"
_AXIS = {"regular": 400, "bold": 600}
_UNKNOWN = "\ufffd"
# All but the space at which no line may end.
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
# Family, style and full name, in the table of names.
_FAMILY_ID, _STYLE_ID, _FULL_ID, _POSTSCRIPT_ID = 1, 2, 4, 6
_DROPPED_IDS = (3, 16, 17, 21, 22, 25)


@cache
def folder() -> Path:
    """A folder of this process with the weights as TTF, and the typeface for what they lack.

    Neither matplotlib nor typst reads the file that browsers get.
    """
    made = Path(tempfile.mkdtemp(prefix="sozialraumatlas-schrift-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    for weight in _AXIS:
        _write(weight, made / f"{weight}.ttf")
    shutil.copy(_fallback(), made / "fallback.ttf")
    return made


def file_of(weight: str) -> Path:
    return folder() / f"{weight}.ttf"


def readable(text: str) -> str:
    """The text with a sign in place of whatever no typeface here can show, on one line, in which
    numbers and their units stay together.

    A document for screen readers may not hold a letter that nobody can read.
    """
    known = _known_signs()
    one_line = unbroken(_BLANKS.sub(" ", text).strip())
    return "".join(sign if ord(sign) in known else _UNKNOWN for sign in one_line)


@cache
def _known_signs() -> frozenset[int]:
    known: set[int] = set()
    for name in ("regular", "fallback"):
        known |= set(TTFont(folder() / f"{name}.ttf").getBestCmap())
    return frozenset(known)


def _write(weight: str, path: Path) -> None:
    font = instantiateVariableFont(TTFont(_VARIABLE), {"wght": _AXIS[weight]})
    style = weight.title()
    names = font["name"]
    for record in list(names.names):
        if record.nameID in _DROPPED_IDS:
            names.removeNames(nameID=record.nameID)
    named = {
        _FAMILY_ID: FAMILY,
        _STYLE_ID: style,
        _FULL_ID: f"{FAMILY} {style}",
        _POSTSCRIPT_ID: f"{FAMILY.replace(' ', '')}-{style}",
    }
    for number, text in named.items():
        names.removeNames(nameID=number)
        names.setName(text, number, 3, 1, 0x409)
    # typst and matplotlib tell the weights apart by these two.
    font["OS/2"].usWeightClass = 700 if weight == "bold" else 400
    font["OS/2"].fsSelection = 0x20 if weight == "bold" else 0x40
    font["head"].macStyle = 1 if weight == "bold" else 0
    font.flavor = None
    # The same file at every start: no time of making in it.
    font.recalcTimestamp = False
    font.save(path)


def _fallback() -> Path:
    import matplotlib as mpl

    return Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
