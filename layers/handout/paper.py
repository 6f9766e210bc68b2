"""A sheet of paper to draw on: millimetres from the upper left corner, saved as PNG or SVG."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Literal

import matplotlib as mpl
import numpy as np
import shapely
from fontTools.ttLib import TTFont
from matplotlib import patheffects
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D
from numpy.typing import NDArray

from layers.handout.typeface import FALLBACK, FAMILY, Weight, file_of, readable

MM_PER_INCH = 25.4
MM_PER_POINT = MM_PER_INCH / 72
DPI = 300
LINE_HEIGHT = 1.28
_HALO_MM = 0.42
_SHORTEST_MM = 0.005
# Of a thousandth of a point nobody sees the rest.
_PATH_DATA = re.compile(rb' d="[^"]*"')
_TOO_FINE = re.compile(rb"(\.\d{3})\d+")

Shapes = NDArray[np.object_]
Side = Literal["left", "center", "right"]

# Ids in an SVG are made from what is drawn and this, so that the same drawing is the same file.
mpl.rcParams["svg.hashsalt"] = "sozialraumatlas"


class Paper:
    """One sheet. Each method draws at once; nothing drawn is changed again."""

    def __init__(self, width_mm: float, height_mm: float, *, ground: str = "#ffffff") -> None:
        size = (_whole(width_mm), _whole(height_mm))
        self._figure = Figure(figsize=size, dpi=DPI, facecolor=ground)
        self._to_page = (
            Affine2D().scale(1 / MM_PER_INCH, -1 / MM_PER_INCH).translate(0, size[1])
            + self._figure.dpi_scale_trans
        )
        self._order = 0

    def area(
        self,
        shapes: Shapes | shapely.Geometry,
        *,
        fill: str = "none",
        line: str = "none",
        width_mm: float = 0.0,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Polygons or lines (n,) in mm, all as one thing; dash and gap in widths of the line."""
        path = path_of(shapes)
        if path is None:
            return
        patch = PathPatch(
            path,
            facecolor=fill,
            edgecolor=line,
            linewidth=width_mm / MM_PER_POINT,
            linestyle=(0, dash) if dash else "solid",
            joinstyle="round",
            capstyle="butt" if dash else "round",
        )
        self._put(patch)

    def dots(self, middles_mm: NDArray[np.float64], *, colour: str, width_mm: float) -> None:
        """Round dots (n, 2), all as one thing: as circles they would be most of a large file."""
        if not len(middles_mm):
            return
        # A line hardly longer than nothing is as round as its ends; aslant, no pixel pulls at it.
        ends = np.stack([middles_mm - _SHORTEST_MM, middles_mm + _SHORTEST_MM], axis=1)
        codes = np.tile(np.array([Path.MOVETO, Path.LINETO], np.uint8), len(ends))
        path = Path(ends.reshape(-1, 2), codes)
        path.should_simplify = False
        width = width_mm / MM_PER_POINT
        self._put(
            PathPatch(path, facecolor="none", edgecolor=colour, linewidth=width, capstyle="round")
        )

    def text(
        self,
        x_mm: float,
        y_mm: float,
        text: str,
        *,
        size_pt: float,
        weight: Weight = "regular",
        colour: str = "#1f1d1a",
        side: Side = "left",
        halo: str = "",
    ) -> None:
        """One line of text; `y_mm` is its base line, `side` where `x_mm` lies in it."""
        drawn = Text(
            x_mm,
            y_mm,
            readable(text),
            fontproperties=_font(weight, size_pt),
            color=colour,
            ha=side,
            va="baseline",
            # A name with two dollar signs is a name, not a formula.
            parse_math=False,
        )
        if halo:
            width = 2 * _HALO_MM / MM_PER_POINT
            effect = patheffects.withStroke(linewidth=width, foreground=halo)
            drawn.set_path_effects([effect])
        self._put(drawn)

    def paragraph(
        self,
        x_mm: float,
        y_mm: float,
        text: str,
        *,
        width_mm: float,
        size_pt: float,
        weight: Weight = "regular",
        colour: str = "#1f1d1a",
        most_lines: int = 0,
    ) -> float:
        """Text in lines of at most a width, from its upper edge down; returns its lower edge."""
        step = size_pt * LINE_HEIGHT * MM_PER_POINT
        found = wrapped(text, width_mm=width_mm, size_pt=size_pt, weight=weight)
        if most_lines and len(found) > most_lines:
            found = [
                *found[: most_lines - 1],
                shortened_to(found[most_lines - 1] + " …", width_mm, size_pt, weight),
            ]
        for number, line in enumerate(found):
            base = y_mm + (number + 0.78) * step
            self.text(x_mm, base, line, size_pt=size_pt, weight=weight, colour=colour)
        return y_mm + len(found) * step

    def png(self, told: Mapping[str, str], *, dpi: int = DPI) -> bytes:
        """The sheet as pixels; `told` stands in the file as text."""
        return self._saved("png", dpi=dpi, metadata=dict(told))

    def svg(self, told: Mapping[str, str]) -> bytes:
        """The sheet as shapes, text too: it looks alike wherever it is opened."""
        drawn = self._saved("svg", metadata={"Creator": "", **told, "Date": None})
        return _PATH_DATA.sub(lambda data: _TOO_FINE.sub(rb"\1", data[0]), drawn)

    def _put(self, artist: Any) -> None:  # noqa: ANN401 - any artist of matplotlib
        self._order += 1
        artist.set_transform(self._to_page)
        artist.set_zorder(self._order)
        artist.set_clip_on(False)
        self._figure.add_artist(artist)

    def _saved(self, form: str, **options: Any) -> bytes:  # noqa: ANN401 - as matplotlib takes them
        out = io.BytesIO()
        self._figure.savefig(out, format=form, facecolor=self._figure.get_facecolor(), **options)
        return out.getvalue()


def _whole(length_mm: float) -> float:
    """Inches that are whole dots: else the last one would be cut off."""
    return round(length_mm / MM_PER_INCH * DPI) / DPI


def path_of(shapes: Shapes | shapely.Geometry) -> Path | None:
    """Polygons and lines as one path, holes turned the other way; None where there is nothing."""
    parts = shapely.get_parts(np.atleast_1d(np.asarray(shapes, object)))
    parts = shapely.get_parts(parts)
    polygons = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    rings = shapely.get_rings(shapely.orient_polygons(parts[polygons]))
    lines = parts[np.isin(shapely.get_type_id(parts), (1, 2))]
    vertices: list[NDArray[np.float64]] = []
    codes: list[NDArray[np.uint8]] = []
    for closed, found in ((True, rings), (False, lines)):
        for piece in found:
            corners = shapely.get_coordinates(piece)
            if len(corners) < 2:
                continue
            code = np.full(len(corners), Path.LINETO, np.uint8)
            code[0] = Path.MOVETO
            if closed:
                code[-1] = Path.CLOSEPOLY
            vertices.append(corners)
            codes.append(code)
    if not vertices:
        return None
    return Path(np.concatenate(vertices), np.concatenate(codes))


def width_of(text: str, *, size_pt: float, weight: Weight = "regular") -> float:
    """How wide a line of text is, in mm."""
    units, advances, usual = _advances(weight)
    total = sum(advances.get(ord(sign), usual) for sign in readable(text))
    return total / units * size_pt * MM_PER_POINT


def wrapped(text: str, *, width_mm: float, size_pt: float, weight: Weight = "regular") -> list[str]:
    """The text in lines; what is longer than a line without a blank is cut where it must be."""
    lines = [""]
    for word in _breakable(text, width_mm, size_pt, weight):
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size_pt=size_pt, weight=weight) <= width_mm or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return [line for line in lines if line]


def shortened_to(text: str, width_mm: float, size_pt: float, weight: Weight = "regular") -> str:
    """The text, or as much of it as a width holds and an ellipsis."""
    if width_of(text, size_pt=size_pt, weight=weight) <= width_mm:
        return text
    while text and width_of(text + "…", size_pt=size_pt, weight=weight) > width_mm:
        text = text[:-1]
    return text.rstrip(" …") + "…"


def _breakable(text: str, width_mm: float, size_pt: float, weight: Weight) -> Sequence[str]:
    found: list[str] = []
    # Not at any blank: numbers stay with their units.
    for word in readable(text).split(" "):
        rest = word
        while width_of(rest, size_pt=size_pt, weight=weight) > width_mm and len(rest) > 1:
            piece = rest
            while len(piece) > 1 and width_of(piece, size_pt=size_pt, weight=weight) > width_mm:
                piece = piece[:-1]
            found.append(piece)
            rest = rest[len(piece) :]
        found.append(rest)
    return found


@cache
def _font(weight: Weight, size_pt: float) -> FontProperties:
    _add_fonts()
    heavy = 700 if weight == "bold" else 400
    return FontProperties(family=[FAMILY, FALLBACK], weight=heavy, size=size_pt)


@cache
def _add_fonts() -> None:
    for weight in ("regular", "bold"):
        fontManager.addfont(str(file_of(weight)))


@cache
def _advances(weight: Weight) -> tuple[int, Mapping[int, int], int]:
    """Units of the square, the width of each sign in them, and that of a sign from elsewhere."""
    font = TTFont(file_of(weight))
    widths = font["hmtx"].metrics
    known = {sign: widths[name][0] for sign, name in font.getBestCmap().items()}
    units: int = font["head"].unitsPerEm
    return units, known, round(0.7 * units)
