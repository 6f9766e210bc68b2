"""What was decided for a file, small enough to keep and to use for next year's file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

import tomli_w

from geodata.catalogue import Source
from geodata.markers import Marker
from geodata.tables.refusals import UnknownRecipeEntry, UnreadableRecipe, WrongRecipeEntry
from geodata.toml_fault import german_fault

NumberStyle = Literal["", "german", "english"]
COLUMN_ENTRIES = ("variable", "period", "unit", "label")


@dataclass(frozen=True)
class Recipe:
    """Everything is optional; what is not said is found from the file.

    `columns` maps a header (or its part before the year) to `variable`, `period`, `unit` and
    `label`; where it is given, only these columns are read. `header_row` is the last row of the
    head, counted from 1. `markers` maps a text in a value column to the marker that it stands for.
    """

    sheet: str = ""
    header_row: int = 0
    key: str = ""
    name: str = ""
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    period: str = ""
    base: str = ""
    source: Source | None = None
    number_style: NumberStyle = ""
    markers: Mapping[str, str] = field(default_factory=dict)
    system: str = ""


def load_recipe(path: Path) -> Recipe:
    """The recipe of a TOML file; an entry that is not known is refused by name."""
    try:
        plain = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as reason:
        raise UnreadableRecipe(file=path.name, reason=german_fault(reason)) from reason
    _refuse_unknown(path, plain, [f.name for f in fields(Recipe)], "")
    _refuse_wrong_types(path, plain)
    if "source" in plain:
        plain["source"] = _source(path, plain["source"])
    return Recipe(**plain)


def save_recipe(recipe: Recipe, path: Path) -> None:
    """Write what a recipe says, and nothing that it leaves open."""
    plain: dict[str, Any] = {}
    for entry in fields(Recipe):
        value = getattr(recipe, entry.name)
        if isinstance(value, Source):
            plain[entry.name] = {f.name: getattr(value, f.name) for f in fields(Source)}
        elif isinstance(value, Mapping):
            plain[entry.name] = {
                key: dict(inner) if isinstance(inner, Mapping) else str(inner)
                for key, inner in value.items()
            }
        else:
            plain[entry.name] = value
    said = {name: value for name, value in plain.items() if value}
    path.write_text(tomli_w.dumps(said), encoding="utf-8")


def _source(path: Path, plain: Mapping[str, str]) -> Source:
    _refuse_unknown(path, plain, [f.name for f in fields(Source)], "source.")
    for required in ("id", "title"):
        if required not in plain:
            raise WrongRecipeEntry(file=path.name, entry=f"source.{required}", problem="fehlt")
    return Source(**plain)  # type: ignore[arg-type]


def _refuse_unknown(path: Path, plain: Mapping[str, Any], known: list[str], place: str) -> None:
    for entry in plain:
        if entry not in known:
            raise UnknownRecipeEntry(file=path.name, entry=place + entry, known=", ".join(known))


def _refuse_wrong_types(path: Path, plain: Mapping[str, Any]) -> None:
    for entry, value in plain.items():
        expected: type = {"header_row": int, "columns": dict, "markers": dict, "source": dict}.get(
            entry, str
        )
        if not isinstance(value, expected):
            word = {int: "eine Zahl", dict: "ein Abschnitt", str: "ein Text"}[expected]
            raise WrongRecipeEntry(file=path.name, entry=entry, problem=f"muss {word} sein")
    if plain.get("number_style", "") not in ("", "german", "english"):
        problem = "muss „german“ oder „english“ sein"
        raise WrongRecipeEntry(file=path.name, entry="number_style", problem=problem)
    for header, column in plain.get("columns", {}).items():
        if not isinstance(column, dict):
            problem = "muss ein Abschnitt sein"
            raise WrongRecipeEntry(file=path.name, entry=f"columns.{header}", problem=problem)
        _refuse_unknown(path, column, list(COLUMN_ENTRIES), f"columns.{header}.")
    for text, marker in plain.get("markers", {}).items():
        if marker not in set(Marker):
            problem = "muss eines der Zeichen - . ... x / () sein"
            raise WrongRecipeEntry(file=path.name, entry=f"markers.{text}", problem=problem)
