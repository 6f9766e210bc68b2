"""GML and KML looked through before GDAL sees them: complete, without DOCTYPE or entities."""

from __future__ import annotations

from pathlib import Path
from typing import Literal
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser

from geodata.geometries.refusals import (
    BrokenMarkup,
    DangerousMarkup,
    NotAGeometryFile,
    WebPageInsteadOfGeometry,
)

Dialect = Literal["gml", "kml"]


class _Root(ContentHandler):
    """Keeps the name of the outermost element and whether GML is declared anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        self.declares_gml = False

    def startElement(self, name: str, attrs: object) -> None:  # noqa: N802 - SAX calls it so
        if not self.name:
            self.name = name.rpartition(":")[2].lower()
        if not self.declares_gml:
            self.declares_gml = any("/gml" in str(value) for value in attrs.values())  # type: ignore[attr-defined]


def dialect_of(path: Path, *, file: str) -> Dialect:
    """Whether an XML file is GML or KML; the whole file is streamed, nothing is kept.

    Raises a refusal where it is neither, incomplete, or carries a DOCTYPE or entities.
    """
    root = _Root()
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(root)
    try:
        with path.open("rb") as stream:
            parser.parse(stream)
    except DefusedXmlException as error:
        raise DangerousMarkup(file=file) from error
    except SAXParseException as error:
        if root.name == "html":
            raise WebPageInsteadOfGeometry(file=file) from error
        raise BrokenMarkup(file=file, line=error.getLineNumber()) from error
    return _dialect(root, file=file)


def _dialect(root: _Root, *, file: str) -> Dialect:
    if root.name == "html":
        raise WebPageInsteadOfGeometry(file=file)
    if root.name == "kml":
        return "kml"
    if root.declares_gml:
        return "gml"
    raise NotAGeometryFile(file=file)
