"""Every file that a view can be handed out as, by the name it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from geodata.workspace import Workspace
from indicators.kept import kept
from layers.handout.all_portraits import ready_portraits
from layers.handout.area_portrait import area_portrait
from layers.handout.csv_file import view_csv
from layers.handout.drawing import DRAWING, file_asked
from layers.handout.facts import Handout, asked_handout
from layers.handout.file_name import file_name
from layers.handout.geopackage import view_geopackage
from layers.handout.map_sheet import Sheet, map_sheet
from layers.handout.portrayed import portrayed_area, portrayed_level
from layers.handout.refusals import UnknownProduct
from layers.handout.sheet import sheet_png, sheet_svg
from layers.handout.workbook import workbook
from layers.view import View
from layers.words import words

_KEPT_FILES = 16
_ALL_PORTRAITS = "portraets.zip"
_PDF = "application/pdf"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

# What makes a file of a handout, in an atlas that stands at an address ("" if unknown).
_Maker = Callable[[Workspace, Handout, str], bytes]


@dataclass(frozen=True)
class MadeFile:
    """A file as it is sent."""

    name: str
    mimetype: str
    content: bytes


@dataclass(frozen=True)
class _Product:
    mimetype: str
    make: _Maker
    called: Callable[[Handout], str] = lambda _: ""


def made_file(workspace: Workspace, product: str, view: View, *, base: str = "") -> MadeFile:
    """The file of that name for a view; `base` is the address of the atlas, "" if unknown.

    Raises `UnknownProduct`, `ManyFilesAsked` and whatever keeps the view from being handed out.
    """
    if product not in PRODUCTS:
        raise UnknownProduct(product=product, products=", ".join(PRODUCTS))
    if product == _ALL_PORTRAITS:
        # They are large, and kept where they are made; nothing is drawn for them here.
        return _file(workspace, product, view, base)
    with file_asked():
        return _made(workspace, product, view, base)


@kept(_KEPT_FILES)
def _made(workspace: Workspace, product: str, view: View, base: str) -> MadeFile:
    with DRAWING:
        return _file(workspace, product, view, base)


def _file(workspace: Workspace, product: str, view: View, base: str) -> MadeFile:
    told = asked_handout(workspace, view, base=base)
    found = PRODUCTS[product]
    ending = product.rpartition(".")[2]
    content = found.make(workspace, told, base)
    return MadeFile(file_name(told, ending, what=found.called(told)), found.mimetype, content)


def _png(workspace: Workspace, told: Handout, _: str) -> bytes:
    return sheet_png(workspace, told)


def _svg(workspace: Workspace, told: Handout, _: str) -> bytes:
    return sheet_svg(workspace, told)


def _map_pdf(sheet: Sheet, workspace: Workspace, told: Handout, _: str) -> bytes:
    return map_sheet(workspace, told, sheet)


def _portrait(workspace: Workspace, told: Handout, base: str) -> bytes:
    return area_portrait(workspace, told, portrayed_area(told), base=base)


def _portraits(workspace: Workspace, told: Handout, base: str) -> bytes:
    portrayed_level(told)
    return ready_portraits(workspace, told, base=base)


def _excel(workspace: Workspace, told: Handout, _: str) -> bytes:
    return workbook(workspace, told)


def _csv(_workspace: Workspace, told: Handout, _base: str) -> bytes:
    return view_csv(told)


def _geopackage(workspace: Workspace, told: Handout, _: str) -> bytes:
    return view_geopackage(workspace, told)


def _called_portrait(told: Handout) -> str:
    name = told.figures.system.name_of(portrayed_area(told))
    return f"{words('handout.portrait')} {name}"


def _called_portraits(_: Handout) -> str:
    return words("handout.portraits")


PRODUCTS: Mapping[str, _Product] = {
    "karte.png": _Product("image/png", _png),
    "karte.svg": _Product("image/svg+xml", _svg),
    "karte-a4-quer.pdf": _Product(_PDF, partial(_map_pdf, Sheet("a4"))),
    "karte-a4-hoch.pdf": _Product(_PDF, partial(_map_pdf, Sheet("a4", landscape=False))),
    "karte-a3-quer.pdf": _Product(_PDF, partial(_map_pdf, Sheet("a3"))),
    "karte-a3-hoch.pdf": _Product(_PDF, partial(_map_pdf, Sheet("a3", landscape=False))),
    "portraet.pdf": _Product(_PDF, _portrait, _called_portrait),
    _ALL_PORTRAITS: _Product("application/zip", _portraits, _called_portraits),
    "tabelle.xlsx": _Product(_XLSX, _excel),
    "tabelle.csv": _Product("text/csv", _csv),
    "karte.gpkg": _Product("application/geopackage+sqlite3", _geopackage),
}
