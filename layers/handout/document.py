"""Documents as tagged PDF (PDF/UA-1): a template, and what it is filled with as plain data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import typst

from layers.handout.typeface import folder, readable
from layers.words import section

_TEMPLATES = Path(__file__).parent

# What JSON holds.
Told: TypeAlias = (
    "Mapping[str, Any] | list[Any] | tuple[Any, ...] | str | int | float | bool | None"
)


def document(template: str, told: Mapping[str, Any], pictures: Mapping[str, bytes]) -> bytes:
    """A PDF from a template of this folder (`map_sheet`); the same data give the same bytes.

    `told` reaches the template as JSON: what stands in it is text and never markup. `pictures` are
    SVG, by the names that the template calls them.
    """
    data = {
        "told": _readable(told),
        "words": section("handout.document"),
        "pictures": {name: picture.decode() for name, picture in pictures.items()},
    }
    made: bytes = typst.compile(
        str(_TEMPLATES / f"{template}.typ"),
        root=str(_TEMPLATES),
        font_paths=[str(folder())],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False, sort_keys=True)},
        pdf_standards=["ua-1"],
    )
    return made


def _readable(told: Told) -> Told:
    if isinstance(told, str):
        return readable(told)
    if isinstance(told, Mapping):
        return {name: _readable(part) for name, part in told.items()}
    if isinstance(told, list | tuple):
        return [_readable(part) for part in told]
    return told
