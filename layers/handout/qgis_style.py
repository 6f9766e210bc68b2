"""The classes of a handout as a layer style of QGIS (QML): the same colours, labels and gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from geodata.markers import Status
from layers.choropleth import UNINHABITED_LETTER, class_letters
from layers.handout.facts import Handout
from layers.handout.looks import CUT_OFF, EMPTY, GAP_DOT, GAP_GROUND, GAP_INK, WHITE, paler
from layers.words import words

CLASS_COLUMN = "klasse"
_LINE = "#ffffff"
# How Qt calls the patterns that come nearest to those of the map.
_PATTERNS = {"missing": "b_diagonal", "suppressed": "dense6", "unreliable": "horizontal"}
_INKS = {"missing": GAP_INK, "suppressed": GAP_DOT}


@dataclass(frozen=True)
class _Category:
    """What one letter of `CLASS_COLUMN` stands for; `ink` is "" where there is no pattern."""

    letter: str
    label: str
    ground: str
    ink: str = ""
    pattern: str = ""


def class_column(told: Handout) -> list[str]:
    """The letter of each area (n,): digits for classes, a to j the same but unreliable, gaps."""
    return list(class_letters(told.figures, told.classification))


def style_qml(told: Handout) -> str:
    """The style as XML; labels from the data are text in it."""
    root = ElementTree.Element("qgis", version="3.28.0", styleCategories="Symbology")
    renderer = ElementTree.SubElement(
        root,
        "renderer-v2",
        type="categorizedSymbol",
        attr=CLASS_COLUMN,
        enableorderby="0",
        forceraster="0",
        symbollevels="0",
    )
    categories = ElementTree.SubElement(renderer, "categories")
    symbols = ElementTree.SubElement(renderer, "symbols")
    for number, category in enumerate(_categories(told)):
        ElementTree.SubElement(
            categories,
            "category",
            value=category.letter,
            symbol=str(number),
            label=category.label,
            render="true",
            type="string",
        )
        _symbol(symbols, str(number), category)
    text = ElementTree.tostring(root, encoding="unicode")
    return f"<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n{text}"


def _categories(told: Handout) -> Iterator[_Category]:
    """The highest class first, as in the legend, then what is not shown."""
    seen = set(class_column(told))
    unsure = words(f"status.{Status.UNRELIABLE.code}")
    for number in reversed(range(len(told.classes))):
        row = told.classes[number]
        yield _Category(str(number), row.label, row.colour)
        if (letter := "abcdefghij"[number]) in seen:
            label = f"{row.label} ({unsure})"
            pattern = _PATTERNS["unreliable"]
            yield _Category(letter, label, paler(row.colour), row.colour, pattern)
    plain = {"zero": WHITE, "no_connection": CUT_OFF, "uninhabited": EMPTY}
    grounds = {**plain, "unreliable": paler(GAP_INK)}
    letters = {
        "zero": "z",
        "missing": "m",
        "suppressed": "s",
        "unreliable": "u",
        "uninhabited": UNINHABITED_LETTER,
    }
    for gap in told.gaps:
        letter = letters.get(gap.code, "n")
        if gap.code == "unreliable" and letter not in seen:
            continue
        ink = _INKS.get(gap.code, GAP_INK) if gap.code in _PATTERNS else ""
        pattern = _PATTERNS.get(gap.code, "")
        yield _Category(letter, gap.label, grounds.get(gap.code, GAP_GROUND), ink, pattern)


def _symbol(symbols: ElementTree.Element, name: str, category: _Category) -> None:
    symbol = ElementTree.SubElement(symbols, "symbol", type="fill", name=name, alpha="1")
    _layer(symbol, category.ground, "solid", outlined=True)
    if category.pattern:
        _layer(symbol, category.ink, category.pattern, outlined=False)


def _layer(symbol: ElementTree.Element, colour: str, pattern: str, *, outlined: bool) -> None:
    layer = ElementTree.SubElement(symbol, "layer")
    layer.attrib.update({"class": "SimpleFill", "enabled": "1", "locked": "0", "pass": "0"})
    options = ElementTree.SubElement(layer, "Option", type="Map")
    texts = {
        "color": _rgba(colour),
        "style": pattern,
        "outline_color": _rgba(_LINE),
        "outline_style": "solid" if outlined else "no",
        "outline_width": "0.2",
        "outline_width_unit": "MM",
    }
    for name, text in texts.items():
        ElementTree.SubElement(options, "Option", type="QString", name=name, value=text)


def _rgba(colour: str) -> str:
    return ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)) + ",255"
