"""The classes of a handout as a layer style of QGIS (QML): the same colours, labels and gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from geodata.markers import Status
from layers.choropleth import UNINHABITED_LETTER, class_letters
from layers.handout.facts import Handout
from layers.handout.looks import CUT_OFF, EMPTY, GAP_DOT, GAP_GROUND, GAP_INK, WHITE, paler
from layers.handout.qgis_symbols import Drawn, dots, hatch, plain, ringed, stripes, symbol
from layers.words import words

CLASS_COLUMN = "klasse"


@dataclass(frozen=True)
class _Category:
    """What one letter of `CLASS_COLUMN` stands for, and what is drawn for it, one on another."""

    letter: str
    label: str
    drawn: tuple[Drawn, ...]


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
        symbols.append(symbol(str(number), category.drawn))
    text = ElementTree.tostring(root, encoding="unicode")
    return f"<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n{text}"


def _categories(told: Handout) -> Iterator[_Category]:
    """The highest class first, as in the legend, then what is not shown."""
    seen = set(class_column(told))
    unsure = words(f"status.{Status.UNRELIABLE.code}")
    for number in reversed(range(len(told.classes))):
        row = told.classes[number]
        yield _Category(str(number), row.label, (plain(row.colour),))
        if (letter := "abcdefghij"[number]) in seen:
            label = f"{row.label} ({unsure})"
            yield _Category(letter, label, (plain(paler(row.colour)), stripes(row.colour)))
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
        yield _Category(letter, gap.label, _look(gap.code))


def _look(code: str) -> tuple[Drawn, ...]:
    """That of the map."""
    looks = {
        "zero": (plain(WHITE), ringed(GAP_DOT)),
        "missing": (plain(GAP_GROUND), hatch(GAP_INK)),
        "suppressed": (plain(GAP_GROUND), *dots(GAP_DOT)),
        "unreliable": (plain(paler(GAP_INK)), stripes(GAP_INK)),
        "no_connection": (plain(CUT_OFF),),
        "uninhabited": (plain(EMPTY),),
    }
    return looks[code]
