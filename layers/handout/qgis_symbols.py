"""Fills as QGIS describes them in its styles: plain, hatched, dotted, striped, ringed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree

from layers.handout.looks import DOT_MM, HATCH_MM, RING_LINE_MM, RING_MM, STRIPE_MM, TILE_MM

_BORDER, _BORDER_MM = "#ffffff", 0.2
Kind = Literal["fill", "line", "marker"]


@dataclass(frozen=True)
class Drawn:
    """A layer of a symbol: the class of QGIS that draws it, and what it draws again and again."""

    layer: str
    options: Mapping[str, str]
    repeated: Drawn | None = None
    kind: Kind = "fill"


def symbol(name: str, drawn: Sequence[Drawn]) -> ElementTree.Element:
    """The element of a symbol, the lowest layer first."""
    kind = drawn[0].kind
    element = ElementTree.Element("symbol", type=kind, name=name, alpha="1", clip_to_extent="1")
    for number, one in enumerate(drawn):
        layer = ElementTree.SubElement(element, "layer")
        layer.attrib.update({"class": one.layer, "enabled": "1", "locked": "0", "pass": "0"})
        options = ElementTree.SubElement(layer, "Option", type="Map")
        for option, text in one.options.items():
            ElementTree.SubElement(options, "Option", type="QString", name=option, value=text)
        if one.repeated is not None:
            layer.append(symbol(f"@{name}@{number}", [one.repeated]))
    return element


def plain(colour: str) -> Drawn:
    """One colour, with the thin line between areas."""
    options = {
        "color": _rgba(colour),
        "style": "solid",
        "outline_color": _rgba(_BORDER),
        "outline_style": "solid",
        **_in_mm(outline_width=_BORDER_MM),
    }
    return Drawn("SimpleFill", options)


def hatch(colour: str) -> Drawn:
    """Lines that rise to the right."""
    return _lines(colour, angle=45, apart_mm=TILE_MM / 2**0.5, width_mm=HATCH_MM)


def stripes(colour: str) -> Drawn:
    """Level lines."""
    return _lines(colour, angle=0, apart_mm=TILE_MM / 2, width_mm=STRIPE_MM)


def dots(colour: str) -> tuple[Drawn, Drawn]:
    """Two dots a tile, each a pattern of its own: QGIS cuts those on the edge of a tile."""
    dot = _circle(2 * DOT_MM, fill=colour)
    first, second = (
        _in_mm(distance_x=TILE_MM, distance_y=TILE_MM, offset_x=offset, offset_y=offset)
        for offset in (TILE_MM / 4, -TILE_MM / 4)
    )
    return Drawn("PointPatternFill", first, dot), Drawn("PointPatternFill", second, dot)


def ringed(colour: str) -> Drawn:
    """One ring inside each area."""
    where = {"point_on_surface": "1", "point_on_all_parts": "0"}
    return Drawn("CentroidFill", where, _circle(2 * RING_MM, line=colour))


def _lines(colour: str, *, angle: int, apart_mm: float, width_mm: float) -> Drawn:
    line = {"line_color": _rgba(colour), "line_style": "solid", **_in_mm(line_width=width_mm)}
    return Drawn(
        "LinePatternFill",
        {"angle": str(angle), **_in_mm(distance=apart_mm)},
        Drawn("SimpleLine", line, kind="line"),
    )


def _circle(size_mm: float, *, fill: str = "", line: str = "") -> Drawn:
    options = {
        "name": "circle",
        "color": _rgba(fill) if fill else "255,255,255,0",
        "outline_color": _rgba(line) if line else "255,255,255,0",
        "outline_style": "solid" if line else "no",
        "scale_method": "diameter",
        **_in_mm(size=size_mm, outline_width=RING_LINE_MM),
    }
    return Drawn("SimpleMarker", options, kind="marker")


def _in_mm(**lengths: float) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, length in lengths.items():
        found |= {name: f"{length:.4g}", f"{name}_unit": "MM"}
    return found


def _rgba(colour: str) -> str:
    return ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)) + ",255"
